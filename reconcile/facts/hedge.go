package facts

import (
	"strings"

	"yusuan/internal/phrase"
	"yusuan/reconcile/interval"
)

// loosen gives a hedged figure (约10亿元, 超过3亿元, 2亿元以上) the interval that
// its wording allows: one-sided, or wide on both sides.
func loosen(v, step interval.Amount, hedge string) interval.Interval {
	size := v.Abs()
	tenth := size / 10
	if tenth < step {
		tenth = step
	}
	switch {
	// 不超过 and 不低于 hold 超 and 低: the limits from above come first.
	case phrase.Holds(hedge, "近", "不足", "不到", "以内", "不超过", "以下"):
		return interval.Interval{Lo: v.Plus(-tenth), Hi: v.Plus(step / 2)}
	case phrase.Holds(hedge, "超", "逾", "突破", "以上", "不低于", "不少于", "至少"):
		return interval.Interval{Lo: v - step/2, Hi: v.Plus(size).Plus(step)}
	case phrase.Holds(hedge, "多", "余"):
		return interval.Interval{Lo: v - step/2, Hi: v.Plus(step).Plus(tenth)}
	}
	return interval.Interval{Lo: v.Plus(-tenth), Hi: v.Plus(tenth)}
}

// Hedged reports whether an amount is said to be no exact one. 控制在限额X亿元以内 says
// where the debt stays, and nothing of the limit.
func (f *Fact) Hedged() bool {
	return f.Hedge != "" && !(strings.HasSuffix(f.Subject, "限额") && phrase.Holds(f.Hedge, "内"))
}
