package text

import (
	"strings"

	"github.com/shopspring/decimal"
)

// sumsClose tells whether the rows below the last numbered label of each side (二、
// 转移性收入) add up to its number: then every cell stands where it belongs, though
// nothing else says so.
func sumsClose(rows [][]piece, labels []int) bool {
	for _, c := range labels {
		if !sideCloses(rows, c) {
			return false
		}
	}
	return true
}

// sideCloses checks the side whose labels stand in column c.
func sideCloses(rows [][]piece, c int) bool {
	last := -1
	for i, r := range rows {
		if section(r[c].text) > 0 {
			last = i
		}
	}
	if last < 0 || len(rows)-last < 3 {
		return false
	}
	total, ok := firstAmount(rows[last], c)
	sum := decimal.Zero
	for _, r := range rows[last+1:] {
		v, found := firstAmount(r, c)
		ok = ok && found
		sum = sum.Add(v)
	}
	return ok && sum.Equal(total)
}

// firstAmount is the number right behind the label in column c.
func firstAmount(row []piece, c int) (decimal.Decimal, bool) {
	if c+1 >= len(row) || !row[c+1].number {
		return decimal.Zero, false
	}
	v, err := decimal.NewFromString(strings.NewReplacer(",", "", "，", "").Replace(row[c+1].text))
	return v, err == nil
}
