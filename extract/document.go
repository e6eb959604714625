// Package extract reads a file into a Document: what is printed and where. It
// knows bytes, encodings, glyphs, rulings, reading order and grids; it knows
// nothing of money, years or law.
package extract

// Document is what was read of one file.
//
// Its lines are the extracted text, one reading order for the whole file. A row
// of a table is one line whose cells are separated by TAB in their grid order
// (empty cells kept, line breaks inside a cell joined), so every cell has a span
// in a line: Cell.Line, Start, End. In a plain text file lines are the lines of
// the file as they stand, and cells are spans of them.
type Document struct {
	File     string
	Type     string // pdf, txt, html, docx, xlsx
	Engine   string // which reader, for the manifest
	Encoding string // of a text file: utf-8, gb18030, utf-16le, big5
	Pages    []Page
	Tables   []Table
	Problems []Problem
}

// Box is x0, y0, x1, y1 in points, y from the top of the page down.
type Box [4]float64

// Page is one page; a file without pages has one.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Engine        string // engine that read this page
	Reason        string // why this engine, where it is not the first choice
	OCR           bool
	Unread        bool   // shows what could not be read; its lines, if any, are not to be relied on
	Name          string // of a workbook's sheet
	Lines         []Line
}

// LineKind says what a line is.
type LineKind string

const (
	Body    LineKind = ""        // running text, headings, captions
	TableLn LineKind = "table"   // a row of Tables[Table-1]
	Running LineKind = "running" // running header, footer or page number: not content
)

// Line is one printed line.
type Line struct {
	Number int // from 1 through the whole file
	Text   string
	Kind   LineKind
	Table  int  // table number from 1 where Kind is TableLn
	Box    Box  // zero where unknown
	Joins  bool // goes on with the sentence of the last Body line before it (also over a page)
	Bold   bool
	Size   float64 // font size, 0 where unknown
	Indent float64 // left offset in characters, 0 where unknown
	Column float64 // how far its column of text stands right of the first, in points; 0 in the first
}

// Method says how a table was found.
type Method string

const (
	Ruled     Method = "ruled"     // from drawn lines
	Aligned   Method = "aligned"   // from the alignment of words
	Delimited Method = "delimited" // from tabs, pipes or runs of spaces in text
	Markup    Method = "markup"    // from HTML, DOCX or a workbook
)

// Cell is one cell. A cell that spans several stands in its first place; the
// others are empty with Covered set.
type Cell struct {
	Text             string
	Line, Start, End int // span of the text in Document's lines; Line 0 for an empty cell without a place
	RowSpan, ColSpan int // 0 and 1 both mean one
	Covered          bool
	Indent           int // leading spaces of the label, in half-width units
}

// Table is one grid on one page.
type Table struct {
	Number     int // from 1
	Page       int
	Box        *Box
	Method     Method
	Continues  bool // goes on with the table before it, over a page break
	Rows       [][]Cell
	Confidence float64  // 0…1, graded by the worst part
	Reasons    []string // what lowered it, English
}

// Problem is something that could not be read. Code is E002, E003 or E005.
type Problem struct {
	Code    string
	Page    int
	Line    int
	Table   int
	Message string // Chinese, a person can act on it
}

// Grid returns the texts of a table.
func (t *Table) Grid() [][]string {
	out := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		out[i] = make([]string, len(row))
		for j, c := range row {
			out[i][j] = c.Text
		}
	}
	return out
}
