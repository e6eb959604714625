package table

import (
	"math"
	"sort"
)

// stripe is a row of shaded cells that touch each other.
type stripe struct {
	y0, y1 float64
	xs     []float64 // sides of the cells, ascending
}

// addStripes closes the rows that are not shaded between and below stripes: a
// table with every other row shaded shows the sides of half its cells only.
// lines tell whether text stands below the last stripe.
func (r *rules) addStripes(p *Page, lines []*line) {
	rows := stripes(p)
	above, below := make([]bool, len(rows)), make([]bool, len(rows)) // linked to another stripe
	for i, s := range rows {
		for k := i + 1; k < len(rows) && rows[k].y0-s.y1 < 1.8*(s.y1-s.y0); k++ {
			if rows[k].y0 >= s.y1-snapTol && contains(rows[k], s) {
				r.close(rows[k], s.y1, rows[k].y0)
				below[i], above[k] = true, true
				break
			}
		}
	}
	for i, s := range rows {
		if len(s.xs) < 3 {
			continue
		}
		if above[i] && !below[i] {
			if h := s.rowOfText(lines, s.y1, 1); h > 0 {
				r.close(s, s.y1, s.y1+h)
			}
		}
		if below[i] && !above[i] {
			if h := s.rowOfText(lines, s.y0, -1); h > 0 {
				r.close(s, s.y0-h, s.y0)
			}
		}
	}
}

// close draws the sides of the cells of a stripe from y0 to y1, and the end.
func (r *rules) close(s stripe, y0, y1 float64) {
	if y1-y0 < minRule {
		return
	}
	for _, x := range s.xs {
		r.upright = append(r.upright, rule{pos: x, lo: y0, hi: y1})
	}
	for _, y := range [...]float64{y0, y1} {
		r.level = append(r.level, rule{pos: y, lo: s.xs[0], hi: s.xs[len(s.xs)-1]})
	}
}

// stripes groups the shades of a page to rows of cells, from the top down.
func stripes(p *Page) []stripe {
	bands := make([]Band, 0, len(p.Bands))
	for _, b := range p.Bands {
		if onPaper(b.X0, b.Y0, b.X1, b.Y1) && b.X1-b.X0 >= 12 && b.Y1-b.Y0 >= 6 && b.Gray < 0.995 && b.Y1-b.Y0 < 0.3*p.Height {
			bands = append(bands, b)
		}
	}
	if len(bands) > maxRules {
		return nil
	}
	sort.SliceStable(bands, func(a, b int) bool {
		if math.Abs(bands[a].Y0-bands[b].Y0) > 0.01 {
			return bands[a].Y0 < bands[b].Y0
		}
		return bands[a].X0 < bands[b].X0
	})
	var out []stripe
	for _, b := range bands {
		n := len(out) - 1
		if n >= 0 && math.Abs(out[n].y0-b.Y0) < 1.5 && math.Abs(out[n].y1-b.Y1) < 1.5 && math.Abs(out[n].xs[len(out[n].xs)-1]-b.X0) < snapTol {
			out[n].xs = append(out[n].xs, b.X1)
			continue
		}
		out = append(out, stripe{b.Y0, b.Y1, []float64{b.X0, b.X1}})
	}
	return out
}

// contains tells whether a stripe has the sides of another, and maybe more.
func contains(s, part stripe) bool {
	if len(s.xs) < 3 {
		return false
	}
	for _, x := range part.xs {
		c := slot(s.xs, x)
		if math.Abs(s.xs[c]-x) > snapTol && math.Abs(s.xs[c+1]-x) > snapTol {
			return false
		}
	}
	return true
}

// rowOfText returns the height of a row of text that touches the stripe at y,
// below it (down 1) or above (down -1); 0 where there is none: at least two words
// that stand in cells of their own.
func (s stripe) rowOfText(lines []*line, y, down float64) float64 {
	h := s.y1 - s.y0
	for _, l := range lines {
		d := (middleOf(l) - y) * down
		if d <= 0 || d > 0.9*h {
			continue
		}
		filled := map[int]bool{}
		for _, w := range l.words {
			if w.x0 < s.xs[0]-1 || w.x1 > s.xs[len(s.xs)-1]+1 {
				return 0
			}
			c := slot(s.xs, w.x0)
			if w.x1 > s.xs[c+1]+1 {
				return 0
			}
			filled[c] = true
		}
		if len(filled) > 1 {
			return math.Max(h, 2*d)
		}
	}
	return 0
}
