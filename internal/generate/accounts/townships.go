package accounts

import "yusuan/budget"

// townships is what the lower level adds to the district's own book.
type townships struct {
	taxes, nonTaxes, functions []int64
	revenue, spent             int64
	grant, handedUp            int64
	used, added                int64
	carryIn, left              int64
}

// fillTownships invents the townships' general public book, summed; the
// district's grant balances it.
func (a *Accounts) fillTownships(b *base, s *slot) townships {
	var t townships
	if a.District.Flat {
		return t
	}
	p := a.page(budget.GeneralPublic, budget.Lower, s)
	for i, w := range functions {
		v := a.share(b.functions[i], s.factor*s.spend*w.lower, .05)
		t.functions = append(t.functions, v)
		t.spent += v
	}
	t.taxes = a.lowerLeaves(taxes, int64(float64(t.spent)*b.lowerPart*.8))
	t.nonTaxes = a.lowerLeaves(nonTaxes, int64(float64(t.spent)*b.lowerPart*.2))
	t.revenue = sum(t.taxes) + sum(t.nonTaxes)
	t.putLeaves(p)
	t.handedUp = a.share(t.revenue, .12, .5)
	t.carryIn = a.closing(b, "gp", budget.Lower, s)
	if !s.draft {
		t.left = a.share(t.carryIn, 1, .2)
	}
	t.used, t.added = a.stabilisation(b, p, s, budget.Lower, "stab lower")
	t.grant = t.spent + t.handedUp + t.added + t.left - t.revenue - t.carryIn - t.used
	a.tooRich = a.tooRich || t.grant <= 0
	p.in(GPRevenue, t.revenue)
	p.out(GPSpending, t.spent)
	p.close(t.revenue, t.spent,
		[]flow{{"上级补助收入", t.grant}, {"动用预算稳定调节基金", t.used}, {"上年结转", t.carryIn}},
		[]flow{{"上解支出", t.handedUp}, {"安排预算稳定调节基金", t.added}, {"结转下年", t.left}})
	return t
}

// putLeaves writes the townships' taxes, fees and functional classes.
func (t townships) putLeaves(p page) {
	for i, w := range taxes {
		p.in(w.name, t.taxes[i])
	}
	for i, w := range nonTaxes {
		p.in(w.name, t.nonTaxes[i])
	}
	p.in("税收收入", sum(t.taxes))
	p.in("非税收入", sum(t.nonTaxes))
	for i, w := range functions {
		p.out(w.name, t.functions[i])
	}
}

func (a *Accounts) lowerLeaves(ws []weighted, whole int64) []int64 {
	var own []weighted
	for _, w := range ws {
		own = append(own, weighted{name: w.name, share: w.share * w.lower})
	}
	return a.split(whole/a.grain*a.grain, own, .2)
}

// consolidate writes the book of all levels: transfers between them cancel.
func (a *Accounts) consolidate(own page, t townships, ins, outs []flow, s *slot) {
	all := a.page(budget.GeneralPublic, budget.Consolidated, s)
	at := func(vs []int64, i int) int64 {
		if vs == nil {
			return 0
		}
		return vs[i]
	}
	add := func(side budget.Side, name string, more int64) int64 {
		v, _ := a.Get(own.cell(side, name))
		a.put(all.cell(side, name), v+more)
		return v + more
	}
	for i, w := range taxes {
		add(budget.Revenue, w.name, at(t.taxes, i))
	}
	for i, w := range nonTaxes {
		add(budget.Revenue, w.name, at(t.nonTaxes, i))
	}
	add(budget.Revenue, "税收收入", sum(t.taxes))
	add(budget.Revenue, "非税收入", sum(t.nonTaxes))
	revenue := add(budget.Revenue, GPRevenue, t.revenue)
	for i, w := range functions {
		add(budget.Expenditure, w.name, at(t.functions, i))
		below := belowFunction[w.name]
		for j, item := range below {
			more := int64(0)
			if j == len(below)-1 {
				more = at(t.functions, i)
			}
			add(budget.Expenditure, item.name, more)
		}
	}
	if s.draft {
		add(budget.Expenditure, "预备费", 0)
	}
	spent := add(budget.Expenditure, GPSpending, t.spent)
	add(budget.Expenditure, "民生支出", a.share(t.spent, .7, .05))
	for _, n := range []string{"返还性收入", "一般性转移支付收入", "专项转移支付收入", "从政府性基金预算调入一般公共预算", "从国有资本经营预算调入一般公共预算"} {
		add(budget.Revenue, n, 0)
	}
	ins = []flow{ins[0], ins[2], {ins[3].name, ins[3].v + t.used}, ins[4], {ins[5].name, ins[5].v + t.carryIn}}
	outs = []flow{outs[0], outs[1], {outs[2].name, outs[2].v + t.added}, {outs[4].name, outs[4].v + t.left}}
	all.close(revenue, spent, ins, outs)
}

// townTransfers divides the grant among the townships by kind.
func (a *Accounts) townTransfers(p page) {
	ws := make([]weighted, len(a.Towns))
	for i, n := range a.Towns {
		ws[i] = weighted{name: n, share: 10}
	}
	totals := make([]int64, len(ws))
	for _, kind := range []string{"一般性转移支付", "专项转移支付"} {
		whole, _ := a.Get(p.cell(budget.Expenditure, kind))
		for i, v := range a.split(whole, ws, .5) {
			p.a.put(TownCell(p.cell(budget.Expenditure, kind), a.Towns[i]), v)
			totals[i] += v
		}
	}
	for i, v := range totals {
		p.a.put(TownCell(p.cell(budget.Expenditure, "补助下级支出"), a.Towns[i]), v)
	}
}

// TownCell is the cell of one township within a cell of all of them: a named
// sub-area, told apart by Parent.
func TownCell(c Cell, town string) Cell {
	c.Level, c.Parent = budget.Part, town
	return c
}
