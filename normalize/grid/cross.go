package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// crossed reads tables whose subject is said by row and column together: a debt
// table with 限额 and 余额 one way, 一般 and 专项 the other.
func (g *reading) crossed() bool {
	if len(g.blocks) != 1 {
		return false
	}
	b := &g.blocks[0]
	kinds, measures := 0, 0
	for _, c := range b.nums {
		if debtKind(g.cols[c].head) != "" {
			kinds++
		}
		if debtMeasure(g.cols[c].head) != "" {
			measures++
		}
	}
	if kinds < 2 && measures == 0 {
		return false
	}
	rows := g.lines(b)
	rowKinds, rowMeasures := 0, 0
	for _, l := range rows {
		if debtMeasure(l.label) != "" {
			rowMeasures++
		}
		if debtKind(l.label) != "" {
			rowKinds++
		}
	}
	switch {
	case kinds >= 2 && rowMeasures > 0:
	case measures >= 1 && rowKinds >= 2:
	case measures >= 2 && g.scopedRows(rows) > 0: // 限额 and 余额 by kind over the columns, a level a row
	default:
		return false
	}
	if g.frame.book == "" || g.frame.book != budget.Debt && rowMeasures+measures == 0 {
		g.frame.book = budget.Debt
	}
	return g.emitCross(b, rows)
}

// scopedRows counts the rows whose label is a level of government or their sum.
func (g *reading) scopedRows(rows []line) int {
	n := 0
	for _, l := range rows {
		if debtMeasure(l.label) == "" && debtKind(l.label) != "一般债务" && debtKind(l.label) != "专项债务" && len(g.in.Meta.Government.Scopes(squeeze(l.label))) > 0 {
			n++
		}
	}
	return n
}

func debtKind(s string) string {
	t := squeeze(s)
	switch {
	case strings.Contains(t, "一般"):
		return "一般债务"
	case strings.Contains(t, "专项"):
		return "专项债务"
	case strings.Contains(t, "合计"), strings.Contains(t, "总额"), strings.Contains(t, "小计"), strings.Contains(t, "政府债务"):
		return "政府债务"
	}
	return ""
}

func debtKindOr(head string) string {
	if k := debtKind(head); k != "" {
		return k
	}
	return "政府债务"
}

func debtMeasure(s string) string {
	t := squeeze(s)
	switch {
	case strings.Contains(t, "限额"):
		return "限额"
	case strings.Contains(t, "余额"):
		return "余额"
	}
	return ""
}

func (g *reading) emitCross(b *block, rows []line) bool {
	out := budget.Block{Side: budget.Balance, LabelCol: b.labels[len(b.labels)-1]}
	for _, c := range b.nums {
		spec := g.cols[c].spec
		spec.Kind = budget.ColAmount
		g.settleColumn(&spec)
		out.Columns = append(out.Columns, spec)
	}
	for i := range rows {
		l := &rows[i]
		it := budget.Item{Row: l.row, Label: l.label, Parent: -1, Cells: make([]int, len(b.nums)), Rates: make([]budget.Rate, len(b.nums))}
		for k, c := range b.nums {
			sub, ok := g.crossSubject(l.label, g.cols[c].head)
			src := l.cells[c]
			v := g.value(l, c)
			if !ok || !v.Number && v.Mark == "" {
				continue
			}
			l.known = true
			f := g.figure(rows, i, sub, out.Columns[k], src, v)
			if ys := outline.Years(l.label); len(ys) == 1 {
				f.Year = ys[0]
			}
			if sc := g.in.Meta.Government.Scopes(squeeze(l.label)); len(sc) == 1 {
				f.Scope, f.Level = sc[0].Word, sc[0].Level
			}
			f.Stage = g.balanceStage(f.Year, l.label+g.cols[c].head)
			f.Parent, f.Role = "", budget.RoleTotal
			if !strings.HasPrefix(sub.Name, "政府债务") {
				f.Parent, f.Role = "政府债务"+debtMeasure(sub.Name), budget.RolePart
			}
			f.Row, f.Col = l.row, c
			g.out.Figures = append(g.out.Figures, f)
			it.Cells[k] = len(g.out.Figures)
			it.Subject = sub.Name
		}
		out.Items = append(out.Items, it)
	}
	out.Items = dropUnread(out.Items)
	g.out.Table.Book = budget.Debt
	g.out.Table.Doubt = "交叉表" // rows are not addends of each other: T rules keep out, D rules read the figures
	g.out.Table.Blocks = append(g.out.Table.Blocks, out)
	return len(g.out.Figures) > 0
}

func dropUnread(items []budget.Item) []budget.Item {
	var out []budget.Item
	for _, it := range items {
		if it.Subject != "" {
			out = append(out, it)
		}
	}
	return out
}

func (g *reading) balanceStage(year int, words string) budget.Stage {
	if strings.Contains(words, "预算") && !strings.Contains(words, "执行") {
		return budget.Budgeted
	}
	return g.stageFor(year)
}

func (g *reading) crossSubject(rowLabel, head string) (*lexicon.Subject, bool) {
	kind, measure := debtKind(head), debtMeasure(rowLabel)
	if measure == "" && debtMeasure(head) != "" && debtKind(rowLabel) != "一般债务" && debtKind(rowLabel) != "专项债务" {
		return g.lex.Subject(debtKindOr(lastLine(head))+debtMeasure(head), budget.Debt, "")
	}
	if measure == "" {
		kind, measure = debtKind(rowLabel), debtMeasure(head)
	}
	if kind == "" {
		kind = "政府债务"
	}
	if measure == "" {
		return nil, false
	}
	return g.lex.Subject(kind+measure, budget.Debt, "")
}

// transposed reads tables whose columns are subjects and whose rows are years or
// stages.
func (g *reading) transposed() bool {
	if len(g.blocks) != 1 || len(g.blocks[0].labels) == 0 {
		return false
	}
	b := &g.blocks[0]
	subs := map[int]*lexicon.Subject{}
	for _, c := range b.nums {
		if s, ok := g.lex.Subject(lastLine(g.cols[c].head), g.frame.book, g.frame.side); ok {
			subs[c] = s
		}
	}
	if len(subs) < 2 || len(subs)*2 < len(b.nums) {
		return false
	}
	dated := 0
	rows := g.lines(b)
	for _, l := range rows {
		if g.rowTime(l.label) {
			dated++
		}
	}
	if dated == 0 || dated*2 < len(rows) {
		return false
	}
	g.settleBookBy(subs)
	g.emitTransposed(b, rows, subs)
	return true
}

func (g *reading) settleBookBy(subs map[int]*lexicon.Subject) {
	if g.frame.book != "" {
		return
	}
	for _, c := range g.blocks[0].nums {
		if s := subs[c]; s != nil && len(s.Books) == 1 {
			g.frame.book = s.Books[0]
			return
		}
	}
}

// rowTime reports whether a row label names a year or a stage and nothing else.
func (g *reading) rowTime(label string) bool {
	t := squeeze(label)
	if _, ok := g.lex.Subject(t, g.frame.book, g.frame.side); ok {
		return false
	}
	return len(outline.Years(t+"年")) > 0 || bareYear(t) != 0 || g.columnStage(t, 0) != "" || anyIn(t, "完成", "增长", "增减")
}

func (g *reading) emitTransposed(b *block, rows []line, subs map[int]*lexicon.Subject) {
	out := budget.Block{Side: g.frame.side, LabelCol: b.labels[len(b.labels)-1]}
	for i := range rows {
		spec := budget.Column{Col: i, Header: rows[i].label}
		h := squeeze(rows[i].label)
		if anyIn(h, "%", "％", "率", "增长", "增幅") {
			continue
		}
		spec.Kind = budget.ColAmount
		if anyIn(h, "增减", "调整数") && !anyIn(h, "调整后") {
			spec.Kind = budget.ColDelta
		}
		spec.Year = g.columnYear(h)
		spec.Stage = g.columnStage(h, spec.Year)
		g.settleColumn(&spec)
		for _, c := range b.nums {
			sub := subs[c]
			src := rows[i].cells[c]
			v := g.value(&rows[i], c)
			if sub == nil || !v.Number && v.Mark == "" {
				continue
			}
			rows[i].known = true
			cellSpec := spec
			cellSpec.Col = c
			f := g.figure(rows, i, sub, cellSpec, src, v)
			f.SubjectRaw = strings.ReplaceAll(g.cols[c].head, "\n", " ")
			f.Row, f.Col = rows[i].row, c
			g.out.Figures = append(g.out.Figures, f)
		}
	}
	g.out.Table.Doubt = "行列转置表"
	g.out.Table.Blocks = append(g.out.Table.Blocks, out)
}
