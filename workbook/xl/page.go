package xl

import (
	"fmt"
	"slices"
)

// pixelsPerUnit is the width of a half-width character on the screen.
const pixelsPerUnit = 7

const (
	paperA3 = 8
	paperA4 = 9
	// wideSheet is the width beyond which A4 would print too small to read.
	wideSheet = 200
	// widest is how far running texts may widen the printed area.
	widest = 170
	// pageWidth is how much of a very wide sheet one printed page takes.
	pageWidth = 420
)

// writePage sets up printing: A4, or A3 for a wide sheet, fitted to the width, with
// page numbers.
func (s *Sheet) writePage(m *markup) {
	orientation := "landscape"
	if s.Portrait {
		orientation = "portrait"
	}
	size, wide, high := paperA4, 1, 0
	if total := s.totalWidth(s.cols); total > wideSheet {
		size, wide = paperA3, 1+int(total/pageWidth)
	}
	if s.OnePage {
		high = 1
	}
	m.raw(`<printOptions horizontalCentered="true"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>`,
		`<pageSetup fitToHeight="`).number(high).raw(`" fitToWidth="`).number(wide).raw(`" orientation="`, orientation, `" paperSize="`).number(size).raw(`"/>`,
		`<headerFooter><oddHeader>&amp;L&amp;"`+Font+`,Regular"&amp;9&amp;A</oddHeader>`,
		`<oddFooter>&amp;C&amp;"`+Font+`,Regular"&amp;9第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`)
	s.writeBreaks(m)
}

// writeBreaks writes where a new printed page begins.
func (s *Sheet) writeBreaks(m *markup) {
	breaks := slices.DeleteFunc(slices.Clone(s.breaks), func(row int) bool { return row <= 1 || row > s.row })
	if len(breaks) == 0 {
		return
	}
	m.raw(`<rowBreaks count="`).number(len(breaks)).raw(`" manualBreakCount="`).number(len(breaks)).raw(`">`)
	for _, row := range breaks {
		m.raw(`<brk id="`).number(row - 1).raw(`" max="16383" man="true"/>`)
	}
	m.raw(`</rowBreaks>`)
}

// writeNames names the range of a filter, the printed area and the rows repeated
// on each page. index counts the sheets from 0.
func (s *Sheet) writeNames(m *markup, index int) {
	name := func(name, hidden, refers string) {
		m.raw(`<definedName name="_xlnm.`, name, `" localSheetId="`).number(index).raw(`"`, hidden, `>`).text(refers).raw(`</definedName>`)
	}
	if s.cols == 0 {
		return
	}
	if s.filtered() && s.Table == "" {
		name("_FilterDatabase", ` hidden="true"`, On(s.Name, AbsRef(1, s.Filter)+":"+AbsRef(s.cols, s.row)))
	}
	name("Print_Area", "", On(s.Name, AbsRef(1, 1)+":"+AbsRef(s.printed(), s.row)))
	if s.TitleRows[0] == 0 {
		return
	}
	titles := On(s.Name, fmt.Sprintf("$%d:$%d", s.TitleRows[0], s.TitleRows[1]))
	if s.FreezeCols > 0 && s.totalWidth(s.cols) > pageWidth {
		titles = On(s.Name, fmt.Sprintf("$A:$%s", ColumnName(s.FreezeCols))) + "," + titles
	}
	name("Print_Titles", "", titles)
}

func (s *Sheet) totalWidth(cols int) float64 {
	n := 0.0
	for col := 1; col <= cols; col++ {
		n += s.width(col)
	}
	return n
}

// printed is the last printed column: the printed area reaches as far as the
// texts that run over empty cells do.
func (s *Sheet) printed() int {
	last := s.cols
	for _, c := range s.charts {
		for s.totalWidth(last) < s.totalWidth(c.Col-1)+float64(c.Width)/pixelsPerUnit {
			last++
		}
	}
	for _, r := range s.free {
		end := min(widest, s.totalWidth(r.col-1)+float64(r.units))
		for s.totalWidth(last) < end {
			last++
		}
	}
	return last
}

// The printable part of A4 across, in points, and the width of a half-width
// character, which programs measure a little differently.
const (
	printWidth    = 770.0
	printHeight   = 480.0
	pointsPerUnit = 7.0
)

// scale is about the factor at which the sheet fits the width of a page.
func (s *Sheet) scale() float64 {
	return min(1, max(0.1, printWidth/(s.totalWidth(s.printed())*pointsPerUnit)))
}

// Together starts a new printed page where the next n rows of ordinary height
// would not fit on this one. The widths must be fixed before. Excel itself
// leaves breaks aside on a sheet that is fitted to the width and breaks where
// the page ends.
func (s *Sheet) Together(n int) {
	from := 1
	if len(s.breaks) > 0 {
		from = s.breaks[len(s.breaks)-1]
	}
	used := s.Next() - from
	if used > 0 && float64(used+n)*rowHeight*s.scale() > printHeight {
		s.Break()
	}
}
