// Package accounts invents the accounts of a district: four books and the debt,
// several levels, years and stages, all of which balance exactly.
package accounts

import (
	"math/rand/v2"

	"yusuan/budget"
)

// Cell names one amount of the accounts.
type Cell struct {
	Book    budget.Book
	Level   budget.Level
	Year    int
	Stage   budget.Stage
	Side    budget.Side
	Subject string
	Parent  string      // only for balances of one social insurance fund
	Role    budget.Role // only opening and closing stocks
}

// Accounts are the amounts of one district, in 元.
type Accounts struct {
	District District
	Year     int          // the year whose outturn is reported
	Actual   budget.Stage // stage of that outturn: execution or final
	Funds    []string     // social insurance funds the district runs
	Towns    []string     // townships that receive transfers
	// DebtApart says that 转移性收入 and 转移性支出 leave out debt, which then
	// stands as a section of its own.
	DebtApart bool

	cells   map[Cell]int64
	base    *base
	rng     *rand.Rand
	tooRich bool  // a book could only balance with a negative transfer
	grain   int64 // every amount is a multiple of this many 元
}

// Get returns the amount of a cell in 元.
func (a *Accounts) Get(c Cell) (int64, bool) {
	v, ok := a.cells[c]
	return v, ok
}

// Len returns the number of cells.
func (a *Accounts) Len() int { return len(a.cells) }

func (a *Accounts) put(c Cell, v int64) { a.cells[c] = v }

// share returns about f of v, jittered by a part j of itself, as a multiple of
// the grain.
func (a *Accounts) share(v int64, f, j float64) int64 {
	x := float64(v) * f * (1 + j*(2*a.rng.Float64()-1))
	return int64(x) / a.grain * a.grain
}
