package table

import (
	"math"

	"yusuan/extract"
)

const aligned = extract.Aligned

// alignedGrids finds tables by the alignment of words among lines that are in
// no ruled table. Drawn lines help where there are some: they end a table, part
// its header from its body and its rows from each other.
func alignedGrids(p *Page, lines []*line, r rules) []*grid {
	rows := cutRows(lines)
	dropProse(rows)
	var out []*grid
	floor := -1
	for _, g := range regions(rows, r) {
		if !plausible(rows, g, r) {
			continue
		}
		t := newAligned(rows, g, r, floor)
		if t == nil {
			continue
		}
		floor = t.bottom
		out = append(out, t.grid())
	}
	return out
}

// plausible tells whether a region is a table and not text that happens to
// align. Precision comes first: without numbers, drawn lines must speak for it.
func plausible(rows []*row, g *region, r rules) bool {
	cols := len(inner(g.gaps)) + 1
	if cols < 2 || len(g.members) < 2 || isContents(rows, g) {
		return false
	}
	drawn := spanningRules(rows, g, r)
	data, cells, long := 0, 0, 0
	for _, i := range g.members {
		for k, s := range rows[i].segs {
			if k > 0 {
				cells++
				if s.datum {
					data++
				}
			}
			if len(s.words) > 8 {
				long++
			}
		}
	}
	if long*3 > cells+len(g.members) {
		return false
	}
	if isChart(rows, g) {
		return false
	}
	share := float64(data) / math.Max(1, float64(cells))
	n := len(g.members)
	switch {
	case share >= 0.5 && n >= 3:
		return true
	case share >= 0.5 && drawn >= 2:
		return true
	case drawn >= 2 && n >= 3:
		return true
	case share >= 0.3 && cols >= 3 && n >= 4:
		return true
	}
	return share >= 0.5 && cols >= 3 && oneKind(rows, g) && headedRows(rows, g, cols)
}

// oneKind tells whether the members hold a number each in a column, or none.
func oneKind(rows []*row, g *region) bool {
	first := rows[g.members[0]].segs
	for _, i := range g.members {
		for k, s := range rows[i].segs {
			if k >= len(first) || s.datum != first[k].datum {
				return false
			}
		}
	}
	return true
}

// headedRows tells whether all members fill all columns and the row above them
// holds a heading for each: a table of two rows.
func headedRows(rows []*row, g *region, cols int) bool {
	for _, i := range g.members {
		if len(rows[i].segs) != cols {
			return false
		}
	}
	if g.first == 0 {
		return false
	}
	head, first := rows[g.first-1], rows[g.first]
	if len(head.segs) != cols || hasDatum(head) || first.base-head.base > 3*first.size || isCaption(head.segs[0].text) {
		return false
	}
	l := &layout{gaps: inner(g.gaps)}
	return l.oneEach(head.segs)
}

// isChart tells whether most columns are filled in one row only, or most places
// not at all: the axes of a drawing.
func isChart(rows []*row, g *region) bool {
	gaps := inner(g.gaps)
	l := &layout{gaps: gaps}
	filled := make([]int, len(gaps)+1)
	for _, i := range g.members {
		for _, s := range rows[i].segs {
			from, _ := l.column(s.x0, s.x1)
			filled[from]++
		}
	}
	once := 0
	for _, n := range filled {
		if n <= 1 {
			once++
		}
	}
	n, all := 0, 0
	for _, k := range filled {
		n, all = n+k, all+len(g.members)
	}
	sparse := len(filled) >= 4 && (5*n < 2*all || 2*n < all && 2*filled[0] < len(g.members))
	return len(g.members) > 2 && (2*once > len(filled) || sparse)
}

// spanningRules counts the drawn level lines over most of a region's width,
// from a little above it to a little below.
func spanningRules(rows []*row, g *region, r rules) int {
	x0, x1 := extent(rows, g.members)
	first, last := rows[g.first], rows[g.last]
	return len(fullRules(r, x0, x1, first.y0-8*first.size, last.y1+3*last.size))
}

// fullRules returns the places of the level lines between y0 and y1 that cover
// most of x0…x1, in one piece or several.
func fullRules(r rules, x0, x1, y0, y1 float64) []float64 {
	var out []float64
	for i := 0; i < len(r.level); {
		pos, got := r.level[i].pos, 0.0
		for ; i < len(r.level) && r.level[i].pos == pos; i++ {
			got += math.Max(0, math.Min(r.level[i].hi, x1)-math.Max(r.level[i].lo, x0))
		}
		if pos < y0 || pos > y1 || got < 0.75*(x1-x0) {
			continue
		}
		if n := len(out); n == 0 || pos-out[n-1] > 4 {
			out = append(out, pos)
		}
	}
	return out
}

// extent is the ink's left and right end over the segments of some rows.
func extent(rows []*row, which []int) (x0, x1 float64) {
	x0, x1 = math.Inf(1), math.Inf(-1)
	for _, i := range which {
		for _, s := range rows[i].segs {
			x0, x1 = math.Min(x0, s.x0), math.Max(x1, s.x1)
		}
	}
	return x0, x1
}
