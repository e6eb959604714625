package accounts

import (
	"math/rand/v2"

	"yusuan/budget"
)

// Next returns the accounts of the year after: what was drafted for it is its
// original budget, what was carried over is carried in. The district, its
// townships and funds stay the same.
func (a *Accounts) Next(seed uint64) *Accounts {
	for try := uint64(0); ; try++ {
		if n := a.next(seed, try); !n.tooRich {
			return n
		}
	}
}

func (a *Accounts) next(seed, try uint64) *Accounts {
	n := &Accounts{District: a.District, Year: a.Year + 1, Actual: budget.Execution, Funds: a.Funds, Towns: a.Towns, DebtApart: a.DebtApart,
		cells: map[Cell]int64{}, base: a.base, grain: a.grain, rng: rand.New(rand.NewPCG(seed, 0xabcdef+try))}
	for c, v := range a.cells {
		switch {
		case c.Year == a.Year && c.Stage == a.Actual:
			c.Stage = budget.Execution
			n.cells[c] = v
		case c.Year == a.Year+1 && c.Stage == budget.Budgeted:
			n.cells[c] = v
		}
	}
	near := func(lo, hi float64) float64 { return lo + (hi-lo)*n.rng.Float64() }
	act, land := near(1, 1.12), near(.8, 1.15)
	prev := &slot{year: a.Year, stage: budget.Execution}
	adj := &slot{year: n.Year, stage: budget.Adjusted, factor: act * near(.97, 1), spend: 1.04, land: land, before: prev, draft: true}
	actual := &slot{year: n.Year, stage: n.Actual, factor: act, spend: 1.01, land: land, before: prev}
	next := &slot{year: n.Year + 1, stage: budget.Budgeted, factor: act * near(1, 1.05), spend: .99, land: land * near(.9, 1.1), before: actual, draft: true}
	for _, s := range []*slot{adj, actual, next} {
		n.fill(n.base, s)
	}
	return n
}

// Settled returns the same accounts as final accounts: the outturn is confirmed
// as it was reported.
func (a *Accounts) Settled() *Accounts {
	f := *a
	f.Actual = budget.Final
	f.cells = make(map[Cell]int64, len(a.cells))
	for c, v := range a.cells {
		if c.Year == a.Year && c.Stage == a.Actual {
			c.Stage = budget.Final
		}
		f.cells[c] = v
	}
	return &f
}
