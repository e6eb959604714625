package layout

import (
	"strings"

	"yusuan/extract"
	"yusuan/extract/pdf/glyph"
)

// Layout lays out the pages of a document one after the other.
type Layout struct {
	gutter float64 // between the columns of the page before, 0 for none
}

// Lines gives the lines of a page without the characters in skip (indices into
// the page's characters, ascending), in reading order. tables are the boxes of what
// was left out. Text that runs across the page (stamps, watermarks, marginal notes)
// comes last. next is the page behind with what is skipped there, nil for none.
func (l *Layout) Lines(p *glyph.Page, skip []int, tables []extract.Box, next *Page) []extract.Line {
	taken, rs := body(p, skip)
	rs, l.gutter = order(p.Chars, rs, tables, l.gutter, next.gutter)
	left := margin(rs)
	out := make([]extract.Line, 0, len(rs))
	for i := range rs {
		if ln := line(p.Chars, &rs[i], left); strings.TrimSpace(ln.Text) != "" {
			out = append(out, ln)
		}
	}
	return append(out, across(p, taken)...)
}

// Page is a page with the characters that its lines leave out.
type Page struct {
	*glyph.Page
	Skip []int
}

// gutter is that of a page by itself.
func (p *Page) gutter() float64 {
	if p == nil {
		return 0
	}
	_, rs := body(p.Page, p.Skip)
	parts := make([][]run, len(rs))
	for i := range rs {
		parts[i] = rs[i].parts(p.Chars)
	}
	return gutter(rs, parts, 0, nil)
}

// body groups the characters of a page but those in skip to lines, and says which
// were taken out.
func body(p *glyph.Page, skip []int) (taken []bool, rs []run) {
	taken = make([]bool, len(p.Chars))
	for _, i := range skip {
		taken[i] = true
	}
	return taken, lines(p.Chars, func(i int) bool { return !taken[i] && p.Chars[i].Turn == 0 })
}

// margin is the left edge of the page's print.
func margin(rs []run) float64 {
	left := 0.0
	for i := range rs {
		if i == 0 || rs[i].x0 < left {
			left = rs[i].x0
		}
	}
	return left
}

func line(chars []glyph.Char, r *run, left float64) extract.Line {
	bold, all := 0, 0
	for _, i := range r.chars {
		if chars[i].Space {
			continue
		}
		all++
		if chars[i].Bold {
			bold++
		}
	}
	return extract.Line{
		Text: r.text(chars), Box: extract.Box{r.x0, r.y0, r.x1, r.y1},
		Bold: bold*2 > all, Size: r.size, Indent: max(0, (r.x0-left-r.column)/r.size), Column: r.column,
	}
}

// across gives the lines of text that runs another way than the page's, each
// way turned upright by itself.
func across(p *glyph.Page, taken []bool) []extract.Line {
	var out []extract.Line
	for turn := uint8(1); turn < 4; turn++ {
		upright := make([]glyph.Char, 0, 8)
		var from []int
		for i := range p.Chars {
			if c := p.Chars[i]; c.Turn == turn && !taken[i] {
				upright = append(upright, turned(c))
				from = append(from, i)
			}
		}
		for _, r := range lines(upright, func(int) bool { return true }) {
			ln := line(upright, &r, r.x0)
			ln.Box = boxOf(p, from, r.chars)
			if strings.TrimSpace(ln.Text) != "" {
				out = append(out, ln)
			}
		}
	}
	return out
}

// turned gives a character in the frame in which its text runs to the right.
func turned(c glyph.Char) glyph.Char {
	switch c.Turn {
	case 1:
		c.X0, c.X1, c.Y0, c.Y1, c.BaselineY = c.Y0, c.Y1, -c.X1, -c.X0, -c.OriginX
	case 2:
		c.X0, c.X1, c.Y0, c.Y1, c.BaselineY = -c.X1, -c.X0, -c.Y1, -c.Y0, -c.BaselineY
	case 3:
		c.X0, c.X1, c.Y0, c.Y1, c.BaselineY = -c.Y1, -c.Y0, c.X0, c.X1, c.OriginX
	}
	return c
}

func boxOf(p *glyph.Page, from, idx []int) extract.Box {
	first := p.Chars[from[idx[0]]]
	b := extract.Box{first.X0, first.Y0, first.X1, first.Y1}
	for _, k := range idx {
		c := &p.Chars[from[k]]
		b = extract.Box{min(b[0], c.X0), min(b[1], c.Y0), max(b[2], c.X1), max(b[3], c.Y1)}
	}
	return b
}
