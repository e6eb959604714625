package workbook

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// group is the columns of one account: its amount, and what stands beside it
// where any row has it.
type group struct {
	account                   account
	first                     int // column of the amount
	share, growth, completion bool
	base                      int // the group that it is compared with, -1 for none
	wholeRef                  string
	wholeValue                decimal.NullDecimal
}

// compared names the accounts that an account is compared with, the best first,
// and the heading of the comparison.
func compared(a account) (bases []account, heading string) {
	base := a
	if a.Stage == budget.Adjusted {
		base.Stage = budget.Budgeted
		return []account{base}, "比年初（%，计算）"
	}
	base.Year--
	final := base
	base.Stage, final.Stage = budget.Execution, budget.Final
	return []account{final, base}, "比上年（%，计算）"
}

func (g *group) width() int {
	n := 1
	for _, has := range []bool{g.share, g.base >= 0, g.growth, g.completion} {
		if has {
			n++
		}
	}
	return n
}

func (b *reportBook) fillSections(s *xl.Sheet) {
	sections := b.subjects[s.Name]
	s.Widths = map[int]float64{1: 32}
	s.FreezeCols, s.FreezeRows = 1, 2
	s.Row(xl.Cell{Value: s.Name, Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: "金额单位：万元。蓝色为报告所列数，点击可到原文；黑色为公式。（空）为报告留空，— 为报告所印，未取到为报告中没有读出。", Style: styleLead, Free: true})
	for _, sec := range sections {
		s.Skip(1)
		if len(sec.earmarks) > 0 {
			b.fillEarmarks(s, sec)
			continue
		}
		b.fillSection(s, sec)
		b.summary[s.Name] += len(sec.rows)
	}
}

func (b *reportBook) fillSection(s *xl.Sheet, sec section) {
	coded := slices.ContainsFunc(sec.rows, func(r sectionRow) bool { return r.code != "" })
	first := 2
	if coded {
		first = 3
	}
	groups := b.groupsOf(sec, first)
	s.Row(xl.Cell{Value: sec.title, Style: styleSection, Free: true})
	b.sectionHead(s, groups, coded)
	top := s.Next()
	b.findWhole(sec, groups, top)
	for i, row := range sec.rows {
		b.sectionRow(s, sec, row, groups, coded, top+i)
	}
	if sec.sumOf != "" {
		b.sumRows(s, sec, groups, coded, top)
	}
	b.sectionChecks(s, sec, groups, coded, top)
}

func (b *reportBook) groupsOf(sec section, first int) []group {
	var out []group
	for _, a := range sec.accounts {
		g := group{account: a, first: first}
		for _, row := range sec.rows {
			f := row.in(b.values, a).Figure
			if f == nil {
				continue
			}
			g.growth = g.growth || f.Growth.Known
			g.completion = g.completion || f.Completion.Known
		}
		if sec.sharesOf() {
			whole := b.values.get(a.key(sec.side, sec.whole))
			g.share = whole.Figure != nil && whole.Figure.HasAmount() && !whole.Figure.Amount.IsZero()
		}
		g.base = b.baseGroup(sec, out, a)
		out = append(out, g)
		first += g.width()
	}
	return out
}

// baseGroup finds the earlier group with which at least one row of a can be
// compared; -1 where there is none.
func (b *reportBook) baseGroup(sec section, groups []group, a account) int {
	bases, _ := compared(a)
	for _, base := range bases {
		for i := range groups {
			if groups[i].account == base && slices.ContainsFunc(sec.rows, func(r sectionRow) bool { return b.comparableRow(r, a, base) }) {
				return i
			}
		}
	}
	return -1
}

func (b *reportBook) comparableRow(r sectionRow, a, base account) bool {
	now, then := amountOf(r.in(b.values, a)), amountOf(r.in(b.values, base))
	return now.Valid && then.Valid && !then.Decimal.IsZero()
}

// sharesOf reports whether the whole has a row in the section, of which shares
// can be taken.
func (sec section) sharesOf() bool {
	return sec.sumOf != "" || slices.ContainsFunc(sec.rows, func(r sectionRow) bool { return r.subject == sec.whole })
}

// sectionHead writes two header rows: the accounts, and what their columns are.
// The account stands centred over its columns without a merged cell.
func (b *reportBook) sectionHead(s *xl.Sheet, groups []group, coded bool) {
	over := styleHead
	over.Align, over.Wrap = xl.CenterAcross, false
	upper, lower := heads(""), heads("科目")
	if coded {
		upper, lower = heads("", ""), heads("科目", "编码")
	}
	for _, g := range groups {
		for i := range g.width() {
			cell := xl.Cell{Style: over}
			if i == 0 {
				cell.Value, cell.Free = b.columnTitle(g.account), g.width() > 1
			}
			upper = append(upper, cell)
		}
		lower = append(lower, heads("金额（万元）")...)
		_, comparison := compared(g.account)
		for _, extra := range []struct {
			has  bool
			name string
		}{{g.share, "占合计"}, {g.base >= 0, comparison}, {g.growth, "比上年（%）"}, {g.completion, "完成预算（%）"}} {
			if extra.has {
				lower = append(lower, xl.Cell{Value: extra.name, Style: styleHead})
			}
		}
	}
	s.RowHigh(18, upper...)
	for i := range lower {
		lower[i].Style.Wrap = false
	}
	s.Row(lower...)
}

// findWhole settles what shares are taken of: the cell of the whole in this
// section, or, where it has no row here, the row added below.
func (b *reportBook) findWhole(sec section, groups []group, top int) {
	for i := range groups {
		g := &groups[i]
		whole := b.values.get(g.account.key(sec.side, sec.whole))
		if !g.share {
			continue
		}
		row := 0
		if sec.sumOf != "" {
			row = top + len(sec.rows) + 1 // see sumRows
		}
		for j, r := range sec.rows {
			if r.subject == sec.whole {
				row = top + j
			}
		}
		g.wholeRef = xl.ColumnName(g.first) + fmt.Sprintf("$%d", row)
		g.wholeValue = decimal.NewNullDecimal(whole.Figure.Amount)
	}
}

func (b *reportBook) sectionRow(s *xl.Sheet, sec section, row sectionRow, groups []group, coded bool, at int) {
	label := text(rowLabel(row))
	label.Style.Indent = uint8(min(15, row.depth))
	cells := []xl.Cell{label}
	if coded {
		cells = append(cells, center(row.code))
	}
	for _, g := range groups {
		c := row.in(b.values, g.account)
		b.put(c, place{s.Name, g.first, at})
		cells = append(cells, b.figureCell(c))
		if g.share {
			cells = append(cells, shareCell(operandOf(c, xl.Ref(g.first, at)), operand{g.wholeRef, g.wholeValue}))
		}
		if g.base >= 0 {
			then := groups[g.base]
			cells = append(cells, changeCell(operandOf(c, xl.Ref(g.first, at)), operandOf(row.in(b.values, then.account), xl.Ref(then.first, at))))
		}
		if g.growth {
			cells = append(cells, rateOf(c, func(f *budget.Figure) budget.Rate { return f.Growth }))
		}
		if g.completion {
			cells = append(cells, rateOf(c, func(f *budget.Figure) budget.Rate { return f.Completion }))
		}
	}
	s.Row(cells...)
}

func rowLabel(r sectionRow) string {
	s := r.label
	switch r.role {
	case budget.RoleOpening:
		s += "（期初）"
	case budget.RoleClosing:
		s += "（期末）"
	}
	return s
}

// rateOf takes the rate of the shown figure, or of one that agrees with it.
func rateOf(c chosen, get func(*budget.Figure) budget.Rate) xl.Cell {
	if c.Figure == nil {
		return xl.Cell{Style: styleText}
	}
	for _, f := range append([]*budget.Figure{c.Figure}, c.Same...) {
		if r := get(f); r.Known && !r.OtherBase {
			return rateCell(r)
		}
	}
	return xl.Cell{Style: styleText}
}

func shareCell(part, whole operand) xl.Cell {
	formula, value := ratioOf(part, whole)
	return xl.Cell{Formula: formula, Value: value, Style: xl.Style{Edge: xl.Grid, Num: xl.Percent}}
}

// changeCell is the change in percent from one amount to another.
func changeCell(now, then operand) xl.Cell {
	cell := xl.Cell{Formula: fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",IF(%[2]s=0,"",%[1]s/%[2]s*100-100))`, now.Ref, then.Ref),
		Value: "", Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
	if now.Value.Valid && then.Value.Valid && !then.Value.Decimal.IsZero() {
		cell.Value = now.Value.Decimal.Shift(2).DivRound(then.Value.Decimal, ratioPlaces).Sub(decimal.NewFromInt(100))
	}
	return cell
}

// sumRows adds the sum of the listed subjects, the printed total and how much
// of it the list covers.
func (b *reportBook) sumRows(s *xl.Sheet, sec section, groups []group, coded bool, top int) {
	sums, wholes, covers := totalLabel(sec.sumOf, coded), totalLabel(sec.whole+"（报告列示）", coded), totalLabel("所列占比", coded)
	for _, g := range groups {
		rows, held := b.columnOf(sec, g, top)
		formula, sum := sumOf(g.first, rows, held)
		sumAt, wholeAt := xl.Ref(g.first, top+len(sec.rows)), xl.Ref(g.first, top+len(sec.rows)+1)
		sums = append(sums, with(xl.Cell{Formula: formula, Value: sum, Style: amountStyle(sum, xl.Black)}, total))
		whole := b.values.get(g.account.key(sec.side, sec.whole))
		wholes = append(wholes, with(b.figureCell(whole), total))
		covers = append(covers, with(shareCell(number(sumAt, sum), operandOf(whole, wholeAt)), total))
		for range g.width() - 1 {
			for _, row := range []*[]xl.Cell{&sums, &wholes, &covers} {
				*row = append(*row, xl.Cell{Style: styleTotal})
			}
		}
	}
	s.Row(sums...)
	s.Row(wholes...)
	s.Row(covers...)
}

func totalLabel(label string, coded bool) []xl.Cell {
	cells := []xl.Cell{{Value: label, Style: styleTotal}}
	if coded {
		cells = append(cells, xl.Cell{Style: styleTotal})
	}
	return cells
}

// columnOf lists the sheet rows of a group's amounts and what they hold.
func (b *reportBook) columnOf(sec section, g group, top int) ([]int, map[int]decimal.NullDecimal) {
	var rows []int
	held := map[int]decimal.NullDecimal{}
	for i, row := range sec.rows {
		rows = append(rows, top+i)
		held[top+i] = operandOf(row.in(b.values, g.account), "").Value
	}
	return rows, held
}

func (b *reportBook) fillEarmarks(s *xl.Sheet, sec section) {
	s.Row(xl.Cell{Value: sec.title, Style: styleSection, Free: true})
	s.Widths[2] = 14
	head := heads("科目", "金额（万元）", "年度", "阶段", "口径")
	for i := range head {
		head[i].Style.Wrap = false
	}
	s.Row(append(head, xl.Cell{Value: "原句", Style: xl.Style{Bold: true, Color: xl.Navy}, Free: true})...)
	for _, f := range sec.earmarks {
		a := accountOf(f)
		s.Row(text(f.Subject), b.figureCell(chosen{Figure: f}), yearCell(f.Year), center(stageWord(f.Stage)), center(b.scopeOf(a)),
			xl.Cell{Value: excerpt(f.Quote, f.Raw, 90), Style: xl.Style{}, Free: true})
	}
	b.summary[s.Name] += len(sec.earmarks)
}
