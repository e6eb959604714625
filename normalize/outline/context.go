package outline

import "yusuan/budget"

// Context is what the headings above a line say about its figures. It is a
// value: whoever changes it changes his own copy.
type Context struct {
	Book  budget.Book
	Scope string // as worded
	Level budget.Level
	Year  int
	Stage budget.Stage
	Side  budget.Side
	// Titled marks a scope that only the title of the report gives.
	Titled bool
	// Policy marks a chapter on work done or planned: its amounts are no budget
	// figures unless they name a budget subject outright.
	Policy bool
	// Glossary marks 名词解释 and what follows the report: no budget figures at all.
	Glossary bool
	// Adjustment marks a chapter on changing the budget of the year (预算调整).
	Adjustment bool
	// Partial marks a chapter on a part of the year (上半年) in a report on whole
	// years.
	Partial bool
	// Stock marks a section on the stabilisation fund (预算稳定调节基金): bare
	// movements and balances in it are the fund's.
	Stock bool
}

// entry is one open heading.
type entry struct {
	rank int
	ctx  Context // after this heading
}

// Outline follows the headings of a report from top to bottom.
type Outline struct {
	meta  Meta
	base  Context
	stack []entry
}

// New returns the outline of a report with the given title data.
func New(meta Meta) *Outline {
	return &Outline{meta: meta, base: meta.base()}
}

// Context returns the context at the present place.
func (o *Outline) Context() Context {
	if len(o.stack) == 0 {
		return o.base
	}
	return o.stack[len(o.stack)-1].ctx
}

// Enter opens a heading: headings of its rank and below are closed first.
func (o *Outline) Enter(h Heading) Context {
	for len(o.stack) > 0 && o.stack[len(o.stack)-1].rank >= h.Rank {
		o.stack = o.stack[:len(o.stack)-1]
	}
	ctx := h.apply(o.Context(), o.meta)
	o.stack = append(o.stack, entry{h.Rank, ctx})
	return ctx
}
