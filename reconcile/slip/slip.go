// Package slip tells when one wrong digit, or two exchanged ones, is all that keeps a
// list from making up its whole: then the list was meant to be whole, though no word says
// so.
package slip

import (
	"strconv"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

const (
	leastParts = 5
	// chance bounds the share of all shortfalls that some slip would explain by chance.
	chance = 0.005
	// perDigit is about how many slips a digit allows: another digit in its place, or its
	// neighbour.
	perDigit = 6
)

// Explains reports whether parts stay below their whole by what one slip in one of them
// takes away. All must be printed to the same last digit, so fine that few shortfalls
// look like a slip by chance.
func Explains(whole *facts.Fact, parts []*facts.Fact) bool {
	total, ok := units(whole, whole.Figure.Step)
	if !ok || len(parts) < leastParts {
		return false
	}
	if otherUnit(whole, parts) {
		return true
	}
	rest, digits := total, 0
	numbers := make([]int64, len(parts))
	for i, p := range parts {
		n, ok := units(p, whole.Figure.Step)
		if !ok || n <= 0 || p.Hedge != "" {
			return false
		}
		numbers[i] = n
		rest -= n
		digits += len(strconv.FormatInt(n, 10))
	}
	if rest <= int64(len(parts)) || float64(digits*perDigit) > chance*float64(total) {
		return false
	}
	for _, n := range numbers {
		if oneSlip(n, n+rest) {
			return true
		}
	}
	return false
}

// Claim holds parts against a whole that they stay within, or make up where a slip is all
// that keeps them from it. sum and share are the words for their sum (各类支出之和) and,
// in the note, before the per cent that they make of the whole (所列各类占).
func Claim(whole *facts.Fact, parts []*facts.Fact, sum, share string) rule.Claim {
	c := rule.Claim{Identity: identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts...), Relation: identity.AtLeast}, Right: sum}
	if Explains(whole, parts) {
		c.Identity.Relation, c.Severity = identity.Equal, budget.Warning
	}
	if whole.Value > 0 {
		c.Note = share + strconv.FormatFloat(float64(identity.Total(c.Identity.Right))/float64(whole.Value)*100, 'f', 1, 64) + "%"
	}
	return c
}

// otherUnit reports whether one part is in 万元 where all others are in 亿元, and the
// parts make up their whole with it in 亿元.
func otherUnit(whole *facts.Fact, parts []*facts.Fact) bool {
	if whole.Unit != "亿元" {
		return false
	}
	sum, odd := decimal.Zero, 0
	for _, p := range parts {
		switch {
		case !p.HasAmount() || p.Hedge != "":
			return false
		case p.Unit == whole.Unit:
			sum = sum.Add(p.Amount)
		case p.Unit == "万元" && p.Figure.Step.Shift(4).Equal(whole.Figure.Step):
			sum = sum.Add(p.Amount.Shift(4))
			odd++
		default:
			return false
		}
	}
	slack := whole.Figure.Step.Mul(decimal.NewFromInt(int64(len(parts)))).Div(decimal.NewFromInt(2))
	return odd == 1 && sum.Sub(whole.Amount).Abs().LessThanOrEqual(slack)
}

// units is the amount of a figure in last digits of a step, where it is printed to it.
func units(f *facts.Fact, step decimal.Decimal) (int64, bool) {
	if !f.HasAmount() || step.IsZero() || !f.Figure.Step.Equal(step) {
		return 0, false
	}
	n := f.Amount.Div(step)
	return n.IntPart(), n.IsInteger()
}

// oneSlip reports whether two numbers have as many digits and differ in one of them, or in
// the order of two neighbours.
func oneSlip(a, b int64) bool {
	x, y := strconv.FormatInt(a, 10), strconv.FormatInt(b, 10)
	if len(x) != len(y) {
		return false
	}
	var at []int
	for i := range x {
		if x[i] != y[i] {
			at = append(at, i)
		}
	}
	switch len(at) {
	case 1:
		return true
	case 2:
		i, j := at[0], at[1]
		return j == i+1 && x[i] == y[j] && x[j] == y[i]
	}
	return false
}
