package xl

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

// writeColumns writes the cols element.
func (s *Sheet) writeColumns(m *markup) {
	if s.cols == 0 {
		return
	}
	m.raw(`<cols>`)
	for _, c := range s.stretches() {
		m.raw(`<col min="`).number(c.from).raw(`" max="`).number(c.to).raw(`" width="`).decimal(c.width).raw(`" customWidth="1"/>`)
	}
	m.raw(`</cols>`)
}
