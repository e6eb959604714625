// Package r701 checks printed completion rates.
package r701

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is R701.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "R701",
		Title:    "完成率与预算数相符",
		Severity: budget.Error,
		What: "A completion rate stated in a sentence follows from the amount and the budget (or adjusted budget) of the same key, wherever the report gives it. " +
			"Where the base isn't said, either one may fit.",
		Why:       "The amount, the budget or the rate is wrong, or the rate is of another base than it says.",
		Authority: "《预算法》第四十八条：人民代表大会重点审查上一年预算执行情况；第七十五条：按预算数、调整预算数、决算数分别列出。",
		Example:   "2024年全县一般公共预算执行数：完成率列印为57.4%，按一般公共预算收入236万元与年初预算数400万元计算为59.00%，不相符（第12行、第40行）。",
		Exclusions: []string{
			"budgets that the report doesn't give at the same scope",
			"rates in tables: see T104",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, f := range r.Set.Facts {
		if !f.Completion.Known || f.Completion.OtherBase || f.Kind == budget.InTable || !f.Sums() || !f.HasAmount() || f.Hedge != "" {
			continue
		}
		ran = judge(r, f) || ran
	}
	if !ran {
		r.Skip("文中没有能与预算数核对的完成率，未核对。")
	}
}

func judge(r *rule.Run, f *facts.Fact) bool {
	stages := []budget.Stage{budget.Adjusted, budget.Budgeted}
	if f.CompletionOf != "" {
		stages = []budget.Stage{f.CompletionOf}
	}
	var found []identity.Identity
	for _, stage := range stages {
		k := f.Key
		k.Stage = stage
		base, conflict := r.Set.Best(k)
		if base == nil || conflict || !base.HasAmount() {
			continue
		}
		id := identity.Identity{Left: identity.Add(f), Right: identity.Add(base), Rate: grid.NewRate(identity.Share, &f.Completion)}
		if id.Evaluate() != identity.Broken {
			say(r, f, id)
			return true
		}
		found = append(found, id)
	}
	if len(found) == 0 {
		return false
	}
	if f.CompletionOf == "" && !onlyFirst(r.Set, f) || f.CompletionOf != "" && len(found) < len(stages) {
		// 为预算的p does not say which: the budget may have been revised again.
		r.Missing(f, "完成率所依据的预算数")
		return true
	}
	say(r, f, found[0])
	return true
}

// onlyFirst reports whether a half-year report speaks of no budget but the first: then a
// completion that doesn't say of which is of that.
func onlyFirst(s *facts.Set, of *facts.Fact) bool {
	if s.Report.Kind != budget.KindHalfYear {
		return false
	}
	for _, f := range s.Facts {
		if f.Stage == budget.Adjusted && f.Year == of.Year {
			return false
		}
	}
	return true
}

func say(r *rule.Run, f *facts.Fact, id identity.Identity) {
	r.Judge(rule.Claim{Identity: id, Left: "完成率列印为" + f.Completion.Value.String() + "%",
		Right: rule.StageName(id.Right[0].Fact.Stage)})
}
