package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/workbook/xl"
)

// overviewColumn is a column of 一览.
type overviewColumn struct {
	name  string
	about string
	width float64
	cell  func(e *panelSummary, row int) xl.Cell
}

const overviewInputsFrom = 8 // the column of the first input

func overviewColumnList() []overviewColumn {
	word := func(get func(*panelSummary) string) func(*panelSummary, int) xl.Cell {
		return func(e *panelSummary, _ int) xl.Cell { return text(get(e)) }
	}
	value := func(i int) func(*panelSummary, int) xl.Cell {
		return func(e *panelSummary, _ int) xl.Cell { return panelNumber(e.main.values[i]) }
	}
	count := func(get func(*panelSummary) int) func(*panelSummary, int) xl.Cell {
		return func(e *panelSummary, _ int) xl.Cell { return xl.Cell{Value: get(e), Style: styleInt} }
	}
	out := []overviewColumn{
		{"地区", "报告标题中的地区", 0, word(func(e *panelSummary) string { return e.district })},
		{"报告", "点击打开该报告的工作簿", 0, func(e *panelSummary, _ int) xl.Cell {
			return xl.Cell{Value: e.id, Style: styleLink, Link: reportLink(e.id), Tip: e.title}
		}},
		{"文种", "", 24, word(func(e *panelSummary) string { return e.kind })},
		{"年度", "下列各数所属年度", 7, func(e *panelSummary, _ int) xl.Cell { return yearCell(e.main.year) }},
		{"阶段", "下列各数的阶段", 9, word(func(e *panelSummary) string { return stageWord(e.main.stage) })},
		{"口径", "一般公共预算各数的口径；其他预算没有同一口径时取最宽的", 9, word(func(e *panelSummary) string { return e.main.scope })},
		{"核对结论", "有差错、需留意、相符、未核对", 10, word(panelConclusion)},
	}
	for i, spec := range inputSpecs() {
		name := strings.TrimPrefix(spec.name, "其中：")
		out = append(out, overviewColumn{name, "万元", 15, func(e *panelSummary, _ int) xl.Cell { return panelNumber(e.main.inputs[i]) }})
	}
	out = append(out,
		overviewColumn{"政府性基金预算支出", "万元", 15, value(pvFundsSpending)},
		overviewColumn{"国有资本经营预算支出", "万元", 15, value(pvCapitalSpending)},
		overviewColumn{"社会保险基金收入", "万元", 15, value(pvInsuranceIn)},
		overviewColumn{"社会保险基金支出", "万元", 15, value(pvInsuranceOut)},
		overviewColumn{"收入增幅（%）", "一般公共预算收入比上年，报告列示", 9, value(pvGrowth)},
		overviewColumn{"支出增幅（%）", "一般公共预算支出比上年，报告列示", 9, value(pvSpendGrowth)},
		overviewColumn{"次年收入预算", "一般公共预算，万元", 15, value(pvNextRevenue)},
		overviewColumn{"次年支出预算", "一般公共预算，万元", 15, value(pvNextSpending)})
	for _, ind := range indicators() {
		out = append(out, overviewColumn{fmt.Sprintf("%s（%s）", ind.name, ind.unit()), ind.how, 12, func(e *panelSummary, row int) xl.Cell {
			return panelIndicator(ind, e, row)
		}})
	}
	return append(out,
		overviewColumn{"错误", "不符（错误）的项数", 7, count(func(e *panelSummary) int { return e.verdicts[0] })},
		overviewColumn{"警告", "不符（警告）的项数", 7, count(func(e *panelSummary) int { return e.verdicts[1] })},
		overviewColumn{"提示", "不符（提示）的项数", 7, count(func(e *panelSummary) int { return e.verdicts[2] })},
		overviewColumn{"尾差", "", 7, count(func(e *panelSummary) int { return e.verdicts[3] })},
		overviewColumn{"相符", "", 7, count(func(e *panelSummary) int { return e.verdicts[4] })},
		overviewColumn{"取到的数", "", 9, count(func(e *panelSummary) int { return e.figures })})
}

func panelConclusion(e *panelSummary) string {
	switch {
	case e.verdicts[0] > 0:
		return "✗ 有差错"
	case e.verdicts[1] > 0:
		return "！需留意"
	case e.verdicts[3]+e.verdicts[4] > 0:
		return "✓ 相符"
	}
	return "— 未核对"
}

func panelNumber(d decimal.NullDecimal) xl.Cell {
	return nullNumber(d, xl.Blue)
}

// panelIndicator is the indicator's formula over the inputs of the same row.
func panelIndicator(ind indicator, e *panelSummary, row int) xl.Cell {
	ref := func(list []input) string {
		var out []string
		for _, i := range list {
			out = append(out, xl.Ref(overviewInputsFrom+int(i), row))
		}
		return strings.Join(out, ",")
	}
	all := slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(ind.above), ind.below...))))
	body := fmt.Sprintf("SUM(%s)", ref(ind.above))
	if len(ind.below) > 0 {
		body = fmt.Sprintf(`IF(SUM(%[2]s)=0,"",SUM(%[1]s)/SUM(%[2]s)*100)`, ref(ind.above), ref(ind.below))
	}
	cell := xl.Cell{Formula: fmt.Sprintf(`IF(COUNT(%s)<%d,"",%s)`, ref(all), len(all), body), Value: "", Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
	if v := ind.of(e.main.inputs); v.Valid {
		cell.Value = v.Decimal
		if len(ind.below) == 0 {
			cell.Style = amountStyle(v.Decimal, xl.Black)
		}
	}
	return cell
}

// of is the indicator over plain numbers, all of which must be there.
func (i indicator) of(in [inputCount]decimal.NullDecimal) decimal.NullDecimal {
	sum := func(list []input) (decimal.Decimal, bool) {
		total := decimal.Zero
		for _, k := range list {
			if !in[k].Valid {
				return total, false
			}
			total = total.Add(in[k].Decimal)
		}
		return total, true
	}
	above, ok := sum(i.above)
	if !ok || len(i.below) == 0 {
		return decimal.NullDecimal{Decimal: above, Valid: ok}
	}
	below, ok := sum(i.below)
	if !ok || below.IsZero() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(above.Shift(2).DivRound(below, ratioPlaces))
}

// overview writes 一览. All columns stay, also empty ones: formulas and names rely on
// their places, and a reader of two panels finds the same layout.
func (b *panelBook) overview() error {
	columns := overviewColumnList()
	head := make([]xl.Cell, len(columns))
	widths := map[int]float64{}
	for i, c := range columns {
		head[i] = xl.Cell{Value: c.name, Style: styleHead}
		if c.width > 0 { // the others follow their content
			widths[i+1] = c.width
		}
	}
	s := b.sheet(sheetPanel, fmt.Sprintf("共 %d 份报告，一份一行。金额单位：万元。蓝色为报告所列数，黑色为公式；缺数留空。点击报告名打开该报告的工作簿。", len(b.entries)), xl.Navy, "报告一览", head, widths)
	row := make([]xl.Cell, len(columns))
	err := b.each(func(e *panelSummary) {
		at := s.Next()
		for j, c := range columns {
			row[j] = c.cell(e, at)
		}
		s.Row(row...)
	})
	if err != nil || len(b.entries) == 0 {
		return err
	}
	ref := fmt.Sprintf("G%d:G%d", panelHeaderRow+1, s.Next())
	s.Tone(ref, xl.Tone{Contains: "有差错", Color: xl.Red, Fill: xl.FillNo})
	s.Tone(ref, xl.Tone{Contains: "需留意", Color: xl.Amber, Fill: xl.FillHm})
	s.Tone(ref, xl.Tone{Contains: "相符", Color: xl.Green, Fill: xl.FillOK})
	for i, c := range columns {
		name, _, _ := strings.Cut(c.name, "（")
		col := xl.ColumnName(i + 1)
		b.book.Name("一览_"+name, xl.On(sheetPanel, fmt.Sprintf("$%s$%d:$%s$%d", col, panelHeaderRow+1, col, s.Next()-1)))
	}
	return nil
}
