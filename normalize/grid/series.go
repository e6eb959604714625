package grid

import (
	"math"
	"yusuan/budget"

	"github.com/shopspring/decimal"
)

// value is a cell as arithmetic needs it: the value with the size of its last
// printed digit, in the unit of its column.
type value struct {
	v, step float64
	printed bool
}

// series is one number column, a value a line.
type series []value

// number is the value of a cell in the unit of the table.
func (g *reading) number(l *line, c int) value {
	v := g.value(l, c)
	if !v.Number {
		return value{}
	}
	e := scale(g.unitOf(budget.Column{Col: c}, v)) - scale(g.frame.unit)
	return value{float(v.Value.Shift(e)), float(v.Step.Shift(e)), true}
}

// float is the value of a decimal to the precision that judging columns needs.
func float(d decimal.Decimal) float64 {
	if n := d.Coefficient(); n.IsInt64() {
		return float64(n.Int64()) * math.Pow10(int(d.Exponent()))
	}
	return d.InexactFloat64()
}

// largest is the row of the largest value, -1 where nothing is printed.
func (s series) largest() int {
	at := -1
	for i, x := range s {
		if x.printed && (at < 0 || x.v > s[at].v) {
			at = i
		}
	}
	return at
}

// ordinals reports whether the values only number the rows: 1, 2, 3, perhaps
// beginning anew in each section.
func (s series) ordinals() bool {
	n, last := 0, 0.0
	for _, x := range s {
		if !x.printed {
			continue
		}
		if x.step < 1 || x.v != last+1 && (x.v != 1 || n == 0) {
			return false
		}
		last = x.v
		n++
	}
	return n >= 3
}

// rateLike reports whether the values can only be rates beside the amounts of
// another column: small where those are large, and printed with decimals where
// those have none.
func (s series) rateLike(amounts series) bool {
	n, small, finer, large := 0, 0, 0, 0
	for i, x := range s {
		if !x.printed {
			continue
		}
		n++
		if math.Abs(x.v) < 500 {
			small++
		}
		if a := amounts[i]; a.printed {
			if x.step < 1 && a.step >= 1 {
				finer++
			}
			if math.Abs(a.v) >= 10*math.Abs(x.v) {
				large++
			}
		}
	}
	return n > 0 && small*10 >= n*9 && finer*3 >= n && large*2 >= n
}
