// Package r701 checks printed completion rates.
package r701

import (
	"strings"

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
			"Where the sentence prints the budget before the rate, that is the base. Where the base isn't said, either budget may fit; if neither does, the base of the report's other rates decides, " +
			"or the only budget that the report knows (a warning).",
		Why:       "The amount, the budget or the rate is wrong, or the rate is of another base than it says.",
		Authority: "《预算法》第四十八条：人民代表大会重点审查上一年预算执行情况；第七十五条：按预算数、调整预算数、决算数分别列出。",
		Example:   "2024年全县一般公共预算执行数：完成率列印为57.4%，按一般公共预算收入236万元与年初预算数400万元计算为59.00%，不相符（第12行、第40行）。",
		Exclusions: []string{
			"budgets that the report doesn't give at the same scope",
			"rates whose base isn't said, where the report has an adjusted budget of the side and its other rates don't show which budget they are of",
			"rates in tables: see T104",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, f := range r.Set.Facts {
		if rated(f) {
			ran = judge(r, f) || ran
		}
	}
	if !ran {
		r.Skip("文中没有能与预算数核对的完成率，未核对。")
	}
}

// rated reports whether a figure has a completion rate that can be recomputed.
func rated(f *facts.Fact) bool {
	return f.Completion.Known && !f.Completion.OtherBase && f.Kind == budget.Narrative && f.Sums() && f.HasAmount() && f.Hedge == ""
}

func judge(r *rule.Run, f *facts.Fact) bool {
	if base := printed(r.Set, f); base != nil {
		say(r, f, quotient(f, base))
		return true
	}
	stages := []budget.Stage{budget.Adjusted, budget.Budgeted}
	if f.CompletionOf != "" {
		stages = []budget.Stage{f.CompletionOf}
	}
	var found []identity.Identity
	for _, stage := range stages {
		base := planned(r.Set, f, stage)
		if base == nil {
			continue
		}
		id := quotient(f, base)
		if id.Evaluate() != identity.Broken {
			say(r, f, id)
			return true
		}
		found = append(found, id)
	}
	switch {
	case len(found) == 0:
		return false
	case f.CompletionOf != "":
		say(r, f, found[0])
	default:
		unsaid(r, f, found)
	}
	return true
}

// unsaid judges a rate of a budget that the sentence does not name, where none of the
// known ones gives it: by the base of the report's other rates, or by the only budget
// that the report knows. Else the budget may have been revised again.
func unsaid(r *rule.Run, f *facts.Fact, found []identity.Identity) {
	usual := convention(r.Set)
	for _, id := range found {
		if id.Right[0].Fact.Stage == usual {
			say(r, f, id)
			return
		}
	}
	if len(found) == 1 && found[0].Right[0].Fact.Stage == budget.Budgeted && !revised(r.Set, f) {
		claim := claim(f, found[0])
		if r.Set.Report.Kind != budget.KindHalfYear { // by then the budget has rarely been adjusted
			claim.Severity = budget.Warning
		}
		claim.Note = "文中未说明是哪一个预算数，报告只给出了这一个"
		r.Judge(claim)
		return
	}
	r.Missing(f, "完成率所依据的预算数")
}

// planned is the budget of a figure at a stage. What a part of the year brought is
// compared with the budget of the whole.
func planned(s *facts.Set, f *facts.Fact, stage budget.Stage) *facts.Fact {
	k := f.Key
	k.Stage = stage
	if k.Basis == budget.BasisPartYear {
		k.Basis = ""
	}
	base, conflict := s.Best(k)
	if conflict || base == nil || !base.HasAmount() {
		return nil
	}
	return base
}

// printed is the budget that a sentence prints between an amount and its rate
// (为预算X万元的p%): it is the base, whatever the report says elsewhere.
func printed(s *facts.Set, f *facts.Fact) *facts.Fact {
	for id := f.ID + 1; ; id++ {
		base := s.Fact(id)
		if base == nil || base.Quote != f.Quote || base.Subject != f.Subject || base.Side != f.Side || base.Level != f.Level || base.Year != f.Year ||
			base.Stage != budget.Budgeted && base.Stage != budget.Adjusted {
			return nil
		}
		behind, ok := strings.CutPrefix(base.Behind(), "的")
		if ok && f.Completion.Raw != "" && strings.HasPrefix(strings.TrimSpace(behind), f.Completion.Raw) {
			return base
		}
	}
}

// rates that must fit one budget and no other before the report's rates count as
// being of that budget.
const enough = 2

// convention is the budget that the report's rates refer to where a sentence does not
// name it: that which alone gives several of them, while the other alone gives none.
func convention(s *facts.Set) budget.Stage {
	return facts.Once(s, "r701.convention", func(s *facts.Set) budget.Stage {
		first, adjusted := 0, 0
		for _, f := range s.Facts {
			if !rated(f) || f.CompletionOf != "" {
				continue
			}
			x, y := planned(s, f, budget.Budgeted), planned(s, f, budget.Adjusted)
			if x == nil || y == nil {
				continue
			}
			fits, other := holds(f, x), holds(f, y)
			switch {
			case fits && !other:
				first++
			case other && !fits:
				adjusted++
			}
		}
		switch {
		case adjusted >= enough && first == 0:
			return budget.Adjusted
		case first >= enough && adjusted == 0:
			return budget.Budgeted
		}
		return ""
	})
}

// revised reports whether the report knows an adjusted budget of the figure's side.
func revised(s *facts.Set, f *facts.Fact) bool {
	for k := range s.Keys() {
		if k.Stage == budget.Adjusted && k.Book == f.Book && k.Side == f.Side && k.Year == f.Year {
			return true
		}
	}
	return s.Report.Kind == budget.KindAdjustment
}

func quotient(f, base *facts.Fact) identity.Identity {
	return identity.Identity{Left: identity.Add(f), Right: identity.Add(base), Rate: grid.NewRate(identity.Share, &f.Completion)}
}

func holds(f, base *facts.Fact) bool {
	id := quotient(f, base)
	return id.Evaluate() != identity.Broken
}

func claim(f *facts.Fact, id identity.Identity) rule.Claim {
	return rule.Claim{Identity: id, Left: "完成率列印为" + f.Completion.Value.String() + "%",
		Right: rule.StageName(id.Right[0].Fact.Stage)}
}

func say(r *rule.Run, f *facts.Fact, id identity.Identity) {
	r.Judge(claim(f, id))
}
