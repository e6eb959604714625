// Package c901 checks the size of the reserve.
package c901

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is C901.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "C901",
		Title:     "预备费为本级一般公共预算支出的1%至3%",
		Severity:  budget.Warning,
		What:      "The reserve of a budget is between one and three percent of the general public expenditure of the same level. At the level of the whole district, where only that is given, outside is a note.",
		Why:       "The law fixes the bounds; outside them either the reserve or the expenditure is wrong, or the budget departs from the law.",
		Authority: "《预算法》第四十条：各级一般公共预算应当按照本级一般公共预算支出额的百分之一至百分之三设置预备费。",
		Example:   "2024年县级一般公共预算预算数：预备费占本级支出应在1%至3%之间，按预备费5万元与一般公共预算支出1000万元计算为0.50%，不相符（第50行、第40行）。",
		Exclusions: []string{
			"the reserve as used in execution",
			"levels whose expenditure isn't stated",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.GeneralPublic || a.Stage != budget.Budgeted {
			continue
		}
		reserve, c := r.Set.Find(a, budget.Expenditure, subject.Reserve)
		if reserve == nil || !reserve.HasAmount() {
			continue
		}
		ran = true
		spending, c1 := r.Set.Find(a, budget.Expenditure, subject.Own(a.Book, budget.Expenditure))
		switch {
		case spending == nil:
			r.Missing(reserve, "同级的一般公共预算支出")
		case c || c1:
			r.Conflict(reserve, spending)
		default:
			judge(r, a, reserve, spending)
		}
	}
	if !ran {
		r.Skip("报告没有给出预备费，未核对。")
	}
}

func judge(r *rule.Run, a facts.Account, reserve, spending *facts.Fact) {
	bounds := interval.Rates{Lo: 0.01, Hi: 0.03}
	claim := rule.Claim{
		Identity: identity.Identity{Left: identity.Add(reserve), Right: identity.Add(spending),
			Rate: &identity.Rate{Kind: identity.Share, Narrow: bounds, Wide: bounds}},
		Left: "预备费占本级支出应在1%至3%之间",
	}
	if a.Level != budget.Own {
		claim.Severity = budget.Info
	}
	r.Judge(claim)
}
