package text

import (
	"slices"
	"testing"
)

// A label that stands alone between the rows of a stacked table is a short row: it says
// nothing of the columns that it lacks.
func TestKindsOfShortRows(t *testing.T) {
	word := func(s string) piece { return piece{text: s} }
	number := func(s string) piece { return piece{text: s, number: true} }
	rows := [][]piece{
		{word("税收收入"), number("12"), number("13")},
		{word("其中")},
		{word("增值税"), number("7"), number("8")},
	}
	if got := kindsOf(rows, 3); !slices.Equal(got, []bool{false, true, true}) {
		t.Errorf("columns of numbers: %v", got)
	}
}
