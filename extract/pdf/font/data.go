package font

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

//go:embed glyphnames.tsv
var glyphNamesTSV string

//go:embed standard14.tsv
var standard14TSV string

//go:embed radicals.tsv
var radicalsTSV string

// rows calls f with the fields of each line that is no comment.
func rows(tsv string, f func(fields []string)) {
	for line := range strings.Lines(tsv) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f(strings.Split(line, "\t"))
	}
}

func hexRune(s string) rune {
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil || n > 0x10FFFF {
		return 0
	}
	return rune(n)
}

var glyphNames = sync.OnceValue(func() map[string]rune {
	m := map[string]rune{}
	rows(glyphNamesTSV, func(f []string) { m[f[0]] = hexRune(f[1]) })
	return m
})

// metrics are the widths of a standard font.
type metrics struct {
	other float64
	ascii [95]float64
}

var standard14 = sync.OnceValue(func() map[string]*metrics {
	m := map[string]*metrics{}
	rows(standard14TSV, func(f []string) {
		w := &metrics{}
		w.other, _ = strconv.ParseFloat(f[1], 64)
		for i, s := range strings.Fields(f[2]) {
			w.ascii[i], _ = strconv.ParseFloat(s, 64)
		}
		m[f[0]] = w
	})
	return m
})

var radicals = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	rows(radicalsTSV, func(f []string) { m[hexRune(f[0])] = hexRune(f[1]) })
	return m
})

// Fold gives the character that a radical or a compatibility ideograph stands
// for; every other character stays as printed.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == 0xE2 || c == 0xEF { // U+2xxx, U+Fxxx
			return strings.Map(foldRune, s)
		}
	}
	return s
}

func foldRune(r rune) rune {
	if r >= 0x2E80 && r <= 0x2FD5 {
		if to, ok := radicals()[r]; ok {
			return to
		}
	}
	if r >= 0xF900 && r <= 0xFAFF {
		if d := []rune(norm.NFC.String(string(r))); len(d) == 1 {
			return d[0]
		}
	}
	return r
}
