// Package reconcile proves that a report agrees with itself and with the other
// reports of its district, and says where it does not.
package reconcile

//go:generate go run ./internal/rulegen
//go:generate go run ./internal/ruledocs

import (
	"context"
	"fmt"

	"yusuan/budget"
	"yusuan/reconcile/cause"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/fingerprint"
	"yusuan/reconcile/rule"
)

// Options are the settings of a reconciliation.
type Options struct{}

// Engine runs the rules. One serves many goroutines.
type Engine struct {
	rules []rule.Rule
}

// New returns an engine with every registered rule.
func New(o Options) (*Engine, error) {
	all := registered()
	seen := map[string]bool{}
	for _, r := range all {
		if seen[r.ID] {
			return nil, fmt.Errorf("reconcile: rule %s is registered twice", r.ID)
		}
		seen[r.ID] = true
	}
	return &Engine{rules: all}, nil
}

// Rules returns the documentation of every rule, in order of their ids.
func Rules() []rule.Doc {
	all := registered()
	out := make([]rule.Doc, len(all))
	for i, r := range all {
		out[i] = r.Doc
	}
	return out
}

// Check runs every rule of one report. The result is in a stable order.
func (e *Engine) Check(ctx context.Context, r *budget.Report) []budget.Check {
	set := facts.Build(r)
	out := rule.NewOutcomes(len(r.Figures) + len(e.rules))
	for i := range e.rules {
		if ctx.Err() != nil {
			break
		}
		if e.rules[i].Check != nil {
			runOne(&e.rules[i], set, out)
		}
	}
	return finish(out)
}

// runOne runs one rule and adds its outcomes; a rule that crashes becomes one
// errored check.
func runOne(r *rule.Rule, set *facts.Set, out *rule.Outcomes) {
	defer func() {
		if cause := recover(); cause != nil {
			out.Crashed(crashed(r.Doc, set.Report, cause))
		}
	}()
	r.Check(rule.NewRun(r.Doc, set, out))
}

// crashed is the check of a rule that failed itself.
func crashed(d rule.Doc, r *budget.Report, cause any) budget.Check {
	return budget.Check{
		Rule: d.ID, Report: r.ID, Verdict: budget.Errored, Severity: budget.Error,
		Message: fmt.Sprintf("规则%s运行出错，本报告未按此规则核对：%v。", d.ID, cause),
	}
}

// finish explains the findings and gives the checks their fingerprints. Of a group
// of findings with one cause one stays a finding; the others are blocked and refer
// to it.
func finish(out *rule.Outcomes) []budget.Check {
	cause.Misread(out)
	outcomes := out.List()
	groups := cause.Explain(outcomes)
	cause.Unlike(outcomes, groups)
	checks := out.Checks
	cause.Recognised(checks)
	fingerprint.Set(checks)
	for _, g := range groups {
		leader := &checks[g.Leader]
		leader.Group = leader.Fingerprint
		for _, m := range g.Members {
			c := &checks[m]
			c.Group = leader.Fingerprint
			if c.Verdict == budget.Fail {
				c.Verdict = budget.Blocked
				c.Message += "（与" + leader.Rule + "所报的差错同因，不另计。）"
			}
		}
	}
	return checks
}
