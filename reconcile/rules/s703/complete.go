package s703

import (
	"sort"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// names lists the funds of a side, each ended by 、.
func names(s *facts.Set, a facts.Account, side budget.Side) string {
	var out []string
	for _, f := range single(s, a, side) {
		out = append(out, strings.TrimSuffix(strings.TrimSuffix(f.Subject, "收入"), "支出")+"、")
	}
	sort.Strings(out)
	return strings.Join(out, "")
}

// makesUp reports whether the funds of a side, two or more, make up its total.
func makesUp(s *facts.Set, a facts.Account, side budget.Side) bool {
	total, conflict := s.Find(a, side, subject.Own(a.Book, side))
	funds := single(s, a, side)
	if total == nil || conflict || len(funds) < 2 {
		return false
	}
	id := identity.Identity{Left: identity.Add(total), Right: identity.Add(funds...)}
	return id.Evaluate() != identity.Broken
}

// balances judges that the balances of as many funds as make up the whole are the
// whole's.
func balances(r *rule.Run, a facts.Account, funds int) (ran bool) {
	for _, name := range [...]string{subject.YearSurplus, subject.ClosingFunds} {
		total, conflict := r.Set.Stock(a, name)
		if total == nil || conflict || !total.HasAmount() || strings.Contains(total.Figure.Parent, "保险基金") && total.Figure.Parent != "社会保险基金" {
			continue
		}
		var parts []*facts.Fact
		seen := map[string]bool{}
		for _, f := range r.Set.Facts {
			if f.Account() != a || f.Side != budget.Balance || f.Subject != name || f.Basis != "" && f.Whole != total.ID || !f.Sums() || !f.HasAmount() || f == total ||
				!strings.Contains(f.Figure.Parent, "保险基金") || seen[f.Figure.Parent] {
				continue
			}
			seen[f.Figure.Parent] = true
			parts = append(parts, f)
		}
		if len(parts) != funds {
			continue
		}
		ran = true
		r.Judge(rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(parts...)}, Right: "各项基金之和", Severity: budget.Warning})
	}
	return ran
}
