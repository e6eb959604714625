package rule

import "yusuan/reconcile/facts"

// Pair is two reports of one district that speak of neighbouring years, or of
// one year twice: Prev is the earlier one. Checks are recorded on Next.
type Pair struct {
	*Run
	Prev, Next *facts.Set
}

// NewPair starts a run of a rule over two reports.
func NewPair(d Doc, prev, next *facts.Set, out *Outcomes) *Pair {
	return &Pair{Run: NewRun(d, next, out), Prev: prev, Next: next}
}
