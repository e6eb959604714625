package rule

import "yusuan/reconcile/facts"

// Pair is two reports of one district that speak of neighbouring years, or of
// one year twice: Prev is the earlier one. Checks are recorded on Next.
type Pair struct {
	*Run
	Prev, Next *facts.Set
}

// NewPair starts a run of a rule over two reports.
func NewPair(d Doc, prev, next *facts.Set, before []Outcome) *Pair {
	return &Pair{Run: NewRun(d, next, before), Prev: prev, Next: next}
}
