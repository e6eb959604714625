package accounts

import "yusuan/budget"

// TotalOf returns the name of a book's own revenue or expenditure.
func TotalOf(b budget.Book, s budget.Side) string {
	rev := map[budget.Book]string{budget.GeneralPublic: GPRevenue, budget.GovernmentFunds: GFRevenue, budget.StateCapital: SCRevenue, budget.SocialInsurance: SIRevenue}
	exp := map[budget.Book]string{budget.GeneralPublic: GPSpending, budget.GovernmentFunds: GFSpending, budget.StateCapital: SCSpending, budget.SocialInsurance: SISpending}
	if s == budget.Revenue {
		return rev[b]
	}
	return exp[b]
}

// Items returns the canonical subjects that a whole consists of: the taxes of
// 税收收入, the classes of 一般公共预算支出, the items of a class.
func Items(b budget.Book, whole string) []string {
	switch whole {
	case "税收收入":
		return namesOf(taxes)
	case "非税收入":
		return namesOf(nonTaxes)
	case GPSpending:
		return append(namesOf(functions), "预备费")
	case GFRevenue:
		return namesOf(fundRevenue)
	case GFSpending:
		return namesOf(fundSpending)
	case SCRevenue:
		return namesOf(capitalRevenue)
	case SCSpending:
		return namesOf(capitalSpending)
	}
	return namesOf(belowFunction[whole])
}

// Flows returns the subjects that may stand beside a book's own total, in the
// usual order.
func Flows(b budget.Book, s budget.Side) []string {
	switch {
	case b == budget.GeneralPublic && s == budget.Revenue:
		return []string{"上级补助收入", "下级上解收入", "债务转贷收入", "动用预算稳定调节基金", "调入资金", "上年结转"}
	case b == budget.GeneralPublic:
		return []string{"上解支出", "补助下级支出", "债务还本支出", "安排预算稳定调节基金", "结转下年"}
	case s == budget.Revenue:
		return []string{"上级补助收入", "债务转贷收入", "上年结转"}
	}
	return []string{"上解支出", "补助下级支出", "调出资金", "债务还本支出", "结转下年"}
}

// WholeOf returns the subject that an item belongs to, or nothing.
func WholeOf(b budget.Book, s budget.Side, subject string) string {
	wholes := map[budget.Book][]string{
		budget.GeneralPublic:   {"税收收入", "非税收入"},
		budget.GovernmentFunds: {GFRevenue},
		budget.StateCapital:    {SCRevenue},
	}[b]
	if s == budget.Expenditure {
		wholes = map[budget.Book][]string{budget.GeneralPublic: {GPSpending}, budget.GovernmentFunds: {GFSpending}, budget.StateCapital: {SCSpending}}[b]
	}
	for _, w := range wholes {
		for _, n := range Items(b, w) {
			if n == subject {
				return w
			}
		}
	}
	if b == budget.GeneralPublic && s == budget.Expenditure {
		for _, class := range functions {
			for _, w := range belowFunction[class.name] {
				if w.name == subject {
					return class.name
				}
			}
		}
	}
	return ""
}

func namesOf(ws []weighted) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.name
	}
	return out
}
