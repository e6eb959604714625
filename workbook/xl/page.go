package xl

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

const paperA4 = 9

// page sets up printing: A4, fitted to the width, titles and page numbers.
func (s *Sheet) page() error {
	f := s.book.file
	orientation := "landscape"
	if s.Portrait {
		orientation = "portrait"
	}
	size, wide, high := paperA4, 1, 0
	err := f.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high})
	if err != nil {
		return err
	}
	fit := true
	props := &excelize.SheetPropsOptions{FitToPage: &fit}
	if s.Tab != "" {
		props.TabColorRGB = &s.Tab
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
	area := fmt.Sprintf("%s:%s", AbsRef(1, 1), AbsRef(s.cols, s.row))
	err := s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: On(s.Name, area), Scope: s.Name})
	if err != nil || s.TitleRows[0] == 0 {
		return err
	}
	rows := fmt.Sprintf("$%d:$%d", s.TitleRows[0], s.TitleRows[1])
	return s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: On(s.Name, rows), Scope: s.Name})
}
