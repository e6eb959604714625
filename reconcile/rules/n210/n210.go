// Package n210 adds up what the paragraphs of a report give of one side of an
// account, where no one sentence does.
package n210

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/sentence"
	"yusuan/reconcile/subject"
)

// Rule is N210.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N210",
		Title:    "分段列出的各项之和不超过总计",
		Severity: budget.Warning,
		What: "In a report on an adjustment, the own amount and the components that paragraphs give one by one add up to the 收入总计 or 支出总计 that is given by itself: " +
			"more than it is a warning, less a note, since what doesn't change may be left unsaid.",
		Why:       "A component or the total is wrong; each of them may still agree with its own change.",
		Authority: "《预算法》第六十九条：预算调整方案应当说明预算调整的理由、项目和数额；第三十五条：收支平衡。",
		Example:   "2023年县级一般公共预算调整预算数：收入总计500万元，分段所列各项之和580万元（一般公共预算收入200＋上级补助收入250＋调入资金30＋上年结转100），前者比后者少80万元，超出舍入容差±2.5万元（第12行、第14行）。",
		Exclusions: []string{
			"totals whose own sentence lists what they are made of (N201, N202)",
			"fewer than four figures, lumps, figures that contradict each other, components farther than a chapter away",
		},
		Since: "1.0",
	}, Check: check}
}

// Components stand within so many lines before or after their total, and there are so
// many of them.
const (
	reach = 12 // paragraphs
	least = 4
)

func check(r *rule.Run) {
	ran := false
	if r.Set.Report.Kind == budget.KindAdjustment {
		stated := map[*facts.Fact]bool{}
		for _, b := range sentence.Balances(r.Set) {
			stated[b.Total] = len(b.Addends) > 1
		}
		done := map[budget.Key]bool{}
		for _, f := range r.Set.Facts {
			if f.Role == budget.RoleGrandTotal && f.Kind == budget.Narrative && f.HasAmount() && f.Sums() && !stated[f] && !done[f.Key] && !f.Ambiguous() {
				done[f.Key] = true
				ran = judge(r, f) || ran
			}
		}
	}
	if !ran {
		r.Skip("报告中没有分段列出各项的总计，未核对。")
	}
}

func judge(r *rule.Run, total *facts.Fact) bool {
	a := total.Account()
	own, conflict := r.Set.Find(a, total.Side, subject.Own(a.Book, total.Side))
	if own == nil || conflict || !own.HasAmount() || !near(own, total) {
		return false
	}
	parts := []*facts.Fact{own}
	seen := map[string]bool{}
	for _, f := range r.Set.Facts {
		if f.Account() != a || f.Side != total.Side || f.Role != budget.RoleComponent && !itemised(r.Set, f) || f.Kind != budget.Narrative || !f.Sums() || seen[f.Subject] ||
			f.Basis != total.Basis || f.Subject == subject.Tax || f.Subject == subject.NonTax {
			continue
		}
		best, conflict := r.Set.Best(f.Key)
		if best == nil || conflict || !best.HasAmount() || !near(best, total) {
			return false
		}
		seen[f.Subject] = true
		parts = append(parts, best)
	}
	if len(parts) < least {
		return false
	}
	claim := rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(parts...)}, Right: "分段所列各项之和"}
	if more := append(parts, unchanged(r.Set, total, seen)...); claim.Identity.Evaluate() == identity.Broken {
		all := identity.Identity{Left: identity.Add(total), Right: identity.Add(more...)}
		if all.Evaluate() != identity.Broken {
			claim.Identity = all
		}
	}
	if identity.Total(claim.Identity.Left) > identity.Total(claim.Identity.Right) {
		claim.Severity, claim.Note = budget.Info, "没有变动的项目可能没有列出"
	}
	r.Judge(claim)
	return true
}

// itemised reports whether a figure is a kind of transfer from above in a report that
// gives the kinds only, point by point.
func itemised(s *facts.Set, f *facts.Fact) bool {
	if f.Role != budget.RolePart || f.Parent != subject.FromAbove || f.Whole > 0 {
		return false
	}
	all, _ := s.Find(f.Account(), f.Side, subject.FromAbove)
	return all == nil
}

// unchanged lists the components that are given once, as adjusted, because the
// adjustment leaves them as they were.
func unchanged(s *facts.Set, total *facts.Fact, seen map[string]bool) []*facts.Fact {
	if total.Stage != budget.Budgeted {
		return nil
	}
	a := total.Account()
	a.Stage = budget.Adjusted
	var out []*facts.Fact
	for _, f := range s.Facts {
		if f.Account() == a && f.Side == total.Side && (f.Role == budget.RoleComponent || itemised(s, f)) && f.Kind == budget.Narrative && f.Sums() && f.HasAmount() &&
			f.Basis == "" && !seen[f.Subject] && near(f, total) {
			out = append(out, f)
		}
	}
	return out
}

func near(f, total *facts.Fact) bool {
	return f.Within(total.Figure, reach)
}
