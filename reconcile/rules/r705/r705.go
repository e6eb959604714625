// Package r705 checks a completion rate against what was taken above or below the budget.
package r705

import (
	"yusuan/budget"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/sentence"
)

// Rule is R705.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "R705",
		Title:    "完成率与超收、短收数相符",
		Severity: budget.Error,
		What: "A sentence that gives an outturn with its completion rate and what it lies above or below the budget gives the budget twice over: " +
			"the rate is the outturn over the outturn less that difference.",
		Why:       "The outturn, the rate or the difference is wrong.",
		Authority: "《预算法》第四十八条：人民代表大会重点审查上一年预算执行情况；第七十五条：数额准确。",
		Example:   "2024年全县政府性基金预算执行数：完成率列印为48.5%，按政府性基金预算收入412万元与完成数减超短收数900万元（政府性基金预算收入412－政府性基金预算收入-488）计算为45.78%，不相符（第12行）。",
		Exclusions: []string{
			"sentences that print the budget: see R701 and N213",
			"a rate and a difference that name different budgets",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, x := range sentence.Surpluses(r.Set) {
		rate := &x.Done.Completion
		if x.Budget != nil || !rate.Known || rate.OtherBase || x.Whose() != "" && x.Whose() != x.Done.CompletionOf {
			continue
		}
		ran = true
		base := append(identity.Add(x.Done), identity.Sub(x.Change)...)
		r.Judge(rule.Claim{
			Identity: identity.Identity{Left: identity.Add(x.Done), Right: base, Rate: grid.NewRate(identity.Share, rate)},
			Left:     "完成率列印为" + rate.Value.String() + "%",
			Right:    "完成数减超短收数",
		})
	}
	if !ran {
		r.Skip("文中没有同时给出完成率和超收、短收数的表述，未核对。")
	}
}
