package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/subject"
)

// NoReserveNote says what NoReserve means.
const NoReserveNote = "所列各类中没有预备费，差额在预备费的比例之内"

// NoReserve reports whether a budget exceeds its functional classes by no more
// than 预备费 may be (预算法 Art. 40: 1% to 3%, with some room), while no row gives
// 预备费: tables that show the outturn too often leave it out.
func NoReserve(whole *facts.Fact, classes []identity.Term) bool {
	if whole.Stage != budget.Budgeted && whole.Stage != budget.Adjusted || whole.Book != budget.GeneralPublic || whole.Side != budget.Expenditure {
		return false
	}
	functions := 0
	for _, t := range classes {
		if t.Fact.Subject == subject.Reserve {
			return false
		}
		if strings.HasPrefix(t.Fact.Code, "2") && len(t.Fact.Code) == 3 {
			functions++
		}
	}
	gap := whole.Value - identity.Total(classes)
	return functions >= 10 && gap > 0 && float64(gap) <= 0.035*float64(whole.Value)
}
