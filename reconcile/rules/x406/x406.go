// Package x406 checks grants from above against their kinds.
package x406

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is X406.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "X406",
		Title:    "上级补助收入等于返还性收入与一般性、专项转移支付收入之和",
		Severity: budget.Error,
		What: "上级补助收入 is 返还性收入, 一般性转移支付收入 and 专项转移支付收入 together where all three are stated; two of them stay within it. " +
			"All three falling short is a warning.",
		Why:        "A kind of grant or the total is wrong.",
		Authority:  "《预算法》第十六条：财政转移支付包括一般性转移支付和专项转移支付；第二十七条：一般公共预算收入包括转移性收入。",
		Example:    "2023年全县一般公共预算执行数：上级补助收入300万元，各类补助之和310万元（返还性收入20＋一般性转移支付收入200＋专项转移支付收入90），前者比后者少10万元，超出舍入容差±2万元（第12行）。",
		Exclusions: []string{"reports that give fewer than two of the kinds"},
		Since:      "1.0",
	}, Check: check}
}

var kinds = [...]string{"返还性收入", "一般性转移支付收入", "专项转移支付收入"}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.GeneralPublic {
			continue
		}
		ran = judge(r, a) || ran
	}
	if !ran {
		r.Skip("报告没有同时给出上级补助收入及其各类补助，未核对。")
	}
}

// tied leaves out what the report lists beside the total, not under it, where the
// others close without it: 税收返还X，转移支付收入Y（一般性Z、专项W）.
func tied(total *facts.Fact, parts []*facts.Fact) []*facts.Fact {
	var under []*facts.Fact
	for _, f := range parts {
		if f.Whole > 0 {
			under = append(under, f)
		}
	}
	id := identity.Identity{Left: identity.Add(total), Right: identity.Add(under...)}
	if len(under) < 2 || len(under) == len(parts) || id.Evaluate() == identity.Broken {
		return parts
	}
	return under
}

func judge(r *rule.Run, a facts.Account) bool {
	total, conflict := r.Set.Find(a, budget.Revenue, subject.FromAbove)
	var parts []*facts.Fact
	for _, name := range kinds {
		f, c := r.Set.Find(a, budget.Revenue, name)
		if f != nil {
			parts = append(parts, f)
		}
		conflict = conflict || c
	}
	if total == nil || len(parts) < 2 {
		return false
	}
	if conflict {
		r.Conflict(append([]*facts.Fact{total}, parts...)...)
		return true
	}
	parts = tied(total, parts)
	claim := rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(parts...)}, Right: "各类补助之和"}
	short := claim.Identity.Evaluate() == identity.Broken && identity.Total(claim.Identity.Left) > identity.Total(claim.Identity.Right)
	switch {
	case len(parts) < len(kinds):
		claim.Identity.Relation = identity.AtLeast
	case short:
		claim.Severity = budget.Warning
	}
	r.Judge(claim)
	return true
}
