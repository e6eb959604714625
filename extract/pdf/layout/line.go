// Package layout puts the characters of a page together: to lines, and the
// lines in reading order.
package layout

import (
	"cmp"
	"math"
	"slices"

	"yusuan/extract/pdf/glyph"
)

// run is a printed line, or the part of it that stands in one column: indices
// of its characters from left to right.
type run struct {
	chars          []int
	x0, y0, x1, y1 float64
	base, size     float64
	column         float64 // how far right of the first column its own stands
}

const (
	baseTol   = 0.3 // of the font size: baselines nearer than this are one line
	scriptTol = 0.8 // of the line's size: what is smaller may be raised or lowered
)

// lines groups characters by their baseline, from the top down.
func lines(chars []glyph.Char, take func(i int) bool) []run {
	order := make([]int, 0, len(chars))
	for i := range chars {
		if take(i) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(chars[a].BaselineY, chars[b].BaselineY)
	})
	var out []run
	for at := 0; at < len(order); {
		first := &chars[order[at]]
		end := at + 1
		base, size := first.BaselineY, first.Size
		for end < len(order) {
			c := &chars[order[end]]
			if c.BaselineY-base > baseTol*max(size, 1) {
				break
			}
			size = max(size, c.Size)
			end++
		}
		out = append(out, newRun(chars, order[at:end:end]))
		at = end
	}
	return joinScripts(chars, out)
}

// newRun orders characters from left to right and measures them.
func newRun(chars []glyph.Char, idx []int) run {
	slices.SortStableFunc(idx, func(a, b int) int { return cmp.Compare(chars[a].X0, chars[b].X0) })
	r := run{chars: idx, x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1)}
	for _, i := range idx {
		c := &chars[i]
		if c.Space {
			continue
		}
		r.x0, r.x1 = min(r.x0, c.X0), max(r.x1, c.X1)
		r.y0, r.y1 = min(r.y0, c.Y0), max(r.y1, c.Y1)
		if c.Size > r.size {
			r.size, r.base = c.Size, c.BaselineY
		}
	}
	return r
}

func (r *run) blank() bool { return r.size == 0 }

// joinScripts puts raised and lowered small print into the line that it
// belongs to.
func joinScripts(chars []glyph.Char, rs []run) []run {
	rs = slices.DeleteFunc(rs, func(r run) bool { return r.blank() })
	for i := 0; i+1 < len(rs); {
		a, b := &rs[i], &rs[i+1]
		small, big := a, b
		if a.size > b.size {
			small, big = b, a
		}
		if !belongs(small, big) {
			i++
			continue
		}
		rs[i] = newRun(chars, append(slices.Clone(a.chars), b.chars...))
		rs = slices.Delete(rs, i+1, i+2)
	}
	return rs
}

// belongs tells whether small print stands within the height of a line and in
// or beside its width.
func belongs(small, big *run) bool {
	if small.size > scriptTol*big.size {
		return false
	}
	mid := small.base - small.size*0.35
	inside := mid > big.base-big.size*0.95 && mid < big.base+big.size*0.25
	beside := small.x0 < big.x1+big.size*0.5 && small.x1 > big.x0-big.size*0.5
	return inside && beside
}
