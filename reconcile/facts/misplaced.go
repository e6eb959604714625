package facts

import (
	"yusuan/budget"
	"yusuan/reconcile/interval"
)

// misplaced marks parts that were tied to the wrong whole: they don't sum to it,
// but to another total of the same passage (余额中，一般债务…、专项债务… after a
// sentence that ends with the limit).
func (s *Set) misplaced() {
	for _, whole := range s.Facts {
		parts := s.kinds(whole)
		if len(parts) == 0 || whole.Kind != budget.Narrative || whole.Side != budget.Balance || len(parts) < 2 {
			continue
		}
		sum := interval.Interval{}
		for _, p := range parts {
			sum = sum.Plus(p.Wide)
		}
		if sum.Overlaps(whole.Wide) || !s.sumsToOther(whole, sum) {
			continue
		}
		for _, p := range parts {
			p.ambiguous = true
		}
	}
}

// kinds lists the parts of a stock in its passage, tied to it or named after it.
func (s *Set) kinds(whole *Fact) []*Fact {
	if whole.Side != budget.Balance || whole.Role != budget.RoleTotal || !whole.HasAmount() {
		return nil
	}
	if parts := s.parts[whole.ID]; len(parts) > 0 {
		return parts
	}
	var out []*Fact
	for _, f := range s.Facts {
		if f.Line == whole.Line && f.Kind == whole.Kind && f.Parent == whole.Subject && f.Role == budget.RolePart && f.Sums() &&
			f.Year == whole.Year && f.Level == whole.Level && f.HasAmount() {
			out = append(out, f)
		}
	}
	return out
}

// sumsToOther reports whether a sum is another total of the whole's line.
func (s *Set) sumsToOther(whole *Fact, sum interval.Interval) bool {
	for _, f := range s.Facts {
		if f.Line == whole.Line && f != whole && f.Role == budget.RoleTotal && f.Book == whole.Book && f.Side == whole.Side &&
			f.Subject != whole.Subject && f.HasAmount() && f.Wide.Overlaps(sum) {
			return true
		}
	}
	return false
}
