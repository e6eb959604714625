// Package u112 finds negative amounts of what can't be negative.
package u112

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is U112.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "U112",
		Title:     "不会为负的数据没有印成负数",
		Severity:  budget.Warning,
		What:      "Grand totals and own totals of a book, limits and balances of debt, bonds issued, 三公 expenses and the budget of a functional class are not negative.",
		Why:       "A sign that doesn't belong there, or an amount that stands in the column of changes.",
		Authority: "《预算法》第三十五条：地方各级预算按照量入为出、收支平衡的原则编制；第四十六条：预算草案应当细化。",
		Example:   "2023年全县一般公共预算预算数：教育支出-152000万元（表2第2行），这类数据不会为负，疑似多印了负号。",
		Exclusions: []string{
			"outturn of single taxes and classes, which refunds and recovered money make negative",
			"上解支出 and what is carried over, balances of funds",
			"columns and sentences with other negative amounts, which may be changes",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	negative := map[place]int{}
	for _, f := range r.Set.Facts {
		if f.HasAmount() && f.Value < 0 {
			negative[placeOf(f)]++
		}
	}
	ran := false
	for _, f := range r.Set.Facts {
		if !f.Sums() || !f.HasAmount() || f.Doubtful() || f.Hedge != "" || !never(f) {
			continue
		}
		ran = true
		if f.Value >= 0 || negative[placeOf(f)] > 1 {
			continue
		}
		check := r.Say(budget.Fail, budget.Warning, f, rule.Prefix(f)+f.Label()+f.Value.String()+"万元（"+rule.Place(f)+"），这类数据不会为负，疑似多印了负号。")
		check.LikelyCause, check.CauseFigure = rule.Place(f)+"“"+f.Label()+"”疑似多印了负号（正负号有误）。", f.ID
	}
	if !ran {
		r.Skip("报告中没有不会为负的数据，未核对。")
	}
}

// place is a column of a table, or a line of the text.
type place struct{ table, col, line int }

func placeOf(f *facts.Fact) place {
	if f.Kind == budget.InTable {
		return place{table: f.Table, col: f.Col}
	}
	return place{line: f.Line}
}

// never reports whether a figure is of a kind that can't be negative.
func never(f *facts.Fact) bool {
	switch f.Role {
	case budget.RoleGrandTotal:
		return true
	case budget.RoleTotal:
		if f.Side != budget.Balance && f.Subject == subject.Own(f.Book, f.Side) {
			return true
		}
	case budget.RoleFunction:
		return (f.Stage == budget.Budgeted || f.Stage == budget.Adjusted) && len(f.Code) == 3 && strings.HasPrefix(f.Code, "2")
	}
	switch f.Subject {
	case subject.Limit, subject.LimitGeneral, subject.LimitSpecial, subject.Outstanding, subject.OutstandingGen, subject.OutstandingSpe,
		subject.Issued, subject.NewBonds, subject.NewGeneral, subject.NewSpecial, subject.Refinancing,
		subject.ThreePublic, subject.Abroad, subject.Reception, subject.Vehicles, subject.VehiclesBuy, subject.VehiclesRun:
		return true
	}
	return false
}
