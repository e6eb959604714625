package table

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelOf returns the segment of a row in the first column, if it has one there.
func (l *layout) labelOf(r *row) (segment, bool) {
	segs := l.inside(r)
	if len(segs) == 0 {
		return segment{}, false
	}
	from, to := l.column(segs[0].x0, segs[0].x1)
	return segs[0], from == 0 && to == 0
}

// onlyLabel tells whether a row holds nothing but a label.
func (l *layout) onlyLabel(r *row) bool {
	_, ok := l.labelOf(r)
	return ok && len(l.inside(r)) == 1
}

// onlyData tells whether a row holds nothing in the label column.
func (l *layout) onlyData(r *row) bool {
	_, ok := l.labelOf(r)
	return !ok && len(l.inside(r)) > 0
}

// labelEnd is how far the labels of other rows than skip reach right: the room
// in which labels wrap.
func (l *layout) labelEnd(skip *row) float64 {
	end := 0.0
	for i := l.top; i <= l.bottom; i++ {
		if l.rows[i] == skip {
			continue
		}
		if s, ok := l.labelOf(l.rows[i]); ok {
			end = math.Max(end, s.x1)
		}
	}
	return end
}

// wraps tells whether the label of row b goes on with the one of row a: what b
// begins with had no room left at the end of a, and b does not start like a row.
func (l *layout) wraps(a, b *row) bool {
	up, ok1 := l.labelOf(a)
	low, ok2 := l.labelOf(b)
	if !ok1 || !ok2 || up.words[0].bold != low.words[0].bold || itemStart.MatchString(low.text) {
		return false
	}
	if math.Abs(a.size-b.size) > 0.2*a.size {
		return false
	}
	if isUnfinished(up.text) && low.x0 <= up.x0+1.5*low.words[0].size {
		return true
	}
	first, _ := utf8.DecodeRuneInString(low.text)
	if unicode.IsLower(first) && low.x0 >= up.x0-1 {
		return true
	}
	next := low.words[0]
	indented := low.x0 > up.x0+0.5*next.size
	if indented && l.startsAt(low.x0, b) >= 2 {
		return false
	}
	room := l.labelEnd(a) - up.x1
	if wide(first) {
		if l.apartAsRows(a, b) && l.whiteBeside(up) > 4*next.size {
			return false
		}
		if b.base-a.base > 1.5*next.size && (room < -1.1*next.size || !l.tightLabels(next.size)) {
			return false // nothing shows where the room for labels ends
		}
		return room < 1.1*next.size && low.x0 <= up.x0+1.5*next.size && (up.x1-up.x0 > 5*next.size || l.closerThanRows(a, b))
	}
	if !indented {
		return false
	}
	return room < (next.x1-next.x0)+0.25*next.size
}

// isUnfinished tells whether a label must go on: it ends in a word that joins, or
// a bracket is open.
func isUnfinished(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("的和及与或、，（(“《", last) {
		return true
	}
	open := strings.Count(s, "（") + strings.Count(s, "(")
	return open > strings.Count(s, "）")+strings.Count(s, ")")
}

// apartAsRows tells whether two lines stand as far apart as rows do that hold a
// label and a number each; where no two of them follow each other, as far as any
// two labels do.
func (l *layout) apartAsRows(a, b *row) bool {
	var steps []float64
	most := 0.0
	for i := l.first + 1; i <= l.bottom; i++ {
		step := l.rows[i].base - l.rows[i-1].base
		if l.labelled(i-1) && l.labelled(i) {
			steps = append(steps, step)
		}
		most = math.Max(most, step)
	}
	if len(steps) > 0 {
		most = median(steps)
	}
	return b.base-a.base > 0.94*most
}

// closerThanRows tells whether two lines stand closer than any two lines that hold
// a label and a number each, of which there are three.
func (l *layout) closerThanRows(a, b *row) bool {
	least, last, n := math.Inf(1), -1, 0
	for i := l.first; i <= l.bottom; i++ {
		if !l.labelled(i) {
			continue
		}
		if n++; last >= 0 {
			least = math.Min(least, l.rows[i].base-l.rows[last].base)
		}
		last = i
	}
	if n < 3 && l.fixed {
		n, least = 3, l.step
	}
	return n >= 3 && b.base-a.base < 0.85*least
}

// labelled tells whether row i holds a label and a number.
func (l *layout) labelled(i int) bool {
	_, ok := l.labelOf(l.rows[i])
	return ok && hasDatum(l.rows[i])
}

// whiteBeside is the white between a label and the numbers of the next column.
func (l *layout) whiteBeside(label segment) float64 {
	if len(l.ink) < 2 {
		return 0
	}
	return l.ink[1].lo - label.x1
}

// tightLabels tells whether the end of the label column can be seen: three
// labels reach it, or the next column begins close behind.
func (l *layout) tightLabels(size float64) bool {
	end, n := l.labelEnd(nil), 0
	for i := l.top; i <= l.bottom; i++ {
		if s, ok := l.labelOf(l.rows[i]); ok && end-s.x1 < 0.6*size {
			n++
		}
	}
	return n >= 3 || len(l.ink) > 1 && l.ink[1].lo-end < 3*size
}

// startsAt counts the rows other than skip that hold data and whose label
// starts at x.
func (l *layout) startsAt(x float64, skip *row) int {
	n := 0
	for i := l.top; i <= l.bottom; i++ {
		if l.rows[i] == skip || len(l.rows[i].segs) < 2 {
			continue
		}
		if s, ok := l.labelOf(l.rows[i]); ok && near(s.x0, x) {
			n++
		}
	}
	return n
}

// itemStart is how a label of its own begins: with a number of an item, or 其中.
var itemStart = regexp.MustCompile(`^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?[0-9]{1,2}[）)、．.][^0-9]|其中|[①-⑳])`)
