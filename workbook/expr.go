package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/workbook/xl"
)

// operand is a cell as a formula sees it: where it is and what it holds.
// A cell that holds words instead of a number has no Value.
type operand struct {
	Ref   string
	Value decimal.NullDecimal
}

func number(ref string, d decimal.Decimal) operand {
	return operand{Ref: ref, Value: decimal.NewNullDecimal(d)}
}

// sumOf is the formula that adds cells, and its result. Words count nothing.
// Neighbours in one column are written as a range.
func sumOf(col int, rows []int, values map[int]decimal.NullDecimal) (string, decimal.Decimal) {
	sum := decimal.Zero
	var parts []string
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1] == rows[j]+1 {
			j++
		}
		part := xl.Ref(col, rows[i])
		if j > i {
			part += ":" + xl.Ref(col, rows[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	for _, row := range rows {
		if v := values[row]; v.Valid {
			sum = sum.Add(v.Decimal)
		}
	}
	return "SUM(" + strings.Join(parts, ",") + ")", sum
}

// differenceOf is a - b. It is rounded to the 分 because a spreadsheet computes
// in binary and would show 161.36-59.04-102.32 as a tiny number that is not zero.
func differenceOf(a, b operand) (string, decimal.Decimal) {
	return fmt.Sprintf("ROUND(%s-%s,6)", a.Ref, b.Ref), a.Value.Decimal.Sub(b.Value.Decimal).Round(6)
}

// The words of a live check.
const (
	liveSame     = "相符"
	liveRounding = "尾差"
	liveApart    = "有差额"
)

// verdictOf is the formula that words a difference, and its result.
func verdictOf(diff, tolerance operand) (string, string) {
	formula := fmt.Sprintf(`IF(ABS(%[1]s)<0.0000005,"%[3]s",IF(ABS(%[1]s)<=%[2]s,"%[4]s","%[5]s"))`,
		diff.Ref, tolerance.Ref, liveSame, liveRounding, liveApart)
	d := diff.Value.Decimal.Abs()
	switch {
	case d.IsZero():
		return formula, liveSame
	case d.LessThanOrEqual(tolerance.Value.Decimal):
		return formula, liveRounding
	}
	return formula, liveApart
}

// ratioPlaces is the precision of the stored result of a quotient, finer than
// any format shows.
const ratioPlaces = 12

// ratioOf is a ÷ b, empty where either is words or b is zero.
func ratioOf(a, b operand) (string, any) {
	formula := fmt.Sprintf(`IF(COUNT(%[1]s,%[2]s)<2,"",IF(%[2]s=0,"",%[1]s/%[2]s))`, a.Ref, b.Ref)
	if !a.Value.Valid || !b.Value.Valid || b.Value.Decimal.IsZero() {
		return formula, ""
	}
	return formula, a.Value.Decimal.DivRound(b.Value.Decimal, ratioPlaces)
}
