package layout

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// levelColumns has the levels across: all levels, the district's own.
func levelColumns(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("科目", p.Acc.District.All, "其中："+p.Acc.District.Own)}
	rows := append(revenueRows(p, false), row{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false})
	for _, r := range append(rows, classRows(p, false)...) {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		for _, level := range []string{"all", "own"} {
			p.Level(level)
			line = append(line, render.Cell{Text: p.Amount(p.Cell(r.side, r.subject)), Number: true})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// bareItems lists items without any sum of sections, the total at the foot, and
// a row of column numbers under the header.
func bareItems(p *pen.Pen, caption string) *render.Table {
	b := p.Now().Book
	whole := accounts.TotalOf(b, budget.Revenue)
	var rows []row
	for _, n := range accounts.Items(b, whole) {
		rows = append(rows, row{p.Say(n), budget.Revenue, n, 0, false})
	}
	rows = append(rows, row{"合　　计", budget.Revenue, whole, 0, false})
	return oneSided(p, caption, "收入项目", rows, []column{{"prev", "上年执行数"}, {"act", stageOf(p)}, {"change", "增减额"}, {"growth", "增减幅（%）"}})
}

// balanceList has both sides of a balance below each other in one column.
func balanceList(p *pen.Pen, caption string) *render.Table {
	left, right := sidesOf(p, 0)
	rows := append(left, row{"收入总计", budget.Revenue, "收入总计", 0, false})
	rows = append(rows, right...)
	rows = append(rows, row{"支出总计", budget.Expenditure, "支出总计", 0, false})
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("项目", "金额")}
	for _, r := range rows {
		t.Rows = append(t.Rows, []render.Cell{{Text: r.label, Indent: r.indent}, {Text: p.Amount(p.Cell(r.side, r.subject)), Number: true}})
	}
	return t
}

// threeYears sets the outturn of two years beside the draft of the third, the
// years in the headers.
func threeYears(p *pen.Pen, caption string) *render.Table {
	y := p.Acc.Year
	rows := append(revenueRows(p, false), row{"一般公共预算支出", budget.Expenditure, accounts.GPSpending, 0, false})
	for _, r := range classRows(p, true) {
		r.indent = 1
		rows = append(rows, r)
	}
	return oneSided(p, caption, "预算科目", rows, []column{
		{"prev", fmt.Sprintf("%d年执行数", y-1)}, {"act", fmt.Sprintf("%d年预计执行数", y)}, {"next", fmt.Sprintf("%d年预算数", y+1)}, {"growth", "预算数比执行数增减%"}})
}

// booksAcross has one row a side and one column a book.
func booksAcross(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("项目", "一般公共预算", "政府性基金预算", "国有资本经营预算")}
	was := p.Now()
	for _, r := range []struct {
		label   string
		side    budget.Side
		subject string
	}{{"本年收入", budget.Revenue, ""}, {"转移性收入", budget.Revenue, "转移性收入"}, {"收入总计", budget.Revenue, "收入总计"},
		{"本年支出", budget.Expenditure, ""}, {"转移性支出", budget.Expenditure, "转移性支出"}, {"支出总计", budget.Expenditure, "支出总计"}} {
		line := render.Texts(r.label)
		for _, b := range []budget.Book{budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital} {
			c := was
			c.Book = b
			p.Back(c)
			subject := r.subject
			if subject == "" {
				subject = accounts.TotalOf(b, r.side)
			}
			line = append(line, render.Cell{Text: p.Amount(p.Cell(r.side, subject)), Number: true})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
