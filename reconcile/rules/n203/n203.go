// Package n203 checks that the two totals of a chapter's sentences agree.
package n203

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// Rule is N203.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "N203",
		Title:     "文中收入总计等于支出总计",
		Severity:  budget.Error,
		What:      "The 收入总计 and 支出总计 that sentences give for one book, scope, year and stage are equal.",
		Why:       "A local budget must balance; totals that differ mean that one of the sides is wrong or incomplete.",
		Authority: "《预算法》第三十五条：地方各级预算按照量入为出、收支平衡的原则编制，除本法另有规定外，不列赤字。",
		Example:   "2023年全县一般公共预算执行数：收入总计500万元，支出总计480万元，前者比后者多20万元，超出舍入容差±1万元（第12行、第14行）。",
		Exclusions: []string{
			"totals of different scopes (全区 against 区级 or 区金库)",
			"a total of expenditure without the carry-over that the next clause states (收支相抵，结转下年X万元): the two together are compared",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	out := totals(r.Set, budget.Expenditure)
	ran := false
	for _, in := range totals(r.Set, budget.Revenue) {
		match := nearest(in, out)
		if match == nil {
			r.Missing(in, "同口径的文中支出总计")
			continue
		}
		ran = true
		id := identity.Identity{Left: identity.Add(in), Right: identity.Add(match)}
		if id.Evaluate() == identity.Broken {
			id = withRemainder(r.Set, id, match)
		}
		if (in.Ambiguous() || match.Ambiguous()) && id.Evaluate() == identity.Broken {
			r.Missing(in, "把同处两个总计区分开的依据")
			continue
		}
		r.Judge(rule.Claim{Identity: id})
	}
	if !ran {
		r.Skip("文中没有收支两边齐全的总计，未核对。")
	}
}

// remainders are what bureaus state behind a total of expenditure that leaves them
// out: 收支相抵，结转下年X万元.
var remainders = map[string]bool{"结转下年": true, "收支结余": true, "净结余": true, "本年收支结余": true, "年末滚存结余": true}

// withRemainder adds the carried-over remainder that stands outside the total of
// expenditure, where that closes the identity.
func withRemainder(s *facts.Set, id identity.Identity, out *facts.Fact) identity.Identity {
	near := id
	for _, f := range s.Facts {
		if f.Kind != budget.Narrative || !remainders[f.Subject] || !f.HasAmount() || f.Delta || f.Account() != out.Account() || f.Statement == out.Statement && f.Quote == out.Quote && f.Side != budget.Balance && f.ID < out.ID {
			continue
		}
		closed := identity.Identity{Left: id.Left, Right: identity.Add(out, f)}
		if closed.Evaluate() != identity.Broken {
			return closed
		}
		if f.Beside(out.Figure) && f.ID > out.ID && gap(&closed) < gap(&near) {
			near = closed // the remainder is wrong, or a total: the three belong together
		}
	}
	return near
}

func gap(id *identity.Identity) interval.Amount {
	return (identity.Total(id.Left) - identity.Total(id.Right)).Abs()
}

func totals(s *facts.Set, side budget.Side) []*facts.Fact {
	var out []*facts.Fact
	for _, f := range s.Facts {
		if f.Kind == budget.Narrative && f.Side == side && f.Role == budget.RoleGrandTotal && f.HasAmount() && f.Sums() {
			out = append(out, f)
		}
	}
	return out
}

// nearest picks the total of the same account that stands closest.
func nearest(in *facts.Fact, out []*facts.Fact) *facts.Fact {
	var best *facts.Fact
	for _, f := range out {
		if f.Account() != in.Account() || f.Basis != in.Basis {
			continue
		}
		if best == nil || distance(f, in) < distance(best, in) {
			best = f
		}
	}
	return best
}

func distance(a, b *facts.Fact) int {
	if a.ID > b.ID {
		return a.ID - b.ID
	}
	return b.ID - a.ID
}
