package workbook

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/packed"
)

// panelColumn is a column of 全部数据 in the panel.
type panelColumn struct {
	name  string
	field string // of figures.jsonl, or empty
	about string
	width float64
	kind  byte // t text, n integer, a amount, r rate
	get   func(*budget.Figure) string
}

// panelColumns lists them: code and label apart, so that a model can filter by
// the code and a person by the label.
func panelColumns() []panelColumn {
	num := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	known := func(r budget.Rate) string {
		if !r.Known {
			return ""
		}
		return r.Value.String()
	}
	return []panelColumn{
		{"序号", "", "报告内的编号", 7, 'n', func(f *budget.Figure) string { return num(f.ID) }},
		{"预算代码", "book", "general_public、government_funds、state_capital、social_insurance、debt；空为非预算数", 17, 't', func(f *budget.Figure) string { return string(f.Book) }},
		{"预算", "", "预算代码的中文", 17, 't', func(f *budget.Figure) string { return bookWord(f.Book) }},
		{"口径", "scope", "报告原词", 10, 't', func(f *budget.Figure) string { return f.Scope }},
		{"级次代码", "level", "consolidated 全域、own 本级、treasury 金库、lower 下级、part 片区", 13, 't', func(f *budget.Figure) string { return string(f.Level) }},
		{"年度", "year", "该数所属的预算年度", 7, 'n', func(f *budget.Figure) string { return num(f.Year) }},
		{"阶段代码", "stage", "budget 年初预算、adjusted 调整预算、execution 执行数、final 决算数", 10, 't', func(f *budget.Figure) string { return string(f.Stage) }},
		{"阶段", "", "阶段代码的中文", 9, 't', func(f *budget.Figure) string { return stageWord(f.Stage) }},
		{"收支代码", "side", "revenue 收入、expenditure 支出、balance 余额", 12, 't', func(f *budget.Figure) string { return string(f.Side) }},
		{"科目编码", "code", "政府收支分类科目编码；无来源可证的留空", 9, 't', func(f *budget.Figure) string { return f.Code }},
		{"科目", "subject", "统一后的科目名称", 26, 't', func(f *budget.Figure) string { return f.Subject }},
		{"上级科目", "parent", "该数是哪个科目的一部分", 20, 't', func(f *budget.Figure) string { return f.Parent }},
		{"地位代码", "role", "该数在平衡关系中的作用", 12, 't', func(f *budget.Figure) string { return string(f.Role) }},
		{"金额（万元）", "amount_wan", "折成万元的精确值；空格为报告留空或印横线", 16, 'a', func(f *budget.Figure) string {
			if !f.HasAmount() {
				return ""
			}
			return f.Amount.String()
		}},
		{"无数原因", "", "blank 报告留空、dash 报告印横线", 9, 't', func(f *budget.Figure) string { return string(f.Mark) }},
		{"原文数字", "raw", "原文的写法", 16, 't', func(f *budget.Figure) string { return f.Raw }},
		{"末位（万元）", "step_wan", "所印末位数的大小", 9, 'a', func(f *budget.Figure) string {
			if !f.HasAmount() {
				return ""
			}
			return f.Step.String()
		}},
		{"比上年增减（%）", "growth_pct", "报告列示的增减幅度", 10, 'r', func(f *budget.Figure) string { return known(f.Growth) }},
		{"完成预算（%）", "completion_pct", "报告列示的完成比例", 10, 'r', func(f *budget.Figure) string { return known(f.Completion) }},
		{"增减额", "delta", "是：该数是变动额，带符号，不参与加总", 7, 't', func(f *budget.Figure) string { return yes(f.Delta) }},
		{"约数", "hedge", "约、近、超过、以上……", 7, 't', func(f *budget.Figure) string { return f.Hedge }},
		{"口径说明", "", "自然口径、同口径、剔除……后", 10, 't', func(f *budget.Figure) string { return f.Basis }},
		{"存疑", "", "归属存疑的原因，或图像识别", 12, 't', func(f *budget.Figure) string { return doubtWord(f) }},
		{"来源", "kind", "narrative 文字、table 表格", 9, 't', func(f *budget.Figure) string { return string(f.Kind) }},
		{"页", "page", "页码，从 1 起", 6, 'n', func(f *budget.Figure) string { return num(f.Page) }},
		{"行", "line", "读出的文字的行号，从 1 起", 7, 'n', func(f *budget.Figure) string { return num(f.Line) }},
	}
}

func yes(b bool) string {
	if b {
		return "是"
	}
	return ""
}

func doubtWord(f *budget.Figure) string {
	switch {
	case f.OCR && f.Doubt != "":
		return "图像识别；" + f.Doubt
	case f.OCR:
		return "图像识别"
	}
	return f.Doubt
}

func packFigures(p *packed.Writer, r *budget.Report) {
	columns := panelColumns()
	p.Number(len(r.Figures))
	for _, f := range r.Figures {
		for _, c := range columns {
			p.Text(c.get(f))
		}
	}
}

// matrixRow is the amounts of one account, for the sheet of its book.
type matrixRow struct {
	account account
	scope   string
	cells   []matrixCell
}

type matrixCell struct {
	subject matrixSubject
	amount  decimal.Decimal
}

// matrixSubject is a column of a matrix sheet.
type matrixSubject struct {
	side    budget.Side
	rank    int
	code    string
	subject string
}

func packMatrix(p *packed.Writer, r *budget.Report, v *values) {
	list := accounts(r.Figures, inMatrix)
	scopes := scopeWords(r.Figures)
	figures := map[account][]*budget.Figure{}
	for _, f := range r.Figures {
		if inMatrix(f) {
			a := accountOf(f)
			figures[a] = append(figures[a], f)
		}
	}
	p.Number(len(list))
	var row packed.Writer
	for _, a := range list {
		p.Text(string(a.Book))
		p.Text(string(a.Level))
		p.Text(a.Part)
		p.Number(a.Year)
		p.Text(string(a.Stage))
		p.Text(scopes[a])
		row.Bytes = row.Bytes[:0]
		cells := matrixCells(figures[a], v, a)
		row.Number(len(cells))
		for _, c := range cells {
			row.Text(string(c.subject.side))
			row.Number(c.subject.rank)
			row.Text(c.subject.code)
			row.Text(c.subject.subject)
			row.Digits(c.amount)
		}
		p.Span(row.Bytes) // so that a reader can step over it
	}
}

// inMatrix keeps what is comparable between districts: totals, components and
// subjects, not the parts and purposes that each report words in its own way.
func inMatrix(f *budget.Figure) bool {
	if !f.IsBudget() || !f.HasAmount() || f.Delta || f.Basis != "" || f.Year == 0 {
		return false
	}
	switch f.Role {
	case budget.RoleTotal, budget.RoleGrandTotal, budget.RoleSubtotal, budget.RoleComponent, budget.RoleFunction, budget.RoleItem, budget.RoleClosing:
		return true
	case budget.RolePart:
		return f.Book == budget.Debt || f.Subject == subjectTax || f.Subject == subjectNonTax
	}
	return false
}

func matrixCells(figures []*budget.Figure, v *values, a account) []matrixCell {
	seen := map[matrixSubject]bool{}
	var out []matrixCell
	for _, f := range figures {
		c := v.get(f.Key())
		if c.Figure == nil || !c.Figure.HasAmount() {
			continue
		}
		m := matrixSubject{side: f.Side, rank: matrixRank(f), subject: f.Subject, code: f.Code}
		if a.Book == budget.SocialInsurance && f.Side == budget.Balance && f.Parent != "" {
			m.subject = f.Parent + "：" + f.Subject
		}
		if id := (matrixSubject{side: m.side, subject: m.subject}); !seen[id] {
			seen[id] = true
			out = append(out, matrixCell{m, c.Figure.Amount})
		}
	}
	return out
}

func matrixRank(f *budget.Figure) int {
	switch {
	case f.Role == budget.RoleGrandTotal:
		return 0
	case f.Subject == ownTotal(f.Book, f.Side):
		return 1
	case strings.HasPrefix(f.Subject, subjectTax) || f.Subject == subjectNonTax:
		return 2
	case f.Role == budget.RoleFunction || f.Role == budget.RoleItem:
		return 3
	}
	return 4
}

// unpackMatrix reads the rows of the books that are wanted.
func unpackMatrix(u *packed.Reader, wanted func(budget.Book) bool) []matrixRow {
	var out []matrixRow
	for range u.Count() {
		row := matrixRow{account: account{Book: budget.Book(u.Text()), Level: budget.Level(u.Text()), Part: u.Text(), Year: u.Number(), Stage: budget.Stage(u.Text())}, scope: u.Text()}
		cells := u.Span()
		if u.Err != nil || !wanted(row.account.Book) {
			continue
		}
		in := &packed.Reader{Rest: cells}
		row.cells = make([]matrixCell, 0, in.Count())
		for range cap(row.cells) {
			c := matrixCell{subject: matrixSubject{side: budget.Side(in.Text()), rank: in.Number(), code: in.Text(), subject: in.Text()}}
			c.amount = in.OptionalDigits().Decimal
			row.cells = append(row.cells, c)
		}
		if in.Err != nil {
			u.Err = in.Err
		}
		out = append(out, row)
	}
	return out
}
