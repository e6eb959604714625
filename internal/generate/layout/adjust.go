package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

func adjustColumns(p *pen.Pen) []column {
	return []column{{"bud", p.Pick("年初预算数", "年初预算", "原预算数")}, {"adjusted", p.Pick("调整数（+、-）", "调整数", "增减额", "本次调整数")},
		{"adj", p.Pick("调整后预算数", "调整预算数", "调整后预算")}}
}

// adjustRevenue is the adjustment of the revenue side of a book.
func adjustRevenue(p *pen.Pen, caption string) *render.Table {
	rows := []row{{"收入总计", budget.Revenue, "收入总计", 0, false}}
	var parts []string
	if p.Now().Book == budget.GeneralPublic {
		parts = []string{"税收收入", "非税收入"}
	}
	rows = append(rows, sections(p, budget.Revenue, p.Acc.District.Own+"收入", parts)...)
	return oneSided(p, caption, "项　目", rows, adjustColumns(p))
}

// adjustSpending is the adjustment of the spending side, with some classes.
func adjustSpending(p *pen.Pen, caption string) *render.Table {
	rows := []row{{"支出总计", budget.Expenditure, "支出总计", 0, false}}
	var parts []string
	if p.Now().Book == budget.GeneralPublic {
		p.Stage("adj")
		parts = p.Largest(4)
	}
	for _, r := range sections(p, budget.Expenditure, p.Acc.District.Own+"支出", parts) {
		if r.subject != accounts.TotalOf(p.Now().Book, budget.Expenditure) || len(rows) == 1 {
			rows = append(rows, r)
		}
	}
	return oneSided(p, caption, "项　目", rows, adjustColumns(p))
}
