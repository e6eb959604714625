package accounts

import (
	"math/rand/v2"

	"yusuan/budget"
)

// Plan says what accounts to invent.
type Plan struct {
	Seed      uint64
	Forms     []Form            // one is chosen
	Kind      budget.ReportKind // a half-year report has half a year's outturn
	Year      int               // year of the outturn; 0 lets the seed choose 2017 … 2025
	Grain     int64             // smallest amount in 元; 0 for 10000
	DebtApart bool
	Area      string // a sub-area with revenue of its own beside the treasury's; empty for none
	Place     string // name of the district; empty lets the seed choose
}

// slot is one state of the books: a year at a stage.
type slot struct {
	year   int
	stage  budget.Stage
	factor float64 // of the base year
	spend  float64 // spending against revenue's factor
	land   float64 // funds revenue against the base year's
	before *slot   // whose 结转下年 is this one's 上年结转
	draft  bool    // a budget, not an outturn: holds 预备费
}

// Build invents accounts. One plan always gives the same accounts. Chance can
// make a district richer than its spending; such accounts are thrown away.
func Build(p Plan) *Accounts {
	for try := uint64(0); ; try++ {
		if a := attempt(p, try); !a.tooRich {
			return a
		}
	}
}

func attempt(p Plan, try uint64) *Accounts {
	rng := rand.New(rand.NewPCG(p.Seed, 0x9e3779b97f4a7c15+try))
	a := &Accounts{Actual: budget.Execution, cells: map[Cell]int64{}, rng: rng, grain: p.Grain, DebtApart: p.DebtApart}
	if p.Kind == budget.KindFinalAccounts {
		a.Actual = budget.Final
	}
	if a.grain == 0 {
		a.grain = 10000
	}
	a.Year = p.Year
	if a.Year == 0 {
		a.Year = 2017 + rng.IntN(9)
	}
	a.District = newDistrict(p.Forms[rng.IntN(len(p.Forms))], rng)
	if p.Place != "" {
		a.District.Name = p.Place
	}
	a.Towns = townNames[:3+rng.IntN(len(townNames)-2)]
	a.Funds = a.chooseFunds()
	b := newBase(a)
	a.base = b
	for _, s := range a.slots(p.Kind) {
		a.fill(b, s)
		if p.Area != "" {
			a.divide(b, s, p.Area)
		}
	}
	return a
}

func (a *Accounts) slots(kind budget.ReportKind) []*slot {
	part := 1.0
	if kind == budget.KindHalfYear {
		part = .5
	}
	near := func(lo, hi float64) float64 { return lo + (hi-lo)*a.rng.Float64() }
	act, land := near(.95, 1.09), near(.72, 1.22)
	prev := &slot{year: a.Year - 1, stage: budget.Execution, factor: part, spend: 1, land: part}
	bud := &slot{year: a.Year, stage: budget.Budgeted, factor: near(1, 1.05), spend: .99, land: near(.95, 1.1), before: prev, draft: true}
	adj := &slot{year: a.Year, stage: budget.Adjusted, factor: act * near(.97, 1), spend: 1.04, land: land * near(.95, 1.02), before: prev, draft: true}
	actual := &slot{year: a.Year, stage: a.Actual, factor: act * part, spend: 1.01, land: land * part, before: prev}
	next := &slot{year: a.Year + 1, stage: budget.Budgeted, factor: act * near(1, 1.06), spend: .99, land: land * near(.9, 1.15), before: actual, draft: true}
	return []*slot{prev, bud, adj, actual, next}
}

func (a *Accounts) fill(b *base, s *slot) {
	a.fillDebt(b, s)
	a.fillFunds(b, s)
	a.fillCapital(b, s)
	a.fillGeneral(b, s)
	a.fillInsurance(b, s)
	a.fillOfficial(b, s)
}

func (a *Accounts) chooseFunds() []string {
	switch a.rng.IntN(3) {
	case 0:
		return []string{insurance[0].name, insurance[1].name}
	case 1:
		return []string{insurance[0].name, insurance[1].name, insurance[3].name, insurance[4].name}
	}
	var all []string
	for _, w := range insurance {
		all = append(all, w.name)
	}
	return all
}

// split divides a whole by weights, jittered, into parts that sum to it exactly.
func (a *Accounts) split(whole int64, ws []weighted, jitter float64) []int64 {
	if len(ws) == 0 {
		return nil
	}
	shares := make([]float64, len(ws))
	var sum float64
	for i, w := range ws {
		shares[i] = w.share * (1 + jitter*(2*a.rng.Float64()-1))
		sum += shares[i]
	}
	out := make([]int64, len(ws))
	rest := whole
	for i := range ws {
		out[i] = int64(float64(whole)*shares[i]/sum) / a.grain * a.grain
		rest -= out[i]
	}
	out[largest(out)] += rest
	return out
}

func largest(vs []int64) int {
	best := 0
	for i, v := range vs {
		if v > vs[best] {
			best = i
		}
	}
	return best
}

func sum(vs []int64) int64 {
	var t int64
	for _, v := range vs {
		t += v
	}
	return t
}
