package grid

import (
	"regexp"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// rowAxis is what the label of a row says in a table whose columns are subjects: a
// year or stage, a rate, a level of government, a place.
type rowAxis struct {
	spec  budget.Column
	sure  bool
	scope string
	level budget.Level // empty where the row names none
	part  bool         // a month or quarter
}

// periodRE matches the label of a month, a quarter or a stretch of months.
var periodRE = regexp.MustCompile(`^(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}|第[一二三四1-4]|本|当)(?:月份?|季度?)数?$|^[上下]半年$|^[0-9０-９]{1,2}\s*[-—－~～至]\s*[0-9０-９]{1,2}月份?$`)

// partOfYear reports whether a label or head names a month, a quarter or the like,
// and not the twelve months.
func partOfYear(t string) bool {
	return phrase.Holds(t, "月", "季", "半年") && periodRE.MatchString(t) && !(phrase.Holds(t, "12月", "１２月") && t[0] == '1' && !strings.HasPrefix(t, "12") && !strings.HasPrefix(t, "10") && !strings.HasPrefix(t, "11"))
}

// axial reads tables whose columns are subjects and whose rows are years, stages,
// levels or places.
func (g *reading) axial() bool {
	if len(g.blocks) != 1 || len(g.blocks[0].labels) == 0 {
		return false
	}
	b := &g.blocks[0]
	heads := g.headSubjects(b)
	named := 0
	distinct := map[*lexicon.Subject]bool{}
	for _, h := range heads {
		if h.sub != nil {
			named++
			distinct[h.sub] = true
		}
	}
	if len(distinct) < 2 || named*2 < len(b.nums) {
		return false
	}
	rows := g.lines(b)
	axes := make([]rowAxis, len(rows))
	placed, read := 0, 0
	for i := range rows {
		if rows[i].memo {
			continue
		}
		read++
		var ok bool
		if axes[i], ok = g.rowAxis(b, &rows[i]); ok {
			placed++
		}
	}
	if placed == 0 || placed*2 < read {
		return false
	}
	g.settleBookBy(heads)
	g.sumRows(rows, axes)
	g.emitAxial(b, rows, axes, heads)
	return len(g.out.Figures) > 0
}

func (g *reading) settleBookBy(heads []headSubject) {
	if g.frame.book != "" {
		return
	}
	for _, h := range heads {
		if h.sub != nil && len(h.sub.Books) == 1 {
			g.frame.book = h.sub.Books[0]
			g.out.Table.Book = g.frame.book
			return
		}
	}
}

// rowAxis reads a label that names no subject. ok is false where it says nothing of
// time, level or place.
func (g *reading) rowAxis(b *block, l *line) (rowAxis, bool) {
	t := squeeze(l.label)
	if _, ok := g.lex.Subject(t, g.frame.book, g.frame.side); ok && !bareSum(t) {
		return rowAxis{}, false
	}
	var a rowAxis
	a.spec, a.sure = g.headSpec(t, func() bool { return g.rateRow(b, l) })
	a.spec.Header = l.label
	timed := a.spec.Year != 0 || a.spec.Stage != "" || a.spec.Kind != budget.ColAmount
	switch {
	case l.scoped:
		a.scope, a.level = l.scope.Word, l.scope.Level
	case place(t) || g.lex.Place(t), !timed && !bareSum(t) && g.unitRows(b):
		a.scope, a.level = strings.TrimSpace(l.label), budget.Part
	}
	a.part = partOfYear(t)
	return a, timed || a.part || a.level != "" || bareSum(t) || t == "累计" || t == "全年"
}

// unitRows reports whether the head of the labels says that each row is a department or
// place: 部门, 单位.
func (g *reading) unitRows(b *block) bool {
	for _, c := range b.labels {
		if h := squeeze(lastLine(g.cols[c].head)); phrase.Holds(h, "部门", "单位", "地区", "乡镇", "镇街", "街道", "区域", "辖区") {
			return true
		}
	}
	return false
}

// rateRow judges the values of a row whose label leaves open whether they are rates.
func (g *reading) rateRow(b *block, l *line) bool {
	n, finer := 0, 0
	for _, c := range b.nums {
		v := g.value(l, c)
		if !v.Number {
			continue
		}
		if v.Percent {
			return true
		}
		n++
		if v.Step.LessThan(decimalInt(1)) && v.Value.Abs().LessThan(decimalInt(1000)) {
			finer++
		}
	}
	return n > 0 && finer*10 >= n*7
}

// sumRows reads 合计 over levels as the whole, and over places as all of them.
func (g *reading) sumRows(rows []line, axes []rowAxis) {
	own, places := false, false
	units := false
	for i := range axes {
		own = own || axes[i].level == budget.Own
		part := axes[i].level == budget.Part
		places = places || part && place(axes[i].scope)
		units = units || part && !place(axes[i].scope)
	}
	for i := range axes {
		if axes[i].level != "" || !bareSum(squeeze(rows[i].label)) {
			continue
		}
		switch {
		case own:
			axes[i].scope, axes[i].level = outline.WholeScope(g.in.Meta.Government), budget.Consolidated
		case places && !units && g.frame.level == budget.Consolidated:
			axes[i].scope, axes[i].level = strings.TrimSpace(rows[i].label), budget.Lower
		}
	}
}

func (g *reading) emitAxial(b *block, rows []line, axes []rowAxis, heads []headSubject) {
	specs := make([]budget.Column, len(rows))
	cells := make([][]int, len(rows))
	for i := range rows {
		specs[i] = axes[i].spec
		specs[i].Col = i
		cells[i] = make([]int, len(b.nums))
	}
	links := g.solveRows(b, rows, axes, specs)
	for i := range rows {
		if rows[i].memo || specs[i].Kind != budget.ColAmount && specs[i].Kind != budget.ColDelta {
			continue
		}
		for k, c := range b.nums {
			if heads[k].sub == nil || g.cols[c].spec.Kind != budget.ColAmount {
				continue
			}
			cells[i][k] = g.axialCell(rows, axes, i, c, heads[k], specs[i])
		}
	}
	g.axialRates(b, rows, specs, cells, links)
	g.rateColumns(b, rows, heads, cells)
	g.out.Table.Doubt = "行列转置表"
	g.out.Table.Blocks = append(g.out.Table.Blocks, budget.Block{Side: g.frame.side, LabelCol: b.labels[len(b.labels)-1]})
}

// axialCell makes the figure of one cell and returns its number, 0 where the cell
// holds none.
func (g *reading) axialCell(rows []line, axes []rowAxis, i, c int, head headSubject, spec budget.Column) int {
	v := g.value(&rows[i], c)
	if v.Percent || !v.Number && v.Mark == "" {
		return 0
	}
	col := g.cols[c].spec
	if axes[i].spec.Year == 0 && col.Year != 0 {
		spec.Year = col.Year
	}
	if axes[i].spec.Stage == "" && col.Stage != "" {
		spec.Stage = col.Stage
		if col.Year == 0 && axes[i].spec.Year == 0 {
			spec.Year = 0
		}
		g.settleColumn(&spec)
	}
	spec.Col = c
	rows[i].known = true
	f := g.figure(rows, i, head.sub, spec, rows[i].cells[c], v)
	f.SubjectRaw = strings.ReplaceAll(g.cols[c].head, "\n", " ")
	if head.book != "" && head.sub.InBook(head.book) {
		f.Book = head.book
	}
	if axes[i].part {
		f.Basis = budget.BasisPartYear
	}
	if axes[i].level != "" {
		f.Scope, f.Level = axes[i].scope, axes[i].level
	}
	f.Row, f.Col = rows[i].row, c
	g.out.Figures = append(g.out.Figures, f)
	return len(g.out.Figures)
}

// solveRows settles the rows of a table lying on its side as solve settles columns.
func (g *reading) solveRows(b *block, rows []line, axes []rowAxis, specs []budget.Column) []link {
	s := newSolver(g, specs, len(b.nums))
	for i := range rows {
		g.settleColumn(&specs[i])
		s.sure[i] = axes[i].sure || rows[i].memo || specs[i].Kind == budget.ColAmount
		s.group[i] = axes[i].scope
		for k, c := range b.nums {
			s.vals[i][k] = g.number(&rows[i], c)
		}
	}
	s.run()
	g.tieYears(specs, s.links)
	return s.links
}

// axialRates gives the rates of rate rows to the amounts above them.
func (g *reading) axialRates(b *block, rows []line, specs []budget.Column, cells [][]int, links []link) {
	for i := range specs {
		if specs[i].Kind != budget.ColGrowth && specs[i].Kind != budget.ColCompletion {
			continue
		}
		for k, c := range b.nums {
			v := g.value(&rows[i], c)
			if !v.Number {
				continue
			}
			column := make([]int, len(specs))
			for j := range specs {
				column[j] = cells[j][k]
			}
			g.attachRate(specs, column, links, i, budget.Rate{Value: v.Value, Step: v.Step, Raw: strings.TrimSpace(rows[i].cells[c].Text), Known: true})
		}
	}
}

// rateColumns gives the rates in a column of its own under the head of a subject
// (一般公共预算收入 over 金额 and 增长%) to the amounts of that subject in the same row.
func (g *reading) rateColumns(b *block, rows []line, heads []headSubject, cells [][]int) {
	for k, c := range b.nums {
		kind := g.cols[c].spec.Kind
		if k == 0 || kind != budget.ColGrowth && kind != budget.ColCompletion || heads[k].sub == nil || heads[k-1].sub != heads[k].sub {
			continue
		}
		for i := range rows {
			v := g.value(&rows[i], c)
			if !v.Number || cells[i][k-1] == 0 {
				continue
			}
			f := &g.out.Figures[cells[i][k-1]-1]
			rate := budget.Rate{Value: v.Value, Step: v.Step, Raw: strings.TrimSpace(rows[i].cells[c].Text), Known: true}
			if kind == budget.ColGrowth {
				f.Growth = rate
			} else {
				f.Completion, f.CompletionOf = rate, g.cols[c].spec.Of
			}
		}
	}
}
