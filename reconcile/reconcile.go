// Package reconcile proves that a report agrees with itself and with the other
// reports of its district, and says where it does not.
package reconcile

import (
	"context"

	"yusuan/budget"
)

// Options are the settings of a reconciliation.
type Options struct{}

// Engine runs the rules. One serves many goroutines.
type Engine struct{}

// New returns an engine with every registered rule.
func New(o Options) (*Engine, error) { return &Engine{}, nil }

// Check runs every rule of one report. The result is in a stable order.
func (e *Engine) Check(ctx context.Context, r *budget.Report) []budget.Check { return nil }

// Slim returns a copy of the report that keeps only what Across needs, so that
// ten thousand of them fit in memory.
func Slim(r *budget.Report) *budget.Report { return r }

// Across runs the rules that compare reports of one district with each other.
func (e *Engine) Across(ctx context.Context, reports []*budget.Report) []budget.Check { return nil }
