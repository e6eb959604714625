package xl

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// quickDigits is how many digits surely fit an int64.
const quickDigits = 18

// appendDecimal writes d as d.String() does: every digit, no exponent, no zeros
// at the end of the fraction. Numbers of a usual size need no allocation.
func appendDecimal(dst []byte, d decimal.Decimal) []byte {
	exponent := int(d.Exponent())
	if exponent > 0 || exponent < -quickDigits || d.NumDigits() > quickDigits {
		return append(dst, d.String()...)
	}
	n, places := d.CoefficientInt64(), -exponent
	for places > 0 && n%10 == 0 {
		n, places = n/10, places-1
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

// numberWidth estimates how wide a decimal literal is shown in a format.
func numberWidth(literal string, f Format) int {
	shown := f.shape()
	literal, negative := strings.CutPrefix(literal, "-")
	whole, fraction, _ := strings.Cut(literal, ".")
	digits := len(whole)
	switch {
	case shown.percent: // two more digits, but for zeros that begin the number
		digits = max(1, len(strings.TrimLeft(whole+(fraction + "00")[:2], "0")))
	case carries(whole, fraction):
		digits++
	}
	n := digits
	if shown.thousands {
		n += (digits - 1) / 3
	}
	if shown.places > 0 {
		n += 1 + shown.places
	}
	if shown.percent {
		n++
	}
	if negative {
		n++
	}
	return n
}

// carries reports whether rounding to a whole number adds a digit: 999.5.
func carries(whole, fraction string) bool {
	return fraction != "" && fraction[0] >= '5' && strings.Trim(whole, "9") == ""
}
