package accounts

import "yusuan/budget"

// fillFunds invents the government funds book (政府性基金预算) of a slot. Spending
// takes what balances the book.
func (a *Accounts) fillFunds(b *base, s *slot) {
	own := a.page(budget.GovernmentFunds, budget.Own, s)
	d := a.debtOf(s)
	revenue := a.share(b.fundRevenue, s.land, .02)
	carryIn, lowerIn := a.closing(b, "gf", budget.Own, s), a.closing(b, "gf", budget.Lower, s)
	ins := []flow{{"上级补助收入", a.share(revenue, .12, .7)}, {"债务转贷收入", d.newS + d.refS}, {"上年结转", carryIn}}
	lowerSpent, lowerLeft := int64(0), int64(0)
	if !a.District.Flat {
		lowerSpent = a.share(revenue, .02, .4)
		if !s.draft {
			lowerLeft = a.share(lowerSpent, .1, .4)
		}
		if lowerIn > lowerSpent {
			lowerSpent += lowerIn
		}
	}
	toLower := lowerSpent + lowerLeft - lowerIn
	left := a.share(revenue+carryIn, .08, .5)
	if s.draft {
		left = 0
	}
	outs := []flow{{"上解支出", a.share(revenue, .012, .3)}, {"调出资金", a.share(revenue, .18, .2)}, {"债务还本支出", d.paidS}, {"补助下级支出", toLower}, {"结转下年", left}}
	spent := revenue + total(ins) - total(outs)
	a.putItems(own, budget.Revenue, revenue, GFRevenue, b.land)
	ownItems := a.putItems(own, budget.Expenditure, spent, GFSpending, b.landSpent)
	own.close(revenue, spent, ins, outs)

	all := a.page(budget.GovernmentFunds, budget.Consolidated, s)
	a.copyItems(own, all, budget.Revenue, fundRevenue)
	all.in(GFRevenue, revenue)
	for i, w := range fundSpending {
		v := ownItems[i]
		if i == 0 {
			v += lowerSpent
		}
		all.out(w.name, v)
	}
	all.out(GFSpending, spent+lowerSpent)
	ins[2].v += lowerIn
	outs[4].v += lowerLeft
	all.close(revenue, spent+lowerSpent, ins, append(outs[:3:3], outs[4]))
	low := a.page(budget.GovernmentFunds, budget.Lower, s)
	low.out(GFSpending, lowerSpent)
	low.out("结转下年", lowerLeft)
}

// closing returns the stock that the slot before left behind (结转下年).
func (a *Accounts) closing(b *base, book string, level budget.Level, s *slot) int64 {
	if a.District.Flat && level == budget.Lower {
		return 0
	}
	if s.before == nil {
		return b.carry[book+" "+string(level)]
	}
	id := map[string]budget.Book{"gp": budget.GeneralPublic, "gf": budget.GovernmentFunds, "sc": budget.StateCapital}[book]
	v, _ := a.Get(a.page(id, level, s.before).cell(budget.Expenditure, "结转下年"))
	return v
}

func (a *Accounts) putItems(p page, side budget.Side, whole int64, name string, ws []weighted) []int64 {
	vs := a.split(whole, ws, .05)
	for i, w := range ws {
		a.put(p.cell(side, w.name), vs[i])
	}
	a.put(p.cell(side, name), whole)
	return vs
}

func (a *Accounts) copyItems(from, to page, side budget.Side, ws []weighted) {
	for _, w := range ws {
		v, _ := a.Get(from.cell(side, w.name))
		a.put(to.cell(side, w.name), v)
	}
}
