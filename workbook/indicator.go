package workbook

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// input is a figure that indicators are computed from.
type input int

const (
	inRevenue input = iota
	inTax
	inSpending
	inUpper
	inGrandIn
	inGrandOut
	inMovedIn
	inCarryOver
	inReserve
	inFunds
	inFundsUpper
	inCapital
	inCapitalUpper
	inDebt
	inLimit
	inputCount
)

type inputSpec struct {
	name    string
	book    budget.Book
	side    budget.Side
	subject string
}

func inputSpecs() [inputCount]inputSpec {
	gp, gf, sc := budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital
	rev, exp := budget.Revenue, budget.Expenditure
	return [inputCount]inputSpec{
		inRevenue:      {"一般公共预算收入", gp, rev, ownTotal(gp, rev)},
		inTax:          {"其中：税收收入", gp, rev, subjectTax},
		inSpending:     {"一般公共预算支出", gp, exp, ownTotal(gp, exp)},
		inUpper:        {"一般公共预算上级补助收入", gp, rev, subjectUpper},
		inGrandIn:      {"一般公共预算收入总计", gp, rev, grandTotal(rev)},
		inGrandOut:     {"一般公共预算支出总计", gp, exp, grandTotal(exp)},
		inMovedIn:      {"一般公共预算调入资金", gp, rev, subjectMovedIn},
		inCarryOver:    {"一般公共预算结转下年", gp, exp, subjectCarryOver},
		inReserve:      {"预备费", gp, exp, subjectReserve},
		inFunds:        {"政府性基金预算收入", gf, rev, ownTotal(gf, rev)},
		inFundsUpper:   {"政府性基金上级补助收入", gf, rev, subjectUpper},
		inCapital:      {"国有资本经营预算收入", sc, rev, ownTotal(sc, rev)},
		inCapitalUpper: {"国有资本经营上级补助收入", sc, rev, subjectUpper},
		inDebt:         {"政府债务余额", budget.Debt, budget.Balance, subjectDebt},
		inLimit:        {"政府债务限额", budget.Debt, budget.Balance, subjectDebtLimit},
	}
}

// indicator is a quotient of sums of inputs in percent, or, without a
// denominator, a sum in 万元.
type indicator struct {
	id    string
	name  string
	how   string
	above []input
	below []input
}

// indicators lists what readers compute from a report.
func indicators() []indicator {
	return []indicator{
		{"tax_share", "税收占比", "税收收入 ÷ 一般公共预算收入", []input{inTax}, []input{inRevenue}},
		{"self_sufficiency", "财政自给率", "一般公共预算收入 ÷ 一般公共预算支出", []input{inRevenue}, []input{inSpending}},
		{"transfer_dependence", "上级补助依存度", "上级补助收入 ÷ 收入总计（一般公共预算）", []input{inUpper}, []input{inGrandIn}},
		{"fund_dependence", "基金依赖度", "政府性基金收入 ÷（一般公共预算收入＋政府性基金收入）", []input{inFunds}, []input{inRevenue, inFunds}},
		{"moved_in_share", "调入资金占比", "调入资金 ÷ 收入总计（一般公共预算）", []input{inMovedIn}, []input{inGrandIn}},
		{"carry_over_rate", "结转率", "结转下年 ÷ 支出总计（一般公共预算）", []input{inCarryOver}, []input{inGrandOut}},
		{"reserve_share", "预备费占比", "预备费 ÷ 一般公共预算支出", []input{inReserve}, []input{inSpending}},
		{"debt_to_limit", "债务余额占限额", "政府债务余额 ÷ 政府债务限额", []input{inDebt}, []input{inLimit}},
		{"fiscal_capacity", "综合财力", "一般公共预算收入＋政府性基金收入＋国有资本经营收入＋三本预算的上级补助",
			[]input{inRevenue, inFunds, inCapital, inUpper, inFundsUpper, inCapitalUpper}, nil},
	}
}

// unit is 万元 for a sum, % for a quotient.
func (i indicator) unit() string {
	if len(i.below) == 0 {
		return "万元"
	}
	return "%"
}

// inputs are the figures that one column of indicators stands on.
type inputs [inputCount]chosen

func (v *values) inputs(a account) inputs {
	var out inputs
	for i, spec := range inputSpecs() {
		k := a.at(spec.book).key(spec.side, spec.subject)
		out[i] = v.get(k)
		if out[i].Figure == nil && spec.side == budget.Balance {
			k.Role = budget.RoleClosing // a stock that the report words as of the year's end
			out[i] = v.get(k)
		}
		if i == int(inReserve) && isPart(out[i]) {
			out[i] = chosen{}
		}
	}
	return out
}

// isPart reports whether a figure is only a part of what its subject names: the
// used and the remaining part of the reserve are not the reserve.
func isPart(c chosen) bool { return c.Figure != nil && c.Figure.Role == budget.RolePart }

// compute is the value of an indicator; not valid where an input is missing.
// A blank or a dash that the report prints counts as nothing inside a sum of
// several, and as missing where the indicator rests on it alone.
func (i indicator) compute(in inputs) decimal.NullDecimal {
	above, ok := sumInputs(i.above, in)
	if !ok {
		return decimal.NullDecimal{}
	}
	if len(i.below) == 0 {
		return decimal.NewNullDecimal(above)
	}
	below, ok := sumInputs(i.below, in)
	if !ok || below.IsZero() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(above.Shift(2).DivRound(below, ratioPlaces))
}

func sumInputs(list []input, in inputs) (decimal.Decimal, bool) {
	sum, any := decimal.Zero, false
	for _, i := range list {
		f := in[i].Figure
		switch {
		case f == nil:
			return sum, false
		case f.HasAmount():
			sum, any = sum.Add(f.Amount), true
		}
	}
	return sum, any
}

// ratioAccounts lists the columns for which at least one indicator or stated
// rate can be given. The book of an account is left empty: a column spans books.
func ratioAccounts(r *budget.Report, v *values) []account {
	subjects := map[string]bool{}
	for _, spec := range inputSpecs() {
		subjects[spec.subject] = true
	}
	seen := map[account]bool{}
	var out []account
	for _, f := range r.Figures {
		a := accountOf(f).at("")
		if !f.IsBudget() || f.Year == 0 || f.Delta || !subjects[f.Subject] || seen[a] {
			continue
		}
		seen[a] = true
		if hasIndicator(v.inputs(a)) {
			out = append(out, a)
		}
	}
	for _, ratio := range r.Ratios {
		if a := ratioAccount(ratio); !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(x, y account) int {
		return cmp.Or(cmp.Compare(levelRank(x.Level), levelRank(y.Level)), cmp.Compare(x.Part, y.Part), compareAccounts(x, y))
	})
	return out
}

func ratioAccount(r budget.Ratio) account {
	a := account{Level: r.Level, Year: r.Year, Stage: r.Stage}
	if r.Level == budget.Part {
		a.Part = r.Scope
	}
	return a
}

func hasIndicator(in inputs) bool {
	for _, i := range indicators() {
		if i.compute(in).Valid {
			return true
		}
	}
	for _, i := range []input{inRevenue, inSpending, inFunds} {
		if f := in[i].Figure; f != nil && f.Growth.Known {
			return true
		}
	}
	return false
}
