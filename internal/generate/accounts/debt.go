package accounts

import "yusuan/budget"

// debtYear holds a slot's bonds and repayments, which two books share.
type debtYear struct {
	newG, newS, refG, refS   int64
	paidG, paidS             int64
	interestG, interestS     int64
	balanceG, balanceS       int64
	openG, openS, limG, limS int64
}

// debtOf returns what the cells of a slot say.
func (a *Accounts) debtOf(s *slot) debtYear {
	p := a.page(budget.Debt, budget.Consolidated, s)
	get := func(side budget.Side, n string) int64 { v, _ := a.Get(p.cell(side, n)); return v }
	return debtYear{
		newG: get(budget.Revenue, "新增一般债券"), newS: get(budget.Revenue, "新增专项债券"),
		refG: get(budget.Revenue, "再融资一般债券"), refS: get(budget.Revenue, "再融资专项债券"),
		paidG: get(budget.Expenditure, "一般债务还本支出"), paidS: get(budget.Expenditure, "专项债务还本支出"),
	}
}

// fillDebt invents the bonds, repayments, balances and limits of a slot. The
// balance of a year is the balance before, plus bonds, less repayment.
func (a *Accounts) fillDebt(b *base, s *slot) {
	d := debtYear{openG: b.debtGeneral, openS: b.debtSpecial}
	if s.before != nil {
		p := a.page(budget.Debt, budget.Consolidated, s.before)
		d.openG, _ = a.Get(p.cell(budget.Balance, "一般债务余额"))
		d.openS, _ = a.Get(p.cell(budget.Balance, "专项债务余额"))
	}
	round := func(v int64) int64 { return v / 1e6 * 1e6 } // bonds come in whole 百万
	d.paidG, d.paidS = a.share(d.openG, b.paidG, 0), a.share(d.openS, b.paidS, 0)
	d.refG, d.refS = round(a.share(d.paidG, .87, 0)), round(a.share(d.paidS, .92, 0))
	if !s.draft || s.stage == budget.Adjusted {
		d.newG, d.newS = round(a.share(d.openG, .06, .5)), round(a.share(d.openS, .14, .5))
	}
	d.interestG, d.interestS = a.share(d.openG, .033, .05), a.share(d.openS, .034, .05)
	d.balanceG = d.openG + d.newG + d.refG - d.paidG
	d.balanceS = d.openS + d.newS + d.refS - d.paidS
	d.limG = round(d.balanceG+a.share(d.balanceG, b.limitRoom, .3)) + 1e6
	d.limS = round(d.balanceS+a.share(d.balanceS, b.limitRoom, .3)) + 1e6
	a.putDebt(a.page(budget.Debt, budget.Consolidated, s), d)
	a.debtByLevel(s, d)
}

// debtByLevel divides limits and balances between the district's own level and
// those below it.
func (a *Accounts) debtByLevel(s *slot, d debtYear) {
	if a.District.Flat {
		return
	}
	own, low := a.page(budget.Debt, budget.Own, s), a.page(budget.Debt, budget.Lower, s)
	for _, k := range []struct {
		name string
		g, s int64
	}{{"债务限额", d.limG, d.limS}, {"债务余额", d.balanceG, d.balanceS}} {
		g, sp := k.g*43/100/a.grain*a.grain, k.s*37/100/a.grain*a.grain
		own.bal("一般"+k.name, g)
		own.bal("专项"+k.name, sp)
		own.bal("政府"+k.name, g+sp)
		low.bal("一般"+k.name, k.g-g)
		low.bal("专项"+k.name, k.s-sp)
		low.bal("政府"+k.name, k.g+k.s-g-sp)
	}
}

func (a *Accounts) putDebt(p page, d debtYear) {
	p.in("新增一般债券", d.newG)
	p.in("新增专项债券", d.newS)
	p.in("新增债券", d.newG+d.newS)
	p.in("再融资一般债券", d.refG)
	p.in("再融资专项债券", d.refS)
	p.in("再融资债券", d.refG+d.refS)
	p.in("地方政府债券发行", d.newG+d.newS+d.refG+d.refS)
	p.out("一般债务还本支出", d.paidG)
	p.out("专项债务还本支出", d.paidS)
	p.out("债务还本支出", d.paidG+d.paidS)
	p.out("一般债务付息支出", d.interestG)
	p.out("专项债务付息支出", d.interestS)
	p.out("债务付息支出", d.interestG+d.interestS)
	p.out("政府债务还本付息支出", d.paidG+d.paidS+d.interestG+d.interestS)
	for _, k := range []struct {
		name string
		g, s int64
	}{{"债务限额", d.limG, d.limS}, {"债务余额", d.balanceG, d.balanceS}} {
		p.bal("一般"+k.name, k.g)
		p.bal("专项"+k.name, k.s)
		p.bal("政府"+k.name, k.g+k.s)
	}
	open := func(subject string, v int64) {
		c := p.cell(budget.Balance, subject)
		c.Role = budget.RoleOpening
		p.a.put(c, v)
	}
	open("政府债务余额", d.openG+d.openS)
	open("一般债务余额", d.openG)
	open("专项债务余额", d.openS)
}
