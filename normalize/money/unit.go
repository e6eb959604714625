package money

import "github.com/shopspring/decimal"

// Exp10 gives a unit as a power of ten of 万元: 亿元 is 4, 元 is -4. ok is false
// for a word that is no unit of money.
func Exp10(unit string) (exp int32, ok bool) {
	switch unit {
	case "元", "人民币元":
		return -4, true
	case "百元":
		return -2, true
	case "千元":
		return -1, true
	case "万元", "人民币万元", "万":
		return 0, true
	case "十万元":
		return 1, true
	case "百万元":
		return 2, true
	case "千万元":
		return 3, true
	case "亿元", "人民币亿元", "亿":
		return 4, true
	case "万亿元":
		return 8, true
	}
	return 0, false
}

// canonicalUnit drops what people leave out or add: 亿 → 亿元, 人民币万元 → 万元.
func canonicalUnit(unit string) string {
	switch unit {
	case "万", "人民币万元":
		return "万元"
	case "亿", "人民币亿元":
		return "亿元"
	case "人民币元":
		return "元"
	}
	return unit
}

// steps are the sizes that the last digit of a number has in practice, from
// 10^minStep up; numbers of one size share theirs.
var steps = newSteps()

const minStep, maxStep = -12, 8

func newSteps() [maxStep - minStep + 1]decimal.Decimal {
	var out [maxStep - minStep + 1]decimal.Decimal
	for i := range out {
		out[i] = decimal.New(1, minStep+int32(i))
	}
	return out
}

func stepOf(exp int32) decimal.Decimal {
	if exp < minStep || exp > maxStep {
		return decimal.New(1, exp)
	}
	return steps[exp-minStep]
}

// scaled returns digits × 10^exp and the size of the last printed digit.
func scaled(d digits, exp int32, negative bool) (value, step decimal.Decimal, err error) {
	last := exp - int32(d.decimals)
	step = stepOf(last)
	if len(d.text) > 18 {
		v, err := decimal.NewFromString(d.text)
		if err != nil {
			return value, step, err
		}
		if negative {
			v = v.Neg()
		}
		return v.Shift(exp), step, nil
	}
	var n int64
	for i := 0; i < len(d.text); i++ {
		if c := d.text[i]; c != '.' {
			n = n*10 + int64(c-'0')
		}
	}
	if negative {
		n = -n
	}
	return decimal.New(n, last), step, nil
}
