package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// revenueRows are the taxes and fees under their sums.
func revenueRows(p *pen.Pen, totalLast bool) []row {
	var rows []row
	whole := row{p.Say(accounts.GPRevenue), budget.Revenue, accounts.GPRevenue, 0, false}
	if !totalLast {
		rows = append(rows, whole)
	}
	for i, section := range []string{"税收收入", "非税收入"} {
		rows = append(rows, row{ordinal[i] + section, budget.Revenue, section, 0, false})
		for _, n := range accounts.Items(budget.GeneralPublic, section) {
			rows = append(rows, row{p.Say(n), budget.Revenue, n, 1, false})
		}
	}
	if totalLast {
		whole.label = p.Pick("一般公共预算收入合计", "收入合计", "本级收入合计")
		rows = append(rows, whole)
	}
	return rows
}

func outturn(p *pen.Pen) []column {
	return []column{{"bud", headerOf(p, "bud")}, {"adj", headerOf(p, "adj")}, {"act", headerOf(p, "act")}, {"done:adj", p.Pick("完成%", "完成调整预算%", "为调整预算%")}, {"growth", p.Pick("比上年±%", "比上年增减%", "增长%")}}
}

// revenueColumns is a one-sided revenue table: budget, adjusted, outturn, rates.
func revenueColumns(p *pen.Pen, caption string) *render.Table {
	return oneSided(p, caption, p.Pick("项目", "预算科目", "收入项目"), revenueRows(p, p.Chance(50)), outturn(p))
}

// classRows are all functional classes with their total.
func classRows(p *pen.Pen, draft bool) []row {
	rows := []row{}
	for _, n := range accounts.Items(budget.GeneralPublic, accounts.GPSpending) {
		if !draft && n == "预备费" {
			continue
		}
		rows = append(rows, row{p.Say(n), budget.Expenditure, n, 0, false})
	}
	return rows
}

// spendingColumns is a one-sided table of every functional class.
func spendingColumns(p *pen.Pen, caption string) *render.Table {
	rows := append(classRows(p, true), row{p.Pick("一般公共预算支出合计", "支出合计"), budget.Expenditure, accounts.GPSpending, 0, false})
	return oneSided(p, caption, p.Pick("项目", "科目", "支出项目"), rows, outturn(p))
}

func draftColumns(p *pen.Pen) []column {
	return []column{{"act", headerOf(p, "prev")}, {"next", p.Pick("预算数", headerOf(p, "next"))}, {"growth", p.Pick("增减%", "比上年增减%", "预算数为上年执行数±%")}}
}

// lastYear names the outturn column of a draft's table.
func lastYear(p *pen.Pen) []column {
	cols := draftColumns(p)
	cols[0].header = p.Pick("上年执行数", "上年完成数")
	return cols
}

// revenueNext compares a draft with the outturn of the year before.
func revenueNext(p *pen.Pen, caption string) *render.Table {
	return oneSided(p, caption, "项目", revenueRows(p, false), lastYear(p))
}

// spendingNext is the same for the functional classes.
func spendingNext(p *pen.Pen, caption string) *render.Table {
	rows := append([]row{{p.Say(accounts.GPSpending), budget.Expenditure, accounts.GPSpending, 0, false}}, classRows(p, true)...)
	return oneSided(p, caption, "项目", rows, lastYear(p))
}

func itemRows(p *pen.Pen) []row {
	b := p.Now().Book
	var rows []row
	for _, side := range []budget.Side{budget.Revenue, budget.Expenditure} {
		whole := accounts.TotalOf(b, side)
		word := "一、收入合计"
		if side == budget.Expenditure {
			word = "二、支出合计"
		}
		rows = append(rows, row{word, side, whole, 0, false})
		for _, n := range accounts.Items(b, whole) {
			rows = append(rows, row{p.Say(n), side, n, 1, false})
		}
	}
	return rows
}

// itemColumns lists a funds or state capital book, both sides below each other.
func itemColumns(p *pen.Pen, caption string) *render.Table {
	return oneSided(p, caption, "项目", itemRows(p), outturn(p))
}

// halfRevenue is the annex of a half-year report: budget, outturn, rates.
func halfRevenue(p *pen.Pen, caption string) *render.Table {
	cols := []column{{"bud", "年初预算数"}, {"act", p.Pick("上半年执行数", "1—6月执行数", "累计执行数")}, {"done:bud", "完成预算%"}, {"growth", "同比增减%"}}
	return oneSided(p, caption, "项目", revenueRows(p, false), cols)
}
