package workbook

import "yusuan/workbook/xl"

// listing is a filterable list. A column that is empty throughout is left out,
// unless others refer to it by its place.
type listing struct {
	columns []listColumn
	rows    [][]xl.Cell
}

type listColumn struct {
	name  string
	width float64
	keep  bool
}

func (l *listing) add(cells ...xl.Cell) { l.rows = append(l.rows, cells) }

// write lays the list out below a title and a lead. The header stands in row 3.
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
	cells := make([]xl.Cell, 0, len(head))
	for _, row := range l.rows {
		cells = cells[:0]
		for i, c := range row {
			if used[i] {
				cells = append(cells, c)
			}
		}
		s.Row(cells...)
	}
}

func (l *listing) used() []bool {
	used := make([]bool, len(l.columns))
	for i, c := range l.columns {
		used[i] = c.keep
		for _, row := range l.rows {
			if used[i] {
				break
			}
			v := row[i].Value
			used[i] = v != nil && v != "" || row[i].Formula != ""
		}
	}
	return used
}
