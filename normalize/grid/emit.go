package grid

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// emit turns the lines of a block into items and figures.
func (g *reading) emit(b *block, lines []line) {
	out := budget.Block{Side: b.side, LabelCol: -1}
	if len(b.labels) > 0 {
		out.LabelCol = b.labels[len(b.labels)-1]
	}
	for _, c := range b.nums {
		spec := g.cols[c].spec
		g.settleColumn(&spec)
		out.Columns = append(out.Columns, spec)
	}
	links := g.solve(out.Columns, lines)
	g.tieYears(out.Columns, links)
	g.out.Figures = slices.Grow(g.out.Figures, len(lines)*amountColumns(out.Columns))
	out.Items = make([]budget.Item, 0, len(lines))
	for i := range lines {
		out.Items = append(out.Items, g.item(b, &out, links, lines, i))
	}
	g.out.Table.Blocks = append(g.out.Table.Blocks, out)
}

func amountColumns(cols []budget.Column) int {
	n := 0
	for i := range cols {
		if cols[i].Kind == budget.ColAmount || cols[i].Kind == budget.ColDelta {
			n++
		}
	}
	return n
}

// tieYears gives a change or rate column that the values do not link to its amounts
// the year of the amount that it stands behind, the latest where several do.
func (g *reading) tieYears(cols []budget.Column, links []link) {
	for i := range cols {
		if cols[i].Kind == budget.ColAmount || links[i] != unlinked || cols[i].Kind == budget.ColDelta && cols[i].Stage == budget.Adjusted {
			continue
		}
		at := -1
		for j := i - 1; j >= 0; j-- {
			if cols[j].Kind == budget.ColAmount && (at < 0 || cols[j].Year > cols[at].Year) {
				at = j
			}
		}
		if at >= 0 {
			cols[i].Year, cols[i].Stage = cols[at].Year, cols[at].Stage
		}
	}
}

func (g *reading) item(b *block, out *budget.Block, links []link, lines []line, i int) budget.Item {
	l := &lines[i]
	it := budget.Item{Row: l.row, Label: l.label, Code: l.code, Depth: l.depth, Parent: l.parent, Among: l.among, Grand: l.grand, Memo: l.memo,
		Cells: make([]int, len(out.Columns)), Rates: make([]budget.Rate, len(out.Columns))}
	for _, c := range b.labels {
		if l.cells[c].Line > 0 {
			it.Line = l.cells[c].Line
		}
	}
	sub := g.meaning(b, lines, i)
	if s, ok := g.byColumn(b, l, out.Side); !l.known && ok {
		l.known, l.sub, sub = true, s, s
	}
	it.Subject = sub.Name
	if it.Code == "" {
		it.Code = sub.Code
	}
	if l.memo {
		return it
	}
	if !l.known && (g.empty(b, l) || sub.Name == "") {
		return it
	}
	if !l.known && g.policy(l.label) {
		g.unreadRow(b, l)
		return it
	}
	if !l.known {
		g.out.Notes = append(g.out.Notes, budget.Note{Rule: "E004", Severity: budget.Info, Quote: l.label,
			Place: budget.Place{Page: g.rows[l.row].part.Page, Line: it.Line}, Message: "科目“" + sub.Name + "”未收录，按原文保留。"})
	}
	for k, c := range b.nums {
		g.cell(out, &it, lines, i, sub, k, c)
	}
	g.attachRates(out, &it, links)
	return it
}

// byColumn is the subject of a line that only the book of a column tells: 本年收入
// in a table with a column for each book.
func (g *reading) byColumn(b *block, l *line, side budget.Side) (*lexicon.Subject, bool) {
	for _, c := range b.nums {
		if own := g.cols[c].book; own != "" {
			if s, ok := g.lex.Subject(l.label, own, side); ok {
				return s, true
			}
		}
	}
	return nil, false
}

// policy reports whether a label names what belongs to no budget: 地区生产总值.
func (g *reading) policy(label string) bool {
	for _, t := range g.lex.Cut(nil, g.lex.Normalize(label)) {
		if t.Term != nil && t.Term.Class == lexicon.ClassPolicy {
			return true
		}
	}
	return false
}

// empty reports whether a line has no number at all.
func (g *reading) empty(b *block, l *line) bool {
	for _, c := range b.nums {
		if v := g.value(l, c); v.Number || v.Mark == budget.Dash {
			return false
		}
	}
	return true
}

// meaning is the subject of a line; for a word that the lexicon lacks it is the
// word itself.
func (g *reading) meaning(b *block, lines []line, i int) *lexicon.Subject {
	l := &lines[i]
	if s, ok := g.contextual(lines, i); ok {
		l.known, l.sub = true, s
		return s
	}
	named := l.known && l.sub.Role == budget.RolePart && !bareSum(squeeze(l.label)) // 基本支出合计
	if (l.grand && !named || squeeze(l.label) == "小计") && (!l.known || l.sub.Role != budget.RoleGrandTotal) {
		if s, ok := g.sumMeaning(b, lines, i); ok {
			l.known, l.sub = true, s
			return s
		}
	}
	if l.known {
		return l.sub
	}
	if l.level {
		if s, ok := g.levelMeaning(b, lines, i); ok {
			l.known, l.sub = true, s
			return s
		}
	}
	name := g.lex.Normalize(l.label)
	if name == "" {
		name = l.label
	}
	sd := b.side
	if s := sideOfHead(name); s != "" && strings.HasSuffix(name, lexicon.SideSuffix(s)) {
		sd = s // 其他各项支出 in a table whose other section is revenue
	}
	if sd == "" {
		sd = budget.Expenditure
		if strings.Contains(name, "收入") {
			sd = budget.Revenue
		}
	}
	return &lexicon.Subject{Name: name, Books: []budget.Book{g.frame.book}, Side: sd, Role: budget.RoleItem}
}

// sumMeaning reads 合计: the grand total where transfers are among what it sums,
// else the book's own total.
func (g *reading) sumMeaning(b *block, lines []line, i int) (*lexicon.Subject, bool) {
	t := squeeze(lines[i].label)
	if s, ok := g.subtotal(lines, i); ok {
		return s, true
	}
	if s, ok := g.commonParent(lines, i); ok && bareSum(t) {
		return s, true
	}
	if s, ok := g.captionSubject(b); ok && bareSum(t) {
		return s, true
	}
	transfers, own := false, false
	for j := range lines {
		if j == i || !lines[j].known {
			continue
		}
		switch lines[j].sub.Role {
		case budget.RoleSubtotal:
			transfers = true
		case budget.RoleComponent:
			if n := lines[j].sub.Name; n != "税收收入" && n != "非税收入" {
				transfers = true
			}
		case budget.RoleTotal:
			own = true
		}
	}
	if lines[i].known && lines[i].sub.Role == budget.RoleTotal && !(transfers && bareSum(t) && own) {
		return lines[i].sub, true
	}
	word := "收入"
	if b.side == budget.Expenditure {
		word = "支出"
	}
	if transfers {
		word += "总计"
	}
	if b.side != budget.Revenue && b.side != budget.Expenditure {
		return nil, false
	}
	return g.lex.Subject(word, g.frame.book, b.side)
}

// captionSubject is what a caption says that the table divides, where that is less than
// the expenditure of the book: 基本支出经济分类表.
func (g *reading) captionSubject(b *block) (*lexicon.Subject, bool) {
	basic, project := strings.Contains(g.frame.caption, "基本支出"), strings.Contains(g.frame.caption, "项目支出")
	if basic == project || b.side == budget.Revenue {
		return nil, false
	}
	word := "基本支出"
	if project {
		word = "项目支出"
	}
	return g.lex.Subject(word, g.frame.book, budget.Expenditure)
}

// subtotal reads 小计 behind a run of rows that are all parts of one subject.
func (g *reading) subtotal(lines []line, i int) (*lexicon.Subject, bool) {
	if squeeze(lines[i].label) != "小计" {
		return nil, false
	}
	parent := ""
	for j := i - 1; j >= 0; j-- {
		l := &lines[j]
		if !l.known || l.grand || l.sub.Parent == "" || parent != "" && l.sub.Parent != parent {
			break
		}
		parent = l.sub.Parent
	}
	if parent == "" {
		return nil, false
	}
	s, ok := g.lex.Subject(parent, g.frame.book, "")
	return s, ok && s.Name == parent
}

// commonParent reads 合计 over rows that are all parts of one subject which is no
// book's total: the three public expenses.
func (g *reading) commonParent(lines []line, i int) (*lexicon.Subject, bool) {
	parent := ""
	for j := range lines {
		if j == i || lines[j].memo || lines[j].grand || lines[j].depth > 0 {
			continue
		}
		if !lines[j].known || lines[j].sub.Parent == "" || parent != "" && lines[j].sub.Parent != parent {
			return nil, false
		}
		parent = lines[j].sub.Parent
	}
	if parent == "" {
		return nil, false
	}
	s, ok := g.lex.Subject(parent, g.frame.book, "")
	if !ok || s.Name != parent || s.Role == budget.RoleTotal && s.Parent == "" && parent != "“三公”经费" || lines[i].known && lines[i].sub.Role == budget.RoleGrandTotal {
		return nil, false
	}
	return s, true
}

// contextual reads labels that mean nothing but a part of the line that they stand
// under: 一般债务 under a limit, a balance or a repayment, 教育 under a transfer.
func (g *reading) contextual(lines []line, i int) (*lexicon.Subject, bool) {
	l := &lines[i]
	if l.parent < 0 || !lines[l.parent].known {
		return g.purpose(l)
	}
	parent := lines[l.parent].sub
	if l.known && l.sub.Role == budget.RoleFunction && strings.Contains(parent.Name, "转移支付") {
		name := g.lex.Normalize(l.label) // what the transfer is for, not the expenditure
		return &lexicon.Subject{Name: name, Books: parent.Books, Side: parent.Side, Role: budget.RoleItem, Parent: parent.Name}, true
	}
	t := g.lex.Normalize(l.label)
	if !strings.HasPrefix(t, "一般") && !strings.HasPrefix(t, "专项") {
		return nil, false
	}
	for _, n := range debtNotions {
		if parent.Name != n.all {
			continue
		}
		if strings.HasPrefix(t, "一般") {
			return g.lex.Subject(n.gen, budget.Debt, "")
		}
		return g.lex.Subject(n.special, budget.Debt, "")
	}
	return nil, false
}

// purpose reads 教育 in a table of transfers by purpose: what comes from above or goes
// to the townships for it, not the expenditure on it.
func (g *reading) purpose(l *line) (*lexicon.Subject, bool) {
	t := squeeze(g.frame.caption)
	if !l.known || l.sub.Role != budget.RoleFunction && !bareSum(squeeze(l.label)) || !strings.Contains(t, "转移支付") || phrase.Holds(t, "支出预算", "支出决算", "支出执行", "收支", "支出表") {
		return nil, false
	}
	whole, side := "补助下级支出", budget.Expenditure
	if phrase.Holds(t, "上级", "中央", "省对", "市对", "省下达", "市下达") {
		whole, side = "上级补助收入", budget.Revenue
	}
	if bareSum(squeeze(l.label)) {
		return g.lex.Subject(whole, budget.GeneralPublic, side)
	}
	return &lexicon.Subject{Name: g.lex.Normalize(l.label), Books: []budget.Book{budget.GeneralPublic}, Side: side, Role: budget.RoleItem, Parent: whole}, true
}

// cell turns one cell into a figure or a rate.
func (g *reading) cell(out *budget.Block, it *budget.Item, lines []line, i int, sub *lexicon.Subject, k, c int) {
	spec := out.Columns[k]
	src := lines[i].cells[c]
	v := g.value(&lines[i], c)
	if !v.Number && v.Mark == "" {
		g.badCell(lines[i], src, c)
		return
	}
	switch spec.Kind {
	case budget.ColGrowth, budget.ColCompletion, budget.ColIndex:
		if v.Number {
			it.Rates[k] = budget.Rate{Value: v.Value, Step: v.Step, Raw: strings.TrimSpace(src.Text), Known: true}
		}
		return
	case budget.ColOther:
		return
	}
	if v.Percent || v.Number && v.Value.Shift(scale(g.unitOf(spec, v))).Abs().GreaterThanOrEqual(mostWan) {
		g.badCell(lines[i], src, c) // a percentage is no amount, whatever the column's head; two numbers that ran together are none
		return
	}
	if own := g.cols[c].book; own != "" {
		s, ok := g.lex.Subject(lines[i].label, own, out.Side)
		if !ok {
			s, ok = g.lex.Subject(lines[i].label, own, sub.Side)
		}
		if ok {
			sub = s
		}
	}
	f := g.figure(lines, i, sub, spec, src, v)
	if own := g.cols[c].book; own != "" {
		f.Book = own
	}
	f.Row, f.Col = lines[i].row, c
	g.out.Figures = append(g.out.Figures, f)
	it.Cells[k] = len(g.out.Figures)
}

// mostWan is more than any government has, in 万元: a hundred trillion yuan.
var mostWan = decimal.New(1, 10)

func (g *reading) badCell(l line, src extract.Cell, c int) {
	g.out.Notes = append(g.out.Notes, budget.Note{Rule: "E003", Severity: budget.Info, Quote: src.Text,
		Place:   budget.Place{Page: g.rows[l.row].part.Page, Line: src.Line, Start: src.Start, End: src.End},
		Message: "单元格“" + strings.TrimSpace(src.Text) + "”不是一个数，未读取。"})
}

// unreadRow says of a row with numbers that nothing in it was understood.
func (g *reading) unreadRow(b *block, l *line) {
	if l.memo || g.empty(b, l) {
		return
	}
	at := budget.Place{Page: g.rows[l.row].part.Page}
	for _, c := range b.labels {
		if l.cells[c].Line > 0 {
			at.Line = l.cells[c].Line
		}
	}
	g.out.Notes = append(g.out.Notes, budget.Note{Rule: "E003", Severity: budget.Info, Quote: g.quote(l.row), Place: at,
		Message: "“" + l.label + "”一行在本表中的含义未能判定，未读取。"})
}

// rated returns the figure that the rate in column k measures. A growth rate
// belongs to the last amount before it that is of the latest year; a completion
// rate to the last execution or final figure before it.
func rated(cols []budget.Column, cells []int, k int) int {
	last, year := -1, 0
	for j := 0; j < k; j++ {
		if cols[j].Kind != budget.ColAmount || cells[j] == 0 {
			continue
		}
		done := cols[j].Stage == budget.Execution || cols[j].Stage == budget.Final
		switch {
		case cols[k].Kind == budget.ColCompletion && last >= 0 && !done && (cols[last].Stage == budget.Execution || cols[last].Stage == budget.Final):
		case cols[k].Kind == budget.ColGrowth && cols[j].Year < year:
		default:
			last, year = j, cols[j].Year
		}
	}
	if last < 0 {
		return 0
	}
	return cells[last]
}

// attachRates gives growth and completion to the amounts that they measure.
func (g *reading) attachRates(out *budget.Block, it *budget.Item, links []link) {
	for k, rate := range it.Rates {
		if rate.Known {
			g.attachRate(out.Columns, it.Cells, links, k, rate)
		}
	}
}

// attachRate gives the rate of column k to the figure that it measures; cells are the
// figures of its row.
func (g *reading) attachRate(cols []budget.Column, cells []int, links []link, k int, rate budget.Rate) {
	at := 0
	if links[k] == unlinked {
		at = rated(cols, cells, k)
	} else if measures(cols, k, links[k]) {
		at = cells[links[k].of]
	}
	if at == 0 {
		return
	}
	f := &g.out.Figures[at-1]
	if cols[k].Kind == budget.ColGrowth && !f.Growth.Known {
		rate.OtherBase = links[k] != unlinked && planned(cols[links[k].base].Stage)
		f.Growth = rate
	}
	if cols[k].Kind == budget.ColCompletion && !f.Completion.Known {
		f.Completion, f.CompletionOf = rate, cols[k].Of
	}
}

// planned reports whether a stage is one of the budget: growth over the budget of the
// year before is not growth over what was done in it.
func planned(s budget.Stage) bool { return s == budget.Budgeted || s == budget.Adjusted }

// measures reports whether a linked rate is one that a figure carries: growth over
// the year before, or the share of a budget that was done. Growth over the budget of
// the same year and an index of the year before are neither.
func measures(cols []budget.Column, k int, l link) bool {
	of, base := cols[l.of], cols[l.base]
	if cols[k].Kind == budget.ColGrowth {
		return base.Year < of.Year
	}
	return base.Year == of.Year
}
