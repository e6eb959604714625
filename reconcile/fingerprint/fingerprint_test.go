package fingerprint

import (
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

func check(amount int64, line int) budget.Check {
	total := &budget.Figure{Subject: "收入总计", Amount: decimal.NewFromInt(amount)}
	total.Line = line
	part := &budget.Figure{Subject: "上年结转", Amount: decimal.NewFromInt(3)}
	return budget.Check{Rule: "N201", Report: "r", Book: budget.GeneralPublic, Scope: "全县", Year: 2023,
		Evidence: []budget.Evidence{{Figure: total}, {Figure: part}}}
}

// TestSurvives: values and lines may change, the name stays.
func TestSurvives(t *testing.T) {
	a, b := []budget.Check{check(5, 10)}, []budget.Check{check(7, 99)}
	Set(a)
	Set(b)
	if a[0].Fingerprint == "" || a[0].Fingerprint != b[0].Fingerprint {
		t.Errorf("%q and %q", a[0].Fingerprint, b[0].Fingerprint)
	}
}

// TestTellsApart: another rule, report, scope, year, stage, side or subject is
// another finding; the same one again gets a number.
func TestTellsApart(t *testing.T) {
	base := check(5, 10)
	changes := []func(c *budget.Check){
		func(c *budget.Check) {}, func(c *budget.Check) { c.Rule = "N202" }, func(c *budget.Check) { c.Report = "s" },
		func(c *budget.Check) { c.Book = budget.StateCapital }, func(c *budget.Check) { c.Scope = "县级" },
		func(c *budget.Check) { c.Year = 2024 }, func(c *budget.Check) { c.Stage = budget.Final },
		func(c *budget.Check) { c.Side = budget.Revenue }, func(c *budget.Check) { c.Evidence = c.Evidence[:1] },
		func(c *budget.Check) {},
	}
	var checks []budget.Check
	for _, change := range changes {
		c := base
		change(&c)
		checks = append(checks, c)
	}
	Set(checks)
	seen := map[string]bool{}
	for _, c := range checks {
		if seen[c.Fingerprint] {
			t.Errorf("fingerprint %s twice", c.Fingerprint)
		}
		seen[c.Fingerprint] = true
	}
	if last := checks[len(checks)-1].Fingerprint; last != checks[0].Fingerprint+"-2" {
		t.Errorf("the same check again is %s, want %s-2", last, checks[0].Fingerprint)
	}
}
