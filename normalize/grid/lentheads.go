package grid

import (
	"strings"

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
	if g.header == 0 {
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

// headless reports whether nothing is printed over a column.
func (g *reading) headless(c int) bool {
	for i := 0; i < g.header; i++ {
		if squeeze(g.rows[i].cells[c].Text) != "" {
			return false
		}
	}
	return true
}
