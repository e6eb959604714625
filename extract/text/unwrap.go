package text

import (
	"strings"

	"yusuan/extract/runes"
)

// unwrap joins a label that runs over two or more lines: a row of one label alone,
// right below one that fills its column. The cell keeps the place of its first line.
func (b *gridBuilder) unwrap(first int) {
	widest := b.widestLabels(first)
	rows := b.f.rows[:min(first, len(b.f.rows))]
	for k := first; k < len(b.f.rows); k++ {
		r := b.f.rows[k]
		c := onlyLabel(r)
		if k > first && c >= 0 && b.adjacent(rows[len(rows)-1], r) && !startsLabel(r.cells[c].Text) {
			above := &rows[len(rows)-1]
			if last := b.lastPart(*above, c); last > 0 && last >= widest[c]-fullLabel {
				above.cells[c].Text += r.cells[c].Text
				above.lines = append(above.lines, r.lines...)
				continue
			}
			if above.around {
				above.cells[c].Text += r.cells[c].Text
				above.lines = append(above.lines, r.lines...)
				above.around = false
				continue
			}
		}
		if k > first && r.cells[0].Text == "" && onlyLabel(rows[len(rows)-1]) == 0 && b.adjacent(rows[len(rows)-1], r) {
			above := rows[len(rows)-1]
			r.cells[0], r.around = above.cells[0], true
			r.lines = append(above.lines, r.lines...)
			rows[len(rows)-1] = r
			continue
		}
		rows = append(rows, r)
	}
	b.f.rows = rows
}

// fullLabel is how much narrower than the widest a label that fills its column may
// be, in half-width units: a sign that may not begin a line.
const fullLabel = 3

// widestLabels is the width of the widest label line of each column.
func (b *gridBuilder) widestLabels(first int) []int {
	out := make([]int, len(b.cols))
	for _, r := range b.f.rows[min(first, len(b.f.rows)):] {
		for c := range r.cells {
			out[c] = max(out[c], runes.StringWidth(r.cells[c].Text))
		}
	}
	return out
}

// onlyLabel is the column of a row's one cell where that is a label; -1 for other rows.
func onlyLabel(r row) int {
	if r.unplaced {
		return -1
	}
	at := -1
	for c, cell := range r.cells {
		if cell.Text == "" {
			continue
		}
		if at >= 0 || runes.IsNumber(cell.Text) || runes.IsDash(cell.Text) {
			return -1
		}
		at = c
	}
	return at
}

// adjacent tells whether a row's line follows the one above without anything between.
func (b *gridBuilder) adjacent(above, r row) bool {
	return above.lines[len(above.lines)-1]+1 == r.lines[0]
}

// lastPart is the width of the last line of a row's label; 0 without one.
func (b *gridBuilder) lastPart(r row, c int) int {
	if r.cells[c].Text == "" || len(r.lines) == 1 {
		return runes.StringWidth(r.cells[c].Text)
	}
	return runes.StringWidth(runes.Trim(b.s.lines[r.lines[len(r.lines)-1]].Text))
}

// startsLabel tells a label that begins something of its own.
func startsLabel(t string) bool {
	return headingNumber.MatchString(t) || strings.HasPrefix(t, "其中") || strings.HasPrefix(t, "总") || strings.HasPrefix(t, "合")
}

// wrapsOn tells whether a label alone goes on with the label of the row above it,
// which fills its column: the last row of a table may wrap too.
func wrapsOn(s *source, block []entry, e entry) bool {
	above := block[len(block)-1]
	if above.line+1 != e.line || len(above.segs) < 2 || above.segs[0].number || startsLabel(e.segs[0].text(s.lines[e.line].Text)) {
		return false
	}
	widest, wrapped := 0, 0
	for k, b := range block {
		if len(b.segs) == 0 || b.segs[0].number {
			continue
		}
		widest = max(widest, b.segs[0].x1-b.segs[0].x0)
		if b.single && k > 0 {
			wrapped++
		}
	}
	full := above.segs[0].x1-above.segs[0].x0 >= widest-fullLabel
	return wrapped > 0 && full && e.segs[0].x0 <= above.segs[0].x0+2 && e.segs[0].x1-e.segs[0].x0 <= widest
}
