// Package m305 compares the year in a table's caption with its columns and with
// the years that the report speaks of.
package m305

import (
	"strconv"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/caption"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// Rule is M305.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "M305",
		Title:    "表题的年度与表内各栏、与报告所述的年度相符",
		Severity: budget.Warning,
		What: "The year that a caption prints is one of the years that its columns and rows name, is not joined to itself (2024年和2024年), " +
			"and a table of what was executed is of no year after the one that the report reports on.",
		Why:       "A year in a caption was mistyped, or the caption was copied from another year's report.",
		Authority: "《预算法》第四十八条、第七十九条：人民代表大会审查预算、决算；审查以年度标明无误为前提。",
		Example:   "表2的表题印作2024年，而表内各栏均为2023年的数，疑似表题年度有误（表2第3行起）。",
		Exclusions: []string{
			"captions with two different years, and tables with fewer than three amounts",
			"tables of a later year that are a draft, a plan or an estimate",
			"reports whose title names no year",
		},
		Since: "1.0",
	}, Check: check}
}

// enough is how many amounts a table must have for its years to be judged.
const enough = 3

func check(r *rule.Run) {
	ran := false
	cells := amounts(r.Set)
	for i := range r.Set.Report.Tables {
		t := &r.Set.Report.Tables[i]
		printed := caption.Years(t.Caption)
		if len(printed) == 0 || len(cells[t.Number]) < enough {
			continue
		}
		ran = true
		judge(r, t, cells[t.Number])
	}
	if !ran {
		r.Skip("报告中没有表题标明年度的表，未核对。")
	}
}

// amounts lists the amounts of every table.
func amounts(s *facts.Set) map[int][]*facts.Fact {
	out := map[int][]*facts.Fact{}
	for _, f := range s.Facts {
		if f.Kind == budget.InTable && f.HasAmount() && f.IsBudget() && f.Year != 0 {
			out[f.Table] = append(out[f.Table], f)
		}
	}
	return out
}

func judge(r *rule.Run, t *budget.Table, cells []*facts.Fact) {
	name := "表" + strconv.Itoa(t.Number)
	place := "（" + rule.Place(cells[0]) + "起）。"
	if y, ok := caption.Twice(t.Caption); ok {
		say(r, cells, name+"的表题把"+year(y)+"与"+year(y)+"并列，两个年度不应相同，疑似表题年度有误"+place)
		return
	}
	y, ok := caption.Year(t.Caption)
	if !ok {
		return
	}
	if of := others(cells, y); of != 0 && t.Doubt == "" {
		say(r, cells, name+"的表题印作"+year(y)+"，而表内各栏均为"+year(of)+"的数，疑似表题年度有误"+place)
		return
	}
	if of := draft(t.Caption, cells, y); of != 0 {
		say(r, cells, name+"的表题印作"+year(y)+"预算，而表内预算栏为"+year(of)+"的数，疑似表题年度有误"+place)
		return
	}
	if last := latest(r.Set.Report, t.Caption); last != 0 && y > last {
		say(r, cells, name+"的表题印作"+year(y)+"，而本报告报告的是"+year(last)+"的执行情况，不会有"+year(y)+"的执行数，疑似表题年度有误"+place)
		return
	}
	r.Say(budget.Pass, budget.Warning, cells[0], name+"表题的年度与表内各栏、与报告所述的年度相符。")
}

func year(y int) string { return strconv.Itoa(y) + "年" }

func say(r *rule.Run, cells []*facts.Fact, message string) {
	check := r.Say(budget.Fail, budget.Warning, cells[0], message)
	for _, f := range cells[1:] {
		check.Evidence = append(check.Evidence, budget.Evidence{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
	}
	check.LikelyCause = "疑似表题的年度印错。"
	check.CauseFigure = cells[0].ID
}

// others returns the latest year of a table's amounts where none is of year y.
func others(cells []*facts.Fact, y int) int {
	last := 0
	for _, f := range cells {
		if f.Year == y {
			return 0
		}
		last = max(last, f.Year)
	}
	return last
}

// draft returns the year of a table's budgets where the caption calls it the
// budget of year y and all are of another year.
func draft(title string, cells []*facts.Fact, y int) int {
	if !phrase.Holds(title, "草案", "预算表", "安排") || phrase.Holds(title, "执行", "决算", "完成", "调整") {
		return 0
	}
	of, n := 0, 0
	for _, f := range cells {
		if f.Stage != budget.Budgeted {
			continue
		}
		if f.Year == y || of != 0 && f.Year != of {
			return 0
		}
		of = f.Year
		n++
	}
	if n < enough {
		return 0
	}
	return of
}

// latest is the last year that a table with this caption can be of, 0 where
// nothing says.
func latest(rep *budget.Report, title string) int {
	last := rep.Year
	named := caption.Years(rep.Title)
	for _, y := range named {
		last = max(last, y)
	}
	if len(named) == 0 || phrase.Holds(title, "草案", "安排", "计划", "规划", "预计", "建议", "编制", "到期", "目标") {
		return 0
	}
	if rep.Kind != budget.KindBudget {
		return last
	}
	if phrase.Holds(title, "决算", "执行情况", "执行表", "执行数", "完成情况") {
		return rep.Year
	}
	return 0
}
