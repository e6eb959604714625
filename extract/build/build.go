// Package build makes documents out of marked-up sources (HTML, DOCX, XLSX): it
// numbers lines, expands merged cells into grids, and sets captions, units and
// notes that stand inside a table's frame free.
package build

import (
	"strings"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// Doc collects lines and tables in reading order.
type Doc struct {
	doc  *extract.Document
	line int
}

// New begins a document with one page.
func New(file, kind, engine string) *Doc {
	d := &Doc{doc: &extract.Document{File: file, Type: kind, Engine: engine}}
	d.Page()
	return d
}

// Document is what was collected.
func (d *Doc) Document() *extract.Document { return d.doc }

// Page begins a new page, unless the current one is still empty.
func (d *Doc) Page() {
	if n := len(d.doc.Pages); n > 0 && len(d.doc.Pages[n-1].Lines) == 0 {
		return
	}
	d.doc.Pages = append(d.doc.Pages, extract.Page{Number: len(d.doc.Pages) + 1, Engine: d.doc.Engine})
}

// Name gives the current page its name.
func (d *Doc) Name(s string) { d.page().Name = s }

func (d *Doc) page() *extract.Page { return &d.doc.Pages[len(d.doc.Pages)-1] }

// Line adds a line of text; a blank one adds nothing.
func (d *Doc) Line(l extract.Line) {
	l.Text = strings.Map(oneLine, l.Text)
	if runes.IsBlank(l.Text) {
		return
	}
	d.line++
	l.Number = d.line
	l.Indent = float64(runes.Indent(l.Text))
	d.page().Lines = append(d.page().Lines, l)
}

// Problem notes what could not be read, on the current page and last line.
func (d *Doc) Problem(code, message string) {
	d.doc.Problems = append(d.doc.Problems, extract.Problem{Code: code, Page: d.page().Number, Line: d.line, Message: message})
}

func oneLine(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', 0x2028, 0x2029:
		return ' '
	}
	return r
}

// Cell is one cell as its source gives it: its paragraphs, and how far it spans.
type Cell struct {
	Paras            []string
	RowSpan, ColSpan int
	Indent           int // beside the blanks its text begins with, in half-width units
}

// text joins the paragraphs of a cell: without anything between Chinese
// characters, with a blank between letters or digits, which would run together.
func (c Cell) text() string {
	var b strings.Builder
	for _, p := range c.Paras {
		p = strings.Map(func(r rune) rune {
			if r = oneLine(r); r == '\t' {
				return ' '
			}
			return r
		}, p)
		p = strings.TrimRightFunc(p, runes.IsSpace)
		if b.Len() == 0 {
			b.WriteString(p)
			continue
		}
		p = runes.Trim(p)
		if p == "" {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(b.String())
		first, _ := utf8.DecodeRuneInString(p)
		if last < utf8.RuneSelf && first < utf8.RuneSelf || runes.IsDigit(last) && runes.IsDigit(first) {
			b.WriteByte(' ')
		}
		b.WriteString(p)
	}
	return b.String()
}

// numbers counts the paragraphs of a cell that are numbers of their own.
func (c Cell) numbers() int {
	n := 0
	for _, p := range c.Paras {
		if runes.IsNumber(p) {
			n++
		}
	}
	return n
}
