package accounts

import "yusuan/budget"

// fillCapital invents the state capital book (国有资本经营预算) of a slot; the
// townships have none, so both levels are one.
func (a *Accounts) fillCapital(b *base, s *slot) {
	revenue := a.share(b.capitalRevenue, s.factor, .2)
	ins := []flow{{"上级补助收入", a.share(revenue, .02, .8)}, {"上年结转", a.closing(b, "sc", budget.Own, s)}}
	out := a.share(revenue, .55, .3)
	left := a.share(revenue, .04, .8)
	if s.draft {
		left = 0
	}
	spent := revenue + total(ins) - out - left
	for _, level := range []budget.Level{budget.Own, budget.Consolidated} {
		p := a.page(budget.StateCapital, level, s)
		if level == budget.Own {
			a.putItems(p, budget.Revenue, revenue, SCRevenue, capitalRevenue)
			a.putItems(p, budget.Expenditure, spent, SCSpending, capitalSpending)
		} else {
			own := a.page(budget.StateCapital, budget.Own, s)
			a.copyItems(own, p, budget.Revenue, capitalRevenue)
			a.copyItems(own, p, budget.Expenditure, capitalSpending)
			p.in(SCRevenue, revenue)
			p.out(SCSpending, spent)
		}
		p.close(revenue, spent, ins, []flow{{"调出资金", out}, {"结转下年", left}})
	}
}
