package accounts

import "yusuan/budget"

// divide makes the general book of all levels the treasury's (区金库), beside
// which a sub-area has revenue of its own: the whole district's revenue is both.
func (a *Accounts) divide(b *base, s *slot, area string) {
	all, treasury := a.page(budget.GeneralPublic, budget.Consolidated, s), a.page(budget.GeneralPublic, budget.Treasury, s)
	var moved []Cell
	for c := range a.cells {
		if c.Book == all.book && c.Level == all.level && c.Year == all.year && c.Stage == all.stage {
			moved = append(moved, c)
		}
	}
	for _, c := range moved {
		v := a.cells[c]
		delete(a.cells, c)
		c.Level = budget.Treasury
		a.put(c, v)
	}
	own, _ := a.Get(treasury.cell(budget.Revenue, GPRevenue))
	beside := int64(float64(own)*b.areaShare*s.factor) / a.grain * a.grain
	c := all.cell(budget.Revenue, GPRevenue)
	c.Level, c.Parent = budget.Part, area
	a.put(c, beside)
	all.in(GPRevenue, own+beside)
}
