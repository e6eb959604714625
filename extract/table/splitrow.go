package table

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// joinSplitRow puts the rest of a row that a page break cut in two back to its
// first part, the last row above the break: the rest of a label that had no room
// left, and the ends of numbers that narrow cells break. The row below it goes; its
// characters stay with the table.
func joinSplitRow(last, first *Found) {
	at := repeatedHead(last, first)
	if len(first.Rows) < at+2 {
		return
	}
	upper, lower := last.Rows[len(last.Rows)-1], first.Rows[at]
	switch {
	case headsOnly(last) && headsOnly(&Found{Rows: first.Rows[:at+1]}) && lower[0].Text == "":
		first.Header = max(first.Header-1, 0) // the last lines of headings
	case at == 0 && first.Header > 0 && !endsOnly(lower) || !restOf(last, upper, lower):
		return
	}
	for c := range lower {
		if lower[c].Text != "" {
			upper[c].Text = upper[c].joined(lower[c].Text)
		}
	}
	first.Rows = slices.Delete(first.Rows, at, at+1)
	first.Ys = slices.Delete(first.Ys, at, at+1)
	first.Box[1] = first.Ys[0]
}

// repeatedHead is how many rows at the beginning of a table repeat those of the one
// before.
func repeatedHead(last, first *Found) int {
	for i := range first.Rows {
		if i >= len(last.Rows) {
			return i
		}
		for c, cell := range first.Rows[i] {
			if cell.Text != last.Rows[i][c].Text {
				return i
			}
		}
	}
	return len(first.Rows)
}

func (c *Cell) joined(rest string) string {
	if isDatum(rest) {
		return c.Text + rest
	}
	return joinLines([]string{c.Text, rest})
}

// headsOnly tells whether a table holds no number: its header alone stands on the page.
func headsOnly(f *Found) bool {
	for _, row := range f.Rows {
		for _, c := range row {
			if isDatum(c.Text) {
				return false
			}
		}
	}
	return true
}

// restOf tells whether row lower holds nothing but ends of what the cells of row
// upper begin.
func restOf(f *Found, upper, lower []Cell) bool {
	numbers, odd := 0, false
	for c := range lower {
		u, l := &upper[c], &lower[c]
		if l.Text == "" {
			continue
		}
		if u.Text == "" || u.Covered || l.RowSpan > 1 {
			return false
		}
		if !isDatum(l.Text) && !piece.MatchString(l.Text) {
			if c > 0 || itemStart.MatchString(l.Text) || !fullLabel(f, *u, l.Text) {
				return false
			}
			continue
		}
		broken := isBroken([]string{u.Text, l.Text})
		if !broken && !(bare.MatchString(l.Text) && wellSet.MatchString(u.Text+l.Text) && len(l.Text) <= len(u.Text)) {
			return false
		}
		numbers, odd = numbers+1, odd || broken || c < len(f.narrow) && f.narrow[c]
	}
	if numbers > 0 {
		return odd
	}
	return lower[0].Text != "" && alone(lower) && !alone(upper)
}

// fullLabel tells whether a label in the first column of a table ends where its
// column ends, so that what follows had to go to another line.
func fullLabel(f *Found, label Cell, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	if !wide(first) {
		return unicode.IsLower(first)
	}
	if f.Method == ruled {
		return label.Box[2]-label.end < 1.5*label.size
	}
	end, n := 0.0, 0
	for _, row := range f.Rows {
		end = max(end, row[0].reach)
	}
	for _, row := range f.Rows {
		if row[0].reach > end-0.6*label.size {
			n++
		}
	}
	return n >= 2 && label.end > end-1.1*label.size
}
