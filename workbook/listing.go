package workbook

import "yusuan/workbook/xl"

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

// newListing begins a list of so many rows.
func newListing(rows int, columns ...listColumn) *listing {
	return &listing{columns, make([]xl.Cell, 0, rows*len(columns))}
}

// add adds a row: a cell for each column.
func (l *listing) add(cells ...xl.Cell) { l.cells = append(l.cells, cells...) }

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
	for at := 0; at < len(l.cells); at += len(l.columns) {
		shown := l.cells[at:at]
		for i, c := range l.cells[at : at+len(l.columns)] {
			if used[i] {
				shown = append(shown, c) // in its place or before it
			}
		}
		s.Row(shown...)
	}
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
