package table

import (
	"unicode"
	"unicode/utf8"
)

// joinSplitRow puts the rest of a label that a page break cut in two back to its
// first part: the last row above the break, whose label had no room left, and
// the first row below it, which holds nothing but the rest. The row below goes;
// its characters stay with the table.
func joinSplitRow(last, first *Found) {
	if len(first.Rows) < 2 || first.Header > 0 {
		return
	}
	upper, lower := last.Rows[len(last.Rows)-1], first.Rows[0]
	if lower[0].Text == "" || !alone(lower) || lower[0].RowSpan > 1 || upper[0].Text == "" || upper[0].Covered {
		return
	}
	if itemStart.MatchString(lower[0].Text) || alone(upper) || !fullLabel(last, upper[0], lower[0].Text) {
		return
	}
	last.Rows[len(last.Rows)-1][0].Text = joinLines([]string{upper[0].Text, lower[0].Text})
	first.Rows, first.Ys = first.Rows[1:], first.Ys[1:]
	first.Box[1] = first.Ys[0]
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
