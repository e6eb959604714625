package rule

import (
	"bytes"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
)

// Outcomes collects the checks of the rules, each with the identity that it judged.
type Outcomes struct {
	Checks     []budget.Check
	identities []*identity.Identity // by check, nil for a check without one

	text     bytes.Buffer // of the message that is being written
	kept     supply[identity.Identity]
	evidence supply[budget.Evidence]
	decimals map[interval.Amount]decimal.Decimal
}

// Outcome is a check with the identity that it judged, where it has one.
type Outcome struct {
	Check    *budget.Check
	Identity *identity.Identity
}

// List gives access to all outcomes, until the next one is added.
func (o *Outcomes) List() []Outcome {
	out := make([]Outcome, len(o.Checks))
	for i := range out {
		out[i] = Outcome{&o.Checks[i], o.identities[i]}
	}
	return out
}

// NewOutcomes has room for so many.
func NewOutcomes(expected int) *Outcomes {
	return &Outcomes{
		Checks: make([]budget.Check, 0, expected), identities: make([]*identity.Identity, 0, expected),
		decimals: map[interval.Amount]decimal.Decimal{},
	}
}

// Add adds a check without an identity.
func (o *Outcomes) Add(c budget.Check) { *o.add(nil) = c }

// Crashed adds the check of a rule that failed itself, in place of one that it left
// unfinished.
func (o *Outcomes) Crashed(c budget.Check) {
	if n := len(o.Checks) - 1; n >= 0 && o.Checks[n].Verdict == "" {
		o.Checks, o.identities = o.Checks[:n], o.identities[:n]
	}
	o.Add(c)
}

// add adds a check to be filled before the next one is added.
func (o *Outcomes) add(id *identity.Identity) *budget.Check {
	o.Checks = append(o.Checks, budget.Check{})
	o.identities = append(o.identities, id)
	return &o.Checks[len(o.Checks)-1]
}

func (o *Outcomes) keep(id identity.Identity) *identity.Identity {
	kept := &o.kept.take(1)[0]
	*kept = id
	return kept
}

// decimal is a.Decimal, made once: the tolerances of a report are few.
func (o *Outcomes) decimal(a interval.Amount) decimal.Decimal {
	d, ok := o.decimals[a]
	if !ok {
		d = a.Decimal()
		o.decimals[a] = d
	}
	return d
}

// supply hands out parts of larger pieces of memory: the outcomes of a report are
// many, small, and kept together.
type supply[T any] struct{ room []T }

const piece = 128

func (s *supply[T]) take(n int) []T {
	if n > len(s.room) {
		s.room = make([]T, max(n, piece))
	}
	out := s.room[:n:n]
	s.room = s.room[n:]
	return out
}
