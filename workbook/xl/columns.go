package xl

import "strconv"

// stretch is a run of columns of one width.
type stretch struct {
	from, to int
	width    float64
}

func (s *Sheet) stretches() []stretch {
	var out []stretch
	for col := 1; col <= s.cols; col++ {
		w := s.width(col)
		if n := len(out); n > 0 && out[n-1].width == w {
			out[n-1].to = col
			continue
		}
		out = append(out, stretch{col, col, w})
	}
	return out
}

// columnElements is the cols element of a sheet.
func (s *Sheet) columnElements() []byte {
	if s.cols == 0 {
		return nil
	}
	out := []byte("<cols>")
	for _, c := range s.stretches() {
		out = append(out, `<col min="`...)
		out = strconv.AppendInt(out, int64(c.from), 10)
		out = append(out, `" max="`...)
		out = strconv.AppendInt(out, int64(c.to), 10)
		out = append(out, `" width="`...)
		out = strconv.AppendFloat(out, c.width, 'f', -1, 64)
		out = append(out, `" customWidth="1"/>`...)
	}
	return append(out, "</cols>"...)
}

// tellWidths lets excelize know the widths where it measures by them: it places
// charts and notes.
func (s *Sheet) tellWidths() error {
	if len(s.charts) == 0 && len(s.notes) == 0 {
		return nil
	}
	for _, c := range s.stretches() {
		if err := s.book.file.SetColWidth(s.Name, ColumnName(c.from), ColumnName(c.to), c.width); err != nil {
			return err
		}
	}
	return nil
}
