// Package facts is the view of a report that rules work on: figures with
// fixed-point intervals, indexed by key, sentence and table.
package facts

import (
	"yusuan/budget"
	"yusuan/reconcile/interval"
)

// Fact is a figure made ready for arithmetic. A blank or dashed table cell
// counts as exactly zero.
type Fact struct {
	*budget.Figure
	Report *budget.Report
	Key    budget.Key // computed once
	Value  interval.Amount
	Wide   interval.Interval // by its own last digit
	Narrow interval.Interval // by the finest step of its paragraph or column
	step   interval.Amount
	// suspect is set where the figure's column looks like a percentage.
	suspect bool
	// ambiguous is set where one sentence or table gives the figure's key two
	// different values: the reading doesn't tell two things apart.
	ambiguous bool
}

// Step is the size of the last printed digit, in 万元.
func (f *Fact) Step() interval.Amount { return f.step }

// Label names the figure in a message.
func (f *Fact) Label() string {
	if f.Subject != "" {
		return f.Subject
	}
	return f.SubjectRaw
}

// Sums reports whether the figure may enter a sum of its own: an amount of a
// book that is no change.
func (f *Fact) Sums() bool { return !f.Delta && f.IsBudget() }

// Doubtful reports whether the attribution is doubtful, so that no finding may
// rest on it.
func (f *Fact) Doubtful() bool { return f.Doubt != "" || f.suspect }

// Ambiguous reports whether the figure shares its key with a different value in
// the same sentence or table, so that it can't be compared with other places.
func (f *Fact) Ambiguous() bool { return f.ambiguous }

// group is what shares one finest step: a column, or the figures of one unit in
// one sentence.
type group struct {
	table, col int
	statement  int
	line       int
	unit       string
}

// sharing is the group of a figure.
func sharing(f *budget.Figure) group {
	if f.Kind == budget.InTable {
		return group{table: f.Table, col: f.Col + 1, unit: f.Unit}
	}
	if f.Statement > 0 {
		return group{statement: f.Statement, unit: f.Unit}
	}
	return group{line: f.Line, unit: f.Unit}
}

// prepare computes the intervals of every figure of a report.
func prepare(r *budget.Report) []*Fact {
	store := make([]Fact, len(r.Figures))
	out := make([]*Fact, len(r.Figures))
	var finest []interval.Amount // by group
	groups := make(map[group]int, len(r.Figures)/4)
	groupOf := make([]int, len(r.Figures))
	for i, f := range r.Figures {
		fact := &store[i]
		fact.Figure, fact.Report, fact.Key = f, r, f.Key()
		out[i] = fact
		if !f.HasAmount() {
			continue
		}
		fact.Value = interval.FromDecimal(f.Amount)
		fact.step = interval.FromDecimal(f.Step)
		g, known := groups[sharing(f)]
		if !known {
			g = len(finest)
			groups[sharing(f)] = g
			finest = append(finest, fact.step)
		}
		groupOf[i] = g
		finest[g] = min(finest[g], fact.step)
	}
	for i, fact := range out {
		if !fact.HasAmount() {
			continue
		}
		fact.Wide = interval.Around(fact.Value, fact.step)
		fact.Narrow = interval.Around(fact.Value, finest[groupOf[i]])
		if fact.Hedged() {
			fact.Wide = loosen(fact.Value, fact.step, fact.Hedge)
			fact.Narrow = fact.Wide
		}
	}
	return out
}
