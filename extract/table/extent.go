package table

import (
	"math"
	"regexp"
	"unicode/utf8"
)

const (
	headLines = 9   // lines of a header at most
	headPitch = 2.3 // font sizes between the lines of a header
)

// growUp takes the header into the table: the lines above the first member, up
// to a caption, a drawn line that opens the table, or white. A heading of the
// label column alone belongs to it only with more header above or below it.
func (l *layout) growUp(floor int) {
	rows := l.rows
	crossed := 0
	below := rows[l.top]
	for i := l.top - 1; i > floor && l.first-i <= headLines; i-- {
		r := rows[i]
		segs := l.inside(r)
		near := headPitch*math.Max(r.size, below.size) + l.slack(r, below)
		if len(segs) > 1 || l.blankRow(r, segs) {
			near = math.Max(near, 1.3*l.pitch())
		}
		if l.headsAll(i, segs) {
			near = math.Max(near, 2.2*l.pitch())
		}
		if below.base-r.base > near {
			return
		}
		if len(segs) == 0 {
			if len(r.prose)+len(r.segs) > 0 && !l.proseOver(r) {
				continue
			}
			return
		}
		if l.ruleBetween(r, below) && !l.blankRow(r, segs) {
			if crossed++; (crossed >= 2 || i < l.first-1) && !l.openedAbove(i, segs) {
				return
			}
		}
		if !l.isHeader(r, segs) {
			return
		}
		if below = r; !l.isStub(segs) || l.hasHeader() {
			l.top = i
		}
	}
}

// headsAll tells whether row i holds a text and no number over each column, with
// or without the one of the labels: a header, however tall its row is.
func (l *layout) headsAll(i int, segs []segment) bool {
	r, off := l.rows[i], len(l.gaps)+1-len(segs)
	if off < 0 || off > 1 || len(segs) != len(r.segs) || isCaption(segs[0].text) {
		return false
	}
	if len(segs) == 1 && (i == 0 || r.base-l.rows[i-1].base > 1.6*r.size) {
		return false // one text says little: a heading of two lines only
	}
	for c, s := range segs {
		if from, to := l.column(s.x0, s.x1); from != c+off || to != c+off || figure.MatchString(s.text) && !columnName.MatchString(s.text) {
			return false
		}
	}
	return true
}

// blankRow tells whether a row above the first member is a row of the body whose
// numbers are blank: its label starts where those of members do.
func (l *layout) blankRow(r *row, segs []segment) bool {
	if len(segs) != 1 || len(r.segs) != 1 || !l.isStub(segs) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(segs[0].text)
	return wide(first) && !headWord.MatchString(segs[0].text) && l.startsAmong(segs[0])
}

// headWord is what heads a column of labels.
var headWord = regexp.MustCompile(`^(?:收入|支出|预算)?(?:项\s*目|科\s*目)|^(?:功能|经济)?(?:分类)?科目|名\s*称$|^单\s*位$|^地\s*区$|^序\s*号$`)

// openBody moves rows above the first member from the header to the body: those
// that hold a label and figures, and rows of labels whose numbers are blank, at
// the distance of the rows or below the drawn line that ends the header.
func (l *layout) openBody() {
	for i := l.top; i < l.first; i++ {
		if segs := l.inside(l.rows[i]); len(segs) > 1 && l.labelled(i) && figures(segs) {
			l.first = i
		}
	}
	for i := l.first - 1; i > l.top; i-- {
		r, below := l.rows[i], l.rows[i+1]
		if !l.blankRow(r, l.inside(r)) {
			return
		}
		step := below.base - r.base
		if !l.ruledHead(i) && (step < 1.35*r.size || step > 1.15*l.pitch()) {
			return
		}
		l.first = i
	}
}

// ruledHead tells whether a drawn line over the whole width runs between the
// header and row i.
func (l *layout) ruledHead(i int) bool { return l.ruleBetween(l.rows[l.top], l.rows[i]) }

// proseOver tells whether running text of a row stands over the table.
func (l *layout) proseOver(r *row) bool {
	for _, s := range r.prose {
		if overlaps(s.x0, s.x1, l.x0, l.x1) > 0.3 {
			return true
		}
	}
	return false
}

// isStub tells whether a row holds nothing but a heading of the label column.
func (l *layout) isStub(segs []segment) bool {
	from, to := l.column(segs[0].x0, segs[0].x1)
	return len(segs) == 1 && from == 0 && to == 0
}

// hasHeader tells whether header lines were found already.
func (l *layout) hasHeader() bool { return l.top < l.first }

// openedAbove tells whether row i, above a drawn line, is still header: it has
// columns, and another line opens the table above it.
func (l *layout) openedAbove(i int, segs []segment) bool {
	if len(segs) < 2 && !l.headsAll(i, segs) {
		return false
	}
	if i == 0 || l.rows[i].base-l.rows[i-1].base > 4*l.rows[i].size {
		return true // first on its page: the line above is not always drawn there
	}
	for _, y := range l.full {
		if d := middleY(l.rows[i]) - y; d > 0 && d < 4*l.rows[i].size {
			return true
		}
	}
	return false
}

// slack allows for the room that a drawn line takes.
func (l *layout) slack(a, b *row) float64 {
	if l.ruleBetween(a, b) {
		return 0.9 * b.size
	}
	return 0
}

// isHeader tells whether a line above the body is a part of the header: its
// segments stand over columns; it is no caption, unit or note.
func (l *layout) isHeader(r *row, segs []segment) bool {
	text := segs[0].text
	if isCaption(text) || isNote(text) || unitLine.MatchString(segs[len(segs)-1].text) {
		return false
	}
	if r.size > 1.2*l.rows[l.first].size {
		return false
	}
	if len(segs) >= 2 {
		return !wordy(r)
	}
	s := segs[0]
	from, _ := l.column(s.x0, s.x1)
	if s.x0 < l.x0-2*r.size || s.x1 > l.x1+2*r.size || sentence(text) {
		return false
	}
	return from > 0 || l.isStub(segs)
}

func sentence(s string) bool {
	n := len(s)
	return n > 60 && (s[n-1] == '.' || s[n-1] == ':') || width(s) > 100
}

// growDown takes the rest of a last label and the ends of last numbers into the table,
// and last rows that hold labels only.
func (l *layout) growDown() {
	for i := l.bottom + 1; i < len(l.rows); i++ {
		r, above := l.rows[i], l.rows[l.bottom]
		if end := l.drawnRow(above, r, i); end >= i {
			l.bottom, i = end, end
			continue
		}
		if !l.goesDown(above, r, i) {
			return
		}
		l.bottom = i
	}
}

// drawnRow is the last line of a row of the table between two drawn lines: one that
// begins with line i and holds a number, or the rest of the one above; -1 where there is
// none. A label beside the middle of which its only number stands has no line that looks
// like a row.
func (l *layout) drawnRow(above, r *row, i int) int {
	if !l.lined() {
		return -1
	}
	number := !l.ruleBetween(above, r)
	for k := i; k < len(l.rows) && k < i+longLabel; k++ {
		segs := l.inside(l.rows[k])
		if len(segs) == 0 || len(segs) != len(l.rows[k].segs) || l.crosses(l.rows[k]) || isCaption(segs[0].text) || isNote(segs[0].text) {
			return -1
		}
		for _, s := range segs {
			number = number || s.datum
		}
		if k+1 < len(l.rows) && l.ruleBetween(l.rows[k], l.rows[k+1]) || k+1 == len(l.rows) && l.closedBelow(l.rows[k], k) {
			if number {
				return k
			}
			return -1
		}
	}
	return -1
}

// goesDown tells whether row i below the last one belongs to the table. Below a
// drawn line it does where another one runs below it at the distance of the rows.
func (l *layout) goesDown(above, r *row, i int) bool {
	if l.ruleBetween(above, r) {
		return l.lined() && l.closedBelow(r, i) && l.lastLabels(above, r, i)
	}
	return l.wrapsBelow(above, r) || l.onlyData(r) && l.brokenOff(above, r) || l.lastLabels(above, r, i)
}

// closedBelow tells whether a drawn line closes row i.
func (l *layout) closedBelow(r *row, i int) bool {
	for _, y := range l.full {
		if d := y - middleY(r); d > 0 && d < l.rowStep() && (i+1 >= len(l.rows) || y < middleY(l.rows[i+1])) {
			return true
		}
	}
	return false
}

// closedLater tells whether a drawn line closes the table below row i, with
// nothing but rows of labels before it.
func (l *layout) closedLater(i int) bool {
	for ; i < len(l.rows); i++ {
		if len(l.rows[i].segs) != 1 || !l.isStub(l.rows[i].segs) {
			return false
		}
		if l.closedBelow(l.rows[i], i) {
			return true
		}
	}
	return false
}

// rowStep is the distance of the rows of the body, those without numbers too.
func (l *layout) rowStep() float64 {
	return math.Min(l.pitch(), math.Max(l.labelStep(), 1.35*l.rows[l.first].size))
}

// wrapsBelow tells whether row r holds the second line of the last label.
func (l *layout) wrapsBelow(above, r *row) bool {
	segs := l.inside(r)
	if len(segs) != 1 || r.base-above.base > 1.35*r.size {
		return false
	}
	if l.bottom > l.top && l.floatsIn(band{l.bottom - 1, l.bottom}, l.bottom+1) {
		return true
	}
	s := segs[0]
	from, to := l.column(s.x0, s.x1)
	return from == to && !isNote(s.text) && !isCaption(s.text) && l.wraps(above, r)
}

// lastLabels tells whether row i below the last member is a row whose numbers
// are blank: its labels start where the labels of members do, at the pitch of
// the rows, and what follows is running text or stands at another distance.
func (l *layout) lastLabels(above, r *row, i int) bool {
	segs := l.inside(r)
	if len(segs) == 0 || len(segs) != len(r.segs) || len(l.gaps) == 0 {
		return false
	}
	pitch, closed := l.rowStep(), l.closedLater(i)
	if !alike(r.base-above.base, pitch) || math.Abs(r.size-above.size) > 0.1*r.size {
		return false
	}
	if i+1 < len(l.rows) && !closed && alike(l.rows[i+1].base-r.base, pitch) && !l.crosses(l.rows[i+1]) {
		return false
	}
	for _, s := range segs {
		from, to := l.column(s.x0, s.x1)
		if from != to || s.datum || isNote(s.text) || isCaption(s.text) || !l.labelStarts(s) && !(closed && l.startsAmong(s)) {
			return false
		}
	}
	return true
}

// crosses tells whether a row runs over the white between columns.
func (l *layout) crosses(r *row) bool {
	for _, s := range r.segs {
		if from, to := l.column(s.x0, s.x1); from != to {
			return true
		}
	}
	return false
}

// alike tells whether two distances between rows are the same.
func alike(a, b float64) bool { return math.Abs(a-b) < 0.04*b }

// labelStarts tells whether labels of members start where s does.
func (l *layout) labelStarts(s segment) bool {
	n := 0
	for i, is := range l.member {
		if !is {
			continue
		}
		for _, t := range l.rows[i].segs {
			if !t.datum && near(t.x0, s.x0) && t.words[0].bold == s.words[0].bold {
				n++
			}
		}
	}
	return n >= 2 || l.fixed && n >= 1
}

// startsAmong tells whether s starts where labels of members do, between the
// least and the most indented one or a level of indents beside.
func (l *layout) startsAmong(s segment) bool {
	lo, hi := math.Inf(1), math.Inf(-1)
	for i, is := range l.member {
		if t, ok := l.labelOf(l.rows[i]); is && ok && !t.datum {
			lo, hi = math.Min(lo, t.x0), math.Max(hi, t.x0)
		}
	}
	level := 2.2 * s.words[0].size
	return s.x0 > lo-level && s.x0 < hi+level
}
