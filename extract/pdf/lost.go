package pdf

import (
	"math"

	"yusuan/extract/pdf/font"
	"yusuan/extract/pdf/glyph"
)

// geta is the mark that typesetters put for a character that they lack.
const geta = "〓"

// markLost tells unknown characters that take the room of an ideograph from
// those that may be a digit: the first become 〓, the others stay U+FFFD, and a
// number beside one of these cannot be believed.
func markLost(p *glyph.Page) {
	for i := range p.Chars {
		c := &p.Chars[i]
		if c.Text == font.Unknown && room(p, i) > 0.8 {
			c.Text = geta
		}
	}
}

// room is how far the next character on the line stands from this one, or the
// character's own width, in font sizes.
func room(p *glyph.Page, i int) float64 {
	c := &p.Chars[i]
	if c.Size <= 0 {
		return 0
	}
	width := (c.X1 - c.X0) / c.Size
	if i+1 < len(p.Chars) {
		next := &p.Chars[i+1]
		if d := (next.OriginX - c.OriginX) / c.Size; math.Abs(next.BaselineY-c.BaselineY) < 0.3*c.Size && d > 0.2 {
			width = min(width, d)
		}
	}
	return width
}
