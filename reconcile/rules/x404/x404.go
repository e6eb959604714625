// Package x404 checks transfers to the lower level against their kinds.
package x404

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is X404.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "X404",
		Title:    "补助下级支出等于一般性转移支付与专项转移支付之和",
		Severity: budget.Error,
		What: "补助下级支出 is its general and special transfers together: more than it is an error, less a note, because 返还性支出 may be left unsaid. " +
			"That all statements of 补助下级支出 agree is M301.",
		Why:        "A kind of transfer or the total is wrong.",
		Authority:  "《预算法》第十六条：财政转移支付以一般性转移支付为主体，包括一般性转移支付和专项转移支付。",
		Example:    "2023年县级一般公共预算执行数：补助下级支出41万元，一般性与专项转移支付之和45万元（一般性转移支付25＋专项转移支付20），前者比后者少4万元，超出舍入容差±1.5万元（第30行）。",
		Exclusions: []string{"reports that give only one of the two kinds"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		total, c := r.Set.Find(a, budget.Expenditure, subject.ToBelow)
		general, c1 := find(r.Set, a, subject.GeneralGive)
		special, c2 := find(r.Set, a, subject.SpecialGive)
		if total == nil || general == nil || special == nil {
			continue
		}
		ran = true
		if c || c1 || c2 {
			r.Conflict(total, general, special)
			continue
		}
		claim := rule.Claim{
			Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(general, special)},
			Right:    "一般性与专项转移支付之和",
		}
		if claim.Identity.Evaluate() == identity.Broken && identity.Total(claim.Identity.Left) > identity.Total(claim.Identity.Right) {
			claim.Severity = budget.Info
			claim.Note = "差额可能是未列出的返还性支出"
		}
		r.Judge(claim)
	}
	if !ran {
		r.Skip("报告没有同时给出补助下级支出及其一般性、专项转移支付，未核对。")
	}
}

// find accepts a kind of transfer by either of its names.
func find(s *facts.Set, a facts.Account, name string) (*facts.Fact, bool) {
	if f, conflict := s.Find(a, budget.Expenditure, name); f != nil {
		return f, conflict
	}
	return s.Find(a, budget.Expenditure, name+"支出")
}
