package table

import (
	"math"
	"sort"

	"yusuan/extract"
)

// grid is a table in the making: boundaries and the areas that hold words.
// Areas do not overlap; places that no area holds are empty cells.
type grid struct {
	xs, ys []float64
	areas  []area
	words  [][]*word // of each area
	white  []gap     // between the columns of an aligned table
	head   int       // leading rows that are header, 0 where unknown
}

func (g *grid) cols() int { return len(g.xs) - 1 }
func (g *grid) rows() int { return len(g.ys) - 1 }

func (g *grid) filled() int {
	n := 0
	for _, w := range g.words {
		if len(w) > 0 {
			n++
		}
	}
	return n
}

// dropRows removes the rows in which no area with words has a part of its own.
func (g *grid) dropEmptyRows() {
	keep := make([]bool, g.rows())
	for i, a := range g.areas {
		if len(g.words[i]) > 0 {
			keep[a.r0] = true
		}
	}
	g.ys = squeeze(g.ys, keep, func(i int, to []int) {
		for k := range g.areas {
			g.areas[k].r0, g.areas[k].r1 = to[g.areas[k].r0], to[g.areas[k].r1+1]-1
		}
	})
	g.dropVoid()
}

// dropEmptyCols removes columns without words that are narrower than limit.
func (g *grid) dropEmptyCols(limit float64) {
	keep := make([]bool, g.cols())
	for i, a := range g.areas {
		if len(g.words[i]) > 0 {
			keep[a.c0] = true
		}
	}
	for c := range keep {
		keep[c] = keep[c] || g.xs[c+1]-g.xs[c] >= limit
	}
	g.xs = squeeze(g.xs, keep, func(i int, to []int) {
		for k := range g.areas {
			g.areas[k].c0, g.areas[k].c1 = to[g.areas[k].c0], to[g.areas[k].c1+1]-1
		}
	})
	g.dropVoid()
}

// squeeze removes the intervals not kept from a list of boundaries; renumber is
// called once with the new index of every old boundary.
func squeeze(at []float64, keep []bool, renumber func(n int, to []int)) []float64 {
	to := make([]int, len(at))
	var out []float64
	n := 0
	for i, k := range keep {
		to[i] = n
		if k {
			out = append(out, at[i])
			n++
		}
	}
	to[len(at)-1] = n
	if n == 0 {
		return at
	}
	out = append(out, at[len(at)-1])
	renumber(n, to)
	return out
}

// dropVoid forgets areas that lost their last row or column.
func (g *grid) dropVoid() {
	n := 0
	for i, a := range g.areas {
		if a.r1 < a.r0 || a.c1 < a.c0 || a.r0 >= g.rows() || a.c0 >= g.cols() {
			continue
		}
		g.areas[n], g.words[n] = a, g.words[i]
		n++
	}
	g.areas, g.words = g.areas[:n], g.words[:n]
}

// found writes the grid as a table.
func (g *grid) found(p *Page, how extract.Method) Found {
	f := Found{Page: p.Number, Method: how, Xs: g.xs, Ys: g.ys, Header: g.head, white: g.white}
	f.Box = extract.Box{g.xs[0], g.ys[0], g.xs[len(g.xs)-1], g.ys[len(g.ys)-1]}
	f.Rows = make([][]Cell, g.rows())
	for r := range f.Rows {
		f.Rows[r] = make([]Cell, g.cols())
		for c := range f.Rows[r] {
			f.Rows[r][c].Box = extract.Box{g.xs[c], g.ys[r], g.xs[c+1], g.ys[r+1]}
		}
	}
	left, rm := g.leftEdges(), g.rooms(how == ruled)
	f.narrow = rm.narrow
	for i, a := range g.areas {
		text, first := g.text(i, rm)
		cell := Cell{Text: text, RowSpan: a.r1 - a.r0 + 1, ColSpan: a.c1 - a.c0 + 1}
		cell.end, cell.reach, cell.size = textEnd(g.words[i])
		cell.Box = extract.Box{g.xs[a.c0], g.ys[a.r0], g.xs[a.c1+1], g.ys[a.r1+1]}
		if first != nil && !isDatum(text) {
			cell.Indent = indent(first, left[a.c0], a.c1 > a.c0)
			cell.start, cell.firstSize, cell.set = first.x0, first.size, a.c1 == a.c0
		}
		for r := a.r0; r <= a.r1; r++ {
			for c := a.c0; c <= a.c1; c++ {
				f.Rows[r][c].Covered = true
			}
		}
		f.Rows[a.r0][a.c0] = cell
		for _, w := range g.words[i] {
			f.Chars = append(f.Chars, w.chars...)
		}
	}
	sort.Ints(f.Chars)
	return f
}

// cellText joins the words of a cell line by line and returns the first word.
func cellText(ws []*word) (string, *word) {
	rows := wordLines(ws)
	if len(rows) == 0 {
		return "", nil
	}
	texts := make([]string, len(rows))
	for i, row := range rows {
		texts[i] = joinWords(row)
	}
	return joinLines(texts), rows[0][0]
}

// textEnd is where the last line of a cell's words ends, how far right any line
// reaches, and the type size.
func textEnd(ws []*word) (end, reach, size float64) {
	rows := wordLines(ws)
	if len(rows) == 0 {
		return 0, 0, 0
	}
	last := rows[len(rows)-1]
	w := last[len(last)-1]
	for _, v := range ws {
		reach = math.Max(reach, v.x1)
	}
	return w.x1, reach, w.size
}

// wordLines orders words by line and, within a line, from left to right.
func wordLines(ws []*word) [][]*word {
	ws = append([]*word(nil), ws...)
	sort.SliceStable(ws, func(a, b int) bool { return ws[a].base < ws[b].base })
	var out [][]*word
	for at := 0; at < len(ws); {
		end := at + 1
		for end < len(ws) && ws[end].base-ws[at].base <= 0.4*ws[at].size {
			end++
		}
		row := ws[at:end:end]
		sort.SliceStable(row, func(a, b int) bool { return row[a].x0 < row[b].x0 })
		out = append(out, row)
		at = end
	}
	return out
}
