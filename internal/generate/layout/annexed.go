package layout

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// revenueCode are the official codes of the revenue subjects.
var revenueCode = map[string]string{
	"税收收入": "101", "增值税": "10101", "企业所得税": "10104", "个人所得税": "10106", "资源税": "10107", "城市维护建设税": "10109",
	"房产税": "10110", "印花税": "10111", "城镇土地使用税": "10112", "土地增值税": "10113", "车船税": "10114", "耕地占用税": "10118",
	"契税": "10119", "环境保护税": "10121",
	"非税收入": "103", "专项收入": "10302", "行政事业性收费收入": "10304", "罚没收入": "10305", "国有资源（资产）有偿使用收入": "10307",
	"捐赠收入": "10308", "政府住房基金收入": "10309", "其他收入": "10399",
}

// coded prints code, name, budgets and outturn of each row, notes under the table.
func coded(p *pen.Pen, caption string, rows []row, codes map[string]string, note string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p), Notes: []string{"注：" + note}}
	t.Header = [][]render.Cell{render.Texts("科目编码", "科目名称", "年初预算数", "调整预算数", stageOf(p), stageOf(p)+"为调整预算数的%")}
	for _, r := range rows {
		line := []render.Cell{{Text: codes[r.subject]}, {Text: r.label, Indent: r.indent}}
		for _, what := range []string{"bud", "adj", "act", "done:adj"} {
			line = append(line, filled(p, r, what))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// revenueCoded is the revenue by code, the total in the last row.
func revenueCoded(p *pen.Pen, caption string) *render.Table {
	var rows []row
	for _, section := range []string{"税收收入", "非税收入"} {
		rows = append(rows, row{section, budget.Revenue, section, 0, false})
		for _, n := range accounts.Items(budget.GeneralPublic, section) {
			rows = append(rows, row{p.Say(n), budget.Revenue, n, 1, false})
		}
	}
	rows = append(rows, row{"本年收入合计", budget.Revenue, accounts.GPRevenue, 0, false})
	return coded(p, caption, rows, revenueCode, "本表不含转移性收入，个别数据因四舍五入与合计数略有出入。")
}

// spendingCoded is the spending by class and item, the total in the last row.
func spendingCoded(p *pen.Pen, caption string) *render.Table {
	var rows []row
	for _, class := range accounts.Items(budget.GeneralPublic, accounts.GPSpending) {
		rows = append(rows, row{p.Say(class), budget.Expenditure, class, 0, false})
		for _, n := range accounts.Items(budget.GeneralPublic, class) {
			rows = append(rows, row{n, budget.Expenditure, n, 1, false})
		}
	}
	rows = append(rows, row{"本年支出合计", budget.Expenditure, accounts.GPSpending, 0, false})
	return coded(p, caption, rows, codeOf, "预备费在执行中按用途列入相应科目，故无决算数。")
}

// adjustPair has both sides of a book beside each other, each before, in and
// after the adjustment.
func adjustPair(p *pen.Pen, caption string) *render.Table {
	left, right := sidesOf(p, 5)
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("收入项目", "调整前", "调整", "调整后", "支出项目", "调整前", "调整", "调整后")}
	half := func(rs []row, i int) []render.Cell {
		if i >= len(rs) {
			return []render.Cell{{}, {Number: true}, {Number: true}, {Number: true}}
		}
		r := rs[i]
		return []render.Cell{{Text: r.label, Indent: r.indent}, filled(p, r, "bud"), filled(p, r, "adjusted"), filled(p, r, "adj")}
	}
	pair := func(l, r []row) {
		for i := range max(len(l), len(r)) {
			t.Rows = append(t.Rows, append(half(l, i), half(r, i)...))
		}
	}
	pair(left, right)
	pair([]row{{"收入总计", budget.Revenue, "收入总计", 0, false}}, []row{{"支出总计", budget.Expenditure, "支出总计", 0, false}})
	return t
}

// adjustDown lists the parts of a fund's revenue and expenditure before, in and
// after the adjustment.
func adjustDown(p *pen.Pen, caption string) *render.Table {
	rows := itemRows(p)
	rows[0].label = "本年收入"
	for i, r := range rows {
		if i > 0 && r.indent == 0 {
			rows[i].label = "本年支出"
		}
	}
	return oneSided(p, caption, "预算科目", rows, []column{{"bud", "调整前预算数"}, {"adjusted", "本次调整（增+减-）"}, {"adj", "调整后预算数"}})
}

// halfSpending has the year's budget, the half year, its share and the half year
// before.
func halfSpending(p *pen.Pen, caption string) *render.Table {
	rows := append([]row{{"一般公共预算支出", budget.Expenditure, accounts.GPSpending, 0, false}}, classRows(p, false)...)
	return oneSided(p, caption, "科目", rows, []column{{"bud", "全年预算"}, {"prev", "去年1—6月"}, {"act", "今年1—6月"}, {"done:bud", "占预算%"}, {"growth", "同比±%"}})
}

// levelsNext sets the outturn and the draft of two levels side by side.
func levelsNext(p *pen.Pen, caption string) *render.Table {
	y, d := p.Acc.Year, p.Acc.District
	over := render.Cell{ColSpan: -1}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	act, next := fmt.Sprintf("%d年执行数", y), fmt.Sprintf("%d年预算数", y+1)
	t.Header = [][]render.Cell{
		{{Text: "项　　目", RowSpan: 2}, {Text: d.All, ColSpan: 3}, over, over, {Text: d.Own, ColSpan: 3}, over, over},
		append([]render.Cell{{RowSpan: -1}}, render.Texts(act, next, "增减%", act, next, "增减%")...),
	}
	rows := append(revenueRows(p, false), row{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false})
	for _, r := range append(rows, amongRows(p, 10)...) {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		for _, level := range []string{"all", "own"} {
			p.Level(level)
			line = append(line, filled(p, r, "act"), filled(p, r, "next"), filled(p, r, "growth"))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// insuredNext has funds down; outturn and draft of income and spending across.
func insuredNext(p *pen.Pen, caption string) *render.Table {
	over := render.Cell{ColSpan: -1}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{
		{{Text: "险　种", RowSpan: 2}, {Text: "基金收入", ColSpan: 2}, over, {Text: "基金支出", ColSpan: 2}, over, {Text: "预算年末滚存结余", RowSpan: 2}},
		append([]render.Cell{{RowSpan: -1}}, append(render.Texts("上年执行数", "本年预算数", "上年执行数", "本年预算数"), render.Cell{RowSpan: -1})...),
	}
	line := func(label, income, spending, fund string) {
		in, out := row{label, budget.Revenue, income, 0, false}, row{label, budget.Expenditure, spending, 0, false}
		cells := append(render.Texts(label), filled(p, in, "act"), filled(p, in, "next"), filled(p, out, "act"), filled(p, out, "next"))
		c := p.Cell(budget.Balance, "年末滚存结余")
		c.Parent = fund
		t.Rows = append(t.Rows, append(cells, render.Cell{Text: p.Amount(c), Number: true}))
	}
	line("社会保险基金合计", accounts.SIRevenue, accounts.SISpending, "")
	for _, f := range p.Acc.Funds {
		line(f, f+"收入", f+"支出", f)
	}
	return t
}
