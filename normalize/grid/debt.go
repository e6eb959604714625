package grid

import (
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// debtNotions are what a debt table measures, by the words that name it, the most
// telling first, with the subjects of all debt, of general and of special debt.
var debtNotions = []struct {
	words             []string
	all, gen, special string
}{
	{[]string{"新增限额", "新增债务限额", "新增政府债务限额"}, "新增债务限额", "新增一般债务限额", "新增专项债务限额"},
	{[]string{"限额"}, "政府债务限额", "一般债务限额", "专项债务限额"},
	{[]string{"余额"}, "政府债务余额", "一般债务余额", "专项债务余额"},
	{[]string{"再融资"}, "再融资债券", "再融资一般债券", "再融资专项债券"},
	{[]string{"新增"}, "新增债券", "新增一般债券", "新增专项债券"},
	{[]string{"还本", "偿还", "归还", "化解", "本金"}, "债务还本支出", "一般债务还本支出", "专项债务还本支出"},
	{[]string{"付息", "利息"}, "债务付息支出", "一般债务付息支出", "专项债务付息支出"},
	{[]string{"发行", "举借"}, "地方政府债券发行", "一般债券发行", "专项债券发行"},
	{[]string{"转贷收入"}, "债务转贷收入", "一般债务转贷收入", "专项债务转贷收入"},
}

// debtNotion returns the place in debtNotions of what a text names, or -1. 还本付息
// together are neither, nor is what refinancing repays.
func debtNotion(text string) int {
	t := squeeze(text)
	if phrase.Holds(t, "本付息", "本息") || strings.Contains(t, "再融资") && phrase.Holds(t, "还本", "偿还", "归还") {
		return -1
	}
	for n := range debtNotions {
		if phrase.Holds(t, debtNotions[n].words...) {
			return n
		}
	}
	return -1
}

// debtKind is the kind of debt that a text names: 一般债务, 专项债务, or 政府债务 for
// both together.
func (g *reading) debtKind(s string) string {
	t := g.lex.Normalize(s)
	switch {
	case phrase.Holds(t, "一般债", "一般政府债") || t == "一般":
		return "一般债务"
	case phrase.Holds(t, "专项债", "专项政府债") || t == "专项":
		return "专项债务"
	case phrase.Holds(t, "合计", "总额", "小计", "政府债务", "总计"):
		return "政府债务"
	}
	return ""
}

// debtAxis is what a row label or the head of a column of a debt table says.
type debtAxis struct {
	notion int
	kind   string
}

func (g *reading) debtAxis(text string) debtAxis {
	a := debtAxis{notion: debtNotion(text)}
	for _, part := range strings.Split(text, "\n") {
		if k := g.debtKind(part); k != "" && (a.kind == "" || k != "政府债务") {
			a.kind = k
		}
	}
	return a
}

// crossed reads debt tables whose subject is said by row and column together: 限额,
// 余额 and movements one way, 一般 and 专项 the other, or levels of government a row.
func (g *reading) crossed() bool {
	if len(g.blocks) != 1 || len(g.blocks[0].labels) == 0 {
		return false
	}
	b := &g.blocks[0]
	heads := g.debtHeads(b)
	kinds, notions := 0, 0
	for _, a := range heads {
		if a.kind != "" {
			kinds++
		}
		if a.notion >= 0 {
			notions++
		}
	}
	if kinds < 2 && notions == 0 {
		return false
	}
	rows := g.lines(b)
	rowKinds, rowNotions, dated := 0, 0, 0
	for i := range rows {
		if len(outline.Years(rows[i].label)) == 1 {
			dated++
		}
		if a := g.debtAxis(rows[i].label); a.notion >= 0 {
			rowNotions++
		} else if a.kind != "" {
			rowKinds++
		}
	}
	switch {
	case kinds >= 2 && rowNotions > 0 && notions < len(heads):
	case notions >= 1 && rowKinds >= 2:
	case notions >= 2 && g.scopedRows(rows) > 0: // 限额 and 余额 by kind over the columns, a level a row
	case notions >= 2 && kinds >= 2 && dated*2 > len(rows): // a year a row
	default:
		return false
	}
	return g.emitCross(b, rows, heads)
}

// debtHeads reads the heads of the number columns. 其中：县本级 behind 限额 is of what
// stands before it.
func (g *reading) debtHeads(b *block) []debtAxis {
	out := make([]debtAxis, len(b.nums))
	for k, c := range b.nums {
		out[k] = g.debtAxis(g.cols[c].head)
		if k > 0 && out[k].notion < 0 && g.cols[c].scoped {
			out[k].notion = out[k-1].notion
			if out[k].kind == "" {
				out[k].kind = out[k-1].kind
			}
		}
	}
	return out
}

// scopedRows counts the rows whose label is a level of government or their sum.
func (g *reading) scopedRows(rows []line) int {
	n := 0
	for i := range rows {
		a := g.debtAxis(rows[i].label)
		if a.notion < 0 && a.kind != "一般债务" && a.kind != "专项债务" && (rows[i].scoped || g.rowLevel(rows[i].label) != "") {
			n++
		}
	}
	return n
}

// rowLevel is the level of the place that a row label names: the reporting district
// itself or one of its parts; "" where it names none.
func (g *reading) rowLevel(label string) budget.Level {
	t := squeeze(label)
	if lv, ok := g.lex.Level(t, g.in.Meta.Reporter()); ok && lv != lexicon.Upper {
		return lv
	}
	if place(t) || g.lex.Place(t) {
		return budget.Part
	}
	return ""
}

// debtSubject is the subject that a row and a column say together.
func (g *reading) debtSubject(row, col debtAxis) (*lexicon.Subject, bool) {
	notion, kind := col.notion, col.kind
	if notion < 0 {
		notion = row.notion
	} else if row.notion >= 0 && row.notion != notion {
		return nil, false
	}
	if kind == "" || kind == "政府债务" && row.kind != "" {
		kind = row.kind
	}
	if notion < 0 {
		return nil, false
	}
	n := debtNotions[notion]
	name := n.all
	switch kind {
	case "一般债务":
		name = n.gen
	case "专项债务":
		name = n.special
	}
	s, ok := g.lex.Subject(name, budget.Debt, "")
	if ok && s.Name != name {
		own := *s // the books know the loan only as a whole
		own.Name, own.Parent, own.Role, own.Code, own.Books = name, n.all, budget.RolePart, "", []budget.Book{budget.Debt}
		return &own, true
	}
	return s, ok
}

func (g *reading) emitCross(b *block, rows []line, heads []debtAxis) bool {
	g.frame.book = budget.Debt
	out := budget.Block{Side: budget.Balance, LabelCol: b.labels[len(b.labels)-1]}
	for k, c := range b.nums {
		spec := g.cols[c].spec
		if spec.Kind == budget.ColAmount || heads[k].notion >= 0 && spec.Kind == budget.ColDelta {
			spec.Kind = budget.ColAmount // 新增, 减少 name movements here, no changes
		}
		if phrase.Holds(g.cols[c].head, "年初", "期初") && spec.Year == 0 && heads[k].notion >= 0 && debtNotions[heads[k].notion].all == "政府债务余额" {
			spec.Year, spec.Stage = g.frame.year-1, ""
		}
		g.settleColumn(&spec)
		out.Columns = append(out.Columns, spec)
	}
	for i := range rows {
		l := &rows[i]
		row := g.debtAxis(l.label)
		mute := row.notion < 0 && row.kind == "" && !l.scoped && g.rowLevel(l.label) == "" && len(outline.Years(l.label)) != 1
		it := budget.Item{Row: l.row, Label: l.label, Parent: -1, Cells: make([]int, len(b.nums)), Rates: make([]budget.Rate, len(b.nums))}
		for k, c := range b.nums {
			if out.Columns[k].Kind != budget.ColAmount {
				continue
			}
			sub, ok := g.debtSubject(row, heads[k])
			v := g.value(l, c)
			if !ok || mute || v.Percent || !v.Number && v.Mark == "" {
				continue
			}
			l.known = true
			f := g.figure(rows, i, sub, out.Columns[k], l.cells[c], v)
			g.crossPlace(&f, l, g.cols[c].head)
			f.Parent, f.Role = sub.Parent, sub.Role
			f.Row, f.Col = l.row, c
			g.out.Figures = append(g.out.Figures, f)
			it.Cells[k] = len(g.out.Figures)
			it.Subject = sub.Name
		}
		if it.Subject == "" {
			g.unreadRow(b, l)
		}
		out.Items = append(out.Items, it)
	}
	out.Items = dropUnread(out.Items)
	g.out.Table.Book = budget.Debt
	g.out.Table.Doubt = budget.CrossTable // rows are not addends of each other: T rules keep out, D rules read the figures
	g.out.Table.Blocks = append(g.out.Table.Blocks, out)
	return len(g.out.Figures) > 0
}

// crossPlace gives a figure of a debt table the year and scope that its row names.
func (g *reading) crossPlace(f *budget.Figure, l *line, head string) {
	if ys := outline.Years(l.label); len(ys) == 1 {
		f.Year = ys[0]
	}
	if sc := g.in.Meta.Government.Scopes(squeeze(l.label)); len(sc) == 1 {
		f.Scope, f.Level = sc[0].Word, sc[0].Level
	} else if lv := g.rowLevel(l.label); lv != "" {
		f.Scope, f.Level = squeeze(l.label), lv
	}
	f.Stage = g.balanceStage(f.Year, l.label+head)
}

func dropUnread(items []budget.Item) []budget.Item {
	return slices.DeleteFunc(items, func(it budget.Item) bool { return it.Subject == "" })
}

func (g *reading) balanceStage(year int, words string) budget.Stage {
	if strings.Contains(words, "预算") && !strings.Contains(words, "执行") {
		return budget.Budgeted
	}
	return g.stageFor(year)
}
