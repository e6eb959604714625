// Package money reads amounts and percentages as Chinese budget reports print
// them. A number is always a span of the text after documented folding: width,
// thousands separators and unit; nothing else is changed, and nothing is made.
package money

import "strings"

// fold maps one rune of a printed number to its half-width form, or returns
// false where the rune cannot be part of a number.
func fold(r rune) (byte, bool) {
	switch {
	case r >= '0' && r <= '9':
		return byte(r), true
	case r >= '０' && r <= '９':
		return byte('0' + r - '０'), true
	case r == '.' || r == '．':
		return '.', true
	case r == ',' || r == '，' || r == '\'' || r == '’' || r == '\u00a0' || r == '\u2009' || r == '\u202f':
		return ',', true
	}
	return 0, false
}

// digits is what a number looks like after folding.
type digits struct {
	text     string // digits and at most one point, no separators
	decimals int
	problem  string // Chinese: why the grouping is suspicious
}

// parseDigits folds a printed number without its sign. ok is false where the
// text is no number at all. Groups of the wrong size are read as if their
// separators were not there and reported (U111).
func parseDigits(s string) (d digits, ok bool) {
	var b strings.Builder
	b.Grow(len(s))
	group, groups, points := 0, 0, 0
	bad := false
	for _, r := range s {
		c, known := fold(r)
		if !known {
			return digits{}, false
		}
		switch c {
		case ',':
			if points > 0 || group == 0 || (groups > 0 && group != 3) || (groups == 0 && group > 3) {
				bad = true
			}
			group, groups = 0, groups+1
		case '.':
			if groups > 0 && group != 3 {
				bad = true
			}
			points++
			if points > 1 {
				return digits{}, false
			}
			b.WriteByte('.')
		default:
			b.WriteByte(c)
			if points > 0 {
				d.decimals++
			} else {
				group++
			}
		}
	}
	if points == 0 && groups > 0 && group != 3 {
		bad = true
	}
	d.text = b.String()
	if d.text == "" || d.text[0] == '.' || strings.HasSuffix(d.text, ".") {
		return digits{}, false
	}
	if bad {
		d.problem = "千分位分组不规则"
	}
	return d, true
}
