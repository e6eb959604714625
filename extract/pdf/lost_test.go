package pdf

import (
	"testing"

	"yusuan/extract/pdf/font"
	"yusuan/extract/pdf/glyph"
)

func TestMarkLost(t *testing.T) {
	char := func(s string, x, w float64) glyph.Char {
		return glyph.Char{Text: s, OriginX: x, X0: x, X1: x + w, BaselineY: 100, Size: 10}
	}
	p := &glyph.Page{Chars: []glyph.Char{
		char(font.Unknown, 0, 10), char("预", 10, 10), // an ideograph
		char(font.Unknown, 20, 5), char("9", 25, 5), // a digit
		char(font.Unknown, 30, 10), char("1", 35, 5), // a digit of a font without widths
		char(font.Unknown, 40, 10), // nothing behind it
	}}
	markLost(p)
	for i, want := range map[int]string{0: geta, 2: font.Unknown, 4: font.Unknown, 6: geta} {
		if got := p.Chars[i].Text; got != want {
			t.Errorf("character %d: %q, want %q", i, got, want)
		}
	}
}
