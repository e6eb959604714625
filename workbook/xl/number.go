package xl

import "strings"

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
