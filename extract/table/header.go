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
	l.reachDown(g, at)
	g.dropVoid()
	before := g.rows()
	g.dropEmptyRows()
	g.head -= before - g.rows()
}

// reachDown lengthens headings of one column over empty places of the header
// below them.
func (l *layout) reachDown(g *grid, at [][]int) {
	for c := 0; c < g.cols(); c++ {
		for r := 0; r+1 < g.head; r++ {
			k := at[r][c]
			if k < 0 || at[r+1][c] >= 0 || g.areas[k].c0 != g.areas[k].c1 || g.areas[k].r1 != r || l.ruledOff(g, r+1, c) {
				continue
			}
			g.areas[k].r1, at[r+1][c] = r+1, k
		}
	}
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
// line below the heading, or those that make it stand in the middle.
func (l *layout) spread(g *grid, at [][]int) {
	for i := range g.areas {
		a := &g.areas[i]
		if a.r0 >= g.head-1 || len(g.words[i]) == 0 {
			continue
		}
		if from, to := l.headed(g, i); free(at, a.r0, from, to, i) {
			take(at, a, i, from, to)
		}
	}
	for r := 0; r < g.head-1; r++ {
		if !g.spreadRepeating(at, r) {
			l.centre(g, at, r)
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

func take(at [][]int, a *area, i, from, to int) {
	for c := a.c0; c <= a.c1; c++ {
		at[a.r0][c] = -1
	}
	a.c0, a.c1 = from, to
	for c := from; c <= to; c++ {
		at[a.r0][c] = i
	}
}

// centre gives the headings of header row r the columns over whose middle they
// stand: of all ways to hand the columns out in order, the one with the least
// distance between headings and middles. Columns whose next row is empty are not
// handed out, and a column may be left to the heading below it at some cost.
func (l *layout) centre(g *grid, at [][]int, r int) {
	var heads []int
	for c := 0; c < g.cols(); c++ {
		if k := at[r][c]; k >= 0 && (len(heads) == 0 || heads[len(heads)-1] != k) {
			heads = append(heads, k)
		}
	}
	if len(heads) == 0 {
		return
	}
	mids := l.headingMiddles(g, at, r)
	width := (g.xs[len(g.xs)-1] - g.xs[0]) / float64(g.cols())
	n := g.cols()
	cost := make([][]float64, len(heads)+1)
	from := make([][]int, len(heads)+1) // start of the last heading; -1: the last column is left out
	for i := range cost {
		cost[i], from[i] = make([]float64, n+1), make([]int, n+1)
		for c := range cost[i] {
			cost[i][c] = math.Inf(1)
		}
	}
	cost[0][0] = 0
	for c := 1; c <= n; c++ {
		skip := 0.0
		if !math.IsNaN(mids[c-1]) {
			skip = 0.3 * width
		}
		for i := 0; i <= len(heads); i++ {
			if v := cost[i][c-1] + skip; v < cost[i][c] {
				cost[i][c], from[i][c] = v, -1
			}
			for s := c - 1; i > 0 && s >= 0; s-- {
				if v := cost[i-1][s] + l.offMiddle(g, heads[i-1], mids, s, c-1); v < cost[i][c] {
					cost[i][c], from[i][c] = v, s
				}
			}
		}
	}
	if math.IsInf(cost[len(heads)][n], 1) {
		return
	}
	for i, c := len(heads), n; c > 0; {
		s := from[i][c]
		if s < 0 {
			c--
			continue
		}
		take(at, &g.areas[heads[i-1]], heads[i-1], s, c-1)
		i, c = i-1, s
	}
}

// headingMiddles are the middles of the headings under row r, by column: NaN
// where there is none.
func (l *layout) headingMiddles(g *grid, at [][]int, r int) []float64 {
	out := make([]float64, g.cols())
	for c := range out {
		out[c] = math.NaN()
		if k := at[r+1][c]; k >= 0 && len(g.words[k]) > 0 && g.areas[k].c0 == g.areas[k].c1 {
			s := newSegment(g.words[k])
			out[c] = (s.x0 + s.x1) / 2
		}
	}
	return out
}

// offMiddle is how far heading i stands from the middle of columns from…to;
// infinite where it may not stand there.
func (l *layout) offMiddle(g *grid, i int, mids []float64, from, to int) float64 {
	a := g.areas[i]
	if a.c0 < from || a.c1 > to {
		return math.Inf(1)
	}
	if from == a.c0 && to == a.c1 && (from == to || l.hasRule(g, i)) {
		if math.IsNaN(mids[from]) || from < to {
			return 0
		}
	}
	s := newSegment(g.words[i])
	lo, hi := math.Inf(1), math.Inf(-1)
	for c := from; c <= to; c++ {
		if math.IsNaN(mids[c]) {
			return math.Inf(1)
		}
		lo, hi = math.Min(lo, mids[c]), math.Max(hi, mids[c])
	}
	return math.Abs((s.x0+s.x1)/2 - (lo+hi)/2)
}

// hasRule tells whether a drawn line gave heading i its columns.
func (l *layout) hasRule(g *grid, i int) bool {
	from, to := l.headed(g, i)
	return from < to && from == g.areas[i].c0 && to == g.areas[i].c1
}

// headed returns the columns over which the drawn line below heading i runs, or
// its own where there is none.
func (l *layout) headed(g *grid, i int) (from, to int) {
	a := g.areas[i]
	s := newSegment(g.words[i])
	lines := wordLines(g.words[i])
	bottom := lines[len(lines)-1][0].base
	for _, r := range l.rules.level {
		if r.pos < bottom-0.35*s.words[0].size || r.pos > g.ys[a.r1+1]+0.4*s.words[0].size || r.lo > s.x0+2 || r.hi < s.x1-2 || g.underMany(a.r0, r) {
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

// underMany tells whether a level line runs below several headings of a row: it
// parts rows and says nothing of columns.
func (g *grid) underMany(r0 int, line rule) bool {
	n := 0
	for i, a := range g.areas {
		if a.r0 != r0 || len(g.words[i]) == 0 {
			continue
		}
		if x0, x1 := lineEnds(g.words[i]); line.lo < x0 && line.hi > x1 {
			n++
		}
	}
	return n > 1
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
