package accounts

import (
	"testing"

	"yusuan/budget"
)

var everyForm = []Form{Qu, Xian, Shi, Qi, Zizhi, Zone, Town, Prefect, Province}

// Build panics when a book does not balance, so building many is the test of it.
func TestBuildBalancesForEveryFormAndKind(t *testing.T) {
	kinds := []budget.ReportKind{budget.KindBudget, budget.KindFinalAccounts, budget.KindAdjustment, budget.KindHalfYear}
	for seed := uint64(1); seed <= 400; seed++ {
		p := Plan{Seed: seed, Forms: everyForm, Kind: kinds[seed%4], DebtApart: seed%3 == 0}
		if seed%5 == 0 {
			p.Grain = 1
		}
		a := Build(p)
		for c, v := range a.cells {
			if v < 0 && c.Side != budget.Balance {
				t.Fatalf("seed %d: %+v is %d", seed, c, v)
			}
		}
		checkSums(t, a)
	}
}

func checkSums(t *testing.T, a *Accounts) {
	t.Helper()
	get := func(book budget.Book, l budget.Level, st budget.Stage, s budget.Side, n string) int64 {
		v, ok := a.Get(Cell{Book: book, Level: l, Year: a.Year, Stage: st, Side: s, Subject: n})
		if !ok {
			t.Fatalf("no cell %s %s %s %s %s", book, l, st, s, n)
		}
		return v
	}
	for _, l := range []budget.Level{budget.Own, budget.Consolidated} {
		tax := get(budget.GeneralPublic, l, a.Actual, budget.Revenue, "税收收入")
		fees := get(budget.GeneralPublic, l, a.Actual, budget.Revenue, "非税收入")
		if whole := get(budget.GeneralPublic, l, a.Actual, budget.Revenue, GPRevenue); tax+fees != whole {
			t.Errorf("tax %d and fees %d are not %d", tax, fees, whole)
		}
		var classes int64
		for _, w := range functions {
			classes += get(budget.GeneralPublic, l, a.Actual, budget.Expenditure, w.name)
		}
		if whole := get(budget.GeneralPublic, l, a.Actual, budget.Expenditure, GPSpending); classes != whole {
			t.Errorf("classes sum to %d, not %d", classes, whole)
		}
	}
	moved := get(budget.GovernmentFunds, budget.Own, a.Actual, budget.Expenditure, "调出资金") + get(budget.StateCapital, budget.Own, a.Actual, budget.Expenditure, "调出资金")
	if got := get(budget.GeneralPublic, budget.Own, a.Actual, budget.Revenue, "调入资金"); got != moved {
		t.Errorf("调入资金 %d, 调出资金 %d", got, moved)
	}
	limit, balance := get(budget.Debt, budget.Consolidated, a.Actual, budget.Balance, "政府债务限额"), get(budget.Debt, budget.Consolidated, a.Actual, budget.Balance, "政府债务余额")
	if balance > limit {
		t.Errorf("debt %d over its limit %d", balance, limit)
	}
}

func TestBuildIsDeterministic(t *testing.T) {
	a, b := Build(Plan{Seed: 7, Forms: everyForm}), Build(Plan{Seed: 7, Forms: everyForm})
	if a.District != b.District || a.Len() != b.Len() {
		t.Fatal("two builds of one seed differ")
	}
	for c, v := range a.cells {
		if b.cells[c] != v {
			t.Errorf("%+v: %d and %d", c, v, b.cells[c])
		}
	}
}
