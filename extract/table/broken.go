package table

import (
	"math"
	"regexp"
	"strings"
)

// A number that a narrow cell breaks in two lines is put together where its
// pieces show it: at least one is no number of its own, all together are one
// with its separators in the right places. Pieces that could be numbers stay
// apart (grade.go reports them) unless the room they had shows it (room.go).

// piece is a line of digits and separators.
var piece = regexp.MustCompile(`^[-−–]?[0-9,.]*[0-9][0-9,.]*[%％]?$`)

// wellSet is a number with all its separators or none.
var wellSet = regexp.MustCompile(`^[-−–]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?[%％]?$`)

// isBroken tells whether lines are the pieces of one number.
func isBroken(lines []string) bool {
	if len(lines) < 2 {
		return false
	}
	odd := false
	for _, s := range lines {
		if !piece.MatchString(s) {
			return false
		}
		odd = odd || !wellSet.MatchString(s)
	}
	return odd && wellSet.MatchString(strings.Join(lines, ""))
}

// brokenOff tells whether the numbers of row b are the ends of numbers that
// row a, the line above, begins in the same columns.
func (l *layout) brokenOff(a, b *row) bool {
	_, labelled := l.labelOf(b)
	if labelled && !l.wraps(a, b) && !l.tails(a, b) {
		return false // a row of its own, as most are
	}
	if !labelled && l.lastEnds(a, b) {
		return true
	}
	ok, byRoom := l.endsOf(a, b)
	if !ok || !byRoom {
		return ok
	}
	return (!labelled || l.wraps(a, b)) && (l.closerThanRows(a, b) || l.oftenBroken())
}

const (
	restDigits = 2 // what of a number is clearly a rest
	mostDigits = 4 // of a number at least this long
)

// lastEnds tells whether the last row of a table holds nothing but the ends of two or
// more numbers of the row above: its total, in wider type, had too little room.
func (l *layout) lastEnds(a, b *row) bool {
	segs := l.inside(b)
	if b != l.rows[l.bottom] || b.base-a.base > 1.7*b.size || len(segs) < 2 {
		return false
	}
	for _, t := range segs {
		s, ok := l.rightAbove(t, b)
		if !ok || !runOn(s.text, t.text, s.x0, s.x1, t.x0, t.x1, 0, true) {
			return false
		}
		if rest := len(t.text) <= restDigits && len(s.text) >= mostDigits; !rest && !l.holdsAsLong(a, len(s.text)+len(t.text)) {
			return false
		}
	}
	return true
}

// holdsAsLong tells whether a row holds a number of that many characters or more.
func (l *layout) holdsAsLong(r *row, n int) bool {
	for _, s := range l.inside(r) {
		if bare.MatchString(s.text) && len(s.text) >= n {
			return true
		}
	}
	return false
}

// endsOf tells whether all numbers of row b are the ends of numbers above them, and
// whether that shows by the room alone.
func (l *layout) endsOf(a, b *row) (ok, byRoom bool) {
	if b.base-a.base > 1.7*b.size {
		return false, false
	}
	n := 0
	for _, t := range l.inside(b) {
		if !piece.MatchString(t.text) {
			continue
		}
		s, ok := l.rightAbove(t, b)
		if !ok {
			return false, false
		}
		if !isBroken([]string{s.text, t.text}) {
			if byRoom = true; !mayRunOn(s.text, t.text) {
				return false, false
			}
			if !l.runsOn(s, t, false) && !(l.breaksNumbers(s) && l.runsOn(s, t, true)) {
				return false, false
			}
		}
		n++
	}
	return n > 0, byRoom
}

// rightAbove is the segment above t, one of row b, in its one column: on the line above,
// or beyond a line of a label between them.
func (l *layout) rightAbove(t segment, b *row) (above segment, ok bool) {
	for i := l.top; i <= l.bottom; i++ {
		r := l.rows[i]
		if r.base >= b.base {
			break
		}
		if b.base-r.base > 1.7*b.size {
			continue
		}
		if s, found := l.beneath(t, r); found {
			above, ok = s, true
		}
	}
	return above, ok
}

// runsOn tells whether segment t holds the end of the number in s, the line above it.
func (l *layout) runsOn(s, t segment, even bool) bool {
	return runOn(s.text, t.text, s.x0, s.x1, t.x0, t.x1, l.widest(s), even)
}

// breaksNumbers tells whether the column of s breaks two numbers or more for sure: so it
// may others in halves.
func (l *layout) breaksNumbers(s segment) bool {
	from, to := l.column(s.x0, s.x1)
	n := 0
	for i := l.first + 1; i <= l.bottom; i++ {
		a, b := l.rows[i-1], l.rows[i]
		if !l.onlyData(b) || b.base-a.base > 1.7*b.size {
			continue
		}
		for _, t := range l.inside(b) {
			if f, e := l.column(t.x0, t.x1); f != from || e != to {
				continue
			}
			if u, ok := l.beneath(t, a); ok && piece.MatchString(t.text) && (isBroken([]string{u.text, t.text}) || l.runsOn(u, t, false)) {
				n++
			}
		}
	}
	return n >= 2
}

// oftenBroken tells whether two rows or more without labels hold nothing but ends
// of the numbers above them.
func (l *layout) oftenBroken() bool {
	n := 0
	for i := l.first + 1; i <= l.bottom; i++ {
		if !l.onlyData(l.rows[i]) {
			continue
		}
		if ok, _ := l.endsOf(l.rows[i-1], l.rows[i]); ok {
			n++
		}
	}
	return n >= 2
}

// widest is how wide the widest segment in the column of s is.
func (l *layout) widest(s segment) float64 {
	from, to := l.column(s.x0, s.x1)
	most := 0.0
	for i := l.top; i <= l.bottom; i++ {
		for _, t := range l.inside(l.rows[i]) {
			if f, e := l.column(t.x0, t.x1); f == from && e == to {
				most = math.Max(most, t.x1-t.x0)
			}
		}
	}
	return most
}
