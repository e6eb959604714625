package interval

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestFromDecimal(t *testing.T) {
	for in, want := range map[string]string{
		"883868": "883868", "2021.6": "2021.6", "-916": "-916", "0": "0", "0.0001": "0.0001",
		"1613600.00": "1613600", "12e4": "120000", "-0.5": "-0.5",
		"0.00000001": "0",                                      // below the grid
		"1e30":       "100000000000", "-1e30": "-100000000000", // saturated
	} {
		if got := FromDecimal(dec(in)).String(); got != want {
			t.Errorf("%s is kept as %s, want %s", in, got, want)
		}
	}
}

// TestRoundTrip: what fits the grid comes back as it was.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "coefficient"), int32(rapid.IntRange(-7, 3).Draw(t, "exponent")))
		if d.Abs().GreaterThan(decimal.New(int64(Limit), -7)) {
			return
		}
		a := FromDecimal(d)
		if !a.Decimal().Equal(d) || !dec(a.String()).Equal(d) {
			t.Fatalf("%s came back as %s, printed %s", d, a.Decimal(), a)
		}
	})
}

// TestSumHoldsTheTruth: the sum of intervals holds the sum of whatever the
// printed values were rounded from.
func TestSumHoldsTheTruth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sum Interval
		var truth Amount
		for i := 0; i < rapid.IntRange(1, 8).Draw(t, "n"); i++ {
			step := []Amount{One, One * 100, One * 10000}[rapid.IntRange(0, 2).Draw(t, "step")]
			v := Amount(rapid.Int64Range(-1e13, 1e13).Draw(t, "value"))
			printed := (v + step/2) / step * step
			if v < 0 {
				printed = (v - step/2) / step * step
			}
			w := rapid.SampledFrom([]int{1, -1}).Draw(t, "weight")
			sum = sum.Plus(Around(printed, step).Weighted(w))
			truth += v * Amount(w)
		}
		if !sum.Contains(truth) {
			t.Fatalf("%v does not hold %d", sum, truth)
		}
	})
}

func TestSaturation(t *testing.T) {
	sum := Exactly(Limit)
	for i := 0; i < 1000; i++ {
		sum = sum.Plus(Exactly(Limit))
	}
	if sum.Lo < 0 || sum.Hi < sum.Lo {
		t.Errorf("the sum overflowed: %v", sum)
	}
	if Limit.Times(1e9) != Limit || (-Limit).Times(1e9) != -Limit {
		t.Error("a product overflowed")
	}
}

func TestRates(t *testing.T) {
	// 123600 in 亿元 with two decimals, over 117200 of the same step: 5.46 %
	q, ok := Quotient(Around(123600*One, 100*One), Around(117200*One, 100*One))
	if !ok {
		t.Fatal("no quotient")
	}
	growth := q.Minus(1)
	if !growth.Overlaps(AroundRate(dec("5.5"), dec("0.1"), 0.5)) {
		t.Errorf("5.5%% lies outside %v", growth)
	}
	if growth.Overlaps(AroundRate(dec("6.5"), dec("0.1"), 0.5)) {
		t.Errorf("6.5%% lies inside %v", growth)
	}
	if !growth.Overlaps(AroundRate(dec("5"), dec("1"), 0.5)) {
		t.Error("5% is coarser than 5.0% and holds 5.46")
	}
	if _, ok := Quotient(Exactly(One), Exactly(0)); ok {
		t.Error("a quotient by zero")
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		printed, step string
		in, out       float64
	}{
		{"98.3", "0.1", 0.98395, 0.9824},
		{"98.3", "0.1", 0.9826, 0.9841},
		{"-1.5", "0.1", -0.01595, -0.0144},
		{"0", "0.1", -0.0009, 0.0011},
	} {
		r := Cut(dec(c.printed), dec(c.step))
		if !r.Overlaps(Rates{c.in, c.in}) || r.Overlaps(Rates{c.out, c.out}) {
			t.Errorf("%s%%: %v should hold %v and not %v", c.printed, r, c.in, c.out)
		}
	}
}
