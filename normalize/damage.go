package normalize

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/outline"
)

// A text layer can be damaged: characters are missing, or whole pages. What is read
// there is kept, but no finding may rest on it. Damage reaches a line and what is
// read from it; a page where much is lost; and, where a heading may have been lost,
// all that follows until a heading names a book again.

const (
	damaged    = "文字层残缺，归类存疑"
	muchLost   = 0.02 // of the characters of a page
	linesLost  = 3    // lines of a page on which digits may be lost
	fewNotes   = 3    // notes of one kind on damaged text that are still listed one by one
	ideograph  = "〓"  // where a reader lost a character that is no digit
	anyMissing = "\uFFFD"
)

// damage knows what of a document is damaged, and how far the reading has come.
type damage struct {
	pages map[int]bool // of which too little is left
	lines map[int]bool // with missing characters
	page  int          // last page that was read
	lost  bool         // a heading may have been lost, and none has named a book since
	bad   bool         // the block under way is damaged
}

func newDamage(doc *extract.Document) damage {
	d := damage{pages: map[int]bool{}, lines: map[int]bool{}}
	for i := range doc.Pages {
		pg := &doc.Pages[i]
		all, missing, digits := 0, 0, 0
		for _, l := range pg.Lines {
			n, ideographs := strings.Count(l.Text, anyMissing), strings.Count(l.Text, ideograph)
			if all += utf8.RuneCountInString(l.Text); n+ideographs == 0 {
				continue
			}
			d.lines[l.Number] = true
			if missing += n + ideographs; n > 0 {
				digits++
			}
		}
		d.pages[pg.Number] = pg.Unread || digits >= linesLost || float64(missing) > muchLost*float64(all)
	}
	return d
}

// reach goes on to a block and reports whether it is damaged.
func (d *damage) reach(b *block) bool {
	d.bad = false
	first, last := 0, 0
	if b.par != nil {
		first, last = b.par.Page, b.par.Page
		for _, piece := range b.par.Pieces {
			d.bad = d.bad || d.lines[piece.Line]
		}
	} else {
		first, last = b.tables[0].Page, b.tables[len(b.tables)-1].Page
		for n := range d.lines {
			d.bad = d.bad || holds(b.tables, n)
		}
	}
	for n := d.page + 1; n <= last; n++ {
		d.lost = d.lost || d.pages[n]
	}
	d.page = max(d.page, last)
	d.bad = d.bad || d.pages[first] || d.pages[last]
	return d.bad
}

// holds reports whether a line is a row of a table.
func holds(parts []*extract.Table, line int) bool {
	for _, t := range parts {
		for _, row := range t.Rows {
			if slices.ContainsFunc(row, func(c extract.Cell) bool { return c.Line == line }) {
				return true
			}
		}
	}
	return false
}

// heading takes note of a heading: a damaged one may name what is not its own, a whole
// one that names a book ends the doubt.
func (d *damage) heading(h outline.Heading) {
	if d.bad {
		d.lost = true
	} else if outline.BookOf(h.Title) != "" {
		d.lost = false
	}
}

// distrust marks the figures and tables read since there were so many as doubtful.
func (p *pass) distrust(figures, tables int) {
	for _, f := range p.report.Figures[figures:] {
		if f.IsBudget() && f.Doubt == "" {
			f.Doubt = damaged
		}
	}
	for i := range p.report.Tables[tables:] {
		p.report.Tables[tables+i].Doubt = damaged
	}
}

// sumUpNotes puts one note of a kind in the place of many on damaged text: that
// amounts and subjects could not be placed there says nothing of the report.
func (p *pass) sumUpNotes() {
	for _, kind := range []struct{ rule, what string }{{"E001", "处金额未能归入任何科目"}, {"E004", "个科目未收录"}} {
		on := func(n budget.Note) bool {
			return n.Rule == kind.rule && (p.damage.pages[n.Place.Page] || p.damage.lines[n.Place.Line])
		}
		count, pages, first := 0, map[int]bool{}, budget.Place{}
		for _, n := range p.report.Notes {
			if !on(n) {
				continue
			}
			if count++; count == 1 {
				first = n.Place
			}
			pages[n.Place.Page] = true
		}
		if count <= fewNotes {
			continue
		}
		p.report.Notes = slices.DeleteFunc(p.report.Notes, on)
		p.note(budget.Note{Rule: kind.rule, Severity: budget.Info, Place: budget.Place{Page: first.Page, Line: first.Line},
			Message: fmt.Sprintf("第 %s 页的文字残缺，其中%d%s，均已按原文保留，不逐一列出。", extract.PageRanges(slices.Sorted(maps.Keys(pages))), count, kind.what)})
	}
}
