// Package digits writes exact decimals digit by digit, without going through a
// text of its own for each: every file of a run is full of them.
package digits

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// quick is how many digits surely fit an int64.
const quick = 18

// Append writes d as d.String() does: every digit, no exponent, no zeros at the
// end of the fraction. Numbers of a usual size need no allocation.
func Append(dst []byte, d decimal.Decimal) []byte {
	n, places, ok := short(d)
	if !ok {
		return append(dst, d.String()...)
	}
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	from := len(dst)
	dst = strconv.AppendInt(dst, n, 10)
	if places == 0 {
		return dst
	}
	for len(dst)-from <= places { // a digit before the point
		dst = append(dst, 0)
		copy(dst[from+1:], dst[from:])
		dst[from] = '0'
	}
	point := len(dst) - places
	dst = append(dst, 0)
	copy(dst[point+1:], dst[point:])
	dst[point] = '.'
	return dst
}

// Places is how many decimals d needs: zeros at its end do not count.
func Places(d decimal.Decimal) int {
	if _, places, ok := short(d); ok {
		return places
	}
	_, fraction, _ := strings.Cut(d.String(), ".")
	return len(fraction)
}

// short takes a decimal of a usual size apart: d is n with so many decimals, the
// last of which is not 0.
func short(d decimal.Decimal) (n int64, places int, ok bool) {
	exponent := int(d.Exponent())
	if exponent > 0 || exponent < -quick || d.NumDigits() > quick {
		return 0, 0, false
	}
	n, places = d.CoefficientInt64(), -exponent
	for places > 0 && n%10 == 0 {
		n, places = n/10, places-1
	}
	return n, places, true
}

// Plain reports whether a text is digits with a sign and a point: no exponent,
// which could stand for a number of a billion digits.
func Plain(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || len(digits) >= longest {
		return false
	}
	for i := range len(digits) {
		if c := digits[i]; c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// longest is more digits than any amount has.
const longest = 60
