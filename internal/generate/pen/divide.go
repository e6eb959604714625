package pen

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// Divide writes a quota of bonds as n earmarks of it that sum to the whole.
func (p *Pen) Divide(c accounts.Cell, n int) []string {
	whole, _ := p.Acc.Get(c)
	step := int64(1e6) // bonds come in whole 百万
	if whole < int64(n)*step {
		step = 10000
	}
	out := make([]string, n)
	rest := whole
	for i := range out {
		v := rest
		if left := int64(n - i); left > 1 {
			v = max(step, rest/left*(60+p.Rng.Int64N(80))/100/step*step)
			v = min(v, rest-(left-1)*step)
		}
		rest -= v
		l := p.label(c)
		l.Role, l.Parent = string(budget.RoleEarmark), c.Subject
		out[i] = p.write(v, l, accounts.Cell{})
	}
	return out
}

// Reserve writes the reserve fund of a draft, what was used of it in the year
// and what was left.
func (p *Pen) Reserve(c accounts.Cell) []string {
	whole, _ := p.Acc.Get(c)
	used := whole / int64(2+p.Rng.IntN(5)) / 10000 * 10000
	l := p.label(c)
	l.Role = string(budget.RoleTotal)
	out := []string{p.write(whole, l, c)}
	l.Stage, l.Role = string(p.Acc.Actual), string(budget.RolePart)
	return append(out, p.write(used, l, accounts.Cell{}), p.write(whole-used, l, accounts.Cell{}))
}
