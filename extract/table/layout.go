package table

import "math"

// layout is an aligned table in the making: its rows of text from top to
// bottom, the white between its columns, and the drawn lines that matter.
type layout struct {
	rows        []*row
	top, bottom int    // rows of the page, ends included
	member      []bool // by row of the page: its segments stand in the columns
	first       int    // first member
	gaps        []gap  // between columns: one fewer than columns
	x0, x1      float64
	ink         []gap     // of each column: where its members stand
	full        []float64 // level lines over the whole width
	rules       rules
	fixed       bool    // the columns are known from another page
	headOnly    bool    // nothing but the header stands on the page
	step        float64 // the distance of rows there
}

// newAligned settles the edges of a region. Rows up to floor belong to the
// table before.
func newAligned(rows []*row, g *region, r rules, floor int) *layout {
	l := &layout{rows: rows, top: g.first, bottom: g.last, first: g.first, rules: r}
	l.member = make([]bool, len(rows))
	for _, i := range g.members {
		l.member[i] = true
	}
	l.x0, l.x1 = extent(rows, g.members)
	l.gaps = l.columns(g)
	if len(l.gaps) == 0 {
		return nil
	}
	l.measureInk()
	first, last := rows[g.first], rows[g.last]
	l.full = fullRules(r, l.x0, l.x1, first.y0-12*first.size, last.y1+6*last.size)
	l.fit()
	l.openLabel(floor)
	l.growUp(floor)
	l.openBody()
	l.growDown()
	l.fit()
	return l
}

// openLabel takes the first line of the first label into the body, where the
// numbers stand beside the middle of a label in several lines.
func (l *layout) openLabel(floor int) {
	i := l.first
	if i-1 <= floor || i+1 >= len(l.rows) || !l.onlyData(l.rows[i]) {
		return
	}
	if l.floatsIn(band{i - 1}, i) {
		l.first, l.top = i-1, i-1
	}
}

// fit narrows the white between columns by what other rows than members hold:
// headings and labels that reach further than those of members. Headings next to
// the body come before those above them, which may stand over the white.
func (l *layout) fit() {
	for i := l.bottom; i >= l.top; i-- {
		l.narrow(l.inside(l.rows[i]))
	}
}

// narrow takes from the white what segments of a row reach into without filling.
func (l *layout) narrow(segs []segment) {
	if l.oneEach(segs) {
		return
	}
	for _, s := range segs {
		for k := range l.gaps {
			g := &l.gaps[k]
			if s.x0 < g.lo && s.x1 > g.lo && s.x1 < g.hi-0.5 {
				g.lo = s.x1
			}
			if s.x1 > g.hi && s.x0 < g.hi && s.x0 > g.lo+0.5 {
				g.hi = s.x0
			}
		}
	}
}

// oneEach narrows the white to what lies between the segments of a row that has
// one for each column, as headings do that stand in the middle of wide columns.
func (l *layout) oneEach(segs []segment) bool {
	if len(segs) != len(l.gaps)+1 {
		return false
	}
	for k, g := range l.gaps {
		if math.Max(g.lo, segs[k].x1) >= math.Min(g.hi, segs[k+1].x0) {
			return false
		}
	}
	for k := range l.gaps {
		g := &l.gaps[k]
		g.lo, g.hi = math.Max(g.lo, segs[k].x1), math.Min(g.hi, segs[k+1].x0)
	}
	return true
}

// measureInk notes where the members stand in each column.
func (l *layout) measureInk() {
	l.ink = make([]gap, len(l.gaps)+1)
	for c := range l.ink {
		l.ink[c] = gap{math.Inf(1), math.Inf(-1)}
	}
	for i, is := range l.member {
		if !is {
			continue
		}
		for _, s := range l.rows[i].segs {
			if from, to := l.column(s.x0, s.x1); from == to {
				l.ink[from].lo, l.ink[from].hi = math.Min(l.ink[from].lo, s.x0), math.Max(l.ink[from].hi, s.x1)
			}
		}
	}
}

// columns is the inner white of a region without what parts no columns: white
// between two that are never filled in the same row and stand close together.
func (l *layout) columns(g *region) []gap {
	gaps := inner(g.gaps)
	for k := 0; k < len(gaps); {
		if l.together(g, gaps, k) {
			k++
			continue
		}
		gaps = append(gaps[:k:k], gaps[k+1:]...)
	}
	return gaps
}

// together tells whether the columns left and right of gap k are filled in the
// same row at least once, have a heading each, or stand far apart.
func (l *layout) together(g *region, gaps []gap, k int) bool {
	lo, hi := math.Inf(-1), math.Inf(1)
	if k > 0 {
		lo = gaps[k-1].mid()
	}
	if k+1 < len(gaps) {
		hi = gaps[k+1].mid()
	}
	size := l.rows[g.first].size
	for _, i := range g.members {
		if l.bothSides(i, lo, gaps[k], hi) {
			return true
		}
	}
	if l.halfLines(g, lo, gaps[k], hi) {
		return true
	}
	for i := g.first - 1; i >= max(0, g.first-2) && l.rows[g.first].base-l.rows[i].base < headPitch*2*size; i-- {
		if len(l.rows[i].segs) > 2 && l.bothSides(i, lo, gaps[k], hi) {
			return true // headings
		}
	}
	return gaps[k].width() > 3*size
}

// halfLines tells whether numbers right of the white g stand half a line from labels
// left of it, in two rows or more: beside the middle of labels in two lines.
func (l *layout) halfLines(g *region, lo float64, white gap, hi float64) bool {
	n := 0
	for i := g.first + 1; i <= g.last; i++ {
		a, b := l.rows[i-1], l.rows[i]
		if b.base-a.base > 0.85*b.size {
			continue
		}
		if l.oneSide(a, lo, white.mid(), false) && l.oneSide(b, white.mid(), hi, true) || l.oneSide(b, lo, white.mid(), false) && l.oneSide(a, white.mid(), hi, true) {
			n++
		}
	}
	return n >= 2
}

// oneSide tells whether a row holds a segment within lo…hi, a number or a text.
func (l *layout) oneSide(r *row, lo, hi float64, datum bool) bool {
	for _, s := range r.segs {
		if s.x0 > lo && s.x1 < hi && s.datum == datum {
			return true
		}
	}
	return false
}

// bothSides tells whether row i holds something left and right of the white g,
// no further off than lo and hi, and nothing across it.
func (l *layout) bothSides(i int, lo float64, g gap, hi float64) bool {
	left, right := false, false
	for _, s := range l.rows[i].segs {
		if s.x0 < g.mid() && s.x1 > g.mid() {
			return false
		}
		m := (s.x0 + s.x1) / 2
		left = left || m > lo && m < g.mid()
		right = right || m < hi && m > g.mid()
	}
	return left && right
}

// column returns the columns that x0…x1 touches.
func (l *layout) column(x0, x1 float64) (from, to int) {
	for from < len(l.gaps) && l.gaps[from].mid() <= x0 {
		from++
	}
	to = from
	for to < len(l.gaps) && l.gaps[to].mid() < x1 {
		to++
	}
	return from, to
}

// ruleBetween tells whether a level line over the whole width runs between two
// rows of text.
func (l *layout) ruleBetween(a, b *row) bool {
	for _, y := range l.full {
		if y > middleY(a) && y < middleY(b) {
			return true
		}
	}
	return false
}

func middleY(r *row) float64 { return r.base - 0.35*r.size }

// inside keeps the segments of a row that stand over the table.
func (l *layout) inside(r *row) []segment {
	var out []segment
	for _, s := range r.segs {
		if overlaps(s.x0, s.x1, l.x0, l.x1) > 0.5 || l.sticksOut(s) || l.hangsOut(s) {
			out = append(out, s)
		}
	}
	return out
}

// sticksOut tells whether a segment begins where the members of the last column
// do: a heading wider than they are.
func (l *layout) sticksOut(s segment) bool {
	if l.ink == nil {
		return false
	}
	last := l.ink[len(l.ink)-1]
	return near(s.x0, last.lo) && s.x1 > last.hi && s.x1-s.x0 < 10*s.words[0].size
}

// hangsOut tells whether a segment begins up to a level of indents left of the
// members and ends among their labels: the second line of an indented label.
func (l *layout) hangsOut(s segment) bool {
	if len(l.gaps) == 0 || s.x0 >= l.x0 || s.x0 < l.x0-2.2*s.words[0].size {
		return false
	}
	return s.x1 > l.x0-0.5*s.words[0].size && s.x1 < l.gaps[0].lo+0.5
}
