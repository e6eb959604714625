// Package runes answers questions about single characters and short cells that
// every reader of Chinese print asks: how wide, blank or not, a number or not.
package runes

import "unicode"

// Width is the printed width in half-width units: 2 for full-width and
// ambiguous characters as a Chinese font sets them, 0 for invisible ones.
func Width(r rune) int {
	switch {
	case r >= 0x4e00 && r <= 0x9fff: // Chinese characters, nearly all there is
		return 2
	case r < 0x20 || r == 0x7f:
		return 0
	case r < 0x7f:
		return 1
	case r == 0xa0:
		return 1
	case IsZeroWidth(r) || unicode.Is(unicode.Mn, r):
		return 0
	case r >= 0xff61 && r <= 0xffdc, r >= 0x2002 && r <= 0x200a:
		return 1
	case r >= 0x2010 || r == '·' || r == '×' || r == '±' || r == '÷' || r == '°':
		return 2
	}
	return 1
}

// StringWidth is the sum of the widths of s.
func StringWidth(s string) int {
	n := 0
	for _, r := range s {
		n += Width(r)
	}
	return n
}

// IsZeroWidth tells characters that print nothing and take no room.
func IsZeroWidth(r rune) bool {
	switch r {
	case 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad:
		return true
	}
	return false
}

// IsSpace tells blanks of any width, the invisible ones included.
func IsSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\v', '\f', '\r', '\n', 0x85, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a || IsZeroWidth(r)
}

// IsHan tells Chinese characters.
func IsHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// TrimSpan narrows [start, end) of s to what is left without blanks at its ends.
func TrimSpan(s string, start, end int) (int, int) {
	for start < end {
		r, n := decodeFirst(s[start:end])
		if !IsSpace(r) {
			break
		}
		start += n
	}
	for end > start {
		r, n := decodeLast(s[start:end])
		if !IsSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}

// Trim drops the blanks at both ends of s.
func Trim(s string) string {
	a, b := TrimSpan(s, 0, len(s))
	return s[a:b]
}

// IsBlank tells whether s prints nothing.
func IsBlank(s string) bool {
	for _, r := range s {
		if !IsSpace(r) {
			return false
		}
	}
	return true
}

// Indent is the width of the blanks that s begins with.
func Indent(s string) int {
	n := 0
	for _, r := range s {
		if !IsSpace(r) {
			break
		}
		if r == '\t' {
			n += 4
			continue
		}
		n += Width(r)
	}
	return n
}
