package table

import (
	"strings"

	"yusuan/extract"
)

// Lay puts the tables of one page among its other lines and numbers everything.
//
// body holds the lines of the page without the characters that the tables
// consumed (Found.Chars), in reading order, each with its Box; tables are as
// Find and Continue return them. Each row of a table becomes one line whose
// cells are joined by TAB, empty and covered ones kept, so that every cell has
// a span in it: Cell.Line, Start, End. firstLine and firstTable are the numbers
// that the first line and the first table get. The problems carry the numbers
// of their table and of its first line.
func Lay(body []extract.Line, tables []Found, firstLine, firstTable int) ([]extract.Line, []extract.Table, []extract.Problem) {
	var lines []extract.Line
	var out []extract.Table
	var problems []extract.Problem
	before := make([][]int, len(body)+1)
	for i := range tables {
		at := heading(body, place(body, tables[i].Box), tables, i)
		before[at] = append(before[at], i)
	}
	for i := 0; i <= len(body); i++ {
		for _, k := range before[i] {
			f := &tables[k]
			first, number := firstLine+len(lines), firstTable+len(out)
			t, rows := layTable(f, first, number)
			lines, out = append(lines, rows...), append(out, t)
			for _, p := range f.Problems {
				p.Page, p.Table, p.Line = f.Page, number, first
				problems = append(problems, p)
			}
		}
		if i < len(body) {
			ln := body[i]
			ln.Number = firstLine + len(lines)
			lines = append(lines, ln)
		}
	}
	return lines, out, problems
}

// place is the index of the body line before which a table goes: behind the
// last line that stands above it in its own part of the page's width.
func place(body []extract.Line, b extract.Box) int {
	at, fallback := -1, 0
	for i, ln := range body {
		if ln.Box == (extract.Box{}) {
			continue
		}
		above := (ln.Box[1]+ln.Box[3])/2 < b[1]
		if above {
			fallback = i + 1
		}
		if above && ln.Box[0] < b[2] && ln.Box[2] > b[0] {
			at = i + 1
		}
	}
	if at < 0 {
		return fallback
	}
	return at
}

// heading moves the place at of table k behind its caption and its unit where
// they stand beside the table's width, at an edge of the page.
func heading(body []extract.Line, at int, tables []Found, k int) int {
	top := tables[k].Box[1]
	for i := at; i < len(body) && i < at+headingLines; i++ {
		b := body[i].Box
		if !isCaption(strings.TrimSpace(body[i].Text)) || (b[1]+b[3])/2 >= top || top-b[3] > 3*(b[3]-b[1]) {
			break
		}
		if overAnother(b, tables, k) {
			break
		}
		at = i + 1
	}
	return at
}

// headingLines are the lines beside a table's width that may head it.
const headingLines = 3

// overAnother tells whether a line stands over another table than table k.
func overAnother(b extract.Box, tables []Found, k int) bool {
	for i := range tables {
		t := tables[i].Box
		if i != k && b[0] < t[2] && b[2] > t[0] && t[1] > b[1] && t[1]-b[3] < 3*(b[3]-b[1]) {
			return true
		}
	}
	return false
}

func layTable(f *Found, line, number int) (extract.Table, []extract.Line) {
	box := f.Box
	t := extract.Table{Number: number, Page: f.Page, Box: &box, Method: f.Method, Continues: f.Continues,
		Confidence: f.Confidence, Reasons: f.Reasons, Rows: make([][]extract.Cell, len(f.Rows))}
	rows := make([]extract.Line, len(f.Rows))
	for i, row := range f.Rows {
		text, cells := layRow(row, line+i)
		t.Rows[i] = cells
		rows[i] = extract.Line{Number: line + i, Text: text, Kind: extract.TableLn, Table: number,
			Box: extract.Box{f.Box[0], f.Ys[i], f.Box[2], f.Ys[i+1]}}
	}
	return t, rows
}

// clean keeps a cell's text on one line and free of the separator.
var clean = strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")

func layRow(row []Cell, line int) (string, []extract.Cell) {
	var b strings.Builder
	cells := make([]extract.Cell, len(row))
	for j, c := range row {
		if j > 0 {
			b.WriteByte('\t')
		}
		text := clean.Replace(c.Text)
		cells[j] = extract.Cell{Text: text, Line: line, Start: b.Len(), End: b.Len() + len(text),
			RowSpan: c.RowSpan, ColSpan: c.ColSpan, Covered: c.Covered, Indent: c.Indent}
		b.WriteString(text)
	}
	return b.String(), cells
}
