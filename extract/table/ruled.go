package table

import (
	"math"
	"sort"
	"strings"

	"yusuan/extract"
)

// ruledGrid fills a lattice with the words that stand in it. It returns nil
// where the lattice is a mere frame.
func ruledGrid(p *Page, l *lattice, lines []*line) *grid {
	g := &grid{xs: l.xs, ys: l.ys, areas: append([]area(nil), l.areas...), words: make([][]*word, len(l.areas))}
	for _, w := range l.wordsInside(p, lines) {
		k := l.at(w)
		g.words[k] = append(g.words[k], w)
	}
	g.trim()
	g.dropEmptyRows()
	g.dropEmptyCols(9)
	if g.rows() < 1 || g.cols() < 2 {
		return nil
	}
	return g
}

// wordsInside returns the words that stand in the lattice, cut where a rule
// runs through the gap between two characters.
func (l *lattice) wordsInside(p *Page, lines []*line) []*word {
	x0, y0, x1, y1 := l.box()
	var out []*word
	for _, ln := range lines {
		if ln.y1 < y0 || ln.y0 > y1 {
			continue
		}
		for _, w := range ln.words {
			if m := (w.x0 + w.x1) / 2; m < x0 || m > x1 {
				continue
			}
			if y := middle(w); y < y0 || y > y1 {
				continue
			}
			out = append(out, l.cut(p, w)...)
		}
	}
	return out
}

// cut parts a word where a rule between two cells runs between two of its characters:
// numbers that fill narrow cells stand closer than the characters of a word may.
func (l *lattice) cut(p *Page, w *word) []*word {
	row := l.owner[slot(l.ys, middle(w))]
	var out []*word
	for k := 1; k+1 < len(l.xs); k++ {
		x := l.xs[k]
		if x <= w.x0 || x >= w.x1 || row[k-1] == row[k] {
			continue
		}
		if at := w.gapAt(p, x); at > 0 {
			out = append(out, w.piece(p, 0, at))
			w = w.piece(p, at, len(w.chars))
		}
	}
	return append(out, w)
}

// gapAt is the index of the character of a word that begins behind an upright rule at
// x, with the one before it ended, 0 where there is none: the rule runs through a
// character, or between two that touch (a number too wide for its cell).
func (w *word) gapAt(p *Page, x float64) int {
	tol := 0.12 * w.size
	for i := 1; i < len(w.chars); i++ {
		before, c := &p.Chars[w.chars[i-1]], &p.Chars[w.chars[i]]
		if before.X1 <= x+tol && c.X0 >= x-tol && c.X0-before.X1 > touching*w.size {
			return i
		}
	}
	return 0
}

// touching is the white between characters of one word, as a share of their size.
const touching = 0.05

// piece is a word of the characters from i to before j of a word.
func (w *word) piece(p *Page, i, j int) *word {
	out := *w
	out.chars = w.chars[i:j]
	var text strings.Builder
	for k, n := range out.chars {
		c := &p.Chars[n]
		text.WriteString(c.Text)
		if k == 0 {
			out.x0, out.x1, out.y0, out.y1 = c.X0, c.X1, c.Y0, c.Y1
			continue
		}
		out.x1, out.y0, out.y1 = math.Max(out.x1, c.X1), math.Min(out.y0, c.Y0), math.Max(out.y1, c.Y1)
	}
	out.text = text.String()
	if i > 0 {
		out.spaced, out.blank, out.pad = true, false, 0
	}
	return &out
}

// middle is the y at which a word is taken to stand: the middle of its small
// letters, whatever ascent its font claims.
func middle(w *word) float64 { return w.base - 0.35*w.size }

func slot(at []float64, v float64) int {
	i := sort.SearchFloat64s(at, v) - 1
	return min(max(i, 0), len(at)-2)
}

// at returns the area in which most of the word stands.
func (l *lattice) at(w *word) int {
	r := slot(l.ys, middle(w))
	return l.owner[r][slot(l.xs, (w.x0+w.x1)/2)]
}

// trim takes off rows that are no part of the grid: a caption at the top and
// notes at the bottom that were ruled in as one cell over all columns.
func (g *grid) trim() {
	top, bottom := 0, g.rows()
	for top < bottom && g.wholeRow(top, false) {
		top++
	}
	for bottom > top && g.wholeRow(bottom-1, true) {
		bottom--
	}
	if top == 0 && bottom == g.rows() || bottom-top < 1 {
		return
	}
	n := 0
	for i, a := range g.areas {
		if a.r0 < top || a.r1 >= bottom {
			continue
		}
		a.r0, a.r1 = a.r0-top, a.r1-top
		g.areas[n], g.words[n] = a, g.words[i]
		n++
	}
	g.areas, g.words, g.ys = g.areas[:n], g.words[:n], g.ys[top:bottom+1]
}

// wholeRow tells whether row r is one area over all columns (or without any
// words). A last row must read like a note.
func (g *grid) wholeRow(r int, last bool) bool {
	empty := true
	for i, a := range g.areas {
		if r < a.r0 || r > a.r1 {
			continue
		}
		if a.r0 != a.r1 && len(g.words[i]) > 0 {
			return false
		}
		if len(g.words[i]) == 0 {
			continue
		}
		empty = false
		if a.c0 != 0 || a.c1 != g.cols()-1 || g.cols() < 2 {
			return false
		}
		if !last && inColumns(g.words[i]) {
			return false
		}
		if text, _ := cellText(g.words[i]); last && !isNote(text) && len(wordLines(g.words[i])) < 2 {
			return false
		}
	}
	return !empty || !last
}

// inColumns tells whether words of a line stand far apart, as headers do.
func inColumns(ws []*word) bool {
	for _, row := range wordLines(ws) {
		for k := 1; k < len(row); k++ {
			if row[k].x0-row[k-1].x1 > 1.5*row[k].size {
				return true
			}
		}
	}
	return false
}

// isTable tells whether a filled lattice is a table.
func (g *grid) isTable() bool {
	if g.cols() < 2 || g.rows() < 2 || g.filled() < 4 {
		return false
	}
	chars, most := 0, 0
	usedCols := make([]bool, g.cols())
	for i := range g.areas {
		n := 0
		for _, w := range g.words[i] {
			n += len(w.chars)
		}
		chars, most = chars+n, max(most, n)
		if n > 0 && g.areas[i].c0 == g.areas[i].c1 {
			usedCols[g.areas[i].c0] = true
		}
	}
	used := 0
	for _, u := range usedCols {
		if u {
			used++
		}
	}
	if used < 2 || g.isDrawing() {
		return false
	}
	return !(most > 400 && float64(most) > 0.6*float64(chars))
}

// isDrawing tells whether few cells are filled and neither the first row nor the
// first column is: a chart on a grid.
func (g *grid) isDrawing() bool {
	row, col := 0, 0
	for i, a := range g.areas {
		if len(g.words[i]) == 0 {
			continue
		}
		if a.r0 == 0 {
			row += a.c1 - a.c0 + 1
		}
		if a.c0 == 0 {
			col += a.r1 - a.r0 + 1
		}
	}
	if 2*row >= g.cols() || 2*col >= g.rows() {
		return false
	}
	return col == 0 || 3*g.filled() < len(g.areas)
}

// overlaps tells how much of the smaller of two spans the two share.
func overlaps(a0, a1, b0, b1 float64) float64 {
	short := math.Min(a1-a0, b1-b0)
	if short <= 0 {
		return 0
	}
	return math.Max(0, math.Min(a1, b1)-math.Max(a0, b0)) / short
}

const ruled = extract.Ruled
