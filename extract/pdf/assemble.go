package pdf

import (
	"fmt"
	"slices"
	"strings"

	"yusuan/extract"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/layout"
	"yusuan/extract/table"
)

// assembly makes a document of pages that come one after the other. A page is
// laid out once the next one is known, because a table may go on there; no more
// than two pages of characters are held.
type assembly struct {
	doc    *extract.Document
	held   *sheet
	lines  int // given numbers so far
	chars  int
	tables int
	layout layout.Layout
	spare  []table.Char // room for the characters of the next page
}

// sheet is a page between reading and laying out.
type sheet struct {
	page   *glyph.Page
	table  *table.Page
	tables []table.Found
}

// inTables are the characters that the tables of a page hold.
func (s *sheet) inTables() []int {
	var out []int
	for i := range s.tables {
		out = append(out, s.tables[i].Chars...)
	}
	return out
}

func newAssembly(name string) *assembly {
	return &assembly{doc: &extract.Document{File: name, Type: "pdf", Engine: "fast"}}
}

// add takes the next page. It returns the page before, whose characters are no
// longer needed; nil for the first.
func (a *assembly) add(p *glyph.Page) (done *glyph.Page) {
	markLost(p)
	s := &sheet{page: p, table: tablePage(p, a.spare)}
	a.spare = nil
	s.tables = table.Find(s.table)
	if a.held != nil {
		a.held.tables, s.tables = table.Continue(a.held.table, a.held.tables, s.table, s.tables)
		a.lay(a.held, s)
		done, a.spare = a.held.page, a.held.table.Chars
	}
	a.held = s
	return done
}

func (a *assembly) finish() {
	if a.held != nil {
		a.lay(a.held, nil)
		a.held = nil
	}
}

// lay numbers the lines and tables of a page and adds it to the document. next is the
// page behind, nil for none.
func (a *assembly) lay(s, next *sheet) {
	a.chars += len(s.page.Chars)
	if len(s.page.Faults) > 0 {
		a.doc.Problems = append(a.doc.Problems, extract.Problem{
			Code: "E002", Page: s.page.Number,
			Message: fmt.Sprintf("第 %d 页有内容未能读取（%s）", s.page.Number, strings.Join(s.page.Faults, "; ")),
		})
	}
	boxes := make([]extract.Box, len(s.tables))
	for i := range s.tables {
		boxes[i] = s.tables[i].Box
	}
	var behind *layout.Page
	if next != nil {
		behind = &layout.Page{Page: next.page, Skip: next.inTables()}
	}
	body := a.layout.Lines(s.page, s.inTables(), boxes, behind)
	lines, tables, problems := table.Lay(body, s.tables, a.lines+1, a.tables+1)
	a.lines += len(lines)
	a.tables += len(tables)
	a.doc.Tables = append(a.doc.Tables, tables...)
	a.doc.Problems = append(a.doc.Problems, problems...)
	a.doc.Pages = append(a.doc.Pages, extract.Page{
		Number: s.page.Number, Width: s.page.Width, Height: s.page.Height,
		Engine: s.page.Engine, Reason: s.page.Reason, OCR: s.page.OCR, Unread: s.page.Unread, Lines: lines,
	})
}

// tablePage hands a page to the table finder, in the room that spare gives. Text
// that runs across the page is in no table.
func tablePage(p *glyph.Page, spare []table.Char) *table.Page {
	t := &table.Page{Number: p.Number, Width: p.Width, Height: p.Height}
	t.Chars = slices.Grow(spare[:0], len(p.Chars))[:len(p.Chars)]
	for i := range p.Chars {
		c := &p.Chars[i]
		t.Chars[i] = table.Char{
			Text: c.Text, X0: c.X0, Y0: c.Y0, X1: c.X1, Y1: c.Y1,
			Base: c.BaselineY, Size: c.Size, Bold: c.Bold,
		}
		if c.Turn != 0 {
			t.Chars[i].Text = ""
		}
	}
	for i := range p.Edges {
		e := &p.Edges[i]
		switch {
		case e.Kind == glyph.Filled:
			t.Bands = append(t.Bands, table.Band{X0: e.X0, Y0: e.Y0, X1: e.X1, Y1: e.Y1, Gray: e.Gray})
		case !e.Light || onBand(p, e):
			t.Edges = append(t.Edges, table.Edge{X0: e.X0, Y0: e.Y0, X1: e.X1, Y1: e.Y1})
		}
	}
	return t
}

// onBand tells whether a white line can be seen because it runs over a shade.
func onBand(p *glyph.Page, e *glyph.Edge) bool {
	x, y := (e.X0+e.X1)/2, (e.Y0+e.Y1)/2
	for i := range p.Edges {
		b := &p.Edges[i]
		if b.Kind == glyph.Filled && !b.Light && x >= b.X0-1 && x <= b.X1+1 && y >= b.Y0-1 && y <= b.Y1+1 {
			return true
		}
	}
	return false
}
