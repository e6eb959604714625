package workbook

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// panelMain is the account that stands for a report in 一览 and 排名.
type panelMain struct {
	scope  string
	year   int
	stage  budget.Stage
	values [panelValues]decimal.NullDecimal
	inputs [inputCount]decimal.NullDecimal
}

// The numbers of a main account beside the inputs of the indicators.
const (
	pvGrowth = iota
	pvSpendGrowth
	pvFundsSpending
	pvCapitalSpending
	pvInsuranceIn
	pvInsuranceOut
	pvNextRevenue
	pvNextSpending
	panelValues
)

// mainAccount picks the account that stands for a report: the year reported on,
// at the stage that the form of the report is about, in the scope with the most
// figures (the wider one in a tie).
func mainAccount(r *budget.Report, v *values) panelMain {
	var best account
	bestScore := -1
	candidates := accounts(r.Figures, func(f *budget.Figure) bool { return f.Book == budget.GeneralPublic && f.Level != budget.Part })
	for _, a := range candidates {
		if n := mainScore(r, v, a); n > bestScore {
			best, bestScore = a, n
		}
	}
	m := panelMain{scope: scopeWords(r.Figures)[best], year: best.Year, stage: best.Stage}
	if bestScore < 0 {
		m.year = r.Year
	}
	levels := append([]budget.Level{best.Level}, budget.Consolidated, budget.Treasury, budget.Own)
	get := func(book budget.Book, side budget.Side, subject string, year int, stage budget.Stage) chosen {
		for _, level := range levels {
			a := account{Book: book, Level: level, Year: year, Stage: stage}
			if book == budget.GeneralPublic && level != best.Level {
				continue
			}
			for _, role := range []budget.Role{"", budget.RoleClosing} {
				k := a.key(side, subject)
				k.Role = role
				if c := v.get(k); c.Figure != nil && c.Figure.HasAmount() {
					return c
				}
			}
		}
		return chosen{}
	}
	for i, spec := range inputSpecs() {
		if c := get(spec.book, spec.side, spec.subject, best.Year, best.Stage); i != int(inReserve) || !isPart(c) {
			m.inputs[i] = amountOf(c)
		}
	}
	total := func(book budget.Book, side budget.Side, year int, stage budget.Stage) chosen {
		return get(book, side, ownTotal(book, side), year, stage)
	}
	m.values[pvGrowth] = growthOf(total(budget.GeneralPublic, budget.Revenue, best.Year, best.Stage))
	m.values[pvSpendGrowth] = growthOf(total(budget.GeneralPublic, budget.Expenditure, best.Year, best.Stage))
	m.values[pvFundsSpending] = amountOf(total(budget.GovernmentFunds, budget.Expenditure, best.Year, best.Stage))
	m.values[pvCapitalSpending] = amountOf(total(budget.StateCapital, budget.Expenditure, best.Year, best.Stage))
	m.values[pvInsuranceIn] = amountOf(total(budget.SocialInsurance, budget.Revenue, best.Year, best.Stage))
	m.values[pvInsuranceOut] = amountOf(total(budget.SocialInsurance, budget.Expenditure, best.Year, best.Stage))
	m.values[pvNextRevenue] = amountOf(total(budget.GeneralPublic, budget.Revenue, best.Year+1, budget.Budgeted))
	m.values[pvNextSpending] = amountOf(total(budget.GeneralPublic, budget.Expenditure, best.Year+1, budget.Budgeted))
	return m
}

func mainScore(r *budget.Report, v *values, a account) int {
	n := 0
	for _, c := range v.inputs(a) {
		n += boolRank(c.Figure != nil && c.Figure.HasAmount())
	}
	if a.Year == r.Year {
		n += 100
	}
	for i, stage := range mainStages(r.Kind) {
		if a.Stage == stage {
			n += 90 - 20*i
		}
	}
	return n
}

// mainStages are the stages that a form of report is about, the first foremost.
func mainStages(k budget.ReportKind) []budget.Stage {
	switch k {
	case budget.KindFinalAccounts:
		return []budget.Stage{budget.Final, budget.Execution}
	case budget.KindAdjustment:
		return []budget.Stage{budget.Adjusted, budget.Budgeted}
	}
	return []budget.Stage{budget.Execution, budget.Final, budget.Adjusted, budget.Budgeted}
}

func amountOf(c chosen) decimal.NullDecimal {
	if c.Figure == nil || !c.Figure.HasAmount() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(c.Figure.Amount)
}

func growthOf(c chosen) decimal.NullDecimal {
	if v, ok := rateOf(c, func(f *budget.Figure) budget.Rate { return f.Growth }).Value.(decimal.Decimal); ok {
		return decimal.NewNullDecimal(v)
	}
	return decimal.NullDecimal{}
}
