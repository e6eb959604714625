package batch

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/baseline"
	"yusuan/reconcile/suppress"
)

// review marks findings that somebody has accepted, and those that an earlier
// run had.
type review struct {
	accepted *suppress.List     // nil: none
	earlier  *baseline.Baseline // nil: none
}

func newReview(o Options) (*review, error) {
	r := &review{}
	var err error
	if o.Suppress != "" {
		if r.accepted, err = suppress.Load(o.Suppress); err != nil {
			return nil, err
		}
	}
	if o.Baseline != "" {
		if r.earlier, err = baseline.Load(o.Baseline); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// active reports whether there is anything to mark by.
func (r *review) active() bool { return r.accepted != nil || r.earlier != nil }

func (r *review) mark(checks []budget.Check) {
	if r.accepted != nil {
		r.accepted.Apply(checks)
	}
	if r.earlier != nil {
		r.earlier.Compare(checks)
	}
}

// remark marks findings that were stored by an earlier run, so that what has
// become of every acceptance and every earlier finding is known.
func (r *review) remark(stored []Finding) {
	if !r.active() {
		return
	}
	checks := make([]budget.Check, len(stored))
	for i, f := range stored {
		checks[i] = budget.Check{Rule: f.Rule, Report: f.Report, Scope: f.Scope, Fingerprint: f.Fingerprint, Verdict: budget.Fail}
	}
	r.mark(checks)
}

// Finding identifies a finding of a report.
type Finding struct {
	Rule        string `json:"rule"`
	Report      string `json:"report"`
	Scope       string `json:"scope,omitempty"`
	Fingerprint string `json:"fingerprint"`
}

func findingsOf(checks []budget.Check) []Finding {
	var out []Finding
	for i := range checks {
		if c := &checks[i]; c.Finding() {
			out = append(out, Finding{c.Rule, c.Report, strings.Clone(c.Scope), c.Fingerprint})
		}
	}
	return out
}

// stale are the acceptances that no finding needs any more.
func (r *review) stale() []Acceptance {
	if r.accepted == nil {
		return nil
	}
	var out []Acceptance
	for _, e := range r.accepted.Stale() {
		out = append(out, Acceptance{e.Rule, e.Report, e.Scope, e.Reason})
	}
	return out
}

// gone are the findings of the earlier run that the reports covered now do not
// have any more.
func (r *review) gone(covered map[string]bool) []baseline.Finding {
	if r.earlier == nil {
		return nil
	}
	return r.earlier.Gone(func(report string) bool { return covered[report] })
}
