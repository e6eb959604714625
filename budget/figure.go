// Package budget is the typed model of a Chinese local budget report: figures,
// their keys and places, tables, and the outcome of checks. It knows nothing of
// files, languages or rules, and imports nothing else of this module.
package budget

import "github.com/shopspring/decimal"

// Place is where something stands in the extracted text of a file.
type Place struct {
	Page  int // from 1; 1 for a text file
	Line  int // line of the extracted text, from 1 through the whole file
	Start int // byte span within that line
	End   int
}

// Mark tells apart the four ways in which a cell can have no positive number.
type Mark string

const (
	Printed Mark = ""      // a number was printed
	Blank   Mark = "blank" // the cell is empty
	Dash    Mark = "dash"  // —, -, / was printed
)

// Rate is a printed percentage: Value 10.2 with Step 0.1 for 10.2%.
type Rate struct {
	Value decimal.Decimal
	Step  decimal.Decimal
	Raw   string // as printed, with the words that give its sign
	Known bool
	// OtherBase is set where the report names another base year than the one
	// before (两年平均 and the like); such a rate enters no check.
	OtherBase bool
}

// Figure is one amount with its meaning. Amounts are exact decimals in 万元.
type Figure struct {
	ID   int // index within the report, from 1, in reading order
	Kind Kind
	Place
	// Paragraph counts the paragraphs of the report; those of one paragraph share it,
	// however many lines it takes. 0 in tables.
	Paragraph int
	Table     int // table number from 1, 0 in a sentence
	Row       int // from 0
	Col       int // from 0

	Book  Book
	Scope string // as worded: 全区, 区级, 区金库
	Level Level
	Year  int // fiscal year of the figure, 0 where unknown
	Stage Stage
	Side  Side

	Subject    string // canonical name
	Code       string // code of the national classification, or empty
	SubjectRaw string // as printed
	Parent     string // canonical name of the subject that this is a part of, or empty
	Role       Role

	Amount decimal.Decimal // meaningful where HasAmount
	Mark   Mark            // why there is no amount, or empty
	Raw    string          // as printed
	Unit   string          // 元, 千元, 万元, 亿元
	Step   decimal.Decimal // size of the last printed digit, in 万元
	Delta  bool            // a change, signed; enters no total
	Hedge  string          // 约, 近, 超过, 以上 … as printed

	Growth       Rate
	Completion   Rate
	CompletionOf Stage // Budgeted or Adjusted, or empty where not said

	Quote string // the sentence or the row it was read from
	At    int    // where Raw begins in Quote, in bytes; a sentence may print an amount twice

	// Basis names a comparison basis other than the ordinary one (自然口径,
	// 同口径, 剔除…后). Figures of different bases do not contradict each other.
	Basis string

	// Statement groups the figures of one sentence that belong to one identity;
	// 0 for tables. Whole is the ID of the figure of which this one is a part.
	Statement int
	Whole     int
	Split     Split    // how the parts are tied to their whole
	Group     int      // parts of one listing share a group number; 0 for none
	Listed    []string // canonical subjects that a lump stands for
	// Open marks a list that the text calls selective (主要, 其中) rather than complete.
	Open bool

	Method string // grammar rule or table path that attributed it
	Doubt  string // why the attribution is doubtful, in Chinese; empty when it is not
	OCR    bool   // read from a picture
}

// Split says how a sentence ties parts to their whole.
type Split string

const (
	NoSplit   Split = ""
	InBracket Split = "bracket" // X万元（甲A万元、乙B万元）
	Among     Split = "among"   // 其中：…
	Divided   Split = "divided" // 分别为, 包括, 由…组成: the parts make up the whole
)

// HasAmount reports whether a number was printed.
func (f *Figure) HasAmount() bool { return f.Mark == Printed }

// IsBudget reports whether the figure belongs to a book (and is no policy mention).
func (f *Figure) IsBudget() bool { return f.Book != "" }

// Key identifies what a figure measures. Two figures with one key must agree.
type Key struct {
	Book    Book
	Level   Level
	Scope   string // distinguishes named sub-areas (Level Part); empty otherwise
	Year    int
	Stage   Stage
	Side    Side
	Subject string
	Parent  string // only where the subject alone is ambiguous (本年收支结余 of one fund)
	Role    Role   // only opening and closing, which tell two stocks of one subject apart
	Basis   string
}

// Key returns the figure's key.
func (f *Figure) Key() Key {
	k := Key{Book: f.Book, Level: f.Level, Year: f.Year, Stage: f.Stage, Side: f.Side, Subject: f.Subject, Basis: f.Basis}
	if f.Level == Part {
		k.Scope = f.Scope
	}
	if f.Side == Balance || f.Book == SocialInsurance {
		k.Parent = f.Parent
	}
	if f.Role == RoleOpening || f.Role == RoleClosing {
		k.Role = f.Role
	}
	return k
}

// DoubtUnknown is the doubt of a figure whose subject the vocabulary lacks.
const DoubtUnknown = "科目未收录"

// BasisWithoutCarryOver is the basis of a 支出总计 from which the sentence leaves out
// what is carried over (支出总量X万元，收支相抵，结转下年Y万元).
const BasisWithoutCarryOver = "不含结转下年"

// BasisPartYear is the basis of figures that cover a part of the year in a report on
// whole years: they are not to be compared with those.
const BasisPartYear = "年内进度"

// BasisLastAdjustment is the basis of what an earlier adjustment of the year had set.
const BasisLastAdjustment = "上次调整"
