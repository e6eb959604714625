// Package x403 compares repayment in the books with what the debt chapter says.
package x403

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is X403.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "X403",
		Title:     "两本预算的债务还本支出与债务部分所述还本、再融资债券相称",
		Severity:  budget.Info,
		What:      "债务还本支出 of both books together is the repayment of principal that the debt chapter states; where it states none, it is at least the 再融资债券 issued to repay.",
		Why:       "Repayment was booked in the wrong book or year, or refinancing bonds were not used to repay.",
		Authority: "《预算法》第三十五条：举借的债务应当有偿还计划和稳定的偿还资金来源；《财政部关于对地方政府债务实行限额管理的实施意见》（财预〔2015〕225号）。",
		Example:   "2023年全县一般公共预算执行数：两本预算债务还本支出之和69万元（债务还本支出23＋债务还本支出46），债务还本额75万元，前者比后者少6万元，超出舍入容差±1.5万元（第14行、第22行、第40行）。",
		Exclusions: []string{
			"years for which one of the books doesn't state its repayment",
			"repayment that the books make from elsewhere (外债, 历史债务)",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt || a.Stage == budget.Adjusted {
			continue
		}
		repaid, c1 := r.Set.Find(a, budget.Expenditure, subject.Repaid)
		again, c2 := r.Set.Find(a, budget.Revenue, subject.Refinancing)
		switch {
		case repaid != nil && !c1:
			ran = judge(r, a, repaid, identity.Equal, "债务还本额") || ran
		case again != nil && !c2:
			ran = judge(r, a, again, identity.AtLeast, subject.Refinancing) || ran
		}
	}
	if !ran {
		r.Skip("报告没有同时给出债务还本和两本预算的债务还本支出，未核对。")
	}
}

func judge(r *rule.Run, a facts.Account, stated *facts.Fact, rel identity.Relation, name string) bool {
	var plain *identity.Identity
	for _, l := range [...]budget.Level{budget.Consolidated, budget.Treasury, budget.Own} {
		general, funds := repayment(r.Set, a, budget.GeneralPublic, l), repayment(r.Set, a, budget.GovernmentFunds, l)
		if funds == nil {
			funds = repayment(r.Set, a, budget.GovernmentFunds, budget.Consolidated)
		}
		if general == nil || funds == nil {
			continue
		}
		id := identity.Identity{Left: identity.Add(general, funds), Right: identity.Add(stated), Relation: rel}
		if plain == nil || id.Evaluate() != identity.Broken {
			plain = &id
		}
		if id.Evaluate() != identity.Broken {
			break
		}
	}
	if plain == nil {
		return false
	}
	r.Judge(rule.Claim{Identity: *plain, Left: "两本预算债务还本支出之和", Right: name})
	return true
}

func repayment(s *facts.Set, a facts.Account, book budget.Book, l budget.Level) *facts.Fact {
	a.Book, a.Level, a.Scope = book, l, ""
	f, conflict := s.Find(a, budget.Expenditure, subject.Repaid)
	if conflict {
		return nil
	}
	return f
}
