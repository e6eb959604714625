package table

import "math"

// headBands groups the header lines l.top…end-1 to levels. Lines that float
// between two others, as a heading centred over two levels does, decide nothing.
func (l *layout) headBands(end int) (out []band) {
	step := l.headStep(end)
	for i := l.top; i < end; i++ {
		if len(l.inside(l.rows[i])) == 0 {
			continue
		}
		n := len(out)
		if n > 0 && (l.floats(i, end) || !l.levelBreak(l.anchor(out[n-1], end), i, end, step)) {
			out[n-1] = append(out[n-1], i)
			continue
		}
		out = append(out, band{i})
	}
	return out
}

// anchor is the last line of a header band that does not float.
func (l *layout) anchor(b band, end int) int {
	for k := len(b) - 1; k > 0; k-- {
		if !l.floats(b[k], end) {
			return b[k]
		}
	}
	return b[0]
}

// floats tells whether header line i stands between two lines that follow each
// other, in other columns than they fill.
func (l *layout) floats(i, end int) bool {
	if i == l.top || i+1 >= end {
		return false
	}
	a, r, b := l.rows[i-1], l.rows[i], l.rows[i+1]
	up, down := r.base-a.base, b.base-r.base
	return up+down < 3.4*r.size && math.Abs(up-down) < 0.5*r.size && l.disjoint(a, r) && l.disjoint(r, b)
}

// headStep is the smallest distance between header lines that do not float: the
// one between the lines of a heading. Without two of them it is a usual one.
func (l *layout) headStep(end int) float64 {
	least, n, last := math.Inf(1), 0, -1
	for i := l.top; i < end; i++ {
		if len(l.inside(l.rows[i])) == 0 || l.floats(i, end) {
			continue
		}
		if last >= 0 {
			if d := l.rows[i].base - l.rows[last].base; d > 0.7*l.rows[i].size {
				least, n = math.Min(least, d), n+1
			}
		}
		last = i
	}
	if n < 2 {
		return math.Min(least, 1.2*l.rows[l.top].size)
	}
	return least
}

// headEnd is the first row of the body: the first member, or what follows the
// first line over the whole width where only few members stand above it.
func (l *layout) headEnd() int {
	if l.headOnly {
		return l.bottom + 1
	}
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
		if above <= 3 && at-l.top <= headLines && l.dataFrom(at) {
			return at
		}
		break
	}
	return l.first
}

// dataFrom tells whether a member from row i on holds a number.
func (l *layout) dataFrom(i int) bool {
	for ; i <= l.bottom; i++ {
		if l.member[i] && hasDatum(l.rows[i]) {
			return true
		}
	}
	return false
}

// levelBreak tells whether header row i starts a new level under row a; step is
// the distance between the lines of one heading.
func (l *layout) levelBreak(a, i, end int, step float64) bool {
	last, next := l.rows[a], l.rows[i]
	if next.base-last.base > 1.25*step && next.base-last.base > 1.3*next.size && !l.under(last, next) {
		return true
	}
	if l.ruleBetween(last, next) || l.lowerThanMiddle(a, i, end) || l.headsRepeating(a, end) {
		return true
	}
	for _, s := range l.inside(last) {
		if l.underlined(s, last, next) || l.offAxis(s, next) {
			return true
		}
		if from, to := l.column(s.x0, s.x1); from < to && !l.goesOn(s, next, from, to) {
			return true
		}
	}
	return false
}

// lowerThanMiddle tells whether row i holds a heading of one line although one in
// another column stands between the rows a and i: headings of one line stand in the
// middle of the header's height, so the lower one is of a level below.
func (l *layout) lowerThanMiddle(a, i, end int) bool {
	middle := false
	for k := a + 1; k < i; k++ {
		middle = middle || l.loneHeading(k, end)
	}
	return middle && l.loneHeading(i, end)
}

// loneHeading tells whether row i of the header, which ends at end, holds a segment above and below
// which its column has no other.
func (l *layout) loneHeading(i, end int) bool {
	for _, s := range l.inside(l.rows[i]) {
		lone := true
		for k := l.top; k < end && lone; k++ {
			_, more := l.beneath(s, l.rows[k])
			lone = k == i || !more
		}
		if from, to := l.column(s.x0, s.x1); lone && from == to {
			return true
		}
	}
	return false
}

// under tells whether all segments of row b stand under one of row a, on its axis:
// then they are second lines, however far the lines are set apart.
func (l *layout) under(a, b *row) bool {
	for _, t := range l.inside(b) {
		s, ok := l.beneath(t, a)
		if !ok {
			return false
		}
		if middle, left, right := axes(s, t); !middle && !left && !right {
			return false
		}
	}
	return true
}

// offAxis tells whether the segment of row b in the column of s shares neither
// its middle nor an edge: lines of one heading do. Where headings of this header
// are centred, only the middle counts.
func (l *layout) offAxis(s segment, b *row) bool {
	t, ok := l.beneath(s, b)
	if !ok {
		return false
	}
	middle, left, right := axes(s, t)
	return !middle && (l.centred() || !left && !right)
}

// axes tells what two segments below each other share.
func axes(s, t segment) (middle, left, right bool) {
	size := t.words[0].size
	return math.Abs(s.x0+s.x1-t.x0-t.x1) < 0.5*size, math.Abs(s.x0-t.x0) < 0.4*size, math.Abs(s.x1-t.x1) < 0.4*size
}

// beneath returns the segment of row b in the one column of s.
func (l *layout) beneath(s segment, b *row) (segment, bool) {
	from, to := l.column(s.x0, s.x1)
	for _, t := range l.inside(b) {
		if f, e := l.column(t.x0, t.x1); f == from && e == to {
			return t, true
		}
	}
	return segment{}, false
}

// centred tells whether most headings of several lines are centred.
func (l *layout) centred() bool {
	middles, edges := 0, 0
	for i := l.top; i+1 < l.first; i++ {
		for k := i + 1; k < l.first && k <= i+2; k++ {
			for _, s := range l.inside(l.rows[i]) {
				t, ok := l.beneath(s, l.rows[k])
				if !ok {
					continue
				}
				middle, left, right := axes(s, t)
				switch {
				case middle && !left && !right:
					middles++
				case !middle && (left || right):
					edges++
				}
			}
		}
	}
	return middles >= 2 && middles > 2*edges
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
