package table

// band is one row of the grid: the rows of text that it is made of.
type band []int

// bands groups the rows of text to rows of the grid. head is the number of
// leading bands that are header.
func (l *layout) bands() (out []band, head int) {
	end := l.headEnd()
	for i := l.top; i < end; i++ {
		if len(l.inside(l.rows[i])) == 0 {
			continue
		}
		if n := len(out); n > 0 && !l.levelBreak(out[n-1], i) {
			out[n-1] = append(out[n-1], i)
			continue
		}
		out = append(out, band{i})
	}
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

// headEnd is the first row of the body: the first member, or what follows the
// first line over the whole width where only few members stand above it.
func (l *layout) headEnd() int {
	for _, y := range l.full {
		if y <= middleY(l.rows[l.top]) {
			continue
		}
		above, at := 0, l.top
		for at <= l.bottom && middleY(l.rows[at]) < y {
			if l.member[at] {
				above++
			}
			at++
		}
		if at > l.bottom || at < l.first {
			return l.first
		}
		if above <= 3 && at-l.top <= headLines {
			return at
		}
		break
	}
	return l.first
}

// levelBreak tells whether header row i starts a new level under the band b.
func (l *layout) levelBreak(b band, i int) bool {
	last := l.rows[b[len(b)-1]]
	next := l.rows[i]
	if l.ruleBetween(last, next) {
		return true
	}
	for _, s := range l.inside(last) {
		if l.underlined(s, last, next) {
			return true
		}
		if from, to := l.column(s.x0, s.x1); from < to && !l.goesOn(s, next, from, to) {
			return true
		}
	}
	return false
}

// underlined tells whether a level line parts the segment from the row below.
func (l *layout) underlined(s segment, a, b *row) bool {
	for _, r := range l.rules.level {
		if r.pos > middleY(a) && r.pos < middleY(b) && overlaps(r.lo, r.hi, s.x0, s.x1) > 0.6 && r.lo <= s.x1 && r.hi >= s.x0 {
			return true
		}
	}
	return false
}

// goesOn tells whether a spanning segment has its next line in row b: over the
// same columns and with the same centre.
func (l *layout) goesOn(s segment, b *row, from, to int) bool {
	for _, t := range l.inside(b) {
		f, e := l.column(t.x0, t.x1)
		d := (s.x0 + s.x1 - t.x0 - t.x1) / 2
		if f < e && f <= to && e >= from && d < b.size && d > -b.size {
			return true
		}
	}
	return false
}

// sameBand tells whether row i of the body belongs to the band above it.
func (l *layout) sameBand(b band, i int) bool {
	a, r := l.rows[b[len(b)-1]], l.rows[i]
	if l.ruleBetween(a, r) {
		return false
	}
	step := r.base - a.base
	if step < 0.7*r.size && l.disjoint(a, r) {
		return true
	}
	if step > 1.6*r.size || step > l.pitch()*1.15 {
		return false
	}
	switch {
	case l.onlyLabel(a) && l.onlyLabel(r):
		return l.wraps(a, r) && step < 0.95*l.pitch()
	case l.onlyLabel(a):
		return l.wraps(a, r)
	case l.onlyLabel(r):
		return l.wraps(a, r)
	case l.onlyData(r):
		return l.textGoesOn(a, r)
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
