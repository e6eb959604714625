package facts

import (
	"testing"

	"yusuan/reconcile/interval"
)

func TestHedges(t *testing.T) {
	for _, c := range []struct {
		hedge    string
		value    interval.Amount
		in, out  interval.Amount
		describe string
	}{
		{"约", 100, 95, 130, "both sides"},
		{"近", 100, 95, 104, "from below"},
		{"不足", 100, 91, 103, "from below"},
		{"不超过", 100, 92, 103, "from below, though it holds 超"},
		{"超过", 100, 150, 95, "from above"},
		{"以上", 100, 120, 90, "from above"},
		{"不低于", 100, 120, 90, "from above"},
		{"余", 100, 105, 90, "a little above"},
	} {
		iv := loosen(c.value*interval.One, interval.One, c.hedge)
		if !iv.Contains(c.in*interval.One) || iv.Contains(c.out*interval.One) {
			t.Errorf("%s %d (%s): %v should hold %d and not %d", c.hedge, c.value, c.describe, iv, c.in, c.out)
		}
	}
}
