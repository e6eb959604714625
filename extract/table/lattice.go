package table

import (
	"math"
	"sort"
)

// lattice is a set of crossing rules: column positions xs, row positions ys,
// and the boxes between them joined where no line parts them.
type lattice struct {
	xs, ys []float64
	areas  []area // every elementary box belongs to exactly one
	owner  [][]int
	level  []rule
	up     []rule
}

// area is a cell of a lattice: rows r0…r1 and columns c0…c1, ends included.
type area struct{ r0, c0, r1, c1 int }

const (
	crossTol = 3.5  // lines that end this near to another one cross it
	maxAreas = 2e4  // elementary boxes of one lattice: more are a drawing
	minBox   = 3.5  // narrower boxes are double lines
	frameTol = 12.0 // level lines that reach this far past the last upright one are open cells
)

// lattices finds the groups of crossing rules, from the top down.
func lattices(r rules) []*lattice {
	groups := crossing(r)
	var out []*lattice
	for _, g := range groups {
		if l := newLattice(g); l != nil {
			out = append(out, l)
		}
	}
	sort.SliceStable(out, func(a, b int) bool {
		if out[a].ys[0] != out[b].ys[0] {
			return out[a].ys[0] < out[b].ys[0]
		}
		return out[a].xs[0] < out[b].xs[0]
	})
	return out
}

// crossing parts rules into groups that touch each other.
func crossing(r rules) []rules {
	n := len(r.level)
	parent := make([]int, n+len(r.upright))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for j, v := range r.upright {
		from := sort.Search(n, func(i int) bool { return r.level[i].pos >= v.lo-crossTol })
		for i := from; i < n && r.level[i].pos <= v.hi+crossTol; i++ {
			h := r.level[i]
			if v.pos >= h.lo-crossTol && v.pos <= h.hi+crossTol {
				parent[find(i)] = find(n + j)
			}
		}
	}
	index := map[int]int{}
	var out []rules
	at := func(i int) *rules {
		root := find(i)
		k, ok := index[root]
		if !ok {
			k = len(out)
			index[root] = k
			out = append(out, rules{})
		}
		return &out[k]
	}
	for i, h := range r.level {
		g := at(i)
		g.level = append(g.level, h)
	}
	for j, v := range r.upright {
		g := at(n + j)
		g.upright = append(g.upright, v)
	}
	return out
}

func newLattice(g rules) *lattice {
	if len(g.level) == 0 || len(g.upright) == 0 {
		return nil
	}
	xs := positions(g.upright, g.level)
	ys := withEnds(positions(g.level, g.upright), g.upright)
	if len(xs) < 2 || len(ys) < 2 || float64(len(xs)*len(ys)) > maxAreas {
		return nil
	}
	l := &lattice{xs: xs, ys: ys, level: g.level, up: g.upright}
	l.join()
	return l
}

// positions are the places of rules on their axis, and the far ends of the
// rules across where those reach past the outermost one: open sides.
func positions(own, across []rule) []float64 {
	var out []float64
	for _, r := range own {
		if n := len(out); n == 0 || r.pos-out[n-1] > minBox {
			out = append(out, r.pos)
		}
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, r := range across {
		lo, hi = math.Min(lo, r.lo), math.Max(hi, r.hi)
	}
	if out[0]-lo > frameTol {
		out = append([]float64{lo}, out...)
	}
	if hi-out[len(out)-1] > frameTol {
		out = append(out, hi)
	}
	return out
}

// minHeader is the least height, in points, of a heading over several columns that
// no level line parts from theirs.
const minHeader = 7.0

// withEnds adds to the row positions those where upright lines end between them: below
// a heading over several columns, above or below a row that runs over all.
func withEnds(ys []float64, upright []rule) []float64 {
	far := func(y float64) bool {
		i := sort.SearchFloat64s(ys, y)
		return i > 0 && i < len(ys) && y-ys[i-1] > minHeader && ys[i]-y > minHeader
	}
	for _, v := range upright {
		for _, y := range [...]float64{v.lo, v.hi} {
			if far(y) {
				ys = append(ys, y)
				sort.Float64s(ys)
			}
		}
	}
	return ys
}

// join gives every elementary box its area: boxes with no line between them are
// one, and areas are rectangles.
func (l *lattice) join() {
	rows, cols := len(l.ys)-1, len(l.xs)-1
	l.owner = make([][]int, rows)
	for r := range l.owner {
		l.owner[r] = make([]int, cols)
		for c := range l.owner[r] {
			l.owner[r][c] = -1
		}
	}
	for r := 0; r < rows; r++ {
		for c := 0; c < cols; c++ {
			if l.owner[r][c] < 0 {
				l.grow(r, c)
			}
		}
	}
}

// grow makes the area that starts at r, c: as far right as no upright line
// parts, then as far down as the whole width goes on without a level line.
func (l *lattice) grow(r, c int) {
	a := area{r, c, r, c}
	for a.c1+1 < len(l.xs)-1 && l.owner[r][a.c1+1] < 0 && !l.parted(r, a.c1) {
		a.c1++
	}
	for a.r1+1 < len(l.ys)-1 && l.goesDown(a) {
		a.r1++
	}
	for i := a.r0; i <= a.r1; i++ {
		for j := a.c0; j <= a.c1; j++ {
			l.owner[i][j] = len(l.areas)
		}
	}
	l.areas = append(l.areas, a)
}

// parted tells whether an upright line stands right of column c in row r.
func (l *lattice) parted(r, c int) bool { return covers(l.up, l.xs[c+1], l.ys[r], l.ys[r+1]) }

// under tells whether a level line stands below row r in column c.
func (l *lattice) under(r, c int) bool { return covers(l.level, l.ys[r+1], l.xs[c], l.xs[c+1]) }

func (l *lattice) goesDown(a area) bool {
	r := a.r1
	for c := a.c0; c <= a.c1; c++ {
		if l.owner[r+1][c] >= 0 || l.under(r, c) {
			return false
		}
		if c < a.c1 && l.parted(r+1, c) {
			return false
		}
	}
	left := a.c0 == 0 || l.parted(r+1, a.c0-1)
	right := a.c1 == len(l.xs)-2 || l.parted(r+1, a.c1)
	return left && right
}

func (l *lattice) box() (x0, y0, x1, y1 float64) {
	return l.xs[0], l.ys[0], l.xs[len(l.xs)-1], l.ys[len(l.ys)-1]
}
