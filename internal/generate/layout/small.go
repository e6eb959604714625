package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// official is the table of “三公” expenses.
func official(p *pen.Pen, caption string) *render.Table {
	rows := []row{
		{"合计", budget.Expenditure, "“三公”经费", 0, false},
		{"因公出国（境）费", budget.Expenditure, "因公出国（境）费", 0, false},
		{"公务接待费", budget.Expenditure, "公务接待费", 0, false},
		{"公务用车购置及运行维护费", budget.Expenditure, "公务用车购置及运行维护费", 0, false},
		{"其中：公务用车购置费", budget.Expenditure, "公务用车购置费", 1, false},
		{"公务用车运行维护费", budget.Expenditure, "公务用车运行维护费", 2, false},
	}
	return oneSided(p, caption, "项目", rows, []column{{"bud", headerOf(p, "bud")}, {"act", headerOf(p, "act")}, {"growth", "比上年增减%"}})
}

// insuranceGrid has funds down; income, spending and balances across.
func insuranceGrid(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("项目", "基金收入", "基金支出", "本年收支结余", "年末滚存结余")}
	line := func(label, income, spending, fund string) {
		cells := render.Texts(label)
		for _, c := range []accounts.Cell{p.Cell(budget.Revenue, income), p.Cell(budget.Expenditure, spending)} {
			cells = append(cells, render.Cell{Text: p.Amount(c), Number: true})
		}
		for _, n := range []string{"本年收支结余", "年末滚存结余"} {
			c := p.Cell(budget.Balance, n)
			c.Parent = fund
			cells = append(cells, render.Cell{Text: p.Amount(c), Number: true})
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, f := range p.Acc.Funds {
		line(f, f+"收入", f+"支出", f)
	}
	line("合计", accounts.SIRevenue, accounts.SISpending, "")
	return t
}

// townshipGrid has townships down, kinds of transfer across.
func townshipGrid(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts(p.Pick("乡镇", "地区", "单位名称"), "合计", "一般性转移支付", "专项转移支付")}
	kinds := []string{"补助下级支出", "一般性转移支付", "专项转移支付"}
	for _, town := range p.Acc.Towns {
		cells := render.Texts(town)
		for _, k := range kinds {
			c := accounts.TownCell(p.Cell(budget.Expenditure, k), town)
			cells = append(cells, render.Cell{Text: p.Amount(c), Number: true})
		}
		t.Rows = append(t.Rows, cells)
	}
	last := render.Texts("合计")
	for _, k := range kinds {
		last = append(last, render.Cell{Text: p.Amount(p.Cell(budget.Expenditure, k)), Number: true})
	}
	t.Rows = append(t.Rows, last)
	return t
}
