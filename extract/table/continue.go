package table

import (
	"math"

	"yusuan/extract"
)

// Continue looks at two pages that follow each other, and at their tables. It
// marks the first table of the lower page where it goes on with the last one of
// the upper page. Both slices are returned, changed or not.
//
// A reader calls it for every pair of pages in order, and may lay a page
// (function Lay) once Continue has seen it together with the next one.
func Continue(above *Page, upper []Found, below *Page, lower []Found) (up, low []Found) {
	if len(upper) == 0 || len(lower) == 0 {
		return upper, lower
	}
	last, first := &upper[len(upper)-1], &lower[0]
	if !endsPage(above, last) || !startsPage(below, first) || !sameColumns(last, first) {
		return upper, lower
	}
	first.Continues = true
	return upper, lower
}

// margin is how much of the page's height may hold running headers and page
// numbers only.
const margin = 0.1

// endsPage tells whether nothing but a running footer stands under the table.
func endsPage(p *Page, f *Found) bool {
	for i := range p.Chars {
		c := &p.Chars[i]
		if !isSpace(c.Text) && c.Y0 > f.Box[3] && base(c) < p.Height*(1-margin) {
			return false
		}
	}
	return true
}

// startsPage tells whether nothing but a running header stands above the table.
func startsPage(p *Page, f *Found) bool {
	for i := range p.Chars {
		c := &p.Chars[i]
		if !isSpace(c.Text) && c.Y1 < f.Box[1] && base(c) > p.Height*margin {
			return false
		}
	}
	return true
}

// sameColumns tells whether two tables share their column boundaries. Those of
// an aligned table come from its words and so are compared more loosely.
func sameColumns(a, b *Found) bool {
	if len(a.Xs) != len(b.Xs) {
		return false
	}
	tol := 4.0
	if a.Method == extract.Aligned || b.Method == extract.Aligned {
		tol = 24
	}
	for i := range a.Xs {
		if math.Abs(a.Xs[i]-b.Xs[i]) > tol {
			return false
		}
	}
	return true
}
