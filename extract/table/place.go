package table

import "math"

// grid places the words of an aligned table in its cells.
func (l *layout) grid() *grid {
	bands, head := l.bands()
	g := &grid{xs: l.bounds(bands), ys: l.levels(bands), head: head, white: l.gaps}
	for r, b := range bands {
		owner := make([]int, len(l.gaps)+1)
		for c := range owner {
			owner[c] = -1
		}
		for _, i := range b {
			for _, s := range l.inside(l.rows[i]) {
				for _, part := range l.parts(i, s) {
					from, to := l.column(part.x0, part.x1)
					l.put(g, owner, area{r, from, r, to}, part.words)
				}
			}
		}
	}
	l.joinHeader(g)
	g.joinCentred()
	return g
}

// parts cuts a segment of row i at the columns. A heading alone in its row is
// never cut: it runs over the columns beside it.
func (l *layout) parts(i int, s segment) []segment {
	if !l.fixed && len(l.inside(l.rows[i])) == 1 && !l.member[i] {
		if from, _ := l.column(s.x0, s.x1); from == 0 {
			return []segment{s}
		}
	}
	if l.hasOwnBelow(i, s) {
		return l.cut(s)
	}
	return l.split(s)
}

// hasOwnBelow tells whether a segment of header row i stands over columns that
// have headings of their own below it.
func (l *layout) hasOwnBelow(i int, s segment) bool {
	from, to := l.column(s.x0, s.x1)
	for k := i + 1; k < l.first && from < to; k++ {
		n := 0
		for _, t := range l.inside(l.rows[k]) {
			if f, e := l.column(t.x0, t.x1); f == e && f >= from && e <= to {
				n++
			}
		}
		if n > to-from {
			return true
		}
	}
	return false
}

// put adds words to the cell at a, or to the one that holds its place already.
func (l *layout) put(g *grid, owner []int, a area, ws []*word) {
	for a.c0 < a.c1 && owner[a.c0] >= 0 {
		a.c0++
	}
	if k := owner[a.c0]; k >= 0 && g.areas[k].c0 < a.c0 {
		for c := a.c0; c <= g.areas[k].c1; c++ { // the label before it reaches no further
			owner[c] = -1
		}
		g.areas[k].c1 = a.c0 - 1
	}
	if k := owner[a.c0]; k >= 0 {
		g.words[k] = append(g.words[k], ws...)
		return
	}
	for c := a.c0; c <= a.c1; c++ {
		if owner[c] >= 0 {
			a.c1 = c - 1
			break
		}
		owner[c] = len(g.areas)
	}
	g.areas, g.words = append(g.areas, a), append(g.words, ws)
}

// split cuts a segment where a gap between its words falls on the white between
// two columns: a wide gap, or a small one whose edges are those of a column.
func (l *layout) split(s segment) []segment {
	from, to := l.column(s.x0, s.x1)
	if from == to {
		return []segment{s}
	}
	if parts := l.aligns(s, from, to); parts != nil {
		return parts
	}
	return l.cut(s)
}

// cut is split by the white between the words alone.
func (l *layout) cut(s segment) []segment {
	from, to := l.column(s.x0, s.x1)
	var out []segment
	start := 0
	for c := from; c < to; c++ {
		k := l.cutAt(s.words, start+1, l.gaps[c])
		if k < 0 {
			continue
		}
		out = append(out, newSegment(s.words[start:k]))
		start = k
	}
	return append(out, newSegment(s.words[start:]))
}

// cutAt returns the index of the word, from first on, before which the white g
// cuts: behind the widest gap that meets it and is one between cells; -1 for none.
func (l *layout) cutAt(ws []*word, first int, g gap) int {
	best, width := -1, 0.0
	for k := first; k < len(ws); k++ {
		a, b := ws[k-1], ws[k]
		if b.x0 < g.lo || a.x1 > g.hi || b.x0-a.x1 <= width {
			continue
		}
		held := a.x1 <= g.mid() && b.x0 >= g.mid()
		size := b.size
		switch gap := b.x0 - a.x1; {
		case gap >= 0.5*size && held, gap > typedGap*size && !b.blank && endsWide(a.text) && startsWide(b.text):
		case held && l.fixed && gap > 0.1*size, l.edges(a.x1, b.x0):
		default:
			continue
		}
		best, width = k, b.x0-a.x1
	}
	return best
}

// typedGap is white, in font sizes, that no writer puts between Chinese words or
// between them and digits unless a cell ends there.
const typedGap = 0.28

// spread is the smallest gap, in font sizes, that parts headings of neighbouring
// columns: wider than a space of running text.
const spread = 0.34

// aligns cuts a segment to one part for each of its columns where every part
// stands as the members of its column do; nil where they do not.
func (l *layout) aligns(s segment, from, to int) []segment {
	if len(s.words) < to-from+1 || l.ink == nil {
		return nil
	}
	var out []segment
	start := 0
	for c := from; c < to; c++ {
		k := start + 1
		for k < len(s.words) && (s.words[k-1].x1+s.words[k].x0)/2 < l.gaps[c].lo-0.5*s.words[k].size {
			k++
		}
		best := -1
		for ; k < len(s.words) && (s.words[k-1].x1+s.words[k].x0)/2 <= l.gaps[c].hi+0.5*s.words[k].size; k++ {
			if best < 0 || l.offset(s.words[start:k], c) < l.offset(s.words[start:best], c) {
				best = k
			}
		}
		if best < 0 || l.offset(s.words[start:best], c) > 1 || s.words[best].x0-s.words[best-1].x1 < spread*s.words[best].size {
			return nil
		}
		out = append(out, newSegment(s.words[start:best]))
		start = best
	}
	if l.offset(s.words[start:], to) > 1 {
		return nil
	}
	return append(out, newSegment(s.words[start:]))
}

// offset is how far words stand from where the members of column c do, in font
// sizes: by their left edges, right edges or middles, whichever agrees best.
func (l *layout) offset(ws []*word, c int) float64 {
	x0, x1 := ws[0].x0, ws[len(ws)-1].x1
	in := l.ink[c]
	d := math.Min(math.Abs(x0+x1-in.lo-in.hi)/2, math.Min(math.Abs(x0-in.lo), math.Abs(x1-in.hi)))
	return d / ws[0].size
}

// edges tells whether a column of the members ends at x0, or one starts at x1.
func (l *layout) edges(x0, x1 float64) bool {
	n := 0
	for i, is := range l.member {
		if !is {
			continue
		}
		for k, s := range l.rows[i].segs {
			if k > 0 && near(s.x0, x1) || k+1 < len(l.rows[i].segs) && near(s.x1, x0) {
				n++
				break
			}
		}
	}
	return n >= 2
}

func near(a, b float64) bool { return a-b < 1.5 && b-a < 1.5 }

// bounds are the column boundaries: the ink's ends and the middles of the gaps.
func (l *layout) bounds(bands []band) []float64 {
	x0, x1 := l.x0, l.x1
	for _, b := range bands {
		for _, i := range b {
			for _, s := range l.inside(l.rows[i]) {
				x0, x1 = min(x0, s.x0), max(x1, s.x1)
			}
		}
	}
	out := []float64{x0}
	for _, g := range l.gaps {
		out = append(out, g.mid())
	}
	return ascending(append(out, x1))
}

// levels are the row boundaries, in the middle between the rows of text.
func (l *layout) levels(bands []band) []float64 {
	var out []float64
	for k, b := range bands {
		top, bottom := l.ends(b)
		if k == 0 {
			out = append(out, top)
		} else {
			_, above := l.ends(bands[k-1])
			out = append(out, (above+top)/2)
		}
		if k == len(bands)-1 {
			out = append(out, bottom)
		}
	}
	return ascending(out)
}

// ascending raises boundaries that odd type sizes put before the one above them.
func ascending(at []float64) []float64 {
	for i := 1; i < len(at); i++ {
		at[i] = math.Max(at[i], at[i-1])
	}
	return at
}

// ends are the top and bottom of a band's text.
func (l *layout) ends(b band) (top, bottom float64) {
	first, last := l.rows[b[0]], l.rows[b[len(b)-1]]
	return first.base - 0.8*first.size, last.base + 0.2*last.size
}
