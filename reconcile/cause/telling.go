package cause

import (
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
)

// telling reports whether it says something that an edit closes what it closes:
// many edits of coarse figures close an identity by chance, any that is large enough
// closes a bound, and one that makes next to nothing of a figure closes whatever
// would close without it.
func (s *search) telling(f *facts.Fact, e edit, closes []int) bool {
	bound, sums := false, false
	for _, i := range closes {
		id := s.outcomes[i].Identity
		if id.Rate == nil && id.Relation != identity.Equal {
			bound = bound || bounded(id, f, e)
			continue
		}
		sums = true
		if s.closesWell(id, f, e, closes) {
			return true
		}
	}
	return bound && !sums
}

// closesWell reports whether an edit that closes a sum, or a rate, says something.
func (s *search) closesWell(id *identity.Identity, f *facts.Fact, e edit, closes []int) bool {
	switch {
	case id.Rate != nil:
		return e.kind == scaled || len(closes) > 1 || !misprinted(id)
	case e.kind == scaled:
		return e.value.Abs() > f.Value.Abs() || !vanishes(id, f, dominating)
	case e.kind == lost, e.kind == doubled:
		return !s.crowded(id, e.kind)
	}
	return true
}

// enoughOfShift is the least share of an edit's shift that a broken bound must be
// broken by.
const enoughOfShift = 0.3

// bounded reports whether a wrong unit or sign explains why a figure is out of bounds:
// by most of what the edit takes back, not by a little that anything would.
func bounded(id *identity.Identity, f *facts.Fact, e edit) bool {
	if e.kind != scaled && (e.kind != sign || f.Value > 0) {
		return false
	}
	if e.value.Abs() < f.Value.Abs() && vanishes(id, f, 1) {
		return false
	}
	diff := (identity.Total(id.Left) - identity.Total(id.Right)).Abs()
	shift := (e.value - f.Value).Abs()
	return float64(diff) >= enoughOfShift*float64(shift)
}

// dominating is how many times larger than all others a figure in a sum must be for a smaller
// unit to be more than a way to leave it out.
const dominating = 10

// vanishes reports whether an identity closes as well with nothing in the place of a
// figure that is not so many times larger than the others: then a smaller unit proves
// nothing.
func vanishes(id *identity.Identity, f *facts.Fact, times interval.Amount) bool {
	var others interval.Amount
	for _, t := range id.Terms() {
		if t.Fact != f {
			others = max(others, t.Fact.Value.Abs())
		}
	}
	return f.Value.Abs()/times <= others && id.With([]identity.Override{{Fact: f, Factor: 1}}) != identity.Broken
}

// Near misses are counted in a window so many times as wide as what closes; as many
// of them as half of that are expected to close one time in two by chance.
const (
	window = 20
	crowd  = window / 2
)

// crowded reports whether so many edits of a kind nearly close an identity that one
// that closes it says nothing.
func (s *search) crowded(id *identity.Identity, k kind) bool {
	diff := (identity.Total(id.Left) - identity.Total(id.Right)).Abs()
	slack := id.Tolerance()
	n := 0
	for _, t := range id.Terms() {
		for _, e := range edits(t.Fact) {
			if e.kind == k && ((e.value-t.Fact.Value).Abs()-diff).Abs() <= slack*window {
				n++
			}
		}
	}
	return n >= crowd
}
