package grid

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/outline"
)

// kind reads what a number column holds from its head.
func (g *reading) kind(c int) {
	col := &g.cols[c]
	spec, sure := g.headSpec(col.head, func() bool { return g.looksLikeRates(c) })
	spec.Col, spec.Header = col.spec.Col, col.spec.Header
	col.spec, col.sure = spec, sure || col.scoped && spec.Kind == budget.ColAmount
	if spec.Kind == budget.ColAmount && !col.scoped && within(col.head) {
		col.sure = false // a part of the amount before it
		if !saysAmount(lastLine(col.head)) {
			col.spec.Year, col.spec.Stage = 0, "" // 其中：上年结转安排 names a source, no year
		}
	}
}

// within reports whether a head says that its column is a part of one before it.
func within(head string) bool {
	for _, l := range strings.Split(head, "\n") {
		if strings.HasPrefix(l, "其中") {
			return true
		}
	}
	return false
}

// headSpec reads a head: that of a column, or the label of a row in a table lying on
// its side. sure is set where the head leaves no doubt about the kind: the cells then
// decide nothing any more. rates judges by the cells whether they are rates.
func (g *reading) headSpec(head string, rates func() bool) (spec budget.Column, sure bool) {
	h, last := withoutBooks(strings.ReplaceAll(head, "\n", "")), lastLine(head)
	pct := phrase.Holds(h, "%", "％", "﹪", "率", "百分比", "比例", "幅")
	compares := phrase.Holds(h, "增减", "增长", "增速", "±", "比上年", "比去年", "比20", "较20")
	switch {
	case phrase.Holds(strings.ReplaceAll(h, "限额", ""), "期限", "利率", "年限", "日期", "时间", "人数", "户数", "面积", "数量", "个数", "人均", "月份") && !phrase.Holds(h, "%", "％"):
		spec.Kind, sure = budget.ColOther, true
	case phrase.Holds(h, "年均", "平均"):
		spec.Kind, sure = budget.ColOther, true // over several years: no rate that a figure carries
	case phrase.Holds(h, "占比", "比重", "结构", "占总"):
		spec.Kind, sure = budget.ColOther, true
	case pct && phrase.Holds(h, "为上年", "占上年", "为去年", "占去年", "上年的") && !phrase.Holds(h, "±", "增减", "增长"):
		spec.Kind, sure = budget.ColIndex, true
	case phrase.Holds(h, "完成", "占", "为") && (pct || phrase.Holds(h, "完成率", "进度")) && !compares:
		spec.Kind, sure = budget.ColCompletion, phrase.Holds(h, "预算", "年初", "调整", "计划", "完成", "进度", "变动")
		spec.Of = completionBase(h)
	case phrase.Holds(h, "进度", "执行率", "执行比例"):
		spec.Kind, sure = budget.ColCompletion, true
		spec.Of = completionBase(h)
	case quotient(last) && !compares:
		spec.Kind, sure = budget.ColCompletion, rates()
		spec.Of = completionBase(h)
	case phrase.Holds(h, changeWords...) && !phrase.Holds(h, "变动预算"):
		spec.Kind, sure = growthOrDelta(h, pct, rates)
		if spec.Kind == budget.ColDelta && phrase.Holds(h, "年初", "预算") {
			spec.Of = budget.Budgeted
		}
	case phrase.Holds(h, "调整数", "调整额", "调整金额", "本次调整", "预算调整", "调增", "调减", "拟调整") && !phrase.Holds(h, "调整后", "调整预算数", "预算调整数后"):
		return budget.Column{Kind: budget.ColDelta, Stage: budget.Adjusted, Year: g.columnYear(h)}, true
	case strings.HasSuffix(last, "调整"):
		return budget.Column{Kind: budget.ColDelta, Stage: budget.Adjusted, Year: g.columnYear(h)}, false
	case pct:
		spec.Kind = budget.ColOther
	default:
		spec.Kind = budget.ColAmount
	}
	spec.Year = g.columnYear(h)
	spec.Stage = g.columnStage(h, spec.Year)
	if spec.Kind == budget.ColAmount {
		sure = saysAmount(last) || outline.PartYear(last) || spec.Stage != "" && !saysNothing(last)
	}
	return spec, sure
}

// changeWords stand in heads of changes and growth rates.
var changeWords = []string{"增减", "增长", "增速", "±", "增幅", "比上年", "较上年", "同比", "比去年", "升降", "增（减）", "增(减)", "+、-", "＋、－", "+/-", "增加", "减少", "变动", "差额", "比年初", "较年初", "为上年", "上年的", "比20", "较20"}

// quotient matches heads that name what a rate is measured by and nothing else,
// the sign of the percentage having got lost: 占调整预算, 为年初预算, 完成年度预算.
func quotient(last string) bool {
	for _, w := range []string{"占", "为", "完成"} {
		if rest, ok := strings.CutPrefix(last, w); ok && phrase.Holds(rest, "预算", "计划", "年初") && !phrase.Holds(rest, "数", "额") {
			return true
		}
	}
	return false
}

// saysAmount matches heads that can only stand over amounts.
func saysAmount(last string) bool {
	return phrase.Holds(last, "金额", "数额", "合计", "小计", "总计", "预算数", "执行数", "决算数", "完成数", "支出数", "收入数", "万元", "亿元", "绝对", "总量", "规模") || bareYear(last) != 0
}

// saysNothing matches heads that could as well stand over a rate.
func saysNothing(last string) bool {
	switch last {
	case "", "完成", "完成情况", "执行", "执行情况", "比例", "情况":
		return true
	}
	return false
}

// withoutBooks takes the names of books out of a head: the 预算 in 一般公共预算 is no
// stage.
func withoutBooks(h string) string {
	return bookNames.Replace(h)
}

var bookNames = strings.NewReplacer("一般公共预算", "", "政府性基金预算", "", "国有资本经营预算", "", "社会保险基金预算", "", "公共财政预算", "")

// completionBase is the budget that a completion rate is measured by, where the
// head says which.
func completionBase(h string) budget.Stage {
	switch {
	case phrase.Holds(h, "调整", "变动"):
		return budget.Adjusted
	case phrase.Holds(h, "年初"):
		return budget.Budgeted
	}
	return ""
}

// growthOrDelta tells 增减% from 增减额: by the head, else by its cells.
func growthOrDelta(h string, pct bool, rates func() bool) (kind budget.ColumnKind, sure bool) {
	switch {
	case pct && phrase.Holds(h, "为上年", "上年的") && !phrase.Holds(h, "±", "增减", "增长"):
		return budget.ColIndex, true
	case pct, phrase.Holds(h, "增速"):
		return budget.ColGrowth, true
	case phrase.Holds(h, "额", "数", "金额", "万元", "亿元", "绝对"):
		return budget.ColDelta, true
	case rates():
		return budget.ColGrowth, false
	}
	return budget.ColDelta, false
}

// looksLikeRates judges a column whose head does not say: rates carry decimals or
// signs and stay small beside amounts.
func (g *reading) looksLikeRates(c int) bool {
	n, small := 0, 0
	limit := decimal.NewFromInt(1000)
	for _, r := range g.rows[g.header:] {
		v := r.vals[c]
		if !v.Number {
			continue
		}
		if v.Percent {
			return true
		}
		n++
		if v.Value.Abs().LessThan(limit) && v.Step.LessThan(decimal.NewFromInt(1)) {
			small++
		}
	}
	return n > 0 && small*10 >= n*7
}
