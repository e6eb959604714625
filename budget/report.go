package budget

// ReportKind is the form of a report.
type ReportKind string

const (
	KindBudget        ReportKind = "budget"         // 预算执行情况和预算草案的报告
	KindFinalAccounts ReportKind = "final_accounts" // 决算报告
	KindAdjustment    ReportKind = "adjustment"     // 预算调整方案
	KindHalfYear      ReportKind = "half_year"      // 上半年（1—N月）预算执行情况
	KindUnknown       ReportKind = ""
)

// SourceLine is one line of the extracted text.
type SourceLine struct {
	Number int
	Page   int
	Text   string
}

// Report is what was understood of one file.
type Report struct {
	ID       string // input name without its ending, unique in a run
	File     string // path as given
	Type     string // pdf, txt, html, docx, xlsx
	District string // 某某市某某区, as named in the title
	Title    string
	Kind     ReportKind
	Year     int // the year reported on: execution year, or the year of the adjustment
	Lines    []SourceLine
	Figures  []*Figure // Figures[i].ID == i+1
	Tables   []Table
	Notes    []Note
	Ratios   []Ratio // ratios stated without amounts (债务率)
	// Mentions states what the text says about books without a figure
	// (社会保险基金由市级统筹 …): book to sentence.
	Mentions []Mention
	// TextRunes and ReadRunes measure coverage: all body text, and the text of
	// sentences and rows whose amounts were attributed.
	TextRunes, ReadRunes int
}

// Mention is a sentence that speaks of a book without giving its figures.
type Mention struct {
	Book  Book
	Place Place
	Quote string
}

// Note is a problem met while reading: E001 … E005 of the catalogue.
type Note struct {
	Rule     string // E001, E002, E003, E004, E005, U111
	Severity Severity
	Place    Place
	Quote    string
	Message  string // Chinese
	Figure   int    // ID, or 0
}

// Figure returns the figure with the given ID, or nil.
func (r *Report) Figure(id int) *Figure {
	if id < 1 || id > len(r.Figures) {
		return nil
	}
	return r.Figures[id-1]
}
