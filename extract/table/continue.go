package table

import (
	"math"
	"strings"

	"yusuan/extract"
)

// Continue looks at two pages that follow each other, and at their tables as
// Find returned them. It marks the first table of the lower page where it goes
// on with the last one of the upper page, and adds what is no table by itself
// but is the rest of one: rows at the top of the lower page below the columns of
// the upper table, and rows at the foot of the upper page above those of the
// lower one. Both slices are returned, changed or not.
//
// A reader calls it for every pair of pages in order, and may lay a page
// (function Lay) once Continue has seen it together with the next one.
func Continue(above *Page, upper []Found, below *Page, lower []Found) (up, low []Found) {
	if n := len(upper); n > 0 && endsPage(above, &upper[n-1]) {
		lower = resume(below, lower, &upper[n-1])
	}
	if len(lower) > 0 && startsPage(below, &lower[0]) && !lower[0].Continues {
		upper = precede(above, upper, &lower[0])
	}
	if len(upper) == 0 || len(lower) == 0 {
		return upper, lower
	}
	last, first := &upper[len(upper)-1], &lower[0]
	if !endsPage(above, last) {
		return upper, lower
	}
	over := between(below, first)
	if !sameColumns(last, first) {
		mayGoOn(last, first, over)
		return upper, lower
	}
	foldHead(last, first)
	switch {
	case len(over) == 0 && !ownHeader(last, first), repeats(above, last, over, first):
		first.Continues = true
		joinSplitRow(last, first)
		alignIndents(last, first)
	case !goesOn(first) || captioned(over):
		mayGoOn(last, first, over)
	case len(over) <= 2:
		first.Continues = true
		first.Problems = append(first.Problems, lostRow(first))
		first.lower(textLeft, "lines in no table between the top of the page and the rest of a table")
		alignIndents(last, first)
	}
	return upper, lower
}

// mayGoOn marks a table that the next page seems to go on with, though their headings or
// columns are not read alike: rows may lack in it.
func mayGoOn(last, first *Found, over []*line) {
	if len(over) > 2 || captioned(over) || !sharesHeads(last, first) {
		return
	}
	last.lower(unfinished, "the next page begins with a table of the same headings")
	last.problem("下一页开头的表与本表表头相近而未能接续，本表可能未读全，请对照原文核对")
}

// sharesHeads tells whether two tables without drawn columns have two headings or more of
// their first lines in common: they may be one table, one of whose pages was misread.
func sharesHeads(a, b *Found) bool {
	if a.Method == ruled || b.Method == ruled {
		return false
	}
	heads := headsOf(a)
	n := 0
	for text := range headsOf(b) {
		if heads[text] {
			n++
		}
	}
	return n >= 2
}

// foldHead makes the headings of a table one row where they are, column by column, the
// header of the table before, and a line that wraps otherwise is all that parts them.
func foldHead(last, first *Found) {
	k := 0
	for k < len(first.Rows) && headsOnly(&Found{Rows: first.Rows[k : k+1]}) {
		k++
	}
	if k < 2 || k == len(first.Rows) || len(first.Rows[0]) != len(last.Rows[0]) || len(first.Ys) != len(first.Rows)+1 {
		return
	}
	for c, want := range last.Rows[0] {
		var text strings.Builder
		for _, row := range first.Rows[:k] {
			text.WriteString(row[c].Text)
		}
		if want.Text == "" || text.String() != want.Text {
			return
		}
	}
	for c := range first.Rows[0] {
		cell := &first.Rows[0][c]
		cell.Text, cell.RowSpan, cell.ColSpan, cell.Covered = last.Rows[0][c].Text, 1, 1, false
	}
	first.Rows = append(first.Rows[:1], first.Rows[k:]...)
	first.Ys = append(first.Ys[:1], first.Ys[k:]...)
	first.Header = 1
}

// headsOf is the set of texts in the lines of a table down to its first number.
func headsOf(f *Found) map[string]bool {
	out := map[string]bool{}
	for _, row := range f.Rows {
		for _, c := range row {
			if isDatum(c.Text) {
				return out
			}
		}
		for _, c := range row {
			if c.Text != "" {
				out[c.Text] = true
			}
		}
	}
	return out
}

// captioned tells whether a table has a unit of its own above it, as a table does that
// begins.
func captioned(over []*line) bool {
	for _, l := range over {
		if unitLine.MatchString(joinWords(l.words)) {
			return true
		}
	}
	return false
}

const (
	margin = 0.065 // of the page's height that holds running headers or footers only
	wider  = 0.12  // of the page's height in which a line set apart is one of them
)

// endsPage tells whether nothing but a running footer stands under the table.
func endsPage(p *Page, f *Found) bool {
	at := math.Inf(-1)
	for _, l := range textLines(p, nil) {
		if middleOf(l) < f.Box[3] || l.base > p.Height*(1-margin) {
			continue
		}
		if at > 0 && l.base-at > 2 || l.base < p.Height*(1-wider) || l.base-f.Box[3] < 1.5*l.size {
			return false
		}
		at = l.base
	}
	return true
}

func middleOf(l *line) float64 { return l.base - 0.35*l.size }

// startsPage tells whether nothing but a running header stands above the table.
func startsPage(p *Page, f *Found) bool { return len(between(p, f)) == 0 }

// between returns the lines between the running header and the table.
func between(p *Page, f *Found) []*line {
	var out []*line
	for _, l := range textLines(p, nil) {
		if middleOf(l) < f.Box[1] && l.base > p.Height*margin {
			out = append(out, l)
		}
	}
	if len(out) > 0 && out[0].base < p.Height*wider {
		below := f.Box[1] + out[0].size
		if len(out) > 1 {
			below = out[1].base
		}
		if below-out[0].base > 2.2*out[0].size {
			out = out[1:]
		}
	}
	return out
}

// repeats tells whether a table opens with the header of the one before, below
// nothing but what is repeated on every page of a long table.
func repeats(above *Page, last *Found, lines []*line, first *Found) bool {
	if len(last.Rows[0]) != len(first.Rows[0]) || len(lines) > 4 {
		return false
	}
	for c := range first.Rows[0] {
		if first.Rows[0][c].Text != last.Rows[0][c].Text {
			return false
		}
	}
	seen := map[string]bool{}
	for _, l := range textLines(above, nil) {
		seen[joinWords(l.words)] = true
	}
	for _, l := range lines {
		text := joinWords(l.words)
		if !seen[text] && !unitLine.MatchString(text) && !strings.Contains(text, "续") {
			return false
		}
	}
	return len(lines) == 0 || strings.Contains(joinWords(lines[0].words), "续") || seen[joinWords(lines[0].words)]
}

// ownHeader tells whether the first row of a table is another header than that
// of the table before: text where that one has numbers.
func ownHeader(last, first *Found) bool {
	same := true
	for c, cell := range first.Rows[0] {
		same = same && cell.Text == last.Rows[0][c].Text
	}
	if same {
		return false
	}
	for c, cell := range first.Rows[0] {
		if cell.Text != "" && !isDatum(cell.Text) && numeric(last, c) {
			return true
		}
	}
	return false
}

// numeric tells whether most cells of a column hold numbers.
func numeric(f *Found, c int) bool {
	n, data := 0, 0
	for _, row := range f.Rows {
		if row[c].Text == "" {
			continue
		}
		n++
		if isDatum(row[c].Text) {
			data++
		}
	}
	return 2*data > n
}

// goesOn tells whether a table has no header of its own: its first row holds
// data.
func goesOn(f *Found) bool {
	if f.Header > 0 && !(f.Header == 1 && endsOnly(f.Rows[0])) {
		return false
	}
	for _, c := range f.Rows[0] {
		if isDatum(c.Text) {
			return true
		}
	}
	return false
}

// endsOnly tells whether a row holds nothing but a few short pieces of numbers: the
// ends of those in the row before the page break, not a header of years.
func endsOnly(row []Cell) bool {
	n := 0
	for _, c := range row {
		if c.Text == "" {
			continue
		}
		if n++; !piece.MatchString(c.Text) || len(c.Text) > 3 {
			return false
		}
	}
	return n > 0 && 2*n < len(row)
}

// sameColumns tells whether two tables share their columns: drawn boundaries at
// the same places, or white between words that overlaps.
func sameColumns(a, b *Found) bool {
	if len(a.Xs) != len(b.Xs) {
		return false
	}
	if a.Method == ruled && b.Method == ruled {
		for i := range a.Xs {
			if math.Abs(a.Xs[i]-b.Xs[i]) > 4 {
				return false
			}
		}
		return true
	}
	u, v := whiteOf(a), whiteOf(b)
	for i := range u {
		if u[i].lo > v[i].hi+4 || v[i].lo > u[i].hi+4 {
			return false
		}
	}
	last := len(a.Xs) - 1
	return math.Abs(a.Xs[0]-b.Xs[0]) < 30 && math.Abs(a.Xs[last]-b.Xs[last]) < 30
}

// whiteOf returns the white between the columns of a table, for a ruled one its
// lines.
func whiteOf(f *Found) []gap {
	if len(f.white) == len(f.Xs)-2 {
		return f.white
	}
	var out []gap
	for _, x := range f.Xs[1 : len(f.Xs)-1] {
		out = append(out, gap{x, x})
	}
	return out
}

func sameXs(g *grid, f *Found) bool { return sameColumns(&Found{Xs: g.xs, Method: ruled}, f) }

// lostRow is the problem of a table that goes on over a page break below lines
// that are in no table.
func lostRow(f *Found) extract.Problem {
	return extract.Problem{Code: "E003", Page: f.Page,
		Message: "续表上方有未归入表格的文字行，换页处的首行可能遗漏，请对照原文核对"}
}
