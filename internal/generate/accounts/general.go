package accounts

import "yusuan/budget"

// fillGeneral invents the general public book (一般公共预算) of a slot. The
// upper level's transfers (上级补助收入) take what balances the book.
func (a *Accounts) fillGeneral(b *base, s *slot) {
	lower := a.fillTownships(b, s)
	p := a.page(budget.GeneralPublic, budget.Own, s)
	revenue := a.leaves(p, b, s)
	spent := a.classes(p, b, s)
	d := a.debtOf(s)
	carryIn := a.closing(b, "gp", budget.Own, s)
	left := a.share(carryIn, 1, .3) + a.share(revenue, .01, .5)
	if s.draft {
		left = 0
	}
	used, added := a.stabilisation(b, p, s, budget.Own, "stab own")
	fromFunds, _ := a.Get(a.page(budget.GovernmentFunds, budget.Own, s).cell(budget.Expenditure, "调出资金"))
	fromCapital, _ := a.Get(a.page(budget.StateCapital, budget.Own, s).cell(budget.Expenditure, "调出资金"))
	outs := []flow{{"上解支出", a.share(revenue, .1, .25)}, {"债务还本支出", d.paidG}, {"安排预算稳定调节基金", added},
		{"补助下级支出", lower.grant}, {"结转下年", left}}
	ins := []flow{{"上级补助收入", 0}, {"下级上解收入", lower.handedUp}, {"债务转贷收入", d.newG + d.refG},
		{"动用预算稳定调节基金", used}, {"调入资金", fromFunds + fromCapital}, {"上年结转", carryIn}}
	grant := spent + total(outs) - revenue - total(ins)
	a.tooRich = a.tooRich || grant <= 0
	ins[0].v = grant
	p.close(revenue, spent, ins, outs)
	a.sources(p, fromFunds, fromCapital, grant)
	if lower.grant > 0 {
		a.putItemsOnly(p, budget.Expenditure, lower.grant, []weighted{{"一般性转移支付", 60, 0}, {"专项转移支付", 40, 0}})
		a.townTransfers(p)
	}
	a.consolidate(p, lower, ins, outs, s)
}

// sources writes what 调入资金 and 上级补助收入 consist of.
func (a *Accounts) sources(p page, funds, capital, grant int64) {
	p.in("从政府性基金预算调入一般公共预算", funds)
	p.in("从国有资本经营预算调入一般公共预算", capital)
	a.putItemsOnly(p, budget.Revenue, grant, []weighted{{"返还性收入", 7, 0}, {"一般性转移支付收入", 73, 0}, {"专项转移支付收入", 20, 0}})
}

func (a *Accounts) putItemsOnly(p page, side budget.Side, whole int64, ws []weighted) {
	for i, v := range a.split(whole, ws, .2) {
		a.put(p.cell(side, ws[i].name), v)
	}
}

// leaves writes taxes and fees and their sums, and returns the total.
func (a *Accounts) leaves(p page, b *base, s *slot) int64 {
	put := func(ws []weighted, vs []int64, name string) int64 {
		var t int64
		for i, w := range ws {
			v := a.share(vs[i], s.factor, .06)
			p.in(w.name, v)
			t += v
		}
		p.in(name, t)
		return t
	}
	t := put(taxes, b.taxes, "税收收入") + put(nonTaxes, b.nonTaxes, "非税收入")
	p.in(GPRevenue, t)
	return t
}

// classes writes the functional classes, the items below some of them, the
// reserve fund in a draft, and returns the total.
func (a *Accounts) classes(p page, b *base, s *slot) int64 {
	var t int64
	for i, w := range functions {
		v := a.share(b.functions[i], s.factor*s.spend, .04)
		p.out(w.name, v)
		a.putItemsOnly(p, budget.Expenditure, v, belowFunction[w.name])
		t += v
	}
	if s.draft {
		v := a.share(t, .015, .25)
		p.out("预备费", v)
		t += v
	}
	p.out(GPSpending, t)
	p.out("民生支出", a.share(t, .76, .06))
	return t
}

// stabilisation rolls the stabilisation fund (预算稳定调节基金): opening, used,
// added, closing.
func (a *Accounts) stabilisation(b *base, p page, s *slot, level budget.Level, key string) (used, added int64) {
	open := b.carry[key]
	if s.before != nil {
		c := p.cell(budget.Balance, "预算稳定调节基金")
		c.Year, c.Stage, c.Role = s.before.year, s.before.stage, budget.RoleClosing
		open, _ = a.Get(c)
	}
	used = a.share(open, .6, .5)
	if !s.draft {
		added = a.share(open, .5, .5) + a.grain
	}
	c := p.cell(budget.Balance, "预算稳定调节基金")
	c.Level, c.Role = level, budget.RoleOpening
	a.put(c, open)
	c.Role = budget.RoleClosing
	a.put(c, open-used+added)
	return used, added
}
