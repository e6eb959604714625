// Package d801 checks the two kinds of debt against the total.
package d801

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is D801.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "D801",
		Title:      "债务限额、余额等于一般债务与专项债务之和",
		Severity:   budget.Error,
		What:       "政府债务限额 is 一般债务限额 plus 专项债务限额; 政府债务余额 is 一般债务余额 plus 专项债务余额, of one scope and year.",
		Why:        "One of the three figures is wrong or of another year.",
		Authority:  "《财政部关于对地方政府债务实行限额管理的实施意见》（财预〔2015〕225号）：地方政府债务总限额分为一般债务限额和专项债务限额。",
		Example:    "2023年全县政府债务：政府债务余额100万元，一般与专项之和90万元（一般债务余额40＋专项债务余额50），前者比后者多10万元，超出舍入容差±1.5万元（第40行）。",
		Exclusions: []string{"totals of which only one kind is stated"},
		Since:      "1.0",
	}, Check: check}
}

var sums = [...][3]string{
	{subject.Limit, subject.LimitGeneral, subject.LimitSpecial},
	{subject.Outstanding, subject.OutstandingGen, subject.OutstandingSpe},
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt {
			continue
		}
		for _, names := range sums {
			find := func(name string) (*facts.Fact, bool) { return r.Set.Stock(a, name) }
			ran = r.Kinds(find, names, "一般与专项之和", nil) || ran
		}
	}
	if !ran {
		r.Skip("报告没有同时给出债务总数及其一般、专项债务，未核对。")
	}
}
