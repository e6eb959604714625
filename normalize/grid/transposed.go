package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

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
