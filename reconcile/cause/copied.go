package cause

import (
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// copied explains a broken sum by a figure that repeats another year's of its
// subject digit for digit, where no misprint explains it: the figure was taken from
// the wrong column or from last year's report.
func (s *search) copied() bool {
	for _, i := range s.open {
		id := s.outcomes[i].Identity
		if id.Rate != nil || id.Relation != identity.Equal {
			continue
		}
		var found, from *facts.Fact
		for _, t := range id.Terms() {
			if g := s.source(t.Fact); g != nil {
				if found != nil && found != t.Fact {
					found = nil // either may be the copy
					break
				}
				found, from = t.Fact, g
			}
		}
		if found == nil {
			continue
		}
		closes, value, ok := s.wanted(found, i)
		if !ok {
			continue
		}
		leader := s.take(closes)
		check := s.outcomes[leader].Check
		check.LikelyCause = rule.Place(found) + "“" + found.Label() + "”列印" + inUnit(found, found.Value) + "，与" + rule.Place(from) + rule.Prefix(from) + from.Label() +
			"完全相同，疑似误用了该数；按核对关系推算应为" + inUnit(found, value) + "。"
		check.CauseFigure = found.ID
		return true
	}
	return false
}

// wanted is the value of a figure that closes an open identity, and what else of the
// open ones it closes; it must break none that holds.
func (s *search) wanted(f *facts.Fact, i int) (closes []int, value interval.Amount, ok bool) {
	id := s.outcomes[i].Identity
	diff := identity.Total(id.Left) - identity.Total(id.Right)
	for _, t := range id.Terms() {
		if t.Fact == f {
			value = f.Value - diff*interval.Amount(t.Weight)
		}
	}
	closes, ok = s.test(s.holding[f], []identity.Override{{Fact: f, Value: value, Factor: 1}})
	return closes, value, ok
}

// tellingDigits is how many steps a figure must have for another to repeat it by no chance.
const tellingDigits = 1000

// source finds a figure of the same book, level, side and subject that is of another
// year and has the same value to the last digit.
func (s *search) source(f *facts.Fact) *facts.Fact {
	if f.Step() <= 0 || f.Value.Abs() < f.Step()*tellingDigits || !f.Sums() {
		return nil
	}
	for _, g := range s.known {
		if g.Value == f.Value && g.Step() == f.Step() && g.Year != f.Year && g.Book == f.Book && g.Level == f.Level && g.Key.Scope == f.Key.Scope &&
			g.Side == f.Side && g.Subject == f.Subject && g.Role == f.Role && g.Sums() && g.Report == f.Report {
			return g
		}
	}
	return nil
}
