package accounts

import "yusuan/budget"

// fillInsurance invents the social insurance book: each fund's income,
// spending, balance of the year and accumulated balance.
func (a *Accounts) fillInsurance(b *base, s *slot) {
	p := a.page(budget.SocialInsurance, budget.Consolidated, s)
	var in, out, left int64
	for i, fund := range a.Funds {
		r := a.share(b.insurance[i], s.factor, .06)
		e := a.share(r, .93, .08)
		open := b.carry[fund]
		if s.before != nil {
			c := p.cell(budget.Balance, "年末滚存结余")
			c.Year, c.Stage, c.Parent = s.before.year, s.before.stage, fund
			open, _ = a.Get(c)
		}
		p.in(fund+"收入", r)
		p.out(fund+"支出", e)
		a.put(p.fund("本年收支结余", fund), r-e)
		a.put(p.fund("年末滚存结余", fund), open+r-e)
		in, out, left = in+r, out+e, left+open+r-e
	}
	p.in(SIRevenue, in)
	p.out(SISpending, out)
	p.bal("本年收支结余", in-out)
	p.bal("年末滚存结余", left)
}

func (p page) fund(subject, fund string) Cell {
	c := p.cell(budget.Balance, subject)
	c.Parent = fund
	return c
}

// fillOfficial invents the “三公” expenses, which print a digit after the point.
func (a *Accounts) fillOfficial(b *base, s *slot) {
	names := []string{"因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运行维护费"}
	own := a.page(budget.GeneralPublic, budget.Own, s)
	all := a.page(budget.GeneralPublic, budget.Consolidated, s)
	var mine, whole [4]int64
	for i, n := range names {
		mine[i] = int64(float64(b.official[i])*(.85+.2*a.rng.Float64())) / 1000 * 1000
		whole[i] = mine[i]
		if !a.District.Flat {
			whole[i] += mine[i] / 10000 * 1000
		}
		own.out(n, mine[i])
		all.out(n, whole[i])
	}
	for p, vs := range map[page][4]int64{own: mine, all: whole} {
		p.out("公务用车购置及运行维护费", vs[2]+vs[3])
		p.out("“三公”经费", vs[0]+vs[1]+vs[2]+vs[3])
	}
}
