package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"yusuan/extract/pdf/glyph"
)

// Gaps that stand for a space, in parts of the font size. Writers stretch
// justified Chinese text by up to a third of a character and set Latin letters
// a quarter away from Chinese ones: neither is a space.
const (
	latinGap = 0.2  // between letters or digits
	mixedGap = 0.5  // between a Chinese character and a letter or digit
	wideGap  = 0.75 // between Chinese characters
	maxFill  = 40   // spaces that one gap becomes at most
)

// text writes a run: printed spaces as printed, and spaces where the gap
// between two characters says that they are two words. A wide gap becomes as
// many spaces as half-width characters fit in it.
func (r *run) text(chars []glyph.Char) string {
	var b strings.Builder
	var prev *glyph.Char
	spaces := 0
	for _, i := range r.chars {
		c := &chars[i]
		if c.Space {
			if prev != nil {
				spaces++
			}
			continue
		}
		if prev != nil {
			fill(&b, spaces, gapSpaces(prev, c))
		}
		b.WriteString(printable(c.Text))
		prev, spaces = c, 0
	}
	return b.String()
}

// fill writes the spaces between two words.
func fill(b *strings.Builder, printed, measured int) {
	n := printed
	if measured > 3 {
		n = max(n, measured)
	} else if printed == 0 && measured > 0 {
		n = 1
	}
	for range min(n, maxFill) {
		b.WriteByte(' ')
	}
}

// gapSpaces is how many half-width spaces the gap between two characters is.
func gapSpaces(a, b *glyph.Char) int {
	size := min(a.Size, b.Size)
	if size <= 0 {
		return 0
	}
	gap := (b.X0 - a.X1) / size
	left, _ := utf8.DecodeLastRuneInString(a.Text)
	right, _ := utf8.DecodeRuneInString(b.Text)
	need := wideGap
	switch narrowLeft, narrowRight := narrow(left), narrow(right); {
	case narrowLeft && narrowRight:
		need = latinGap
	case narrowLeft || narrowRight:
		need = mixedGap
	}
	if gap < need {
		return 0
	}
	return max(1, int(math.Round(gap*2)))
}

// narrow tells letters and digits from what stands in a square.
func narrow(r rune) bool { return r < 0x2E80 && r != '“' && r != '”' && r != '—' && r != '…' }

// printable drops control characters, which a damaged character map may give.
func printable(s string) string {
	for _, r := range s {
		if unicode.IsControl(r) {
			return strings.Map(func(r rune) rune {
				if unicode.IsControl(r) {
					return -1
				}
				return r
			}, s)
		}
	}
	return s
}
