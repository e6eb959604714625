package layout

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// subtotalRows lists items under a bare heading; 小计 closes each section and the
// total stands at the foot.
func subtotalRows(p *pen.Pen) []row {
	var rows []row
	for i, section := range []string{"税收收入", "非税收入"} {
		rows = append(rows, row{ordinal[i] + section, budget.Revenue, section, 0, true})
		for _, n := range accounts.Items(budget.GeneralPublic, section) {
			rows = append(rows, row{p.Say(n), budget.Revenue, n, 1, false})
		}
		rows = append(rows, row{"小　计", budget.Revenue, section, 0, false})
	}
	return append(rows, row{"合　　计", budget.Revenue, accounts.GPRevenue, 0, false})
}

// comparedDraft sets a draft beside the outturn, with the difference as amount
// and rate, sums at the bottom and a note in the last row.
func comparedDraft(p *pen.Pen, caption string) *render.Table {
	t := oneSided(p, caption, "科　　目", subtotalRows(p), []column{{"act", "上年执行数"}, {"next", "本年预算数"}, {"change", "增减额"}, {"growth", "增减%"}})
	t.Rows = append(t.Rows, noteRow(5, "注：增减额为本年预算数减上年执行数。"))
	return t
}

// noteRow is a note across the whole width of a table.
func noteRow(columns int, text string) []render.Cell {
	out := []render.Cell{{Text: text, ColSpan: columns}}
	for range columns - 1 {
		out = append(out, render.Cell{ColSpan: -1})
	}
	return out
}

// yearsAcross has two outturns and a draft across.
func yearsAcross(p *pen.Pen, caption string) *render.Table {
	y := p.Acc.Year
	rows := append(revenueRows(p, false), row{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false})
	rows = append(rows, amongRows(p, 9)...)
	return oneSided(p, caption, "指　　标", rows, []column{{"prev", fmt.Sprintf("%d年执行数", y-1)}, {"act", fmt.Sprintf("%d年执行数", y)}, {"next", fmt.Sprintf("%d年预算数", y+1)}})
}

// unitByColumn prints the budgets in 万元 and the outturn in 亿元, as each header says.
func unitByColumn(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption}
	t.Header = [][]render.Cell{render.Texts("项目", "年初预算（万元）", "执行数（亿元）", "为年初预算%")}
	rows := append(revenueRows(p, false), row{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false})
	for _, r := range rows {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		p.Unit("万元")
		line = append(line, filled(p, r, "bud"))
		p.Unit("亿元")
		line = append(line, filled(p, r, "act"), filled(p, r, "done:bud"))
		t.Rows = append(t.Rows, line)
	}
	return t
}

// threeHeaders has a header of three rows: years, stages and what stands in each column.
func threeHeaders(p *pen.Pen, caption string) *render.Table {
	y := p.Acc.Year
	over := render.Cell{ColSpan: -1}
	under := render.Cell{RowSpan: -1}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{
		{{Text: "科目名称", RowSpan: 3}, {Text: fmt.Sprintf("%d年", y), ColSpan: 4}, over, over, over, {Text: fmt.Sprintf("%d年", y-1), RowSpan: 2}},
		{under, {Text: "预算", ColSpan: 2}, over, {Text: "决算", ColSpan: 2}, over, under},
		append([]render.Cell{under}, render.Texts("年初预算数", "调整预算数", "决算数", "为调整预算%", "决算数")...),
	}
	rows := append(revenueRows(p, true), row{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false})
	for _, r := range rows {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		for _, what := range []string{"bud", "adj", "act", "done:adj", "prev"} {
			line = append(line, filled(p, r, what))
			if what == "prev" {
				p.Confirmed()
			}
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
