package table

// joinHeader joins what the header holds of one column on several levels to one
// cell: a heading in several lines beside a spanning one, or one that leaves
// places above it empty.
func (l *layout) joinHeader(g *grid) {
	if g.head < 2 {
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
	for c := 0; c < g.cols(); c++ {
		for r := g.head - 1; r > 0; r-- {
			upper, lower := at[r-1][c], at[r][c]
			if lower < 0 || g.areas[lower].c0 != g.areas[lower].c1 {
				continue
			}
			if upper < 0 {
				g.areas[lower].r0, at[r-1][c] = r-1, lower
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
