package font

import (
	"strconv"
	"strings"
)

// runeOfName gives the characters of a glyph name: by the glyph list, as
// uniXXXX or uXXXXX; empty where the name says nothing.
func runeOfName(name string) string {
	if base, _, ok := strings.Cut(name, "."); ok && base != "" {
		name = base
	}
	if r, ok := glyphNames()[name]; ok {
		return string(r)
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var out []rune
		for i := 0; i < len(hex); i += 4 {
			r := hexRune(hex[i : i+4])
			if r == 0 {
				return ""
			}
			out = append(out, r)
		}
		return string(out)
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil && n <= 0x10FFFF {
			return string(rune(n))
		}
	}
	if parts := strings.Split(name, "_"); len(parts) > 1 {
		var out strings.Builder
		for _, p := range parts {
			out.WriteString(runeOfName(p))
		}
		return out.String()
	}
	return ""
}
