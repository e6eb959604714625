// Package n213 checks what an outturn lies above or below its budget.
package n213

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/sentence"
)

// Rule is N213.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N213",
		Title:    "文中超收、短收、比预算增减额等于完成数减预算数",
		Severity: budget.Error,
		What: "Where a sentence says by how much an outturn lies above or below its budget (超收X万元, 短收X万元, 比预算数减少X万元), that is the outturn less the budget: " +
			"the one that the sentence prints, else the one that it names, wherever the report gives it.",
		Why:       "The outturn, the budget or the difference is wrong.",
		Authority: "《预算法》第六十六条：各级一般公共预算年度执行中有超收收入的，只能用于冲减赤字或者补充预算稳定调节基金；第七十五条：按预算数、调整预算数、决算数分别列出。",
		Example:   "2023年县本级一般公共预算决算数：“三公”经费68万元，按预算数和增减额计算71万元（“三公”经费76＋“三公”经费-5），前者比后者少3万元，超出舍入容差±1.5万元（第12行）。",
		Exclusions: []string{
			"sentences that print two budgets or several changes of one subject",
			"a budget that the sentence neither prints nor names, where both the first and the adjusted one are known or neither is",
			"changes against last year: see N209; against an earlier report",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, x := range sentence.Surpluses(r.Set) {
		base, sure := x.Budget, true
		if base == nil {
			base, sure = elsewhere(r.Set, &x)
		}
		if base == nil {
			continue
		}
		ran = true
		claim := rule.Claim{
			Identity: identity.Identity{Left: identity.Add(x.Done), Right: identity.Add(base, x.Change)},
			Right:    "按预算数和增减额计算",
		}
		if !sure {
			claim.Severity = budget.Warning
		}
		r.Judge(claim)
	}
	if !ran {
		r.Skip("文中没有完成数、预算数、超收或短收数齐全的表述，未核对。")
	}
}

// elsewhere finds the budget of an outturn in another place: the one that the sentence
// names, or the only one that the report gives, which is less sure.
func elsewhere(s *facts.Set, x *sentence.Surplus) (base *facts.Fact, sure bool) {
	find := func(stage budget.Stage) *facts.Fact {
		k := x.Done.Key
		k.Stage = stage
		f, conflict := s.Best(k)
		if conflict || f == nil || !f.HasAmount() {
			return nil
		}
		return f
	}
	if stage := x.Whose(); stage != "" {
		return find(stage), true
	}
	first, adjusted := find(budget.Budgeted), find(budget.Adjusted)
	switch {
	case first == nil:
		return adjusted, false
	case adjusted == nil || adjusted.Value == first.Value:
		return first, false
	}
	return nil, false
}
