package table

import (
	"math"
	"sort"
)

// leftEdges is, for each column, where its left-aligned text starts; NaN for a
// column whose text is centred or right-aligned and so has no indents.
func (g *grid) leftEdges() []float64 {
	lefts, rights := make([][]float64, g.cols()), make([][]float64, g.cols())
	for i, a := range g.areas {
		if a.c0 != a.c1 || len(g.words[i]) == 0 || isDatum(joinWords(g.words[i])) {
			continue
		}
		x0, x1 := math.Inf(1), math.Inf(-1)
		for _, w := range g.words[i] {
			x0, x1 = math.Min(x0, w.x0), math.Max(x1, w.x1)
		}
		lefts[a.c0], rights[a.c0] = append(lefts[a.c0], x0), append(rights[a.c0], x1)
	}
	out := make([]float64, g.cols())
	for c := range out {
		out[c] = leftEdge(lefts[c], rights[c])
	}
	return out
}

// leftEdge returns the smallest left edge where left edges agree better with
// each other than right edges and centres do.
func leftEdge(lefts, rights []float64) float64 {
	if len(lefts) == 0 {
		return math.NaN()
	}
	mids := make([]float64, len(lefts))
	for i := range lefts {
		mids[i] = (lefts[i] + rights[i]) / 2
	}
	agree := func(v []float64) int {
		best := 0
		for _, a := range v {
			n := 0
			for _, b := range v {
				if math.Abs(a-b) < 1.5 {
					n++
				}
			}
			best = max(best, n)
		}
		return best
	}
	if n := agree(lefts); n < agree(rights) || n < agree(mids) {
		return math.NaN()
	}
	sort.Float64s(lefts)
	return lefts[0]
}

// indent measures how far a word stands right of its column's left edge, in
// half-width characters.
func indent(w *word, left float64, span bool) int {
	if math.IsNaN(left) || span {
		return w.pad
	}
	return indentOf(w.x0-left, w.size)
}

func indentOf(offset, size float64) int {
	return min(max(int(math.Round(offset/(size/2))), 0), 40)
}

// alignIndents measures the indents of a table that goes on over a page break from one
// left edge: what stands on one page alone may all be set in, and seem to be at the edge.
func alignIndents(last, first *Found) {
	for c := range first.Xs[:len(first.Xs)-1] {
		u, v := last.labels(c), first.labels(c)
		if len(u) == 0 || len(v) == 0 {
			continue
		}
		lefts, rights := make([]float64, 0, len(u)+len(v)), make([]float64, 0, len(u)+len(v))
		for _, l := range append(u, v...) {
			lefts, rights = append(lefts, l.start-l.from), append(rights, l.reach-l.from)
		}
		left := leftEdge(lefts, rights)
		if math.IsNaN(left) {
			continue
		}
		if c < len(last.lefts) {
			left = math.Min(left, last.lefts[c])
		}
		for _, l := range append(u, v...) {
			l.Indent = indentOf(l.start-l.from-left, l.firstSize)
		}
		first.keepLeft(c, left)
	}
}

// label is a cell of text, with the place from which its column measures.
type label struct {
	*Cell
	from float64
}

// labels are the cells of column c that hold text of that column alone. A drawn
// column begins at its line, another one at the edge of the paper.
func (f *Found) labels(c int) []label {
	from := 0.0
	if f.Method == ruled {
		from = f.Xs[c]
	}
	var out []label
	for r := range f.Rows {
		if cell := &f.Rows[r][c]; cell.set {
			out = append(out, label{cell, from})
		}
	}
	return out
}

// keepLeft notes the left edge of column c for the page after the next break.
func (f *Found) keepLeft(c int, left float64) {
	for len(f.lefts) <= c {
		f.lefts = append(f.lefts, math.Inf(1))
	}
	f.lefts[c] = left
}
