package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// transposed has subjects across and stages down.
func transposed(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	rows := []row{
		{p.Say(accounts.GPRevenue), budget.Revenue, accounts.GPRevenue, 0, false}, {"税收收入", budget.Revenue, "税收收入", 0, false},
		{"非税收入", budget.Revenue, "非税收入", 0, false}, {p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false},
	}
	head := render.Texts("项目")
	for _, r := range rows {
		head = append(head, render.Cell{Text: r.label, Number: true})
	}
	t.Header = [][]render.Cell{head}
	for _, stage := range []string{"bud", "adj", "act"} {
		line := render.Texts(headerOf(p, stage))
		for _, r := range rows {
			line = append(line, filled(p, r, stage))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
