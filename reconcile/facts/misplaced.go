package facts

import (
	"yusuan/budget"
	"yusuan/reconcile/interval"
)

// misplaced marks parts that were tied to the wrong whole: they don't sum to it,
// but to another total of the same passage (余额中，一般债务…、专项债务… after a
// sentence that ends with the limit).
func (s *Set) misplaced() {
	for _, id := range s.Wholes() {
		whole := s.byID[id]
		parts := s.parts[id]
		if whole == nil || whole.Kind != budget.Narrative || whole.Side != budget.Balance || len(parts) < 2 {
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
