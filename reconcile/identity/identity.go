// Package identity is what rules assert: that sums of figures agree, or that a
// printed rate follows from two figures. An identity can be evaluated again with
// figures replaced, which is how likely causes are searched.
package identity

import (
	"yusuan/reconcile/facts"
	"yusuan/reconcile/interval"
)

// Term is a figure with its sign.
type Term struct {
	Fact   *facts.Fact
	Weight int // +1 or -1
}

// Relation is how the two sides must compare.
type Relation int

const (
	Equal Relation = iota
	AtMost
	AtLeast
)

// Identity asserts Left Relation Right, or, where Rate is set, that Rate is the
// quotient of Left and Right.
type Identity struct {
	Left, Right []Term
	Relation    Relation
	Rate        *Rate
}

// RateKind says what a printed rate means.
type RateKind int

const (
	Growth RateKind = iota // Left/Right - 1
	Share                  // Left/Right: completion, shares
)

// Rate is a printed percentage of Left over Right.
type Rate struct {
	Kind   RateKind
	Narrow interval.Rates // its rounding
	Wide   interval.Rates // one last digit away from zero: some bureaus cut instead of rounding
}

// State is the outcome of evaluating an identity.
type State int

const (
	Holds    State = iota // within the narrow intervals
	Rounds                // only within the wide ones
	Broken                // outside both
	Unusable              // a quotient by nothing
)

// Override replaces the value of a figure, with the factor that its step is
// scaled by (1 for a wrong digit, 10⁴ for a wrong unit).
type Override struct {
	Fact   *facts.Fact
	Value  interval.Amount
	Factor float64
}

// Evaluate computes the outcome with the printed values.
func (id *Identity) Evaluate() State { return id.With(nil) }

// With computes the outcome with some values replaced.
func (id *Identity) With(o []Override) State {
	if id.Rate != nil {
		return id.rate(o)
	}
	if compare(sum(id.Left, o, false), sum(id.Right, o, false), id.Relation) {
		return Holds
	}
	if compare(sum(id.Left, o, true), sum(id.Right, o, true), id.Relation) {
		return Rounds
	}
	return Broken
}

// compare judges two intervals under a relation.
func compare(l, r interval.Interval, rel Relation) bool {
	switch rel {
	case AtMost:
		return l.Lo <= r.Hi
	case AtLeast:
		return l.Hi >= r.Lo
	}
	return l.Overlaps(r)
}

// rate judges a quotient against its printed rate.
func (id *Identity) rate(o []Override) State {
	q, ok := interval.Quotient(sum(id.Left, o, true), sum(id.Right, o, true))
	if !ok {
		return Unusable
	}
	if id.Rate.Kind == Growth {
		q = q.Minus(1)
	}
	if q.Overlaps(id.Rate.Narrow) {
		return Holds
	}
	if q.Overlaps(id.Rate.Wide) {
		return Rounds
	}
	return Broken
}

// RoundedUp reports whether a printed rate can only be the quotient rounded away from
// zero: had its last digit been cut off, it would be another.
func (id *Identity) RoundedUp() bool {
	if id.Rate == nil {
		return false
	}
	q, ok := interval.Quotient(sum(id.Left, nil, true), sum(id.Right, nil, true))
	if id.Rate.Kind == Growth {
		q = q.Minus(1)
	}
	middle := (id.Rate.Narrow.Lo + id.Rate.Narrow.Hi) / 2
	if middle < 0 {
		return ok && q.Lo > middle && q.Overlaps(id.Rate.Narrow)
	}
	return ok && q.Hi < middle && q.Overlaps(id.Rate.Narrow)
}

// sum adds the intervals of one side.
func sum(terms []Term, o []Override, wide bool) interval.Interval {
	var total interval.Interval
	for _, t := range terms {
		total = total.Plus(bounds(t.Fact, o, wide).Weighted(t.Weight))
	}
	return total
}

// bounds is the interval of one figure, replaced or as printed.
func bounds(f *facts.Fact, o []Override, wide bool) interval.Interval {
	iv := f.Narrow
	if wide {
		iv = f.Wide
	}
	for _, r := range o {
		if r.Fact != f {
			continue
		}
		lo := float64(iv.Lo-f.Value) * r.Factor
		hi := float64(iv.Hi-f.Value) * r.Factor
		return interval.Interval{Lo: r.Value.Plus(interval.Amount(lo)), Hi: r.Value.Plus(interval.Amount(hi))}
	}
	return iv
}

// Total is the sum of the printed values of one side.
func Total(terms []Term) interval.Amount {
	var v interval.Amount
	for _, t := range terms {
		v = v.Plus(t.Fact.Value * interval.Amount(t.Weight))
	}
	return v
}

// Tolerance is the half widths of all figures together, by their own last digits.
func (id *Identity) Tolerance() interval.Amount {
	return sum(id.Left, nil, true).Half().Plus(sum(id.Right, nil, true).Half())
}

// Terms lists every figure with its sign in Left - Right.
func (id *Identity) Terms() []Term {
	out := make([]Term, 0, len(id.Left)+len(id.Right))
	out = append(out, id.Left...)
	for _, t := range id.Right {
		out = append(out, Term{t.Fact, -t.Weight})
	}
	return out
}

// Doubtful reports whether a figure of the identity is doubtful.
func (id *Identity) Doubtful() bool {
	for _, t := range id.Left {
		if t.Fact.Doubtful() {
			return true
		}
	}
	for _, t := range id.Right {
		if t.Fact.Doubtful() {
			return true
		}
	}
	return false
}

// Add makes terms of figures with weight +1.
func Add(fs ...*facts.Fact) []Term {
	out := make([]Term, 0, len(fs))
	for _, f := range fs {
		out = append(out, Term{f, 1})
	}
	return out
}

// Sub makes terms of figures with weight -1.
func Sub(fs ...*facts.Fact) []Term {
	out := make([]Term, 0, len(fs))
	for _, f := range fs {
		out = append(out, Term{f, -1})
	}
	return out
}
