package workbook

import (
	"slices"
	"sync"

	"yusuan/workbook/xl"
)

// listing is a filterable list. A column that is empty throughout is left out,
// unless others refer to it by its place.
type listing struct {
	columns []listColumn
	cells   []xl.Cell // row by row
}

type listColumn struct {
	name  string
	width float64
	keep  bool
}

// newListing begins a list of so many rows. The lists of a workbook are written one
// after the other, in the same cells.
func (b *reportBook) newListing(rows int, columns ...listColumn) *listing {
	b.cells = slices.Grow(b.cells[:0], rows*len(columns))
	return &listing{columns, b.cells}
}

// cellBuffers are kept from one workbook to the next: the cells of a list take a
// megabyte.
var cellBuffers = sync.Pool{New: func() any { return new([]xl.Cell) }}

func (b *reportBook) takeCells() { b.cells = *cellBuffers.Get().(*[]xl.Cell) }

func (b *reportBook) returnCells() {
	clear(b.cells[:cap(b.cells)]) // nothing of this report stays in memory
	cellBuffers.Put(&b.cells)
}

// row adds a row: a cell for each column, to be filled.
func (l *listing) row() []xl.Cell {
	n := len(l.cells)
	l.cells = slices.Grow(l.cells, len(l.columns))[:n+len(l.columns)]
	return l.cells[n:]
}

// add adds a row of cells.
func (l *listing) add(cells ...xl.Cell) {
	row := l.row()
	clear(row[copy(row, cells):])
}

// write lays the list out below a title and a lead. The header stands in row 3.
// The list is of no use after that.
func (l *listing) write(s *xl.Sheet, title, lead string) {
	s.FreezeRows, s.TitleRows, s.Filter = 3, [2]int{3, 3}, 3
	s.Row(xl.Cell{Value: title, Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: lead, Style: styleLead, Free: true})
	used := l.used()
	s.Widths = map[int]float64{}
	var head []xl.Cell
	for i, c := range l.columns {
		if !used[i] {
			continue
		}
		head = append(head, xl.Cell{Value: c.name, Style: styleHead})
		s.Widths[len(head)] = c.width
	}
	s.Row(head...)
	all := len(head) == len(l.columns)
	for at := 0; at < len(l.cells); at += len(l.columns) {
		row := l.cells[at : at+len(l.columns)]
		if !all {
			row = keep(row, used)
		}
		s.Row(row...)
	}
}

// keep moves the cells that are used to the front.
func keep(row []xl.Cell, used []bool) []xl.Cell {
	n := 0
	for i := range row {
		if !used[i] {
			continue
		}
		if n < i {
			row[n] = row[i]
		}
		n++
	}
	return row[:n]
}

func (l *listing) used() []bool {
	used := make([]bool, len(l.columns))
	for i, c := range l.columns {
		used[i] = c.keep
		for at := i; at < len(l.cells) && !used[i]; at += len(l.columns) {
			c := &l.cells[at]
			used[i] = c.Value != nil && c.Value != "" || c.Formula != ""
		}
	}
	return used
}
