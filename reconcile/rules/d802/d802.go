// Package d802 checks debt against its limit.
package d802

import (
	"yusuan/budget"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is D802.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "D802",
		Title:      "政府债务余额不超过限额",
		Severity:   budget.Error,
		What:       "The balance of debt, of general debt and of special debt stays within its limit of the same scope and year. A balance at the limit passes, and the message says so.",
		Why:        "Debt beyond the limit is unlawful; in a printed report it is more often a wrong figure.",
		Authority:  "《预算法》第三十五条：举借债务的规模由国务院报全国人民代表大会批准，地方政府在限额内举借；《财政部关于对地方政府债务实行限额管理的实施意见》（财预〔2015〕225号）。",
		Example:    "2023年全县政府债务：政府债务限额90万元，政府债务余额100万元，前者比后者少10万元，超出舍入容差±1万元（第40行）。",
		Exclusions: []string{"limits and balances of different years or scopes"},
		Since:      "1.0",
	}, Check: check}
}

var kinds = [...][2]string{
	{subject.Limit, subject.Outstanding},
	{subject.LimitGeneral, subject.OutstandingGen},
	{subject.LimitSpecial, subject.OutstandingSpe},
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt {
			continue
		}
		for _, k := range kinds {
			limit, c := r.Set.Stock(a, k[0])
			debt, c1 := r.Set.Stock(a, k[1])
			if limit == nil || debt == nil || !limit.HasAmount() || !debt.HasAmount() {
				continue
			}
			ran = true
			if c || c1 {
				r.Conflict(limit, debt)
				continue
			}
			note := ""
			if limit.Value == debt.Value {
				note = "余额已达限额"
			}
			r.Judge(rule.Claim{
				Identity: identity.Identity{Left: identity.Add(limit), Right: identity.Add(debt), Relation: identity.AtLeast},
				Note:     note,
			})
		}
	}
	if !ran {
		r.Skip("报告没有同时给出债务限额和余额，未核对。")
	}
}
