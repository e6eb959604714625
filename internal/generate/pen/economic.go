package pen

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// Outlay is one line of the economic classification of expenditure (支出经济分类):
// a type (类, 501) or, after it, an item of the type (款, 50101).
type Outlay struct {
	Code, Name string
	Share      float64 // of the whole; of the type, for an item
}

// IsItem reports whether a line is an item (款) of the type above it.
func (o Outlay) IsItem() bool { return len(o.Code) > 3 }

// Economic writes the amounts of an expenditure by economic classification, one a
// line. The types sum to the whole, the items of a type to it. The names stand as
// subjects, what they are parts of as parent.
func (p *Pen) Economic(c accounts.Cell, lines []Outlay) []string {
	whole, _ := p.Acc.Get(c)
	values := make([]int64, len(lines))
	var types []int
	for i, l := range lines {
		if !l.IsItem() {
			types = append(types, i)
		}
	}
	p.apportion(whole, lines, types, values)
	for n, t := range types {
		end := len(lines)
		if n+1 < len(types) {
			end = types[n+1]
		}
		var items []int
		for i := t + 1; i < end; i++ {
			items = append(items, i)
		}
		p.apportion(values[t], lines, items, values)
	}
	out := make([]string, len(lines))
	parent := c.Subject
	for i, o := range lines {
		l := p.label(c)
		l.Subject, l.Role, l.Parent = o.Name, string(budget.RoleItem), parent
		if !o.IsItem() {
			l.Parent, parent = c.Subject, o.Name
		}
		out[i] = p.write(values[i], l, accounts.Cell{})
	}
	return out
}

// apportion divides a whole among the lines at some places by their shares, in
// whole 万元; the first takes what is left.
func (p *Pen) apportion(whole int64, lines []Outlay, at []int, values []int64) {
	if len(at) == 0 {
		return
	}
	var sum float64
	for _, i := range at {
		sum += lines[i].Share
	}
	rest := whole
	for _, i := range at[1:] {
		values[i] = int64(float64(whole)*lines[i].Share/sum*(.9+.2*p.Rng.Float64())) / 10000 * 10000
		rest -= values[i]
	}
	values[at[0]] = rest
}
