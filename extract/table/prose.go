package table

import "math"

const (
	proseLines  = 3   // lines of running text that follow each other make a block
	besideLines = 5   // the same, with other text on the same lines
	proseFill   = 0.8 // of the block's width that its lines but the last fill
	proseEm     = 9.0 // a line narrower than this many font sizes is no running text
)

// dropProse takes running text out of the rows: blocks of long lines with one
// left edge, as in a column of prose beside a table.
func dropProse(rows []*row) {
	type place struct{ r, s int }
	used := map[place]bool{}
	for i := range rows {
		for k := range rows[i].segs {
			if used[place{i, k}] || !longText(rows[i].segs[k]) {
				continue
			}
			chain := []place{{i, k}}
			for {
				at := chain[len(chain)-1]
				r, s := nextBelow(rows, at.r, at.s)
				if r < 0 || used[place{r, s}] {
					break
				}
				chain = append(chain, place{r, s})
			}
			at := func(n int) segment { return rows[chain[n].r].segs[chain[n].s] }
			others := func(n int) bool { return hasBeside(rows, chain[n].r, rows[chain[n].r].segs[chain[n].s]) }
			if !isProse(len(chain), at, others) || len(chain) < 2*besideLines && beforeNumbers(rows, len(chain), func(n int) int { return chain[n].r }) {
				continue
			}
			for _, c := range chain {
				used[c] = true
			}
		}
	}
	for i, r := range rows {
		kept := r.segs[:0:0]
		for k, s := range r.segs {
			if used[place{i, k}] {
				r.prose = append(r.prose, s)
				continue
			}
			kept = append(kept, s)
		}
		r.segs = kept
	}
}

// beforeNumbers tells whether most lines of a chain hold numbers as well: then
// they are labels of one length.
func beforeNumbers(rows []*row, n int, at func(int) int) bool {
	with := 0
	for i := 0; i < n; i++ {
		if hasDatum(rows[at(i)]) {
			with++
		}
	}
	return 5*with >= 3*n
}

// hasBeside tells whether more stands at the height of segment s of row r.
func hasBeside(rows []*row, r int, s segment) bool {
	for i := max(0, r-2); i < len(rows) && i <= r+2; i++ {
		if math.Abs(rows[i].base-rows[r].base) > 0.8*rows[r].size {
			continue
		}
		for _, t := range rows[i].segs {
			if t.x0 > s.x1 || t.x1 < s.x0 {
				return true
			}
		}
	}
	return false
}

// longText tells whether a segment may be a line of running text.
func longText(s segment) bool {
	size := s.words[0].size
	if s.datum || s.x1-s.x0 < proseEm*size {
		return false
	}
	return width(s.text) >= 20 && (len(s.words) >= 4 || hasWide(s.text))
}

func hasWide(s string) bool {
	for _, r := range s {
		if wide(r) {
			return true
		}
	}
	return false
}

// nextBelow finds the long segment that goes on with segment s of row r on the
// next line.
func nextBelow(rows []*row, r, s int) (int, int) {
	from := rows[r].segs[s]
	size := from.words[0].size
	for i := r + 1; i < len(rows) && rows[i].base-rows[r].base <= 2*size; i++ {
		if rows[i].base-rows[r].base < 0.7*size {
			continue
		}
		for k, t := range rows[i].segs {
			if math.Abs(t.x0-from.x0) <= 2.2*size && math.Abs(t.words[0].size-size) < 0.15*size && !t.datum && t.x1 <= from.x1+3*size {
				return i, k
			}
		}
	}
	return -1, -1
}

// isProse judges a chain of n segments below each other; others tells whether
// more stands on the line of one: then it takes more lines to be sure that they
// are no label in several lines.
func isProse(n int, at func(int) segment, others func(int) bool) bool {
	if n < proseLines {
		return false
	}
	lo, hi := math.Inf(1), math.Inf(-1)
	for i := 0; i < n; i++ {
		lo, hi = math.Min(lo, at(i).x0), math.Max(hi, at(i).x1)
	}
	beside := 0
	for i := 0; i < n; i++ {
		if others(i) {
			beside++
		}
	}
	if 2*beside >= n && n < besideLines {
		return false
	}
	full, letters := 0, 0
	for i := 0; i < n-1; i++ {
		if at(i).x1-lo >= proseFill*(hi-lo) {
			full++
		}
		letters += width(at(i).text)
	}
	return float64(full) >= 0.75*float64(n-1) && letters >= 24*(n-1)
}
