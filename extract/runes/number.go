package runes

import (
	"strings"
	"unicode/utf8"
)

func decodeFirst(s string) (rune, int) { return utf8.DecodeRuneInString(s) }
func decodeLast(s string) (rune, int)  { return utf8.DecodeLastRuneInString(s) }

// units are what may stand behind the digits of a number cell.
var units = []string{"个百分点", "百分点", "万元", "亿元", "元", "%", "％", "‰"}

// IsNumber tells whether a cell prints one number: digits of either width with
// separators, a sign, brackets around it, a unit or percent sign behind it.
// A date, a numbered heading and a label with digits are none.
func IsNumber(s string) bool {
	s = Trim(s)
	for _, u := range units {
		if strings.HasSuffix(s, u) {
			s = strings.TrimSuffix(s, u)
			break
		}
	}
	digits := 0
	for i, r := range s {
		switch {
		case IsDigit(r):
			digits++
		case strings.ContainsRune(",.，．·", r):
			if i == 0 {
				return false
			}
		case strings.ContainsRune("+-－＋−±()（）▲△▼↑↓*＊", r), IsSpace(r):
		case r == '—' || r == '–':
			if i > 0 {
				return false
			}
		default:
			return false
		}
	}
	return digits > 0 && !isNumbering(s)
}

// isNumbering tells (1), （2） and 3. : the number of a heading or list item, no amount.
func isNumbering(s string) bool {
	r, _ := decodeFirst(s)
	l, _ := decodeLast(s)
	if strings.ContainsRune(".．,，", l) {
		return true
	}
	return (r == '（' || r == '(') && (l == '）' || l == ')') && utf8.RuneCountInString(s) <= 4 && !strings.ContainsAny(s, ",.")
}

// IsDigit tells decimal digits of either width.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// IsDash tells a cell that prints nothing but dashes, slashes or crosses: the
// signs for "none" or "not applicable".
func IsDash(s string) bool {
	s = Trim(s)
	if s == "" {
		return false
	}
	return strings.Trim(s, "-－—–―─/／×…*＊~～") == ""
}
