package normalize

import "yusuan/budget"

// accountOf is a book of one level and year.
type accountOf struct {
	book  budget.Book
	level budget.Level
	year  int
}

// settleEarlier finds out where 由X调整为Y does not start from the budget but from an
// earlier adjustment of the same year: X is what the report said before that the
// budget was adjusted to. From there on every such start of the account is one.
// starts are the figures read from 由X without a word on its stage.
func settleEarlier(figures []*budget.Figure, starts map[*budget.Figure]bool) {
	again := map[accountOf]bool{}
	for i, f := range figures {
		if !starts[f] || f.Stage != budget.Budgeted {
			continue
		}
		a := accountOf{f.Book, f.Level, f.Year}
		if !markEarlier(figures[:i], f) && !again[a] {
			continue
		}
		again[a] = true
		f.Stage, f.Basis = budget.Adjusted, budget.BasisLastAdjustment
	}
}

// markEarlier marks the adjusted figures before f that f repeats. The grand totals of
// both sides are one number, which many reports say once (收支总计).
func markEarlier(before []*budget.Figure, f *budget.Figure) bool {
	found := false
	for _, g := range before {
		if g.Stage != budget.Adjusted || g.Delta || g.Book != f.Book || g.Level != f.Level || g.Scope != f.Scope || g.Year != f.Year || !g.HasAmount() || !g.Amount.Equal(f.Amount) {
			continue
		}
		grand := f.Role == budget.RoleGrandTotal && g.Role == budget.RoleGrandTotal
		if g.Basis != "" && g.Basis != budget.BasisLastAdjustment || !grand && (g.Subject != f.Subject || g.Side != f.Side) {
			continue
		}
		g.Basis = budget.BasisLastAdjustment
		found = true
	}
	return found
}
