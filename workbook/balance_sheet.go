package workbook

import (
	"fmt"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// Columns of the balance sheet: each side has a label, the printed amount, the
// sum of its parts and the difference.
const (
	balRevenueCol = 1
	balExpendCol  = 5
	balColumns    = 8
	balVerdictCol = 5 // of the check rows
)

// balancePlace says where the totals of an account stand, for the overview.
type balancePlace struct {
	top            int
	revenue, spent place // the grand totals
	hasRevenue     bool
	hasSpent       bool
}

// liveChecks counts the check rows of the sheet, for the overview.
type liveChecks struct {
	rounding, apart, all int
}

func (b *reportBook) fillBalances(s *xl.Sheet) {
	s.Widths = map[int]float64{1: 30, 2: 15, 3: 15, 4: 12, 5: 30, 6: 15, 7: 15, 8: 12}
	s.FreezeRows = 2
	s.Row(xl.Cell{Value: "收支平衡表", Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: "金额单位：万元。蓝色为报告所列数，点击可到原文；黑色为公式：分项合计与差额（列示数－分项合计）随数据重算。", Style: styleLead, Free: true})
	for _, bal := range b.balances {
		b.fillBalance(s, bal)
	}
	words := fmt.Sprintf("%s1:%s%d", xl.ColumnName(balVerdictCol), xl.ColumnName(balVerdictCol), s.Next())
	toneWords(s, words)
	b.summary[sheetBalance] = len(b.balances)
}

// toneWords colours the words of live checks; the words alone say the same.
func toneWords(s *xl.Sheet, ref string) {
	s.Tone(ref, xl.Tone{Contains: liveApart, Color: xl.Red, Fill: xl.FillNo})
	s.Tone(ref, xl.Tone{Contains: liveRounding, Color: xl.Amber, Fill: xl.FillHm})
	s.Tone(ref, xl.Tone{Contains: liveSame, Color: xl.Green, Fill: xl.FillOK})
}

func (b *reportBook) fillBalance(s *xl.Sheet, bal balance) {
	s.Together(bal.height() + 1)
	s.Skip(1)
	bar := make([]xl.Cell, balColumns)
	for i := range bar {
		bar[i] = xl.Cell{Style: styleBar}
	}
	bar[0].Value, bar[0].Free = b.title(bal.account), true
	bar[4].Value, bar[4].Free = "来源："+b.sourceOf(bal), true
	where := balancePlace{top: s.Row(bar...)}
	s.Row(heads("收入", "金额", "分项合计", "差额", "支出", "金额", "分项合计", "差额")...)
	first := s.Next()
	left := b.layOut(bal.revenue, balRevenueCol, first)
	right := b.layOut(bal.expend, balExpendCol, first)
	blank := make([]xl.Cell, 4)
	for i := range blank {
		blank[i] = xl.Cell{Style: styleText}
	}
	for i := range max(len(left.rows), len(right.rows)) {
		row := make([]xl.Cell, 0, balColumns)
		for _, side := range []laidSide{left, right} {
			if i < len(side.rows) {
				row = append(row, side.rows[i]...)
			} else {
				row = append(row, blank...)
			}
		}
		s.Row(row...)
	}
	b.checkRows(s, left, right)
	where.revenue, where.hasRevenue = left.grandPlace()
	where.spent, where.hasSpent = right.grandPlace()
	b.balanced[bal.account] = where
}

// height is how many rows the balance takes on the sheet: bar, header, lines, and
// the checks with their header.
func (bal *balance) height() int {
	checks := 1
	for _, side := range []balanceSide{bal.revenue, bal.expend} {
		for _, l := range side.lines {
			checks += boolRank(len(l.sum) > 0)
		}
	}
	return 3 + max(len(bal.revenue.lines), len(bal.expend.lines)) + checks
}

func (b *reportBook) sourceOf(bal balance) string {
	word := func(side balanceSide) string {
		if side.from == nil {
			return "文字"
		}
		return fmt.Sprintf("表%d", side.from.Number)
	}
	left, right := word(bal.revenue), word(bal.expend)
	switch {
	case len(bal.expend.lines) == 0 || left == right:
		return left
	case len(bal.revenue.lines) == 0:
		return right
	}
	return "收入" + left + "，支出" + right
}

// laidSide is a side with its cells: label, amount, sum, difference.
type laidSide struct {
	side  balanceSide
	first int // sheet row of the first line
	col   int // column of the labels
	rows  [][]xl.Cell
}

func (l laidSide) amount(i int) operand {
	return operandOf(l.side.lines[i].value, xl.Ref(l.col+1, l.first+i))
}

func (l laidSide) grandPlace() (place, bool) {
	g := l.side.grand()
	if g < 0 || !l.amount(g).Value.Valid {
		return place{}, false
	}
	return place{sheetBalance, l.col + 1, l.first + g}, true
}

func (b *reportBook) layOut(side balanceSide, col, first int) laidSide {
	l := laidSide{side: side, first: first, col: col}
	for i, line := range side.lines {
		label := xl.Cell{Value: line.label, Style: styleText}
		label.Style.Indent = uint8(min(6, line.depth))
		amount := b.figureCell(line.value)
		b.put(line.value, place{sheetBalance, col + 1, first + i})
		cells := []xl.Cell{label, amount, {Style: styleText}, {Style: styleText}}
		if sum, diff, ok := l.sums(i); ok {
			cells[2], cells[3] = sum, diff
		}
		if line.bold {
			for j := range cells {
				cells[j] = with(cells[j], func(s *xl.Style) { s.Bold, s.Edge = true, xl.TotalEdge })
			}
		}
		l.rows = append(l.rows, cells)
	}
	return l
}

// sums makes the formulas of line i: the sum of its parts, and the difference.
func (l laidSide) sums(i int) (sum, diff xl.Cell, ok bool) {
	line := l.side.lines[i]
	printed := l.amount(i)
	if len(line.sum) == 0 || !printed.Value.Valid {
		return sum, diff, false
	}
	var rows []int
	held := map[int]decimal.NullDecimal{}
	numbers := 0
	for _, part := range line.sum {
		row := l.first + part
		rows = append(rows, row)
		held[row] = l.amount(part).Value
		if held[row].Valid {
			numbers++
		}
	}
	if numbers == 0 {
		return sum, diff, false
	}
	formula, total := sumOf(l.col+1, rows, held)
	sum = xl.Cell{Formula: formula, Value: total, Style: amountStyle(total, xl.Black)}
	formula, d := differenceOf(printed, number(xl.Ref(l.col+2, l.first+i), total))
	return sum, xl.Cell{Formula: formula, Value: d, Style: amountStyle(d, xl.Black)}, true
}

// tolerance is what the rounding of the printed numbers allows the sum to miss.
func (l laidSide) tolerance(i int) decimal.Decimal {
	figures := []*budget.Figure{l.side.lines[i].value.Figure}
	for _, part := range l.side.lines[i].sum {
		figures = append(figures, l.side.lines[part].value.Figure)
	}
	return stepSum(figures...)
}

// checkRows writes one row a check: what is compared, both sides, the
// difference, the verdict in words, and the tolerance.
func (b *reportBook) checkRows(s *xl.Sheet, left, right laidSide) {
	type check struct {
		name              string
		printed, computed operand
		tolerance         decimal.Decimal
	}
	var checks []check
	if lg, rg := left.side.grand(), right.side.grand(); lg >= 0 && rg >= 0 && left.amount(lg).Value.Valid && right.amount(rg).Value.Valid {
		checks = append(checks, check{"收入总计 = 支出总计", left.amount(lg), right.amount(rg),
			stepSum(left.side.lines[lg].value.Figure, right.side.lines[rg].value.Figure)})
	}
	for _, l := range []laidSide{left, right} {
		for i, line := range l.side.lines {
			sum, _, ok := l.sums(i)
			if !ok {
				continue
			}
			value, _ := sum.Value.(decimal.Decimal)
			checks = append(checks, check{line.label + " = 分项之和", l.amount(i), number(xl.Ref(l.col+2, l.first+i), value), l.tolerance(i)})
		}
	}
	if len(checks) == 0 {
		s.Row(xl.Cell{Value: "报告没有列出可以加总的分项，此表没有可执行的核对。", Style: styleLead, Free: true})
		return
	}
	s.Row(heads("核对事项", "列示数", "对照数", "差额", "结论", "允许尾差")...)
	for _, c := range checks {
		row := s.Next()
		diffFormula, diff := differenceOf(operand{xl.Ref(2, row), c.printed.Value}, operand{xl.Ref(3, row), c.computed.Value})
		verdictFormula, verdict := verdictOf(number(xl.Ref(4, row), diff), number(xl.Ref(6, row), c.tolerance))
		b.live.count(verdict)
		s.Row(text(c.name),
			xl.Cell{Formula: c.printed.Ref, Value: c.printed.Value.Decimal, Style: amountStyle(c.printed.Value.Decimal, xl.Black)},
			xl.Cell{Formula: c.computed.Ref, Value: c.computed.Value.Decimal, Style: amountStyle(c.computed.Value.Decimal, xl.Black)},
			xl.Cell{Formula: diffFormula, Value: diff, Style: amountStyle(diff, xl.Black)},
			xl.Cell{Formula: verdictFormula, Value: verdict, Style: styleCenter},
			xl.Cell{Value: c.tolerance, Style: amountStyle(c.tolerance, xl.Blue)})
	}
}

func (l *liveChecks) count(word string) {
	l.all++
	switch word {
	case liveRounding:
		l.rounding++
	case liveApart:
		l.apart++
	}
}
