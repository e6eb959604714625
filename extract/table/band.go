package table

import "math"

// band is one row of the grid: the rows of text that it is made of.
type band []int

// bands groups the rows of text to rows of the grid. head is the number of
// leading bands that are header.
func (l *layout) bands() (out []band, head int) {
	end := l.headEnd()
	for from := end; from >= max(end-longLabel/2, l.top) && (from == end || l.onlyLabel(l.rows[from])); from-- {
		if body := l.centredBands(from); body != nil { // the first label may begin above its numbers
			out = l.headBands(from)
			return append(out, body...), len(out)
		}
	}
	out = l.headBands(end)
	head = len(out)
	for i := end; i <= l.bottom; i++ {
		if len(l.inside(l.rows[i])) == 0 {
			continue
		}
		if n := len(out); n > head && l.sameBand(out[n-1], i) {
			out[n-1] = append(out[n-1], i)
			continue
		}
		out = append(out, band{i})
	}
	return out, head
}

// sameBand tells whether row i of the body belongs to the band above it.
func (l *layout) sameBand(b band, i int) bool {
	a, r := l.rows[b[len(b)-1]], l.rows[i]
	if l.ruleBetween(a, r) {
		return false
	}
	if l.brokenOff(a, r) {
		return true
	}
	if l.bothData(b, r) {
		return false
	}
	if l.lined() {
		return true
	}
	if i+1 < len(l.rows) && l.floatsIn(band{i}, i+1) {
		return false // the next label, whose numbers stand beside its middle
	}
	step := r.base - a.base
	if step < 0.7*r.size && l.disjoint(a, r) {
		return true
	}
	if l.floatsIn(b, i) {
		return true
	}
	if step > 1.6*r.size && step > 1.05*l.labelStep() || step > l.pitch()*1.15 {
		return false
	}
	switch {
	case l.onlyLabel(a) && l.onlyLabel(r):
		return l.wraps(a, r)
	case l.onlyLabel(a):
		return l.wraps(a, r)
	case l.onlyLabel(r):
		return l.wraps(a, r)
	case l.onlyData(r):
		return l.textGoesOn(a, r)
	}
	return l.closerThanRows(a, r) && l.textGoesOn(a, r) // labels on both sides
}

// floatsIn tells whether row i belongs to a label in several lines beside whose
// middle the numbers stand: numbers between two lines of a label, or the line
// after such numbers.
func (l *layout) floatsIn(b band, i int) bool {
	a, r := l.rows[b[len(b)-1]], l.rows[i]
	if l.onlyLabel(a) && l.onlyData(r) && i+1 < len(l.rows) {
		next := l.rows[i+1]
		up, down := r.base-a.base, next.base-r.base
		return l.onlyLabel(next) && math.Abs(up-down) < 0.3*r.size && up < 1.3*r.size && (l.wraps(a, next) || l.tails(a, next))
	}
	if len(b) > 1 && l.onlyData(a) && l.onlyLabel(r) {
		label := l.rows[b[len(b)-2]]
		return l.onlyLabel(label) && r.base-label.base < 2.6*r.size && (l.wraps(label, r) || l.tails(label, r))
	}
	return false
}

// tails tells whether the label of row b may be the end of the one of row a, with
// numbers between them that would have no label otherwise.
func (l *layout) tails(a, b *row) bool {
	up, ok1 := l.labelOf(a)
	low, ok2 := l.labelOf(b)
	return ok1 && ok2 && hasWide(up.text) && low.x1 < up.x1+0.5*b.size && !itemStart.MatchString(low.text) && up.words[0].bold == low.words[0].bold
}

// labelStep is the least distance between two lines of labels.
func (l *layout) labelStep() float64 {
	least, last := math.Inf(1), -1
	for i := l.first; i <= l.bottom; i++ {
		if _, ok := l.labelOf(l.rows[i]); !ok {
			continue
		}
		if last >= 0 {
			least = math.Min(least, l.rows[i].base-l.rows[last].base)
		}
		last = i
	}
	return least
}

// lined tells whether drawn lines part the rows of the body.
func (l *layout) lined() bool {
	n, members := 0, 0
	for _, y := range l.full {
		if y > middleY(l.rows[l.first]) && y < middleY(l.rows[l.bottom]) {
			n++
		}
	}
	for i := l.first; i <= l.bottom; i++ {
		if l.member[i] && hasDatum(l.rows[i]) {
			members++ // labels in several lines on both sides are none
		}
	}
	return members > 2 && 4*n >= 3*(members-1)
}

// bothData tells whether row r and the band above it hold numbers in the same
// column: two rows that no line parts.
func (l *layout) bothData(b band, r *row) bool {
	filled := map[int]bool{}
	for _, i := range b {
		for _, s := range l.inside(l.rows[i]) {
			if from, _ := l.column(s.x0, s.x1); s.datum {
				filled[from] = true
			}
		}
	}
	for _, s := range l.inside(r) {
		if from, _ := l.column(s.x0, s.x1); s.datum && filled[from] {
			return true
		}
	}
	return false
}

// pitch is the usual distance between members.
func (l *layout) pitch() float64 {
	var steps []float64
	last := -1
	for i := l.first; i <= l.bottom; i++ {
		if !l.member[i] {
			continue
		}
		if last >= 0 {
			steps = append(steps, l.rows[i].base-l.rows[last].base)
		}
		last = i
	}
	if l.fixed {
		return l.step
	}
	if len(steps) == 0 {
		return 2 * l.rows[l.first].size
	}
	return median(steps)
}

// disjoint tells whether two rows fill no column both.
func (l *layout) disjoint(a, b *row) bool {
	used := map[int]bool{}
	for _, s := range l.inside(a) {
		from, to := l.column(s.x0, s.x1)
		for c := from; c <= to; c++ {
			used[c] = true
		}
	}
	for _, s := range l.inside(b) {
		from, to := l.column(s.x0, s.x1)
		for c := from; c <= to; c++ {
			if used[c] {
				return false
			}
		}
	}
	return true
}

// textGoesOn tells whether row b holds the next lines of texts in row a: no
// number, and under each of its segments a text.
func (l *layout) textGoesOn(a, b *row) bool {
	texts := map[int]bool{}
	for _, s := range l.inside(a) {
		from, _ := l.column(s.x0, s.x1)
		texts[from] = !s.datum
	}
	for _, s := range l.inside(b) {
		from, to := l.column(s.x0, s.x1)
		if s.datum || from != to || !texts[from] {
			return false
		}
	}
	return true
}
