package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// scopeColumns has all levels, the district's own and the one below it across.
func scopeColumns(p *pen.Pen, caption string) *render.Table {
	d := p.Acc.District
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("项目", d.All, d.Own, lowerLevel(d))}
	rows := []row{
		{p.Say(accounts.GPRevenue), budget.Revenue, accounts.GPRevenue, 0, false},
		{"税收收入", budget.Revenue, "税收收入", 1, false}, {"非税收入", budget.Revenue, "非税收入", 1, false},
		{p.Say("上年结转"), budget.Revenue, "上年结转", 0, false}, {p.Say("动用预算稳定调节基金"), budget.Revenue, "动用预算稳定调节基金", 0, false},
		{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false},
	}
	rows = append(rows, amongRows(p, 8)...)
	rows = append(rows, row{p.Say("安排预算稳定调节基金"), budget.Expenditure, "安排预算稳定调节基金", 0, false}, row{p.Say("结转下年"), budget.Expenditure, "结转下年", 0, false})
	for _, r := range rows {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		for _, level := range []string{"all", "own", "low"} {
			p.Level(level)
			line = append(line, render.Cell{Text: p.Amount(p.Cell(r.side, r.subject)), Number: true})
		}
		t.Rows = append(t.Rows, line)
	}
	t.Notes = []string{"注：" + d.All + "数已扣除上下级之间的转移性收支。"}
	return t
}

// lowerLevel names the level below the district's own.
func lowerLevel(d accounts.District) string {
	if d.Below == "镇村" {
		return "乡镇级"
	}
	return d.Below + "级"
}

// amongRows lists the n largest functional classes as 其中 of their total.
func amongRows(p *pen.Pen, n int) []row {
	var rows []row
	for i, class := range p.Largest(n) {
		r := row{p.Say(class), budget.Expenditure, class, 4, false} // under the word after 其中：
		if i == 0 {
			r.label, r.indent = "其中："+r.label, 1
		}
		rows = append(rows, r)
	}
	return rows
}

// debtLevels has levels down; limits and balances by kind of debt across, under
// a header of two rows.
func debtLevels(p *pen.Pen, caption string) *render.Table {
	d := p.Acc.District
	covered := render.Cell{ColSpan: -1}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{
		{{Text: "地　区", RowSpan: 2}, {Text: "债务限额", ColSpan: 3}, covered, covered, {Text: "债务余额", ColSpan: 3}, covered, covered},
		append([]render.Cell{{RowSpan: -1}}, render.Texts("小计", "一般债务", "专项债务", "小计", "一般债务", "专项债务")...),
	}
	for _, l := range [][2]string{{d.All + "合计", "all"}, {d.Own, "own"}, {d.Below, "low"}} {
		p.Level(l[1])
		line := render.Texts(l[0])
		for _, what := range []string{"限额", "余额"} {
			for _, kind := range []string{"政府债务", "一般债务", "专项债务"} {
				line = append(line, render.Cell{Text: p.Amount(p.Cell(budget.Balance, kind+what)), Number: true})
			}
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
