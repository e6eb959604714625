package text

import (
	"regexp"
)

// captionWord opens the caption of a table: 表1, 附表二.
var captionWord = regexp.MustCompile(`^\s*(?:附?[表图]|附件)\s?[\d一二三四五六七八九十]`)

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
		if words := spreadWords(s.lines[e.line].Text); len(words) == most {
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

// header places a row above the data: cell by cell where it has one for each
// column, else over the columns that each word stands above.
func (b *gridBuilder) header(e entry) {
	if len(e.segs) == len(b.cols) {
		b.f.rows = append(b.f.rows, b.cells(e, upTo(len(e.segs))))
		return
	}
	place, span := b.evenly(e.segs)
	if place == nil {
		place, span = b.above(e.segs)
	}
	r := b.cells(e, place)
	for i, c := range place {
		if span[i] < 2 {
			continue
		}
		r.cells[c].ColSpan = span[i]
		for k := c + 1; k < c+span[i]; k++ {
			r.cells[k].Covered = true
		}
	}
	b.f.rows = append(b.f.rows, r)
}

// evenly gives every word of a group header as many of the columns behind the first,
// where the middle of each word lies above its own; nil where not.
func (b *gridBuilder) evenly(segs []segment) (place, span []int) {
	each := (len(b.cols) - 1) / len(segs)
	if len(segs) < 2 || each < 2 || each*len(segs) != len(b.cols)-1 {
		return nil, nil
	}
	for i, g := range segs {
		first, last := 1+i*each, i*each+each
		if middle := (g.x0 + g.x1) / 2; middle < b.cols[first].left || middle > b.cols[last].right {
			return nil, nil
		}
		place, span = append(place, first), append(span, each)
	}
	return place, span
}

// above gives every word of a header the columns that it stands above.
func (b *gridBuilder) above(segs []segment) (place, span []int) {
	next := 0
	for i, g := range segs {
		left := len(segs) - i - 1
		first, last := b.under(g, next, len(b.cols)-left)
		place, span = append(place, first), append(span, last-first+1)
		next = last + 1
	}
	return place, span
}

// under finds the columns from..to-1 that a header word stands above: column
// borders lie halfway between the columns' cells.
func (b *gridBuilder) under(g segment, from, to int) (int, int) {
	first, last := -1, -1
	for c := from; c < to; c++ {
		lo, hi := b.cols[c].left, b.cols[c].right
		if c > 0 {
			lo = (b.cols[c-1].right + lo) / 2
		}
		if c+1 < len(b.cols) {
			hi = (hi + b.cols[c+1].left) / 2
		} else {
			hi = far
		}
		if min(g.x1, hi)-max(g.x0, lo) >= 1 {
			if first < 0 {
				first = c
			}
			last = c
		}
	}
	if first < 0 {
		return from, from
	}
	return first, last
}
