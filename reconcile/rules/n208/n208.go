// Package n208 checks the arithmetic of an adjustment in a sentence.
package n208

import (
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is N208.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N208",
		Title:    "文中年初预算加调增（减调减）等于调整后预算",
		Severity: budget.Error,
		What: "Where a sentence gives the first budget, the change and the adjusted budget of a subject, the adjusted budget is the first one plus the change. " +
			"The first budget may stand elsewhere, where the sentence says that the change is against it.",
		Why:       "One of the three figures was changed alone.",
		Authority: "《预算法》第六十七条、第六十九条：预算调整方案应当说明预算调整的理由、项目和数额。",
		Example:   "2024年县本级一般公共预算调整预算数：一般公共预算收入94万元，按年初预算和调整数计算90万元（一般公共预算收入98－一般公共预算收入8），前者比后者多4万元，超出舍入容差±1.5万元（第12行）。",
		Exclusions: []string{
			"several adjustments of one subject in a sentence, unless one of them closes",
			"changes against last year (增收, 比上年增加)",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for i, f := range r.Set.Facts {
		if f.Delta && f.Stage == budget.Adjusted && f.Kind == budget.Narrative && f.HasAmount() && f.IsBudget() {
			ran = judge(r, i) || ran
		}
	}
	if !ran {
		r.Skip("文中没有年初预算、调整数、调整后预算齐全的表述，未核对。")
	}
}

// near is how many figures the three may lie apart.
const near = 3

func judge(r *rule.Run, at int) bool {
	delta := r.Set.Facts[at]
	before := distinct(neighbours(r.Set.Facts, at, budget.Budgeted))
	after := distinct(neighbours(r.Set.Facts, at, budget.Adjusted))
	if len(before) == 0 {
		before, after = fromEarlier(after)
	}
	if len(before) == 0 && len(after) == 1 {
		before = elsewhere(r.Set, delta)
	}
	if len(after) == 0 || len(before)+len(after) < 2 {
		return false
	}
	var plain *identity.Identity
	for _, to := range after {
		for _, from := range append(before, after...) {
			if from == to {
				continue
			}
			id := identity.Identity{Left: identity.Add(to), Right: identity.Add(from, delta)}
			if id.Evaluate() != identity.Broken {
				say(r, id)
				return true
			}
			if plain == nil {
				plain = &id
			}
		}
	}
	if plain == nil || len(before) > 1 || len(after) > 1 {
		r.Missing(delta, "可以确定的年初预算或调整后预算")
		return true
	}
	say(r, *plain)
	return true
}

// distinct leaves one of several statements of the same amount (支出预算X万元 …… 由X万元调整为Y万元).
func distinct(fs []*facts.Fact) []*facts.Fact {
	var out []*facts.Fact
	for _, f := range fs {
		if !slices.ContainsFunc(out, func(g *facts.Fact) bool { return g.Value == f.Value && g.Basis == f.Basis }) {
			out = append(out, f)
		}
	}
	return out
}

// fromEarlier takes what an earlier adjustment of the year arrived at, where the
// present one starts from it, out of the adjusted amounts.
func fromEarlier(adjusted []*facts.Fact) (before, after []*facts.Fact) {
	for _, f := range adjusted {
		if f.Basis == budget.BasisLastAdjustment {
			before = append(before, f)
		} else {
			after = append(after, f)
		}
	}
	if len(after) == 0 {
		return nil, adjusted
	}
	return before, after
}

func say(r *rule.Run, id identity.Identity) {
	r.Judge(rule.Claim{Identity: id, Right: "按年初预算和调整数计算"})
}

// elsewhere finds the first budget of a change in another place of the report, where
// the sentence says that it is what the change is against, or the report knows no other.
func elsewhere(s *facts.Set, delta *facts.Fact) []*facts.Fact {
	if strings.Contains(delta.Quote, "次调整") || !strings.Contains(delta.Quote, "年初") && !first(s) {
		return nil
	}
	k := delta.Key
	k.Stage = budget.Budgeted
	if f, conflict := s.Best(k); f != nil && !conflict && f.HasAmount() {
		return []*facts.Fact{f}
	}
	return nil
}

// first reports a report on the first adjustment of a year: its changes start from the
// first budget, whether or not a sentence says so.
func first(s *facts.Set) bool {
	if s.Report.Kind != budget.KindAdjustment || strings.Contains(s.Report.Title, "次") {
		return false
	}
	for _, f := range s.Facts {
		if f.Basis == budget.BasisLastAdjustment {
			return false
		}
	}
	return true
}

// neighbours lists the amounts of the same subject at a stage, close to the
// change and in its sentence.
func neighbours(all []*facts.Fact, at int, stage budget.Stage) []*facts.Fact {
	delta := all[at]
	var out []*facts.Fact
	for i := at - near; i <= at+near; i++ {
		if i < 0 || i >= len(all) || i == at {
			continue
		}
		f := all[i]
		if f.Delta || f.Role == budget.RoleEarmark || f.Stage != stage || f.Kind != budget.Narrative || !f.HasAmount() || f.Quote != delta.Quote && !f.Beside(delta.Figure) {
			continue
		}
		if f.Subject == delta.Subject && f.Book == delta.Book && f.Level == delta.Level && f.Side == delta.Side && f.Year == delta.Year {
			out = append(out, f)
		}
	}
	return out
}
