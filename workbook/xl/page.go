package xl

import (
	"fmt"

	"github.com/xuri/excelize/v2"
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

// page sets up printing: A4, or A3 for a wide sheet, fitted to the width, with
// titles and page numbers.
func (s *Sheet) page() error {
	f := s.book.file
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
	err := f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high})
	if err != nil {
		return err
	}
	fit := true
	usual, custom := float64(rowHeight), true
	props := &excelize.SheetPropsOptions{FitToPage: &fit, DefaultRowHeight: &usual, CustomHeight: &custom}
	if tab := s.Tab.RGB(); tab != "" {
		props.TabColorRGB = &tab
	}
	if err := f.SetSheetProps(s.Name, props); err != nil {
		return err
	}
	side, top, edge, center := 0.5, 0.7, 0.3, true
	err = f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top,
		Header: &edge, Footer: &edge, Horizontally: &center})
	if err != nil {
		return err
	}
	return f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{
		OddHeader: `&L&"` + Font + `,Regular"&9&A`,
		OddFooter: `&C&"` + Font + `,Regular"&9第 &P 页，共 &N 页`,
	})
}

// names sets the printed area and the rows repeated on each page.
func (s *Sheet) names() error {
	if s.cols == 0 {
		return nil
	}
	area := fmt.Sprintf("%s:%s", AbsRef(1, 1), AbsRef(s.printed(), s.row))
	err := s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: On(s.Name, area), Scope: s.Name})
	if err != nil || s.TitleRows[0] == 0 {
		return err
	}
	titles := On(s.Name, fmt.Sprintf("$%d:$%d", s.TitleRows[0], s.TitleRows[1]))
	if s.FreezeCols > 0 && s.totalWidth(s.cols) > pageWidth {
		titles = On(s.Name, fmt.Sprintf("$A:$%s", ColumnName(s.FreezeCols))) + "," + titles
	}
	return s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.Name})
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
