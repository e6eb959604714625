package pen

import (
	"sort"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// Pick chooses one of some words.
func (p *Pen) Pick(words ...string) string { return words[p.Rng.IntN(len(words))] }

// Chance is true in so many of a hundred cases.
func (p *Pen) Chance(percent int) bool { return p.Rng.IntN(100) < percent }

// Largest returns the n largest functional classes of the context, in the order
// of the classification.
func (p *Pen) Largest(n int) []string {
	all := accounts.Items(budget.GeneralPublic, accounts.GPSpending)
	size := func(s string) int64 { v, _ := p.Acc.Get(p.Cell(budget.Expenditure, s)); return v }
	order := append([]string{}, all...)
	sort.SliceStable(order, func(i, j int) bool { return size(order[i]) > size(order[j]) })
	in := map[string]bool{}
	for _, s := range order[:min(n, len(order))] {
		in[s] = size(s) > 0
	}
	var out []string
	for _, s := range all {
		if in[s] {
			out = append(out, s)
		}
	}
	return out
}
