// Package interval is arithmetic on rounded amounts. A printed value x with last
// digit u stands for [x-u/2, x+u/2], as in XBRL Calculations 1.1: sums add
// intervals, and two values agree when their intervals meet.
package interval

import (
	"math"
	"strconv"

	"github.com/shopspring/decimal"
)

// Amount is a fixed-point amount: 10⁻⁷ 万元, one hundredth of a 分's tenth, so
// that half of any printed step is exact.
type Amount int64

// One is one 万元.
const One Amount = 1e7

const (
	places = 7
	// Limit bounds every amount (10¹¹ 万元, a thousand times the country's
	// output). What is larger is a misread number: it saturates, so that sums
	// cannot overflow and the comparison still fails.
	Limit Amount = 1e18
)

// FromDecimal converts an amount in 万元, rounding beyond 10⁻⁷ 万元.
func FromDecimal(d decimal.Decimal) Amount {
	if v, ok := fromCoefficient(d); ok {
		return v
	}
	scaled := d.Shift(places).Round(0)
	if scaled.GreaterThan(decimal.New(int64(Limit), 0)) {
		return Limit
	}
	if scaled.LessThan(decimal.New(-int64(Limit), 0)) {
		return -Limit
	}
	return Amount(scaled.IntPart())
}

// fromCoefficient is the path without allocation that nearly all amounts take.
func fromCoefficient(d decimal.Decimal) (Amount, bool) {
	exp := int(d.Exponent()) + places
	if exp < 0 || exp > 15 || d.NumDigits()+exp > 18 {
		return 0, false
	}
	v := d.CoefficientInt64()
	for ; exp > 0; exp-- {
		v *= 10
	}
	return Amount(v), true
}

// Decimal returns the amount in 万元.
func (a Amount) Decimal() decimal.Decimal {
	v, exp := int64(a), int32(-places)
	for exp < 0 && v%10 == 0 {
		v /= 10
		exp++
	}
	return decimal.New(v, exp)
}

// Abs returns the size of the amount.
func (a Amount) Abs() Amount {
	if a < 0 {
		return -a
	}
	return a
}

// String prints the amount in 万元 without trailing zeros.
func (a Amount) String() string { return string(a.Append(nil)) }

// Append adds what String prints to a buffer.
func (a Amount) Append(b []byte) []byte {
	v := int64(a)
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	b = strconv.AppendInt(b, v/int64(One), 10)
	rest := v % int64(One)
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for scale := int64(One) / 10; rest > 0; scale /= 10 {
		b = append(b, byte('0'+rest/scale))
		rest %= scale
	}
	return b
}

// Plus adds and saturates.
func (a Amount) Plus(b Amount) Amount {
	s := a + b
	if a > 0 && b > 0 && (s < 0 || s > 4*Limit) {
		return 4 * Limit
	}
	if a < 0 && b < 0 && (s > 0 || s < -4*Limit) {
		return -4 * Limit
	}
	return s
}

// Times multiplies by a small whole number and saturates.
func (a Amount) Times(n int64) Amount {
	f := float64(a) * float64(n)
	if f > float64(Limit) {
		return Limit
	}
	if f < -float64(Limit) {
		return -Limit
	}
	return a * Amount(n)
}

// Interval is a closed interval.
type Interval struct{ Lo, Hi Amount }

// Exactly is the interval of one value.
func Exactly(v Amount) Interval { return Interval{v, v} }

// Around is the interval of a printed value with the given last step.
func Around(v, step Amount) Interval {
	half := step / 2
	return Interval{v.Plus(-half), v.Plus(half)}
}

// Plus adds two intervals.
func (i Interval) Plus(j Interval) Interval {
	return Interval{i.Lo.Plus(j.Lo), i.Hi.Plus(j.Hi)}
}

// Weighted multiplies by a weight of +1 or -1.
func (i Interval) Weighted(w int) Interval {
	if w < 0 {
		return Interval{-i.Hi, -i.Lo}
	}
	return i
}

// Shift moves the interval.
func (i Interval) Shift(by Amount) Interval {
	return Interval{i.Lo.Plus(by), i.Hi.Plus(by)}
}

// Overlaps reports whether the intervals meet.
func (i Interval) Overlaps(j Interval) bool { return i.Lo <= j.Hi && j.Lo <= i.Hi }

// Contains reports whether v lies inside.
func (i Interval) Contains(v Amount) bool { return i.Lo <= v && v <= i.Hi }

// Half is half the width: the tolerance of the value.
func (i Interval) Half() Amount { return Amount(uint64(i.Hi-i.Lo) / 2) }

// Rates is an interval of ratios: 0.102 for 10.2%.
type Rates struct{ Lo, Hi float64 }

// epsilon absorbs the representation of binary fractions; it is far below any
// printed step of a rate.
const epsilon = 1e-12

// AroundRate is the interval of a printed percentage, widened by slack steps on
// each side (one half is its rounding).
func AroundRate(percent, step decimal.Decimal, slack float64) Rates {
	v, s := percent.InexactFloat64()/100, step.InexactFloat64()/100
	return Rates{v - s*slack, v + s*slack}
}

// Cut is the interval of a printed percentage whose last digit may have been cut
// off instead of rounded: half a step towards zero, a whole one away from it.
func Cut(percent, step decimal.Decimal) Rates {
	v, s := percent.InexactFloat64()/100, step.InexactFloat64()/100
	r := Rates{v - s/2, v + s/2}
	if v >= 0 {
		r.Hi = v + s
	}
	if v <= 0 {
		r.Lo = v - s
	}
	return r
}

// Quotient is the interval of a/b for b > 0. ok is false where b reaches zero.
func Quotient(a, b Interval) (r Rates, ok bool) {
	if b.Lo <= 0 {
		return Rates{}, false
	}
	lo, hi := float64(b.Lo), float64(b.Hi)
	r.Lo = math.Min(float64(a.Lo)/lo, float64(a.Lo)/hi)
	r.Hi = math.Max(float64(a.Hi)/lo, float64(a.Hi)/hi)
	return r, true
}

// Minus shifts the rates down.
func (r Rates) Minus(v float64) Rates { return Rates{r.Lo - v, r.Hi - v} }

// Overlaps reports whether the rates meet.
func (r Rates) Overlaps(s Rates) bool { return r.Lo <= s.Hi+epsilon && s.Lo <= r.Hi+epsilon }
