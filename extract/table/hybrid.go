package table

import "math"

// completed returns the grid of a lattice that lacks lines, with the columns
// that the alignment of its words shows, or nil where the lattice needs none.
//
// A lattice lacks upright lines where several rows hold numbers side by side in
// one cell: then drawn columns and seen ones together make the grid, and drawn
// level lines part its rows.
func (g *grid) completed(l *lattice, r rules) *grid {
	rows := g.textRows(l)
	gaps, extra := g.hiddenColumns(rows)
	if !extra && !g.fusedRows() {
		return nil
	}
	lay := &layout{rows: rows, bottom: len(rows) - 1, gaps: gaps, x0: g.xs[0], x1: g.xs[len(g.xs)-1], rules: r}
	lay.member = make([]bool, len(rows))
	lay.first = -1
	for i, row := range rows {
		lay.recut(row)
		lay.member[i] = isMember(row) && hasDatum(row)
		if lay.member[i] && lay.first < 0 {
			lay.first = i
		}
	}
	if lay.first < 0 {
		return nil
	}
	lay.measureInk()
	lay.full = fullRules(r, lay.x0, lay.x1, g.ys[0]-1, g.ys[len(g.ys)-1]+1)
	out := lay.grid()
	out.xs[0], out.xs[len(out.xs)-1] = lay.x0, lay.x1
	return out
}

// textRows cuts the words of the grid to rows; drawn upright lines part segments.
func (g *grid) textRows(l *lattice) []*row {
	var all []*word
	owner := map[*word]int{}
	for i, ws := range g.words {
		for _, w := range ws {
			owner[w] = i
			all = append(all, w)
		}
	}
	var lines []*line
	for _, ws := range wordLines(all) {
		ln := &line{words: ws}
		ln.measure()
		lines = append(lines, ln)
	}
	rows := cutRows(lines)
	for _, r := range rows {
		var segs []segment
		for _, s := range r.segs {
			start := 0
			for k := 1; k <= len(s.words); k++ {
				if k == len(s.words) || owner[s.words[k]] != owner[s.words[k-1]] {
					segs = append(segs, newSegment(s.words[start:k]))
					start = k
				}
			}
		}
		r.segs = segs
	}
	return rows
}

// recut splits segments of a row at the columns.
func (l *layout) recut(r *row) {
	var segs []segment
	for _, s := range r.segs {
		segs = append(segs, l.split(s)...)
	}
	r.segs = segs
}

// hiddenColumns returns the white between the columns, drawn and seen, and
// whether there are more than drawn ones.
func (g *grid) hiddenColumns(rows []*row) (gaps []gap, extra bool) {
	for c := 0; c < g.cols(); c++ {
		if c > 0 {
			gaps = append(gaps, gap{g.xs[c], g.xs[c]})
		}
		if in := hidden(rows, g.xs[c], g.xs[c+1]); len(in) > 0 {
			gaps, extra = append(gaps, in...), true
		}
	}
	return gaps, extra
}

// hidden returns the white that parts numbers inside x0…x1 in row after row.
func hidden(rows []*row, x0, x1 float64) []gap {
	var seen []gap
	filled, parted := 0, 0
	size := 10.0
	for _, r := range rows {
		part := &row{line: r.line}
		for _, s := range r.segs {
			if s.x0 >= x0-2 && s.x1 <= x1+2 {
				part.segs = append(part.segs, s)
			}
		}
		if len(part.segs) == 0 {
			continue
		}
		filled++
		if len(part.segs) < 2 || !part.segs[1].datum {
			continue
		}
		own := gapsOf(part)
		if seen == nil {
			seen, parted, size = own, 1, r.size
			continue
		}
		if both := common(seen, own, minGap*r.size); len(inner(both)) > 0 {
			seen, parted = both, parted+1
		}
	}
	if parted < 3 || 2*parted < filled {
		return nil
	}
	var out []gap
	for _, g := range inner(seen) {
		if g.width() > tightGap*size && !math.IsInf(g.mid(), 0) {
			out = append(out, g)
		}
	}
	return out
}

// fusedRows tells whether rows of the grid are one cell although numbers stand
// side by side in them, as where only every other row is shaded.
func (g *grid) fusedRows() bool {
	fused := 0
	for i, a := range g.areas {
		if a.c1-a.c0 < 1 || len(g.words[i]) < 2 {
			continue
		}
		data := 0
		for _, w := range g.words[i] {
			if isAmount(w.text) && g.xs[0] < w.x0 {
				data++
			}
		}
		if data >= 2 && 2*data >= len(g.words[i]) {
			fused++
		}
	}
	return fused >= 2
}
