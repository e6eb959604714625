package layout

import (
	"math"
	"slices"

	"yusuan/extract"
	"yusuan/extract/pdf/glyph"
)

// Text in columns is read column by column. A page counts as set in two columns
// only where a gutter stays white over many lines with running text on both
// sides of it: what looks like a table is left to the lines.
const (
	gutterWidth   = 1.2 // of the font size
	columnLines   = 6   // that a gutter must part
	columnFilled  = 0.6 // of a column's width that its lines take up in the middle
	gutterCrossed = 3   // lines that may cross the gutter and part it in bands
)

// parts cuts a run at its wide gaps.
func (r *run) parts(chars []glyph.Char) []run {
	var out []run
	start := 0
	last := -1
	for k, i := range r.chars {
		c := &chars[i]
		if c.Space {
			continue
		}
		if last >= 0 && c.X0-chars[r.chars[last]].X1 > gutterWidth*r.size {
			out = append(out, newRun(chars, slices.Clone(r.chars[start:k])))
			start = k
		}
		last = k
	}
	if start == 0 {
		return []run{*r}
	}
	return append(out, newRun(chars, slices.Clone(r.chars[start:])))
}

// order gives the lines of a page in reading order. last is the gutter of the
// page before, 0 for none, and next asks for that of the page behind: where one is,
// fewer lines make another. A table over both columns parts what stands above it from
// what stands below. The gutter found is returned.
func order(chars []glyph.Char, rs []run, tables []extract.Box, last float64, next func() float64) ([]run, float64) {
	if len(rs) == 0 {
		return rs, last
	}
	parts := make([][]run, len(rs))
	for i := range rs {
		parts[i] = rs[i].parts(chars)
	}
	x := gutter(rs, parts, last, next)
	if x == 0 {
		return rs, 0
	}
	var out, left, right []run
	shift := columnShift(chars, tables, x)
	flush := func() {
		for i := range right {
			right[i].column = shift
		}
		out = append(append(out, left...), right...)
		left, right = nil, nil
	}
	for i := range rs {
		if i > 0 && tableBetween(tables, x, &rs[i-1], &rs[i]) {
			flush()
		}
		l, r, crosses := cut(chars, parts[i], x)
		if crosses {
			flush()
			out = append(out, rs[i])
			continue
		}
		left, right = append(left, l...), append(right, r...)
	}
	flush()
	return out, x
}

// tableBetween tells whether a table over the gutter x begins between two lines.
func tableBetween(tables []extract.Box, x float64, above, below *run) bool {
	for _, t := range tables {
		if t[0] < x && t[2] > x && t[1] >= above.base-above.size && t[1] < below.base {
			return true
		}
	}
	return false
}

// columnShift is how far the right column begins from where the left one does: the
// places furthest left at which two lines begin on each side of the gutter, tables in
// one column included; page numbers and what runs over both begin elsewhere.
func columnShift(chars []glyph.Char, tables []extract.Box, x float64) float64 {
	over := func(y float64) bool {
		return slices.ContainsFunc(tables, func(t extract.Box) bool { return t[0] < x && t[2] > x && y > t[1] && y < t[3] })
	}
	var left, right []float64
	for _, r := range lines(chars, func(i int) bool { return chars[i].Turn == 0 && !chars[i].Space }) {
		if over(r.base) {
			continue
		}
		l, rt, crosses := cut(chars, r.parts(chars), x)
		if crosses {
			continue
		}
		for i := range l {
			left = append(left, l[i].x0)
		}
		for i := range rt {
			right = append(right, rt[i].x0)
		}
	}
	a, ok := sharedEdge(left)
	b, too := sharedEdge(right)
	if !ok || !too {
		return 0
	}
	return b - a
}

// sharedEdge is the least of the values that another one repeats, else the least.
func sharedEdge(v []float64) (float64, bool) {
	if len(v) == 0 {
		return 0, false
	}
	slices.Sort(v)
	for i := 1; i < len(v); i++ {
		if v[i]-v[i-1] < 1 {
			return v[i-1], true
		}
	}
	return v[0], true
}

// cut parts a line at the gutter.
func cut(chars []glyph.Char, parts []run, x float64) (left, right []run, crosses bool) {
	var l, r []int
	for i := range parts {
		switch p := &parts[i]; {
		case p.x1 <= x:
			l = append(l, p.chars...)
		case p.x0 >= x:
			r = append(r, p.chars...)
		default:
			return nil, nil, true
		}
	}
	if len(l) > 0 {
		left = []run{newRun(chars, l)}
	}
	if len(r) > 0 {
		right = []run{newRun(chars, r)}
	}
	return left, right, false
}

// gutter looks for the white stripe that parts two columns of running text; 0
// where there is none.
func gutter(rs []run, parts [][]run, last float64, next func() float64) float64 {
	x0, x1 := math.Inf(1), math.Inf(-1)
	for i := range rs {
		x0, x1 = min(x0, rs[i].x0), max(x1, rs[i].x1)
	}
	if last > x0 && last < x1 && uncrossed(parts, last, x1-x0) {
		return last
	}
	width := x1 - x0
	best, at := 0, 0.0
	for x := x0 + 0.3*width; x <= x0+0.7*width; x += max(width/200, 0.5) {
		if n := parted(parts, x, x0, x1); n > best {
			best, at = n, x
		}
	}
	if at == 0 && next != nil && sided(parts, (x0+x1)/2) {
		if x := next(); x > x0 && x < x1 && uncrossed(parts, x, x1-x0) {
			return x
		}
	}
	return at
}

// sided tells whether lines of a page may be those of two columns: two begin right of
// its middle and two end left of it.
func sided(parts [][]run, middle float64) bool {
	left, right := 0, 0
	for _, ps := range parts {
		for i := range ps {
			if ps[i].x1 < middle {
				left++
			} else if ps[i].x0 > middle {
				right++
			}
		}
	}
	return left >= 2 && right >= 2
}

// uncrossed tells whether the gutter of a page beside this one is white here
// too, headings over both columns aside: they stand in the middle and are short.
func uncrossed(parts [][]run, x, width float64) bool {
	crossed := 0
	for i := range parts {
		for _, p := range parts[i] {
			if p.x0 >= x || p.x1 <= x || len(parts[i]) == 1 && math.Abs(p.x0+p.x1-2*x) < 4*p.size && p.x1-p.x0 < 0.9*width {
				continue
			}
			crossed++
		}
	}
	return crossed <= gutterCrossed && crossed*3 < len(parts)
}

// parted counts the lines of running text beside x; 0 where too many cross it
// or the sides are no running text.
func parted(parts [][]run, x, x0, x1 float64) int {
	var leftFill, rightFill []float64
	crossed := 0
	for i := range parts {
		lw, rw := 0.0, 0.0
		cross := false
		for _, p := range parts[i] {
			switch {
			case p.x1 <= x:
				lw += p.x1 - p.x0
			case p.x0 >= x:
				rw += p.x1 - p.x0
			default:
				cross = true
			}
		}
		if cross {
			crossed++
			continue
		}
		if lw > 0 {
			leftFill = append(leftFill, lw/(x-x0))
		}
		if rw > 0 {
			rightFill = append(rightFill, rw/(x1-x))
		}
	}
	n := min(len(leftFill), len(rightFill))
	if crossed > gutterCrossed+n/4 || n < columnLines || middle(leftFill) < columnFilled || middle(rightFill) < columnFilled {
		return 0
	}
	return len(leftFill) + len(rightFill)
}

func middle(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}
