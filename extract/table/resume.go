package table

import (
	"cmp"
	"math"
	"slices"
)

// resume adds to the tables of a page the rest of the one that ended the page
// before, where it is no table by itself.
func resume(p *Page, lower []Found, last *Found) []Found {
	if len(lower) > 0 && startsPage(p, &lower[0]) && (lower[0].Method == ruled || sameColumns(&lower[0], last)) {
		return lower
	}
	res := find(p)
	if f := ruledRest(p, res.small, last, startsPage); f != nil {
		return insert(without(lower, f), *f)
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
	l := fixedLayout(rows, from, to-1, last, res.rules)
	if !hasDatum(rows[from]) && l.headsAll(from, l.inside(rows[from])) {
		l.openHead(from - 1)
	}
	l.growDown()
	f := l.fixedGrid(last).found(p, aligned)
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
	if f := ruledRest(p, res.small, first, endsPage); f != nil {
		return insert(without(upper, f), *f)
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
	for i := to - 1; i >= 0 && fits(rows, i, to-1, first); i-- {
		if len(rows[i].segs) > 1 { // other rows are the ends of labels and numbers above them
			from = i
		}
	}
	if !goesOn(first) {
		head := sameHead(rows, from, to, first)
		if head == to && to-from >= 1 && cutHead(rows[to-1], first) {
			head = to - 1
		}
		from = head
	}
	if n := len(upper); from == to || n > 0 && upper[n-1].Box[3] > rows[from].y0 {
		return upper
	}
	l := fixedLayout(rows, from, to-1, first, res.rules)
	l.openHead(endOf(upper, rows))
	f := l.fixedGrid(first).found(p, aligned)
	grade(&f)
	return insert(upper, f)
}

// sameHead is the row of from…to that holds the header with which a table begins;
// to where there is none.
func sameHead(rows []*row, from, to int, f *Found) int {
	var want []string
	for _, c := range f.Rows[0] {
		if c.Text != "" {
			want = append(want, c.Text)
		}
	}
	for ; from < to; from++ {
		for n := from + 1; len(want) > 1 && n <= min(to, from+headLines); n++ {
			if slices.Equal(headTexts(rows[from:n]), want) {
				return from
			}
		}
	}
	return to
}

// headTexts are the headings in some lines, from the left: texts below each other are
// one heading.
func headTexts(rows []*row) []string {
	var heads []segment
	for _, r := range rows {
		for _, s := range r.segs {
			at := slices.IndexFunc(heads, func(h segment) bool { return s.x0 < h.x1 && h.x0 < s.x1 })
			if at < 0 {
				heads = append(heads, s)
				continue
			}
			h := &heads[at]
			h.text += s.text
			h.x0, h.x1 = math.Min(h.x0, s.x0), math.Max(h.x1, s.x1)
		}
	}
	slices.SortFunc(heads, func(a, b segment) int { return cmp.Compare(a.x0, b.x0) })
	out := make([]string, len(heads))
	for i, h := range heads {
		out[i] = h.text
	}
	return out
}

// cutHead tells whether a row at the foot of a page holds the first lines of the
// headings whose last lines begin the table of the next page: texts alone, over all
// columns that go on there, with none over the labels that does.
func cutHead(r *row, f *Found) bool {
	if hasDatum(r) || len(f.Rows) < 2 || f.Rows[0][0].Text != "" || !goesOn(&Found{Rows: f.Rows[1:]}) {
		return false
	}
	n := 0
	for _, c := range f.Rows[0] {
		if c.Text != "" {
			n++
		}
	}
	return n > 0 && len(r.segs) > max(n, len(f.Rows[0])/2)
}

// endOf is the last row of the tables above, -1 where there are none.
func endOf(upper []Found, rows []*row) int {
	at := -1
	for i, r := range rows {
		if n := len(upper); n > 0 && middleY(r) < upper[n-1].Box[3] {
			at = i
		}
	}
	return at
}

// openHead takes the header into a table at the foot of a page: what stands above
// its first row with a number. Rows up to floor belong to the table before.
func (l *layout) openHead(floor int) {
	for l.first <= l.bottom && !hasDatum(l.rows[l.first]) {
		l.first++
	}
	if l.first > l.bottom {
		l.first, l.headOnly = l.top, true
		return
	}
	for i := l.top; i < l.first; i++ {
		l.member[i] = false
	}
	l.measureInk()
	l.growUp(floor)
}

// ruledRest is the small ruled grid of a page that goes on with a ruled table of
// the page beside it: the same columns, at the edge they share.
func ruledRest(p *Page, small []*grid, other *Found, edge func(*Page, *Found) bool) *Found {
	if other.Method != ruled {
		return nil
	}
	for _, g := range small {
		f := g.found(p, ruled)
		grade(&f)
		if sameXs(g, other) && edge(p, &f) {
			return &f
		}
	}
	return nil
}

// without leaves out the tables found by alignment in what f, a drawn one, holds.
func without(fs []Found, f *Found) []Found {
	var out []Found
	for _, o := range fs {
		if o.Method == ruled || o.Box[3] <= f.Box[1] || o.Box[1] >= f.Box[3] {
			out = append(out, o)
		}
	}
	return out
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
		end := f.Xs[len(f.Xs)-1] + 4
		if n := len(l.gaps); n > 0 && s.x0 > l.gaps[n-1].mid() {
			end += 2 * r.size // a heading wider than the last column
		}
		if s.x0 < f.Xs[0]-4 || s.x1 > end {
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

// fixedLayout makes a table of the rows from…to with the columns of another.
func fixedLayout(rows []*row, from, to int, f *Found, r rules) *layout {
	l := fixedColumns(rows, f)
	l.top, l.bottom, l.first, l.rules = from, to, from, r
	for i := from; i <= to; i++ {
		l.member[i] = len(rows[i].segs) > 1
	}
	l.full = fullRules(r, l.x0, l.x1, rows[from].y0-2, rows[to].y1+2)
	l.fit()
	return l
}

// fixedGrid is the grid of a table with the boundaries of another.
func (l *layout) fixedGrid(f *Found) *grid {
	g := l.grid()
	copy(g.xs, f.Xs)
	return g
}
