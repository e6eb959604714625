package text

import (
	"regexp"
)

// captionWord opens the caption of a table: 表1, 附表二.
var captionWord = regexp.MustCompile(`^\s*(?:附?[表图]|附件)\s?[\d一二三四五六七八九十]`)

// behindLabels tells a header word that stands behind the first column's labels: that
// column's own word is in another line.
func behindLabels(w segment, data []entry) bool {
	for _, e := range data {
		if len(e.segs) > 1 && !e.segs[0].number && w.c0 < e.segs[0].c0+2 {
			return false
		}
	}
	return true
}

// wordHeader reads the line above a table without a header as one whose words one
// blank sets apart, where it has as many as the fullest row.
func wordHeader(s *source, rows []entry, first int) (entry, bool) {
	i := rows[0].line - 1
	if first > 0 || i < 0 || s.text(i) == "" || !rowLikeText(s.text(i)) {
		return entry{}, false
	}
	most := 0
	for _, e := range rows {
		most = max(most, len(e.segs))
	}
	words := spreadWords(s.text(i))
	if len(words) != most || hasNumber(words) {
		return entry{}, false
	}
	return entry{line: i, segs: words}, true
}

// splitHeader cuts row k above the data at every blank where that gives as many
// words as the fullest row has cells, and its wider gaps don't.
func splitHeader(s *source, rows []entry, first, k int) entry {
	e, most := rows[k], 0
	for _, r := range rows[first:] {
		most = max(most, len(r.segs))
	}
	if len(e.segs) != most {
		words := spreadWords(s.lines[e.line].Text)
		if len(words) == most || len(words) == most-1 && len(e.segs) < len(words) && behindLabels(words[0], rows[first:]) {
			e.segs = words
		}
	}
	return e
}

// dropWide drops lines above the data that have more words than the table has
// columns: they are no header.
func dropWide(rows []entry, first, n int) ([]entry, int) {
	for k := first - 1; k >= 0; k-- {
		if len(rows[k].segs) > n {
			return rows[k+1:], first - k - 1
		}
	}
	return rows, first
}

// headers places the rows above the data. Where one of them has a word for every
// column, rows of two words or more above it are groups and span columns; all other
// words stand over the nearest column.
func (b *gridBuilder) headers(rows []entry) {
	full := -1
	for k, e := range rows {
		if b.isFull(e) {
			full = k
		}
	}
	for k, e := range rows {
		place, span := b.nearest(e.segs), []int(nil)
		if k < full && len(e.segs) >= 2 && len(b.cols) <= maxGrouped && !b.isFull(e) {
			place, span = b.groups(e.segs, b.extents(rows[full]))
		}
		r := b.cells(e, place)
		for i, c := range place {
			if span == nil || span[i] < 2 {
				continue
			}
			r.cells[c].ColSpan = span[i]
			for k := c + 1; k < c+span[i]; k++ {
				r.cells[k].Covered = true
			}
		}
		b.f.rows = append(b.f.rows, r)
	}
}

// isFull tells a header row with a word for each column, the first perhaps left out.
func (b *gridBuilder) isFull(e entry) bool {
	n := len(b.cols)
	return len(e.segs) == n || n > 2 && len(e.segs) == n-1 && b.nearest(e.segs)[0] == 1
}

// nearest places words over columns, in order, by their distance alone.
func (b *gridBuilder) nearest(segs []segment) []int {
	if len(segs) == len(b.cols) {
		return upTo(len(segs))
	}
	words := append([]segment(nil), segs...)
	for i := range words {
		words[i].number = false
	}
	cols := append([]column(nil), b.cols...)
	for i := range cols {
		cols[i].number = false
	}
	place, _, _ := assign(words, cols)
	return place
}

// maxGrouped is the widest table whose group headers are placed.
const maxGrouped = 40

// extents are the columns' places with those of the full header's words.
func (b *gridBuilder) extents(e entry) []column {
	out := append([]column(nil), b.cols...)
	for i, c := range b.nearest(e.segs) {
		out[c].medLeft = min(out[c].medLeft, e.segs[i].x0)
		out[c].medRight = max(out[c].medRight, e.segs[i].x1)
	}
	return out
}

// open is the price of a column that no group covers, in quarters of a character.
const open = 2

// sure is how much worse the next best groups must be, in quarters of a character.
const sure = 3

// groups gives every word of a group header neighbouring columns, so that its middle
// lies above theirs; columns at the ends and between groups may stay free. Where
// another choice is nearly as good, the grid is unsure: a group is often a year.
func (b *gridBuilder) groups(segs []segment, cols []column) (place, span []int) {
	n := len(cols)
	type choice struct{ cost, second, first, last int }
	best := make([][]choice, len(segs)+1) // best[i][c]: words i… over columns c…
	for i := len(segs); i >= 0; i-- {
		best[i] = make([]choice, n+1)
		for c := n; c >= 0; c-- {
			if i == len(segs) {
				best[i][c] = choice{cost: (n - c) * open, second: far}
				continue
			}
			best[i][c] = choice{cost: far, second: far}
			for first := c; first < n; first++ {
				for last := first; last < n; last++ {
					off := abs(cols[first].medLeft + cols[last].medRight - segs[i].x0 - segs[i].x1)
					here, rest := (first-c)*open+off, best[i+1][last+1]
					if w := &best[i][c]; here+rest.cost < w.cost {
						*w = choice{here + rest.cost, min(w.cost, here+rest.second), first, last}
					} else {
						w.second = min(w.second, here+rest.cost)
					}
				}
			}
		}
	}
	b.unsure = b.unsure || best[0][0].second-best[0][0].cost < sure
	for i, c := 0, 0; i < len(segs); i++ {
		w := best[i][c]
		place, span = append(place, w.first), append(span, w.last-w.first+1)
		c = w.last + 1
	}
	return place, span
}
