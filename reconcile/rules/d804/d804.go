// Package d804 checks bonds issued against their kinds.
package d804

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is D804.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "D804",
		Title:    "债券发行额等于新增债券与再融资债券之和",
		Severity: budget.Error,
		What: "地方政府债券发行 is 新增债券 plus 再融资债券, and 新增债券 is 新增一般债券 plus 新增专项债券, of one scope, year and stage. " +
			"Parts that stay below their total are a warning: 置换债券 and others may be left unsaid.",
		Why:       "One of the figures is wrong or of another year.",
		Authority: "《地方政府债券发行管理办法》（财库〔2020〕43号）：地方政府债券包括一般债券和专项债券；《地方政府债务信息公开办法（试行）》（财预〔2018〕209号）。",
		Example:   "2023年全县政府债务：地方政府债券发行16万元，各类债券之和18万元（新增债券10＋再融资债券8），前者比后者少2万元，超出舍入容差±1.5万元（第42行）。",
		Exclusions: []string{
			"totals of which only one kind is stated",
		},
		Since: "1.0",
	}, Check: check}
}

var sums = [...][3]string{
	{subject.Issued, subject.NewBonds, subject.Refinancing},
	{subject.NewBonds, subject.NewGeneral, subject.NewSpecial},
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt {
			continue
		}
		for _, names := range sums {
			ran = judge(r, a, names) || ran
		}
	}
	if !ran {
		r.Skip("报告没有同时给出债券发行额及其种类，未核对。")
	}
}

func judge(r *rule.Run, a facts.Account, names [3]string) bool {
	total, c := r.Set.Find(a, budget.Revenue, names[0])
	one, c1 := r.Set.Find(a, budget.Revenue, names[1])
	two, c2 := r.Set.Find(a, budget.Revenue, names[2])
	if total == nil || one == nil || two == nil {
		return false
	}
	if c || c1 || c2 {
		r.Conflict(total, one, two)
		return true
	}
	claim := rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(one, two)}, Right: "各类债券之和"}
	if identity.Total(claim.Identity.Left) > identity.Total(claim.Identity.Right) {
		claim.Severity = budget.Warning
	}
	r.Judge(claim)
	return true
}
