package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

var fourBooks = []struct{ key, name string }{{"gp", "一般公共预算"}, {"gf", "政府性基金预算"}, {"sc", "国有资本经营预算"}, {"si", "社会保险基金预算"}}

var stageKeys = map[budget.Stage]string{budget.Budgeted: "bud", budget.Adjusted: "adj", budget.Execution: "act", budget.Final: "act"}

// bookColumns has the four books across and their main lines down, at all levels.
func bookColumns(p *pen.Pen, caption string) *render.Table {
	stage := stageKeys[p.Now().Stage]
	if p.Now().Year > p.Acc.Year {
		stage = "next"
	}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	head := render.Texts("项　目")
	for _, b := range fourBooks {
		head = append(head, render.Cell{Text: b.name})
	}
	t.Header = [][]render.Cell{head}
	lines := []struct {
		label, subject string // an empty subject is the book's own total
		side           budget.Side
	}{
		{"一、本年收入", "", budget.Revenue}, {"二、上级补助收入", "上级补助收入", budget.Revenue}, {"三、债务转贷收入", "债务转贷收入", budget.Revenue},
		{"四、动用预算稳定调节基金", "动用预算稳定调节基金", budget.Revenue},
		{"五、调入资金", "调入资金", budget.Revenue}, {"六、上年结转", "上年结转", budget.Revenue}, {"收入总计", "收入总计", budget.Revenue},
		{"一、本年支出", "", budget.Expenditure}, {"二、上解支出", "上解支出", budget.Expenditure}, {"三、调出资金", "调出资金", budget.Expenditure},
		{"四、债务还本支出", "债务还本支出", budget.Expenditure}, {"五、安排预算稳定调节基金", "安排预算稳定调节基金", budget.Expenditure},
		{"六、结转下年", "结转下年", budget.Expenditure}, {"支出总计", "支出总计", budget.Expenditure},
	}
	for _, l := range lines {
		line := render.Texts(l.label)
		for _, b := range fourBooks {
			p.At(b.key, "all", stage)
			subject := l.subject
			if subject == "" {
				subject = accounts.TotalOf(p.Now().Book, l.side)
			}
			line = append(line, render.Cell{Text: p.Amount(p.Cell(l.side, subject)), Number: true})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// insuranceMatrix has funds across; income, spending and balances down.
func insuranceMatrix(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	head := render.Texts("项　目", "合　计")
	for _, f := range p.Acc.Funds {
		head = append(head, render.Cell{Text: f})
	}
	t.Header = [][]render.Cell{head}
	funds := append([]string{""}, p.Acc.Funds...)
	for _, l := range []struct {
		label string
		of    func(fund string) accounts.Cell
	}{
		{"一、基金收入", func(f string) accounts.Cell { return fundCell(p, budget.Revenue, f, accounts.SIRevenue, "收入") }},
		{"二、基金支出", func(f string) accounts.Cell { return fundCell(p, budget.Expenditure, f, accounts.SISpending, "支出") }},
		{"三、本年收支结余", func(f string) accounts.Cell { return fundBalance(p, "本年收支结余", f) }},
		{"四、年末滚存结余", func(f string) accounts.Cell { return fundBalance(p, "年末滚存结余", f) }},
	} {
		line := render.Texts(l.label)
		for _, f := range funds {
			line = append(line, render.Cell{Text: p.Amount(l.of(f)), Number: true})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

func fundCell(p *pen.Pen, side budget.Side, fund, whole, suffix string) accounts.Cell {
	if fund == "" {
		return p.Cell(side, whole)
	}
	return p.Cell(side, fund+suffix)
}

func fundBalance(p *pen.Pen, subject, fund string) accounts.Cell {
	c := p.Cell(budget.Balance, subject)
	c.Parent = fund
	return c
}
