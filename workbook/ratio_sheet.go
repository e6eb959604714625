package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

const ratioFirstCol = 4 // 项目, 单位, 算法 stand before

// ratioSheet is the plan of 指标: one column an account.
type ratioSheet struct {
	columns []account
	inputs  []inputs
}

func (b *reportBook) planRatios() ratioSheet {
	p := ratioSheet{columns: ratioAccounts(b.report, b.values)}
	for _, a := range p.columns {
		p.inputs = append(p.inputs, b.values.inputs(a))
	}
	return p
}

func (b *reportBook) fillRatios(s *xl.Sheet) {
	s.Widths = map[int]float64{1: 28, 2: 6, 3: 56}
	s.FreezeCols, s.FreezeRows, s.TitleRows = 1, 3, [2]int{3, 3}
	s.Row(xl.Cell{Value: "指标", Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: "上半部是所用的数（绿色引自其他表），下半部是公式。缺任何一个所用的数，指标即留空，不按零计。", Style: styleLead, Free: true})
	head := heads("项目", "单位", "算法或来源")
	for _, a := range b.ratios.columns {
		word := strings.TrimSpace(b.ratioScope(a) + "\n" + yearWord(a.Year) + stageWord(a.Stage))
		head = append(head, xl.Cell{Value: word, Style: styleHead})
		s.Widths[len(head)] = max(14, float64(xl.TextWidth(word)+2))
	}
	s.Row(head...)
	b.ratioBar(s, "所用的数")
	rows := b.inputRows(s)
	b.ratioBar(s, "由上面的数计算")
	for _, ind := range indicators() {
		b.indicatorRow(s, ind, rows)
	}
	if b.anyRate(rows) {
		b.ratioBar(s, "报告列示的幅度与按本报告计算的幅度")
	}
	for _, in := range ratedInputs {
		b.growthRows(s, in, rows[in])
		b.completionRows(s, in, rows[in])
	}
	b.statedRatios(s)
	b.summary[sheetRatios] = len(b.ratios.columns)
}

// ratedInputs are the inputs whose stated growth and completion are shown.
var ratedInputs = []input{inRevenue, inSpending, inFunds}

// anyRate reports whether a growth or a completion can be shown at all.
func (b *reportBook) anyRate(rows [inputCount]int) bool {
	for _, in := range ratedInputs {
		if rows[in] == 0 {
			continue
		}
		for i, a := range b.ratios.columns {
			f := b.ratios.inputs[i][in].Figure
			if f == nil || !f.HasAmount() {
				continue
			}
			if f.Growth.Known || f.Completion.Known || b.baseColumn(in, growthBases(a)) >= 0 || b.baseColumn(in, completionBases(a)) >= 0 {
				return true
			}
		}
	}
	return false
}

// growthBases are the accounts of the year before, the final one first.
func growthBases(a account) []account {
	a.Year--
	before := a
	before.Stage, a.Stage = budget.Final, budget.Execution
	return []account{before, a}
}

// completionBases are the budgets that an execution completes, the adjusted first.
func completionBases(a account) []account {
	if a.Stage != budget.Execution && a.Stage != budget.Final {
		return nil
	}
	adjusted := a
	adjusted.Stage, a.Stage = budget.Adjusted, budget.Budgeted
	return []account{adjusted, a}
}

func (b *reportBook) ratioScope(a account) string {
	for _, book := range bookOrder {
		if w := b.scopes[a.at(book)]; w != "" {
			return w
		}
	}
	return levelWord(a.Level)
}

func (b *reportBook) ratioBar(s *xl.Sheet, title string) {
	row := make([]xl.Cell, ratioFirstCol-1+len(b.ratios.columns))
	for i := range row {
		row[i] = xl.Cell{Style: styleBar}
	}
	row[0].Value, row[0].Free = title, true
	s.Row(row...)
}

// inputRows writes the figures used, and returns the row of each input. An
// input that no column has is left out; its row is 0.
func (b *reportBook) inputRows(s *xl.Sheet) [inputCount]int {
	var rows [inputCount]int
	for i, spec := range inputSpecs() {
		used := false
		for _, in := range b.ratios.inputs {
			used = used || in[i].Figure != nil
		}
		if !used {
			continue
		}
		cells := []xl.Cell{text(spec.name), center("万元"), how(bookWord(spec.book) + " " + sideWord(spec.side) + " " + spec.subject)}
		for _, in := range b.ratios.inputs {
			cells = append(cells, b.inputCell(in[i]))
		}
		rows[i] = s.Row(cells...)
	}
	return rows
}

// inputCell points at the cell of another sheet that shows the figure.
func (b *reportBook) inputCell(c chosen) xl.Cell {
	cell := b.figureCell(c)
	if c.Figure == nil || !c.Figure.HasAmount() {
		return cell
	}
	if at, ok := b.placed[c.Figure.Key()]; ok {
		cell.Formula, cell.Style.Color = at.ref(), xl.Green
	}
	return cell
}

func (b *reportBook) indicatorRow(s *xl.Sheet, ind indicator, rows [inputCount]int) {
	cells := []xl.Cell{text(ind.name), center(ind.unit()), how(ind.how)}
	any := false
	for i := range b.ratios.columns {
		cell := xl.Cell{Style: styleText}
		if b.reachable(ind, rows) {
			cell = indicatorCell(ind, b.ratios.inputs[i], rows, ratioFirstCol+i)
		}
		any = any || cell.Value != nil && cell.Value != ""
		cells = append(cells, cell)
	}
	if any {
		s.Row(cells...)
	}
}

// reachable reports whether every input of an indicator has a row.
func (b *reportBook) reachable(ind indicator, rows [inputCount]int) bool {
	for _, list := range [][]input{ind.above, ind.below} {
		for _, i := range list {
			if rows[i] == 0 {
				return false
			}
		}
	}
	return true
}

func indicatorCell(ind indicator, in inputs, rows [inputCount]int, col int) xl.Cell {
	var missing []string
	refs := func(list []input) string {
		var out []string
		for _, i := range list {
			ref := xl.Ref(col, rows[i])
			out = append(out, ref)
			if len(list) == 1 {
				missing = append(missing, "COUNT("+ref+")=0")
			} else {
				missing = append(missing, ref+`="`+wordMissing+`"`)
			}
		}
		return "SUM(" + strings.Join(out, ",") + ")"
	}
	above := refs(ind.above)
	body := above
	if len(ind.below) > 0 {
		below := refs(ind.below)
		body = fmt.Sprintf(`IF(%[1]s=0,"",%[2]s/%[1]s*100)`, below, above)
	}
	cell := xl.Cell{Formula: fmt.Sprintf(`IF(OR(%s),"",%s)`, strings.Join(missing, ","), body), Value: "", Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
	if v := ind.compute(in); v.Valid {
		cell.Value = v.Decimal
		if len(ind.below) == 0 {
			cell.Style = amountStyle(v.Decimal, xl.Black)
		}
	}
	return cell
}

// how words an algorithm; the long ones wrap.
func how(s string) xl.Cell { return xl.Cell{Value: s, Style: xl.Style{Edge: xl.Grid, Wrap: true}} }

// growthRows sets the stated growth beside the one computed from the year
// before, where this report gives both amounts.
func (b *reportBook) growthRows(s *xl.Sheet, in input, row int) {
	b.rateRows(s, inputSpecs()[in].name+"增速", in, row, "与上年执行数（决算数）相比",
		func(f *budget.Figure) budget.Rate { return f.Growth },
		growthBases, `%s/%s*100-100`, func(now, then decimal.Decimal) decimal.Decimal {
			return now.Shift(2).DivRound(then, ratioPlaces).Sub(decimal.NewFromInt(100))
		})
}

// completionRows does the same for completion of the budget.
func (b *reportBook) completionRows(s *xl.Sheet, in input, row int) {
	b.rateRows(s, inputSpecs()[in].name+"完成预算", in, row, "执行数 ÷ 调整预算（没有则年初预算）",
		func(f *budget.Figure) budget.Rate { return f.Completion },
		completionBases, `%s/%s*100`, func(now, base decimal.Decimal) decimal.Decimal {
			return now.Shift(2).DivRound(base, ratioPlaces)
		})
}

// rateRows writes a stated rate, the computed one and the difference. bases
// names the accounts to compare with, the best first.
func (b *reportBook) rateRows(s *xl.Sheet, name string, in input, row int, about string, stated func(*budget.Figure) budget.Rate,
	bases func(account) []account, formula string, compute func(now, base decimal.Decimal) decimal.Decimal) {
	if row == 0 {
		return
	}
	first, second, third := []xl.Cell{text(name + "（报告列示）"), center("%"), how("报告原文")},
		[]xl.Cell{text(name + "（计算）"), center("%"), how(about)}, []xl.Cell{text("　相差（计算－列示）"), center("百分点"), text("")}
	anyStated, anyComputed, anyBoth := false, false, false
	at := s.Next()
	for i, a := range b.ratios.columns {
		col := ratioFirstCol + i
		said := b.statedCell(b.ratios.inputs[i][in], stated)
		made := xl.Cell{Style: styleText}
		if j := b.baseColumn(in, bases(a)); j >= 0 && b.ratios.inputs[i][in].Figure != nil && b.ratios.inputs[i][in].Figure.HasAmount() {
			now, base := b.ratios.inputs[i][in].Figure.Amount, b.ratios.inputs[j][in].Figure.Amount
			v := compute(now, base)
			made = xl.Cell{Formula: fmt.Sprintf(formula, xl.Ref(col, row), xl.Ref(ratioFirstCol+j, row)), Value: v, Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
		}
		gap := xl.Cell{Style: styleText}
		x, ok := said.Value.(decimal.Decimal)
		y, ok2 := made.Value.(decimal.Decimal)
		anyStated, anyComputed = anyStated || ok, anyComputed || ok2
		if ok && ok2 {
			anyBoth = true
			gap = xl.Cell{Formula: fmt.Sprintf("ROUND(%s-%s,6)", xl.Ref(col, at+1), xl.Ref(col, at)), Value: y.Sub(x).Round(6), Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(2)}}
		}
		first, second, third = append(first, said), append(second, made), append(third, gap)
	}
	switch {
	case anyBoth:
		s.Row(first...)
		s.Row(second...)
		s.Row(third...)
	case anyStated && anyComputed:
		s.Row(first...)
		s.Row(second...)
	case anyStated:
		s.Row(first...)
	case anyComputed:
		s.Row(second...)
	}
}

// baseColumn finds the column of the first account that has the input as a
// number other than zero; -1 where none has.
func (b *reportBook) baseColumn(in input, bases []account) int {
	for _, a := range bases {
		for i, other := range b.ratios.columns {
			f := b.ratios.inputs[i][in].Figure
			if other == a && f != nil && f.HasAmount() && !f.Amount.IsZero() {
				return i
			}
		}
	}
	return -1
}

func (b *reportBook) statedCell(c chosen, get func(*budget.Figure) budget.Rate) xl.Cell {
	cell := rateOf(c, get)
	if cell.Value != nil {
		cell.Link, cell.Tip = b.sourceLink(c.Figure), "点击看原文"
	}
	return cell
}

// statedRatios lists ratios that the report states without amounts behind them.
func (b *reportBook) statedRatios(s *xl.Sheet) {
	if len(b.report.Ratios) == 0 {
		return
	}
	b.ratioBar(s, "报告直接列示的比率")
	for _, r := range b.report.Ratios {
		at := ratioAccount(r)
		cells := []xl.Cell{text(r.Name), center("%"), text(strings.TrimSpace(r.Scope + " " + yearWord(r.Year) + stageWord(r.Stage)))}
		value := rateCell(r.Rate)
		if row, ok := b.lineRow[r.Line]; ok {
			value.Link = xl.LinkTo(sheetSource, sourceTextCol, row)
		}
		for _, a := range b.ratios.columns {
			if a == at {
				cells = append(cells, value)
			} else {
				cells = append(cells, xl.Cell{Style: styleText})
			}
		}
		s.Row(cells...)
	}
}
