package facts

import (
	"yusuan/budget"
	"yusuan/reconcile/subject"
)

// Stock returns the best statement of a balance that is no opening balance. The
// kinds of debt may be keyed under the total that they split.
func (s *Set) Stock(a Account, name string) (*Fact, bool) {
	k := a.Key(budget.Balance, name)
	for _, parent := range [...]string{"", subject.Outstanding, subject.Limit} {
		for _, role := range [...]budget.Role{"", budget.RoleClosing} {
			k.Parent, k.Role = parent, role
			if f, conflict := s.Best(k); f != nil {
				return f, conflict
			}
		}
	}
	return nil, false
}

// Opening returns a year's opening balance: as stated, or the closing balance of
// the year before.
func (s *Set) Opening(a Account, name string) (*Fact, bool) {
	k := a.Key(budget.Balance, name)
	k.Role = budget.RoleOpening
	if f, conflict := s.Best(k); f != nil {
		return f, conflict
	}
	a.Year--
	for _, stage := range [...]budget.Stage{budget.Execution, budget.Final} {
		a.Stage = stage
		if f, conflict := s.Stock(a, name); f != nil {
			return f, conflict
		}
	}
	return nil, false
}
