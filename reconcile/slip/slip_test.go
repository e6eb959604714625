package slip

import (
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/facts"
)

func fact(n, step int64) *facts.Fact {
	return &facts.Fact{Figure: &budget.Figure{Amount: decimal.NewFromInt(n), Step: decimal.NewFromInt(step)}}
}

func TestExplains(t *testing.T) {
	const whole = 113568
	honest := []int64{41286, 22043, 18437, 16208, 9754, 5840}
	for _, c := range []struct {
		name string
		with func(parts []int64)
		want bool
	}{
		{"closes", func([]int64) {}, false},
		{"a digit", func(p []int64) { p[2] = 18137 }, true},
		{"two digits exchanged", func(p []int64) { p[3] = 12608 }, true},
		{"a part left out", func(p []int64) { p[5] = 1 }, false},
		{"more than the whole", func(p []int64) { p[2] = 18937 }, false},
		{"another amount", func(p []int64) { p[2] = 9754 }, false},
	} {
		parts := append([]int64(nil), honest...)
		c.with(parts)
		var fs []*facts.Fact
		for _, n := range parts {
			fs = append(fs, fact(n, 1))
		}
		if got := Explains(fact(whole, 1), fs); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	rough := []*facts.Fact{fact(41, 1), fact(22, 1), fact(18, 1), fact(16, 1), fact(7, 1)}
	if Explains(fact(113, 1), rough) {
		t.Error("so round numbers that any shortfall looks like a slip")
	}
	if Explains(fact(whole, 1), []*facts.Fact{fact(41286, 1), fact(22043, 1), fact(18137, 1), fact(16208, 1), fact(15594, 10)}) {
		t.Error("printed to different last digits")
	}
}
