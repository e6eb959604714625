package table

import "math"

// joinHeader joins what the header holds of one column on several levels to one
// cell: a heading in several lines beside a spanning one, or one that leaves
// places above it empty.
func (l *layout) joinHeader(g *grid) {
	if g.head < 2 || l.ink == nil {
		return
	}
	at := make([][]int, g.head)
	for r := range at {
		at[r] = make([]int, g.cols())
		for c := range at[r] {
			at[r][c] = -1
		}
	}
	for i, a := range g.areas {
		for c := a.c0; c <= a.c1 && a.r0 < g.head; c++ {
			at[a.r0][c] = i
		}
	}
	l.spread(g, at)
	for c := 0; c < g.cols(); c++ {
		for r := g.head - 1; r > 0; r-- {
			upper, lower := at[r-1][c], at[r][c]
			if lower < 0 || g.areas[lower].c0 != g.areas[lower].c1 {
				continue
			}
			if upper < 0 {
				if !l.ruledOff(g, r, c) {
					g.areas[lower].r0, at[r-1][c] = r-1, lower
				}
				continue
			}
			if g.areas[upper].c0 == g.areas[upper].c1 && l.oneHeading(g.words[upper], g.words[lower]) {
				g.areas[lower].r0, at[r-1][c] = r-1, lower
				g.words[lower] = append(append([]*word(nil), g.words[upper]...), g.words[lower]...)
				g.words[upper] = nil
				g.areas[upper].r1 = g.areas[upper].r0 - 1
			}
		}
	}
	g.dropVoid()
	before := g.rows()
	g.dropEmptyRows()
	g.head -= before - g.rows()
}

// oneHeading tells whether two texts below each other are lines of one heading:
// close together, with no drawn line between.
func (l *layout) oneHeading(upper, lower []*word) bool {
	a, b := wordLines(upper), wordLines(lower)
	last, first := a[len(a)-1], b[0]
	step := first[0].base - last[0].base
	if step > 1.5*first[0].size {
		return false
	}
	s := newSegment(last)
	for _, r := range l.rules.level {
		if r.pos > last[0].base-0.35*last[0].size && r.pos < first[0].base-0.35*first[0].size && r.lo < s.x1 && r.hi > s.x0 {
			return false
		}
	}
	return true
}

// spread widens headings over the columns that they head: those under a drawn
// line below the heading, or, with none, those that make it stand in the middle.
func (l *layout) spread(g *grid, at [][]int) {
	for i := range g.areas {
		a := &g.areas[i]
		if a.r0 >= g.head-1 || len(g.words[i]) == 0 {
			continue
		}
		from, to := l.headed(g, i)
		for from < a.c0 && free(at, a.r0, from, a.c0-1, i) && a.c0 > 0 {
			a.c0--
			at[a.r0][a.c0] = i
		}
		for to > a.c1 && free(at, a.r0, a.c1+1, to, i) {
			a.c1++
			at[a.r0][a.c1] = i
		}
	}
}

func free(at [][]int, r, from, to, own int) bool {
	for c := from; c <= to; c++ {
		if at[r][c] >= 0 && at[r][c] != own {
			return false
		}
	}
	return true
}

// headed returns the columns over which the drawn line below heading i runs, or
// its own where there is none.
func (l *layout) headed(g *grid, i int) (from, to int) {
	a := g.areas[i]
	s := newSegment(g.words[i])
	lines := wordLines(g.words[i])
	bottom := lines[len(lines)-1][0].base
	for _, r := range l.rules.level {
		if r.pos < bottom-0.35*s.words[0].size || r.pos > g.ys[a.r1+1]+0.4*s.words[0].size || r.lo > s.x0+2 || r.hi < s.x1-2 {
			continue
		}
		from, to = -1, -1
		for c := 0; c < g.cols(); c++ {
			in := gap{g.xs[c], g.xs[c+1]}
			if l.ink != nil && l.ink[c].hi > l.ink[c].lo {
				in = l.ink[c]
			}
			if math.Min(r.hi, in.hi)-math.Max(r.lo, in.lo) < 0.6*in.width() {
				continue
			}
			if from < 0 {
				from = c
			}
			to = c
		}
		if from >= 0 && from <= a.c0 && to >= a.c1 && !(from == 0 && a.c0 > 0) {
			return from, to
		}
	}
	return a.c0, a.c1
}

// ruledOff tells whether a drawn line runs above the heading of row r in column
// c, so that the heading does not reach up.
func (l *layout) ruledOff(g *grid, r, c int) bool {
	in := l.ink[c]
	for _, h := range l.rules.level {
		if h.pos > g.ys[r]-6 && h.pos < g.ys[r]+6 && math.Min(h.hi, in.hi)-math.Max(h.lo, in.lo) > 0.5*in.width() {
			return true
		}
	}
	return false
}
