package table

import "math"

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
		if len(segs) > 1 {
			near = math.Max(near, 1.3*l.pitch())
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
		if l.ruleBetween(r, below) {
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
	if len(segs) < 2 {
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

// growDown takes the rest of a last label into the table, and last rows that
// hold labels only.
func (l *layout) growDown() {
	for i := l.bottom + 1; i < len(l.rows) && i <= l.bottom+2; i++ {
		r, above := l.rows[i], l.rows[l.bottom]
		if l.ruleBetween(above, r) || !l.wrapsBelow(above, r) && !l.lastLabels(above, r, i) {
			return
		}
		l.bottom = i
	}
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
	pitch := l.pitch()
	if !alike(r.base-above.base, pitch) || math.Abs(r.size-above.size) > 0.1*r.size {
		return false
	}
	if i+1 < len(l.rows) && alike(l.rows[i+1].base-r.base, pitch) && !l.crosses(l.rows[i+1]) {
		return false
	}
	for _, s := range segs {
		from, to := l.column(s.x0, s.x1)
		if from != to || s.datum || isNote(s.text) || isCaption(s.text) || !l.labelStarts(s) {
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
