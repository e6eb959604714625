package layout

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// mergedHeader has two years over their columns.
func mergedHeader(p *pen.Pen, caption string) *render.Table {
	y := p.Acc.Year
	covered := render.Cell{ColSpan: -1}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{
		{{Text: "项目", RowSpan: 2}, {Text: fmt.Sprintf("%d年", y), ColSpan: 3}, covered, covered, {Text: fmt.Sprintf("%d年", y+1), ColSpan: 2}, covered},
		{{RowSpan: -1}, {Text: "年初预算数"}, {Text: "执行数"}, {Text: "完成预算%"}, {Text: "预算数"}, {Text: "比上年增减%"}},
	}
	rows := append(revenueRows(p, false), row{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false})
	for _, r := range rows {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		for _, c := range []string{"bud", "act", "done:bud", "next", "growth"} {
			line = append(line, filled(p, r, c))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
