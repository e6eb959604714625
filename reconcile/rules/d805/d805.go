// Package d805 checks debt service against principal and interest.
package d805

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is D805.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "D805",
		Title:      "还本付息支出等于还本与付息之和",
		Severity:   budget.Error,
		What:       "In the debt chapter, 政府债务还本付息支出 is principal plus interest of the same scope and year.",
		Why:        "One of the three figures is wrong.",
		Authority:  "《地方政府债务信息公开办法（试行）》（财预〔2018〕209号）：公开地方政府债券还本付息情况。",
		Example:    "2023年全县政府债务：政府债务还本付息支出13万元，还本与付息之和11万元（债务还本支出8＋债务付息支出3），前者比后者多2万元，超出舍入容差±1.5万元（第44行）。",
		Exclusions: []string{"years of which one of the three isn't stated"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt {
			continue
		}
		find := func(name string) (*facts.Fact, bool) { return r.Set.Find(a, budget.Expenditure, name) }
		ran = r.Kinds(find, [3]string{subject.DebtService, subject.Repaid, subject.Interest}, "还本与付息之和", nil) || ran
	}
	if !ran {
		r.Skip("报告没有同时给出还本付息支出及其还本、付息，未核对。")
	}
}
