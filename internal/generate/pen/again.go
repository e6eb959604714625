package pen

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// midway is what an earlier adjustment of the year had set: between the original
// budget and the adjusted one.
func (p *Pen) midway(c accounts.Cell) int64 {
	bud := c
	bud.Stage = budget.Budgeted
	adj, _ := p.Acc.Get(c)
	orig, _ := p.Acc.Get(bud)
	return orig + (adj-orig)*3/5/10000*10000
}

// Midway writes what an earlier adjustment had set for an adjusted budget: its
// stage is adjusted too.
func (p *Pen) Midway(c accounts.Cell) string {
	p.last = c
	return p.write(p.midway(c), p.label(c), accounts.Cell{})
}

// AdjustedAgain writes the change of the last subject since the earlier
// adjustment. Words as for Change.
func (p *Pen) AdjustedAgain(words ...string) string {
	adj := p.last
	adj.Year, adj.Stage = p.stage("adj")
	v, _ := p.Acc.Get(adj)
	return p.change(v-p.midway(adj), adj, words)
}

// Shares writes a revenue as the parts of two collectors (税务部门, 财政部门), the
// first with about so many of a hundred; they sum to it. Their subjects are 税务部门收入
// and the like.
func (p *Pen) Shares(c accounts.Cell, percent int, first, second string) []string {
	whole, _ := p.Acc.Get(c)
	a := whole * int64(percent) / 100 / 10000 * 10000
	var out []string
	for _, k := range []struct {
		name string
		v    int64
	}{{first, a}, {second, whole - a}} {
		l := p.label(c)
		l.Subject, l.Role, l.Parent = k.name+"收入", string(budget.RolePart), c.Subject
		out = append(out, p.write(k.v, l, accounts.Cell{}))
	}
	return out
}
