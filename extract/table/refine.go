package table

import "math"

// refine splits the rows of a ruled grid that hold several rows of text: a table
// whose body has upright lines only, or one frame around many rows.
func (g *grid) refine(r rules) {
	for row := g.rows() - 1; row >= 0; row-- {
		if l := g.stacked(row); l != nil {
			l.rules = r
			g.splitRow(row, l)
		}
	}
}

// stacked returns the rows of text inside a row of the grid where they are rows
// of the table: at least two hold a number in the same column, and labels stand
// beside the numbers.
func (g *grid) stacked(at int) *layout {
	l := &layout{x0: g.xs[0], x1: g.xs[len(g.xs)-1]}
	for _, x := range g.xs[1 : len(g.xs)-1] {
		l.gaps = append(l.gaps, gap{x, x})
	}
	lines := map[*word]segment{}
	var all []*word
	for i, a := range g.areas {
		if at < a.r0 || at > a.r1 || len(g.words[i]) == 0 {
			continue
		}
		if a.r0 != a.r1 {
			return nil
		}
		for _, ws := range wordLines(g.words[i]) {
			s := newSegment(ws)
			s.x0, s.x1 = math.Max(s.x0, g.xs[a.c0]+0.1), math.Min(s.x1, g.xs[a.c1+1]-0.1)
			lines[ws[0]] = s
			all = append(all, ws[0])
		}
	}
	for _, ws := range wordLines(all) {
		r := &row{line: &line{words: ws}}
		for _, w := range ws {
			r.segs = append(r.segs, lines[w])
		}
		r.measure()
		l.rows = append(l.rows, r)
		l.member = append(l.member, len(r.segs) > 1)
	}
	l.bottom = len(l.rows) - 1
	if len(l.rows) < 2 || g.onlyBroken(at) || !l.manyRows() && l.centredBands(0) == nil {
		return nil
	}
	return l
}

// onlyBroken tells whether all numbers in several lines of a drawn row are single
// numbers that its narrow cells break.
func (g *grid) onlyBroken(at int) bool {
	rm, broken := g.rooms(true), false
	for i, a := range g.areas {
		if a.r0 != at || len(g.words[i]) < 2 {
			continue
		}
		var lines []string
		data := true
		for _, ws := range wordLines(g.words[i]) {
			lines = append(lines, joinWords(ws))
			data = data && piece.MatchString(lines[len(lines)-1])
		}
		if len(lines) < 2 || !data {
			continue
		}
		if !isBroken(lines) && !g.runsOn(i, rm) {
			return false
		}
		broken = true
	}
	return broken
}

// manyRows tells whether rows of text are rows of a table.
func (l *layout) manyRows() bool {
	data := make([]int, len(l.gaps)+1)
	rows, labelled := 0, 0
	for i, r := range l.rows {
		any := false
		for _, s := range r.segs {
			if c, to := l.column(s.x0, s.x1); s.datum && c > 0 && c == to {
				data[c]++
				any = true
			}
		}
		if any {
			rows++
			_, ok := l.labelOf(r)
			between := i > 0 && i+1 < len(l.rows) && l.onlyLabel(l.rows[i-1]) && l.onlyLabel(l.rows[i+1])
			if ok || between || !r.segs[0].datum { // the labels may stand behind a column of groups
				labelled++
			}
		}
	}
	most := 0
	for _, n := range data {
		most = max(most, n)
	}
	return most >= 2 && 5*labelled >= 4*rows && 2*most >= rows
}

// splitRow replaces a row of the grid by the rows of text in it.
func (g *grid) splitRow(row int, l *layout) {
	bands, _ := l.bands()
	if len(bands) < 2 {
		return
	}
	extra := len(bands) - 1
	ys := l.levels(bands)
	ys[0], ys[len(ys)-1] = g.ys[row], g.ys[row+1]
	g.ys = append(append(append([]float64(nil), g.ys[:row]...), ys...), g.ys[row+2:]...)
	of := map[*word]int{}
	for k, b := range bands {
		for _, i := range b {
			for _, s := range l.rows[i].segs {
				for _, w := range s.words {
					of[w] = k
				}
			}
		}
	}
	areas, words := g.areas, g.words
	g.areas, g.words = nil, nil
	for i, a := range areas {
		if a.r0 > row {
			a.r0 += extra
		}
		if a.r1 >= row && a.r0 != row || a.r1 > row {
			a.r1 += extra
		}
		if a.r0 != row || len(words[i]) == 0 {
			g.areas, g.words = append(g.areas, a), append(g.words, words[i])
			continue
		}
		parts := make([][]*word, len(bands))
		for _, w := range words[i] {
			parts[of[w]] = append(parts[of[w]], w)
		}
		for k, ws := range parts {
			g.areas = append(g.areas, area{row + k, a.c0, row + k, a.c1})
			g.words = append(g.words, ws)
		}
	}
}
