// Package x404 checks transfers to the lower level against their kinds.
package x404

import (
	"strings"

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
		What: "补助下级支出 is its general and special transfers together: more than it is an error, less a warning, and a note where the report speaks of 返还性支出, the third kind, or counties are supported, which get it. " +
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
		kind := func(name string) (*facts.Fact, bool) { return find(r.Set, a, name) }
		more := func(c *rule.Claim) { moreThanNamed(r.Set, c) }
		ran = r.Kinds(kind, [3]string{subject.ToBelow, subject.GeneralGive, subject.SpecialGive}, "一般性与专项转移支付之和", more) || ran
	}
	if !ran {
		r.Skip("报告没有同时给出补助下级支出及其一般性、专项转移支付，未核对。")
	}
}

// moreThanNamed makes a whole above its kinds less than an error: a kind may be
// unnamed. Where the report names a third one, it is a note.
func moreThanNamed(s *facts.Set, c *rule.Claim) {
	if c.Identity.Evaluate() != identity.Broken || identity.Total(c.Identity.Left) < identity.Total(c.Identity.Right) {
		return
	}
	c.Severity = budget.Warning
	c.Note = "差额可能是未列出的返还性支出"
	if whole := c.Identity.Left[0].Fact; third(s, whole) || !township(whole) {
		c.Severity = budget.Info
	}
}

// township reports whether support goes to townships, which get no tax rebates: by the
// words for it, or the level that gives it.
func township(whole *facts.Fact) bool {
	switch to := whole.SubjectRaw; {
	case strings.ContainsAny(to, "乡镇街"):
		return true
	case strings.ContainsAny(to, "县市州旗"):
		return false
	}
	return strings.ContainsAny(whole.Scope, "区县旗") && !strings.ContainsAny(whole.Scope, "市省州")
}

// third reports whether a report names another kind of support to the lower level.
func third(s *facts.Set, whole *facts.Fact) bool {
	for _, f := range s.Facts {
		if f.Side == budget.Expenditure && strings.Contains(f.SubjectRaw+f.Subject, "返还") {
			return true
		}
		w := s.Fact(f.Whole)
		if w == nil || w.Key != whole.Key || f.Delta {
			continue
		}
		switch strings.TrimSuffix(f.Subject, "支出") {
		case subject.GeneralGive, subject.SpecialGive, subject.ToBelow:
		default:
			if f.Role != budget.RoleEarmark {
				return true
			}
		}
	}
	return false
}

// find accepts a kind of transfer by either of its names.
func find(s *facts.Set, a facts.Account, name string) (*facts.Fact, bool) {
	if f, conflict := s.Find(a, budget.Expenditure, name); f != nil {
		return f, conflict
	}
	return s.Find(a, budget.Expenditure, name+"支出")
}
