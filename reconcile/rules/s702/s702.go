// Package s702 checks the roll of social insurance balances.
package s702

import (
	"yusuan/budget"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/insurance"
	"yusuan/reconcile/rule"
)

// Rule is S702.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "S702",
		Title:      "社会保险基金年末滚存结余等于上年滚存结余加本年收支结余",
		Severity:   budget.Warning,
		What:       "For social insurance as a whole and for each fund, the closing balance is last year's closing balance plus this year's surplus.",
		Why:        "A balance or a surplus is wrong, or the opening balance was restated without saying so.",
		Authority:  "《预算法》第十一条；《社会保险基金财务制度》（财社〔2017〕144号）。",
		Example:    "2024年全县社会保险基金预算：年末滚存结余150万元，上年滚存结余与本年收支结余之和148万元（年末滚存结余135＋本年收支结余13），前者比后者多2万元，超出舍入容差±1.5万元（第60行、第50行）。",
		Exclusions: []string{"years whose opening balance the report doesn't give", "half-year reports against the year's end"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	funds := insurance.Funds(r.Set)
	for i := range funds {
		f := &funds[i]
		if f.Surplus == nil || f.Closing == nil {
			continue
		}
		opening := insurance.Opening(r.Set, f)
		if opening == nil {
			r.Missing(f.Closing, "上年滚存结余")
			continue
		}
		ran = true
		if f.Conflict {
			r.Conflict(f.Closing, f.Surplus)
			continue
		}
		r.Judge(rule.Claim{
			Identity: identity.Identity{Left: identity.Add(f.Closing), Right: identity.Add(opening, f.Surplus)},
			Left:     f.Name + f.Closing.Label(), Right: "上年滚存结余与本年收支结余之和",
		})
	}
	if !ran {
		r.Skip("报告没有同时给出社会保险基金两年的滚存结余，未核对。")
	}
}
