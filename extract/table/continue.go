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
	if len(lower) > 0 && startsPage(below, &lower[0]) && !lower[0].Continues && goesOn(&lower[0]) {
		upper = precede(above, upper, &lower[0])
	}
	if len(upper) == 0 || len(lower) == 0 {
		return upper, lower
	}
	last, first := &upper[len(upper)-1], &lower[0]
	if !endsPage(above, last) || !sameColumns(last, first) {
		return upper, lower
	}
	over := between(below, first)
	switch {
	case len(over) == 0 && !ownHeader(last, first), repeats(above, last, over, first):
		first.Continues = true
		joinSplitRow(last, first)
	case !goesOn(first):
	case len(over) <= 2:
		first.Continues = true
		first.Problems = append(first.Problems, lostRow(first))
		grade(first)
	}
	return upper, lower
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
	if f.Header > 0 {
		return false
	}
	for _, c := range f.Rows[0] {
		if isDatum(c.Text) {
			return true
		}
	}
	return false
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

// resume adds to the tables of a page the rest of the one that ended the page
// before, where it is no table by itself.
func resume(p *Page, lower []Found, last *Found) []Found {
	if len(lower) > 0 && startsPage(p, &lower[0]) && (lower[0].Method == ruled || sameColumns(&lower[0], last)) {
		return lower
	}
	res := find(p)
	for _, g := range res.small {
		f := g.found(p, ruled)
		grade(&f)
		if last.Method == ruled && sameXs(g, last) && startsPage(p, &f) {
			return insert(lower, f)
		}
	}
	if last.Method == ruled {
		return lower
	}
	rows := cutRows(res.lines)
	from := 0
	for from < len(rows) && (rows[from].base < p.Height*margin || rows[from].base < p.Height*wider && !fits(rows, from, from, last)) {
		from++
	}
	to := from
	for to < len(rows) && fits(rows, to, from, last) && rows[to].base < p.Height*(1-margin) {
		to++
	}
	to = lastWithDatum(rows, from, to)
	if to == from || len(lower) > 0 && !replaces(&lower[0], rows[from], rows[to-1], last) {
		return lower
	}
	f := fixedLayout(rows, from, to-1, last, res.rules, true).found(p, aligned)
	grade(&f)
	if len(lower) > 0 && lower[0].Box[1] < rows[to-1].base {
		lower = lower[1:]
	}
	return insert(lower, f)
}

// precede adds to the tables of a page the beginning of the one that starts the
// next page, where it is no table by itself.
func precede(p *Page, upper []Found, first *Found) []Found {
	if n := len(upper); n > 0 && endsPage(p, &upper[n-1]) {
		return upper
	}
	res := find(p)
	for _, g := range res.small {
		f := g.found(p, ruled)
		grade(&f)
		if first.Method == ruled && sameXs(g, first) && endsPage(p, &f) {
			return insert(upper, f)
		}
	}
	if first.Method == ruled {
		return upper
	}
	rows := cutRows(res.lines)
	to := len(rows)
	for to > 0 && rows[to-1].base > p.Height*(1-margin) {
		to--
	}
	from := to
	for from > 0 && fits(rows, from-1, to-1, first) && len(rows[from-1].segs) > 1 {
		from--
	}
	if n := len(upper); from == to || n > 0 && upper[n-1].Box[3] > rows[from].y0 {
		return upper
	}
	f := fixedLayout(rows, from, to-1, first, res.rules, false).found(p, aligned)
	grade(&f)
	return insert(upper, f)
}

func insert(fs []Found, f Found) []Found {
	fs = append(append([]Found(nil), fs...), f)
	inOrder(fs)
	return fs
}

// fits tells whether row i stands in the columns of a table and at the distance
// of its rows from the row next to it; the row is cut by them.
func fits(rows []*row, i, start int, f *Found) bool {
	r := rows[i]
	if len(r.segs) == 0 || isCaption(r.segs[0].text) || isNote(r.segs[0].text) {
		return false
	}
	if i != start {
		beside := i - 1
		if i < start {
			beside = i + 1
		}
		next := rows[beside]
		if math.Abs(r.base-next.base) > 1.5*rowPitch(f) {
			return false
		}
	}
	l := fixedColumns(rows, f)
	l.narrow(r.segs)
	var segs []segment
	for _, s := range r.segs {
		if s.x0 < f.Xs[0]-4 || s.x1 > f.Xs[len(f.Xs)-1]+4 {
			return false
		}
		for _, part := range l.split(s) {
			if from, to := l.column(part.x0, part.x1); from != to {
				return false
			}
			segs = append(segs, part)
		}
	}
	r.segs = segs
	return true
}

func rowPitch(f *Found) float64 {
	steps := make([]float64, len(f.Rows))
	for i := range steps {
		steps[i] = f.Ys[i+1] - f.Ys[i]
	}
	return median(steps)
}

// lastWithDatum is the end of the rows from…to without those after the last one
// that holds a number.
func lastWithDatum(rows []*row, from, to int) int {
	for ; to > from; to-- {
		if hasDatum(rows[to-1]) {
			return to
		}
	}
	return from
}

// replaces tells whether the rows are what a table of the page holds already,
// seen without the columns of the page before: a table found by alignment.
func replaces(f *Found, first, last *row, by *Found) bool {
	if f.Box[1] > last.base {
		return true
	}
	return f.Method == aligned && f.Box[3] <= last.y1+2 && len(f.Xs) <= len(by.Xs)
}

// fixedColumns is a layout with the columns of another table.
func fixedColumns(rows []*row, f *Found) *layout {
	l := &layout{rows: rows, fixed: true, step: rowPitch(f), x0: f.Xs[0], x1: f.Xs[len(f.Xs)-1], member: make([]bool, len(rows))}
	l.gaps = append(l.gaps, whiteOf(f)...)
	return l
}

// fixedLayout makes a table of the rows from…to with the columns of another;
// down takes in last rows without numbers.
func fixedLayout(rows []*row, from, to int, f *Found, r rules, down bool) *grid {
	l := fixedColumns(rows, f)
	l.top, l.bottom, l.first, l.rules = from, to, from, r
	for i := from; i <= to; i++ {
		l.member[i] = len(rows[i].segs) > 1
	}
	l.full = fullRules(r, l.x0, l.x1, rows[from].y0-2, rows[to].y1+2)
	l.fit()
	if down {
		l.growDown()
	}
	g := l.grid()
	copy(g.xs, f.Xs)
	return g
}

// lostRow is the problem of a table that goes on over a page break below lines
// that are in no table.
func lostRow(f *Found) extract.Problem {
	return extract.Problem{Code: "E003", Page: f.Page,
		Message: "续表上方有未归入表格的文字行，换页处的首行可能遗漏，请对照原文核对"}
}
