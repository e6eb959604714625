package score

import "github.com/shopspring/decimal"

// sameRate compares printed percentages as numbers: 3.0 is 3.
func sameRate(a, b string) bool {
	x, err := decimal.NewFromString(a)
	if err != nil {
		return false
	}
	y, err := decimal.NewFromString(b)
	return err == nil && x.Equal(y)
}
