// Package s701 checks the surplus of social insurance funds.
package s701

import (
	"yusuan/budget"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/insurance"
	"yusuan/reconcile/rule"
)

// Rule is S701.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "S701",
		Title:      "社会保险基金本年收支结余等于收入减支出",
		Severity:   budget.Error,
		What:       "For social insurance as a whole and for each fund, 本年收支结余 is revenue less expenditure of the same scope, year and stage.",
		Why:        "One of the three figures is wrong.",
		Authority:  "《预算法》第十一条：社会保险基金预算应当按照统筹层次和社会保险项目分别编制，做到收支平衡。",
		Example:    "2023年全县社会保险基金预算：本年收支结余12万元，收入减支出10万元（社会保险基金预算收入150－社会保险基金预算支出140），前者比后者多2万元，超出舍入容差±1.5万元（第50行）。",
		Exclusions: []string{"funds of which revenue or expenditure isn't stated"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, f := range insurance.Funds(r.Set) {
		if f.Surplus == nil || f.In == nil || f.Out == nil {
			continue
		}
		ran = true
		if f.Conflict {
			r.Conflict(f.Surplus, f.In, f.Out)
			continue
		}
		r.Judge(rule.Claim{
			Identity: identity.Identity{Left: identity.Add(f.Surplus), Right: append(identity.Add(f.In), identity.Sub(f.Out)...)},
			Left:     f.Name + f.Surplus.Label(), Right: "收入减支出",
		})
	}
	if !ran {
		r.Skip("报告没有同时给出社会保险基金的收入、支出和本年收支结余，未核对。")
	}
}
