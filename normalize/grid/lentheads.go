package grid

import (
	"strings"
	"unicode/utf8"

	"yusuan/internal/phrase"
)

// lendHeads mends a grid whose header stands beside its column: a head over an
// empty column belongs to the headless column of cells next to it.
func (g *reading) lendHeads() {
	if g.header == 0 {
		return
	}
	full := func(c int) bool { return g.cols[c].text+g.cols[c].nums > 0 }
	for c := 0; c+1 < len(g.cols); c++ {
		a, b := &g.cols[c], &g.cols[c+1]
		switch {
		case a.head != "" && !full(c) && b.head == "" && full(c+1):
			a.head, b.head = "", a.head
		case a.head == "" && full(c) && b.head != "" && !full(c+1):
			a.head, b.head = b.head, ""
		}
	}
}

// shareHeads gives the heads that stand in one cell with blanks between them (完成% 增长%)
// to the columns of numbers without a head beside it, where they are as many.
func (g *reading) shareHeads() {
	if g.header == 0 || g.headsInOrder() {
		return
	}
	for c := range g.cols {
		words := strings.Fields(g.rows[g.header-1].cells[c].Text)
		n := len(words)
		if n < 2 || c+n > len(g.cols) || g.cols[c].nums == 0 {
			continue
		}
		free := phrase.Holds(words[0], headerWords...)
		for k, w := range words[1:] {
			col := &g.cols[c+1+k]
			free = free && g.headless(c+1+k) && col.nums > col.text && phrase.Holds(w, headerWords...)
		}
		if !free || c+n < len(g.cols) && g.headless(c+n) && g.cols[c+n].nums > 0 {
			continue
		}
		for k, w := range words {
			g.cols[c+k].head = w
		}
	}
}

// headsInOrder gives the words of a header of one row to the columns in order, where some
// share a cell, a column has none, and they are as many as the columns.
func (g *reading) headsInOrder() bool {
	if g.header != 1 {
		return false
	}
	var words []string
	shared, bare := false, false
	for c, cell := range g.rows[0].cells {
		ws := headWords(cell.Text)
		if cell.ColSpan > 1 || cell.Covered {
			return false
		}
		shared = shared || len(ws) > 1
		bare = bare || len(ws) == 0 && g.cols[c].nums > g.cols[c].text
		words = append(words, ws...)
	}
	if !shared || !bare || len(words) != len(g.cols) || g.labelsWithNumbers() {
		return false
	}
	for c, w := range words {
		g.cols[c].head = w
	}
	return true
}

// headWords are the heads in one cell: the words between its blanks where each is one,
// else all of it.
func headWords(text string) []string {
	ws := strings.Fields(text)
	for _, w := range ws {
		if !phrase.Holds(w, headerWords...) || utf8.RuneCountInString(w) < 2 {
			return []string{squeeze(text)}
		}
	}
	return ws
}

// labelsWithNumbers reports whether labels end in numbers that belong in the next column.
func (g *reading) labelsWithNumbers() bool {
	n := 0
	for _, r := range g.rows[1:] {
		t := squeeze(r.cells[0].Text)
		if last := len(t) - 1; last >= 0 && t[last] >= '0' && t[last] <= '9' {
			n++
		}
	}
	return n > 1
}

// headless reports whether nothing is printed over a column.
func (g *reading) headless(c int) bool {
	for i := 0; i < g.header; i++ {
		if squeeze(g.rows[i].cells[c].Text) != "" {
			return false
		}
	}
	return true
}
