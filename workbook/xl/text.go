package xl

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// appendText escapes for XML. Characters that XML 1.0 cannot hold become U+FFFD,
// and a literal _xHHHH_ is protected, which readers would otherwise decode.
func appendText(dst []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	from := 0 // of what needs no escaping
	for i := range len(s) {
		if !suspect[s[i]] {
			continue
		}
		as := escaped(s[i], s[i:])
		if as == "" {
			continue
		}
		dst = append(append(dst, s[from:i]...), as...)
		from = i + 1
		if s[i] == noncharacter[0] {
			from = i + len(noncharacter)
		}
	}
	return append(dst, s[from:]...)
}

// noncharacter is U+FFFE; U+FFFF differs in the last byte.
const noncharacter = "\xEF\xBF\xBE"

// suspect are the bytes that may have to be escaped: a few of many.
var suspect = suspects()

func suspects() (of [256]bool) {
	for c := range byte(0x20) {
		of[c] = c != '\t' && c != '\n'
	}
	for _, c := range []byte{'&', '<', '>', '_', noncharacter[0]} {
		of[c] = true
	}
	return of
}

// escaped is how a suspect byte is written, empty where it stands for itself.
// rest begins with the byte.
func escaped(c byte, rest string) string {
	switch {
	case c == '&':
		return "&amp;"
	case c == '<':
		return "&lt;"
	case c == '>':
		return "&gt;"
	case c == '_' && isEscape(rest):
		return "_x005F_"
	case c == '\r':
		return "_x000D_"
	case c < 0x20 && c != '\t' && c != '\n':
		return "\uFFFD"
	case c == noncharacter[0] && rest[1] == noncharacter[1] && rest[2] >= noncharacter[2]:
		return "\uFFFD"
	}
	return ""
}

// edgeSpace reports whether a text has spaces that XML readers would drop.
func edgeSpace(s string) bool {
	first, last := s[0], s[len(s)-1]
	return first <= ' ' || last <= ' ' || strings.Contains(s, "\n")
}

// isEscape reports whether s begins with _xHHHH_.
func isEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}
