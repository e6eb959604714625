package workbook

import (
	"strings"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// Names of the sheets, in their order.
const (
	sheetOverview  = "概览"
	sheetBalance   = "收支平衡"
	sheetFunctions = "分科目支出"
	sheetRevenue   = "收入明细"
	sheetDebt      = "政府债务"
	sheetThreeFees = "三公经费"
	sheetInsurance = "社会保险基金"
	sheetRatios    = "指标"
	sheetChecks    = "核对"
	sheetFindings  = "异常"
	sheetFigures   = "全部数据"
	sheetSource    = "原文"
	sheetReadme    = "说明"
)

// place is a cell of the workbook.
type place struct {
	sheet    string
	col, row int
}

func (p place) ref() string { return xl.On(p.sheet, xl.Ref(p.col, p.row)) }

// reportBook is the workbook of one report under construction.
type reportBook struct {
	book   *xl.Book
	report *budget.Report
	checks []budget.Check
	opts   options

	values   *values
	scopes   map[account]string
	findings map[int][]*budget.Check // by figure ID
	notes    map[int][]budget.Note   // by figure ID
	checked  map[string]bool         // rules with an outcome
	balances []balance
	subjects map[string][]section // by sheet
	ratios   ratioSheet

	sheets   map[string]*xl.Sheet
	left     []leftOut
	lineRow  map[int]int          // line number → row in 原文
	figRow   map[int]int          // figure ID → row in 全部数据
	rowLine  map[tableRow]int     // row of a table → line
	placed   map[budget.Key]place // the cell of a balance or subject sheet that shows the figure of a key
	balanced map[account]balancePlace
	live     liveChecks
	anomaly  []anomaly
	summary  map[string]int // rows of data by sheet
	scratch  []byte         // for texts that are put together
	cells    []xl.Cell      // of lists
}

type tableRow struct{ table, row int }

// leftOut is a sheet that would be empty.
type leftOut struct{ name, why string }

func newReportBook(r *budget.Report, checks []budget.Check, o options) (*reportBook, error) {
	title := r.Title
	if title == "" {
		title = r.ID
	}
	book, err := xl.New(xl.Properties{Title: title, Subject: strings.TrimSpace(r.District + " " + reportKindWord(r.Kind)),
		Keywords: "财政预算,收支平衡,核对", Notes: "由 " + r.ID + " 读出；每个数都可点回原文。", Year: r.Year}, o.tempDir)
	if err != nil {
		return nil, err
	}
	b := &reportBook{book: book, report: r, checks: checks, opts: o,
		values: newValues(r.Figures), scopes: scopeWords(r.Figures),
		sheets: map[string]*xl.Sheet{}, placed: map[budget.Key]place{}, balanced: map[account]balancePlace{}, summary: map[string]int{}}
	b.indexFindings()
	b.anomaly = b.anomalies()
	b.balances = balancesOf(r, b.values)
	b.subjects = b.subjectSections()
	b.ratios = b.planRatios()
	b.planSheets()
	b.planRows()
	return b, nil
}

func (b *reportBook) indexFindings() {
	b.findings, b.notes, b.checked = map[int][]*budget.Check{}, map[int][]budget.Note{}, map[string]bool{}
	for i := range b.checks {
		c := &b.checks[i]
		b.checked[c.Rule] = true
		if !c.Finding() || c.Suppressed != "" {
			continue
		}
		seen := map[int]bool{}
		for _, e := range c.Evidence {
			if e.Figure == nil || e.Report != "" && e.Report != b.report.ID || seen[e.Figure.ID] {
				continue
			}
			seen[e.Figure.ID] = true
			b.findings[e.Figure.ID] = append(b.findings[e.Figure.ID], c)
		}
	}
	for _, n := range b.report.Notes {
		if n.Figure != 0 {
			b.notes[n.Figure] = append(b.notes[n.Figure], n)
		}
	}
}

// grave reports whether a figure takes part in an error or a warning. Hints have
// a note but no colour.
func (b *reportBook) grave(f *budget.Figure) bool {
	for _, c := range b.findings[f.ID] {
		if c.Severity != budget.Info {
			return true
		}
	}
	return false
}

// planSheets creates the sheets in their order and leaves out the empty ones.
func (b *reportBook) planSheets() {
	r := b.report
	add := func(name string, color xl.Color, present bool, why string) {
		if !present {
			b.left = append(b.left, leftOut{name, why})
			return
		}
		s := b.book.Sheet(name)
		s.Tab = color
		b.sheets[name] = s
	}
	add(sheetOverview, xl.Navy, true, "")
	add(sheetBalance, xl.Blue, len(b.balances) > 0, "报告中没有可成表的预算收支")
	for _, name := range []string{sheetFunctions, sheetRevenue, sheetDebt, sheetThreeFees, sheetInsurance} {
		add(name, xl.Blue, len(b.subjects[name]) > 0, "报告中没有取到这一类数据")
	}
	add(sheetRatios, xl.Green, len(b.ratios.columns) > 0, "计算指标所需的数据没有取到")
	add(sheetChecks, xl.Amber, len(b.checks) > 0, "没有可以执行的核对")
	add(sheetFindings, xl.Red, len(b.anomaly) > 0, "没有异常")
	add(sheetFigures, xl.Grey, len(r.Figures) > 0, "没有取到数据")
	add(sheetSource, xl.Grey, len(r.Lines) > 0, "没有读出文字")
	add(sheetReadme, xl.Grey, true, "")
}

func (b *reportBook) planRows() {
	b.lineRow, b.figRow = map[int]int{}, map[int]int{}
	row := sourceFirstRow
	for _, l := range b.report.Lines {
		b.lineRow[l.Number] = row
		row += len(chunks(l.Text))
	}
	b.rowLine = map[tableRow]int{}
	for i, f := range b.report.Figures {
		b.figRow[f.ID] = figuresFirstRow + i
		if f.Kind == budget.InTable && f.Line > 0 {
			b.rowLine[tableRow{f.Table, f.Row}] = f.Line
		}
	}
	for _, t := range b.report.Tables {
		for _, block := range t.Blocks {
			for _, item := range block.Items {
				if at := (tableRow{t.Number, item.Row}); b.rowLine[at] == 0 {
					b.rowLine[at] = item.Line
				}
			}
		}
	}
}

// fill writes the sheets. Those that others refer to come first.
func (b *reportBook) fill() {
	for _, step := range []struct {
		name string
		fill func(*xl.Sheet)
	}{
		{sheetBalance, b.fillBalances},
		{sheetFunctions, b.fillSections}, {sheetRevenue, b.fillSections}, {sheetDebt, b.fillSections},
		{sheetThreeFees, b.fillSections}, {sheetInsurance, b.fillSections},
		{sheetRatios, b.fillRatios},
		{sheetChecks, b.fillChecks}, {sheetFindings, b.fillFindings}, {sheetFigures, b.fillFigures},
		{sheetSource, b.fillSource}, {sheetReadme, b.fillReadme}, {sheetOverview, b.fillOverview},
	} {
		if s := b.sheets[step.name]; s != nil {
			step.fill(s)
		}
	}
}

// scopeOf words the scope of an account as the report does.
func (b *reportBook) scopeOf(a account) string {
	if w := b.scopes[a]; w != "" {
		return w
	}
	return levelWord(a.Level)
}

// put remembers where the figure of a key is shown, so that indicators can point
// at that cell. Only the figure that stands for the key counts.
func (b *reportBook) put(c chosen, at place) {
	if c.Figure == nil || !c.Figure.HasAmount() {
		return
	}
	k := c.Figure.Key()
	if _, done := b.placed[k]; done {
		return
	}
	if best := b.values.get(k).Figure; best != nil && best.Amount.Equal(c.Figure.Amount) {
		b.placed[k] = at
	}
}

// title words an account: 一般公共预算 · 全区 · 2023年 · 执行数.
func (b *reportBook) title(a account) string {
	parts := []string{bookWord(a.Book)}
	for _, p := range []string{b.scopeOf(a), yearWord(a.Year), stageWord(a.Stage)} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " · ")
}

// columnTitle is title without the book.
func (b *reportBook) columnTitle(a account) string {
	return strings.TrimSpace(b.scopeOf(a) + " " + yearWord(a.Year) + stageWord(a.Stage))
}
