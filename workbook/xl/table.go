package xl

import "github.com/xuri/excelize/v2"

// addTable makes a range an Excel table. excelize takes the names of the columns
// from cells of its own, so it is given a header row, which the real rows
// replace when the file is written.
func (s *Sheet) addTable(ref string) error {
	f := s.book.file
	for i, name := range s.header {
		if err := f.SetCellStr(s.Name, Ref(i+1, s.Filter), name); err != nil {
			return err
		}
	}
	show, off := true, false
	return f.AddTable(s.Name, &excelize.Table{Range: ref, Name: s.Table, StyleName: "TableStyleLight1",
		ShowHeaderRow: &show, ShowRowStripes: &off})
}
