package u110

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// beyond is how many times the largest total of its book a figure must be for no
// misprint but a wrong unit to explain it.
const beyond = 30

// sizes finds figures that are far larger than every other total of their book, and
// those that are next to nothing in a unit of their own.
func sizes(r *rule.Run) (ran bool) {
	totals := map[budget.Book][]*facts.Fact{}
	for _, f := range r.Set.Facts {
		if comparable(f) && (f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal) {
			totals[f.Book] = append(totals[f.Book], f)
		}
	}
	for _, fs := range totals { // the largest first
		slices.SortStableFunc(fs, func(a, b *facts.Fact) int { return cmp.Compare(b.Value, a.Value) })
	}
	for _, f := range r.Set.Facts {
		if !comparable(f) || len(totals[f.Book]) < 2 {
			continue
		}
		ran = true
		if most := largest(totals[f.Book], f); most != nil && f.Value/beyond > most.Value {
			slipped(r, f, most, "超过同一本预算各总数的"+strconv.Itoa(beyond)+"倍")
		} else if sibling := tiny(r.Set, f); sibling != nil {
			slipped(r, f, sibling, "而同处各数都以"+sibling.Unit+"计")
		}
	}
	return ran
}

// flows reports whether a figure is a part of what a total holds: totals may grow many
// times over from a year to the next, and stocks gather over the years.
func flows(f *facts.Fact) bool {
	return f.Side != budget.Balance && f.Role != budget.RoleTotal && f.Role != budget.RoleGrandTotal && f.Role != budget.RoleSubtotal
}

// largest is the largest of the totals that f could be a part of, but those of its own
// key. The totals are sorted.
func largest(totals []*facts.Fact, f *facts.Fact) *facts.Fact {
	if !flows(f) {
		return nil
	}
	for _, t := range totals {
		if t.Key != f.Key {
			return t
		}
	}
	return nil
}

// nothing is the size below which an amount with decimals in 万元 is next to nothing
// among amounts in 亿元.
const nothing = 10 * interval.One

// tiny returns a figure beside one that is next to nothing in 万元, where the sentences
// give everything else of the account and side in 亿元.
func tiny(s *facts.Set, f *facts.Fact) *facts.Fact {
	if f.Kind != budget.Narrative || f.Unit != "万元" || f.Value >= nothing || !strings.Contains(f.Raw, ".") {
		return nil
	}
	switch f.Role {
	case budget.RoleComponent, budget.RoleFunction, budget.RoleTotal, budget.RoleGrandTotal:
	default:
		return nil // what a sentence only mentions may be of any size
	}
	if f.Subject == subject.ThreePublic {
		return nil
	}
	var sibling *facts.Fact
	n := 0
	for _, g := range s.Facts {
		if g == f || g.Kind != budget.Narrative || g.Account() != f.Account() || g.Side != f.Side || !g.Sums() || !g.HasAmount() {
			continue
		}
		if g.Unit != "亿元" {
			return nil
		}
		sibling, n = g, n+1
	}
	if n < 3 {
		return nil
	}
	return sibling
}

func slipped(r *rule.Run, f, other *facts.Fact, why string) {
	check := r.Say(budget.Fail, budget.Warning, f, rule.Prefix(f)+f.Label()+f.Value.String()+"万元（"+rule.Place(f)+"），"+why+"（"+other.Label()+other.Value.String()+"万元，"+
		rule.Place(other)+"），疑似计量单位有误。")
	check.LikelyCause, check.CauseFigure = rule.Place(f)+"“"+f.Label()+"”列印"+f.Raw+"，疑似计量单位有误。", f.ID
	check.Evidence = append(check.Evidence, budget.Evidence{Figure: other.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
}
