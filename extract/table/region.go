package table

import (
	"math"
	"strings"
	"unicode/utf8"
)

// region is a run of rows that share white gaps: the body of a table without
// drawn cells, before its header and its edges are settled.
type region struct {
	first, last int   // rows, ends included
	members     []int // rows whose segments made the gaps
	gaps        []gap // common to all members, the outer sides too
	numbers     int   // members that hold a number or a mark
}

const (
	minGap   = 0.12 // of the font size: narrower white parts no columns
	maxApart = 4.0  // font sizes from one member to the next
	maxLoose = 4    // rows between two members that do not fit the columns
	maxBlank = 12   // rows without numbers that follow each other
	apart    = 2.6  // font sizes from one row of text to the next, where labels stand between members
)

// regions groups rows to regions, from the top down. r holds the drawn lines:
// one over the whole width may stand between a table and the next.
func regions(rows []*row, r rules) []*region {
	var out []*region
	var cur *region
	closeAt := func() {
		if cur != nil {
			out = append(out, cur)
		}
		cur = nil
	}
	for i := 0; i < len(rows); i++ {
		if ends(rows, cur, i) {
			closeAt()
		}
		if cur != nil && cur.underHeading(rows, i) {
			closeAt()
		}
		if !isMember(rows[i]) {
			continue
		}
		if cur != nil && cur.isHead(rows, i) {
			cur = newRegion(rows, i)
			continue
		}
		if cur != nil && cur.restarts(rows, i) {
			closeAt()
		}
		if cur != nil && cur.add(rows, i) {
			continue
		}
		if cur != nil && !cur.clashes(rows, i) {
			continue
		}
		closeAt()
		cur = newRegion(rows, i)
	}
	closeAt()
	for _, g := range out {
		g.dropHead(rows)
		g.dropTail(rows)
		g.settle(rows)
	}
	return out
}

func newRegion(rows []*row, i int) *region {
	g := &region{first: i, last: i, members: []int{i}, gaps: gapsOf(rows[i])}
	if hasDatum(rows[i]) {
		g.numbers = 1
	}
	return g
}

// underHeading tells whether row i, without a number and in larger type than the
// members, is a heading of the text below them.
func (g *region) underHeading(rows []*row, i int) bool {
	return g.numbers >= 2 && len(rows[i].segs) > 0 && !hasDatum(rows[i]) && rows[i].size > 1.2*rows[g.last].size
}

// isHead tells whether the region so far is the header above row i, the first
// with a number: it has fewer columns or covers the white between those of i.
func (g *region) isHead(rows []*row, i int) bool {
	if g.numbers > 0 || !hasDatum(rows[i]) {
		return false
	}
	own := gapsOf(rows[i])
	return len(inner(common(g.gaps, own, minGap*rows[i].size))) < len(inner(own))
}

// isMember tells whether a row may make columns: at least two segments, one of
// them a number, or all of them short.
func isMember(r *row) bool {
	if len(r.segs) < 2 {
		return false
	}
	if len(r.segs) == 2 && isBullet(r.segs[0].text) {
		return false
	}
	return hasDatum(r) || !wordy(r)
}

func hasDatum(r *row) bool {
	for i, s := range r.segs {
		if s.datum && (i > 0 || len(r.segs) > 2) {
			return true
		}
	}
	return false
}

// wordy tells whether a segment is as long as running text.
func wordy(r *row) bool {
	for _, s := range r.segs {
		if len(s.words) > 9 || width(s.text) > 70 {
			return true
		}
	}
	return false
}

// ends tells whether row i closes the region: a caption, running text, or too
// much white above it.
func ends(rows []*row, cur *region, i int) bool {
	if cur == nil {
		return false
	}
	r := rows[i]
	if r.base-rows[cur.last].base > pitchLimit(rows, cur) && !cur.bridged(rows, i) && (i-cur.last > maxLoose || r.base-rows[i-1].base > apart*r.size) {
		return true
	}
	x0, x1 := extent(rows, cur.members)
	for _, s := range r.prose {
		if math.Min(s.x1, x1)-math.Max(s.x0, x0) > 0.5*(x1-x0) {
			return true
		}
	}
	if len(r.segs) == 0 {
		return false
	}
	text := r.segs[0].text
	if isCaption(text) || i > cur.last && isNote(text) && len(r.segs) <= 2 {
		return true
	}
	if len(r.segs) != 1 || !crossesAll(cur, r.segs[0]) {
		return false
	}
	return len(r.segs[0].words) > 12 || isSentence(r.segs[0]) || twoLines(rows, cur, i)
}

// bridged tells whether nothing but rows of labels whose numbers are blank
// stand between the last member and row i, at the distance of the rows.
func (g *region) bridged(rows []*row, i int) bool {
	if len(g.members) < 3 || i-g.last > maxBlank || len(rows[i].segs) == 0 {
		return false
	}
	in := inner(g.gaps)
	for k := g.last + 1; k <= i; k++ {
		if rows[k].base-rows[k-1].base > 1.15*g.pitch(rows) {
			return false
		}
		if k < i && (len(rows[k].segs) != 1 || len(in) == 0 || rows[k].segs[0].x1 > in[0].hi || !g.startsLabel(rows, rows[k].segs[0])) {
			return false
		}
	}
	return true
}

// startsLabel tells whether the label of a member starts where s does.
func (g *region) startsLabel(rows []*row, s segment) bool {
	for _, m := range g.members {
		if near(rows[m].segs[0].x0, s.x0) {
			return true
		}
	}
	return false
}

// twoLines tells whether rows i and i+1 are lines of running text: both alone on
// their lines, of several words, across the columns.
func twoLines(rows []*row, cur *region, i int) bool {
	if i+1 >= len(rows) || len(rows[i+1].segs) != 1 || rows[i+1].base-rows[i].base > 2*rows[i].size {
		return false
	}
	a, b := rows[i].segs[0], rows[i+1].segs[0]
	return len(a.words) > 5 && len(b.words) > 5 && crossesAll(cur, b)
}

// isSentence tells whether a segment reads like running text: some words, and
// the sign that ends a sentence.
func isSentence(s segment) bool {
	if len(s.words) < 5 && width(s.text) < 40 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s.text)
	return strings.ContainsRune(".:;。：；，", last)
}

// pitchLimit is how far below the last member the next may stand.
func pitchLimit(rows []*row, cur *region) float64 {
	size := rows[cur.last].size
	limit := maxApart * size
	if n := len(cur.members); n >= 3 {
		pitch := (rows[cur.last].base - rows[cur.first].base) / float64(n-1)
		limit = math.Max(limit, math.Min(2.6*pitch, 7*size))
	}
	return limit
}

func crossesAll(cur *region, s segment) bool {
	for _, g := range inner(cur.gaps) {
		if s.x0 > g.lo || s.x1 < g.hi {
			return false
		}
	}
	return true
}

// add takes row i as a member where it leaves enough of the gaps.
func (g *region) add(rows []*row, i int) bool {
	r := rows[i]
	min := minGap * r.size
	left := common(g.gaps, gapsOf(r), min)
	had, have := len(inner(g.gaps)), len(inner(left))
	if have == 0 || 2*have < had && len(g.members) >= 2 {
		return false
	}
	if !hasDatum(r) && have < had && len(g.members) >= 2 {
		return false
	}
	g.gaps, g.last = left, i
	g.members = append(g.members, i)
	if hasDatum(r) {
		g.numbers++
	}
	return true
}

// restarts tells whether row i opens another table right below: it and the
// members after it share at least as many columns, but not those of the region,
// and something parts them.
func (g *region) restarts(rows []*row, i int) bool {
	had := len(inner(g.gaps))
	if len(g.members) < 3 || i == g.last+1 && rows[i].base-rows[g.last].base < 1.3*g.pitch(rows) {
		return false
	}
	ahead, n := gapsOf(rows[i]), 1
	both := common(g.gaps, ahead, minGap*rows[i].size)
	for k := i + 1; k < len(rows) && k < i+6 && n < 4; k++ {
		if !isMember(rows[k]) {
			continue
		}
		ahead = common(ahead, gapsOf(rows[k]), minGap*rows[k].size)
		both = common(both, ahead, minGap*rows[k].size)
		n++
	}
	return n >= 3 && len(inner(ahead)) >= had && len(inner(both)) < had
}

func (g *region) pitch(rows []*row) float64 {
	if len(g.members) < 2 {
		return 2 * rows[g.first].size
	}
	return (rows[g.last].base - rows[g.first].base) / float64(len(g.members)-1)
}

// clashes tells whether row i, which does not fit, starts another table: it
// does where the rows after it fit with it and not with the region.
func (g *region) clashes(rows []*row, i int) bool {
	fit, other := 0, 0
	size := rows[i].size
	for k := i + 1; k < len(rows) && k <= i+maxLoose && fit+other < 3; k++ {
		if !isMember(rows[k]) {
			continue
		}
		with := len(inner(common(g.gaps, gapsOf(rows[k]), minGap*size)))
		if 2*with >= len(inner(g.gaps)) && with > 0 {
			fit++
			continue
		}
		other++
	}
	return fit == 0
}
