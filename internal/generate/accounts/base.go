package accounts

// base holds the standing proportions of a district, in 元 a year.
type base struct {
	taxes, nonTaxes []int64
	functions       []int64
	lowerPart       float64 // how much of the townships' spending is their own revenue
	fundRevenue     int64
	capitalRevenue  int64
	insurance       []int64
	carry           map[string]int64 // last slot's closing stocks before the first slot
	debtGeneral     int64            // balance before the first slot
	debtSpecial     int64
	limitRoom       float64
	paidG, paidS    float64 // share of the opening balance that falls due
	land, landSpent []weighted
	official        [4]int64
	areaShare       float64
}

func newBase(a *Accounts) *base {
	lim := size[a.District.Form]
	revenue := (lim[0] + a.rng.Int64N(lim[1]-lim[0])) * 10000
	ratio := 1.9 + .6*a.rng.Float64()
	switch a.District.Form {
	case Xian, Zizhi, Qi:
		ratio = 2.3 + 1.6*a.rng.Float64()
	case Town:
		ratio = 1.9
	}
	taxShare := .5 + .28*a.rng.Float64()
	spending := int64(float64(revenue) * ratio)
	b := &base{
		taxes:          a.split(int64(float64(revenue)*taxShare), taxes, .35),
		nonTaxes:       a.split(int64(float64(revenue)*(1-taxShare)), nonTaxes, .35),
		functions:      a.split(spending, functions, .3),
		lowerPart:      .2 + .2*a.rng.Float64(),
		fundRevenue:    a.share(revenue, .35+.8*a.rng.Float64(), .1),
		capitalRevenue: a.share(revenue, .01+.03*a.rng.Float64(), .1),
		debtGeneral:    a.share(revenue, .7+.6*a.rng.Float64(), .1),
		debtSpecial:    a.share(revenue, 1+1.4*a.rng.Float64(), .1),
		paidG:          .06 + .06*a.rng.Float64(),
		paidS:          .04 + .06*a.rng.Float64(),
		land:           a.lean(fundRevenue),
		landSpent:      a.lean(fundSpending),
		limitRoom:      .002 + .03*a.rng.Float64(),
		carry:          map[string]int64{},
		areaShare:      .15 + .2*a.rng.Float64(),
	}
	if a.District.Form == Town { // townships may not borrow
		b.debtGeneral, b.debtSpecial = 0, 0
	}
	for range a.Funds {
		b.insurance = append(b.insurance, a.share(revenue, .12+.3*a.rng.Float64(), .1))
	}
	// the year before the first slot left these behind
	b.carry["gp own"] = a.share(revenue, .14, .4)
	b.carry["gp lower"] = a.share(spending, .003, .5)
	b.carry["gf own"] = a.share(b.fundRevenue, .12, .4)
	b.carry["gf lower"] = a.share(b.fundRevenue, .004, .5)
	b.carry["sc own"] = a.share(b.capitalRevenue, .2, .6)
	b.carry["stab own"] = a.share(revenue, .2, .4)
	b.carry["stab lower"] = a.share(spending, .006, .4)
	for i, f := range a.Funds {
		b.carry[f] = a.share(b.insurance[i], 1.2, .5)
	}
	total := 2000 + a.rng.Int64N(30000) // 三公经费 in tenths of a 万元
	b.official = [4]int64{total / 40 * 1000, total / 7 * 1000, total / 6 * 1000, total / 2 * 1000}
	return b
}

// lean jitters standing shares once for a district.
func (a *Accounts) lean(ws []weighted) []weighted {
	out := append([]weighted{}, ws...)
	for i := range out {
		out[i].share *= .7 + .6*a.rng.Float64()
	}
	return out
}
