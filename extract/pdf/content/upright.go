package content

import "yusuan/extract/pdf/glyph"

// Upright turns a page most of whose text runs another way than the page, so
// that what follows always reads from left to right.
func Upright(p *glyph.Page) {
	var turns [4]int
	for i := range p.Chars {
		turns[p.Chars[i].Turn]++
	}
	main := 0
	for t := range turns {
		if turns[t] > turns[main] {
			main = t
		}
	}
	if main != 0 && turns[main]*2 > len(p.Chars) {
		turnPage(p, main)
	}
	for i := range p.Chars {
		p.Chars[i].Vertical = p.Chars[i].Turn%2 == 1
	}
}

// turnPage turns everything so that text running the way `turn` runs right.
func turnPage(p *glyph.Page, turn int) {
	w, h := p.Width, p.Height
	point := func(x, y float64) (float64, float64) {
		switch turn {
		case 1: // running down: turn a quarter to the left
			return y, w - x
		case 2:
			return w - x, h - y
		default: // running up: turn a quarter to the right
			return h - y, x
		}
	}
	box := func(x0, y0, x1, y1 *float64) {
		ax, ay := point(*x0, *y0)
		bx, by := point(*x1, *y1)
		*x0, *x1, *y0, *y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
	}
	for i := range p.Chars {
		c := &p.Chars[i]
		box(&c.X0, &c.Y0, &c.X1, &c.Y1)
		c.OriginX, c.BaselineY = point(c.OriginX, c.BaselineY)
		c.Turn = uint8((int(c.Turn) - turn + 4) % 4)
	}
	for i := range p.Edges {
		e := &p.Edges[i]
		box(&e.X0, &e.Y0, &e.X1, &e.Y1)
		if turn%2 == 1 && e.Kind != glyph.Filled {
			e.Kind = glyph.Horizontal + glyph.Vertical - e.Kind
		}
	}
	if turn%2 == 1 {
		p.Width, p.Height = h, w
	}
}
