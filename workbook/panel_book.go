package workbook

import (
	"fmt"
	"strings"

	"yusuan/internal/packed"
	"yusuan/workbook/xl"
)

// Names of the panel's sheets that the report workbook does not have.
const (
	sheetPanel     = "一览"
	sheetRanking   = "排名"
	sheetByRule    = "异常汇总"
	sheetFindList  = "异常清单"
	sheetComplete  = "完整性"
	sheetDict      = "数据字典"
	panelHeaderRow = 3
	maxSubjects    = 300 // columns of a matrix sheet
)

// panelBook is a panel being written.
type panelBook struct {
	*Panel
	book *xl.Book
}

// each goes through the reports in order. Their summaries are read anew each
// time: of ten thousand reports they would not be small.
func (b *panelBook) each(do func(*panelSummary)) error {
	for i := range b.entries {
		raw, err := b.bulk.read(b.entries[i].summaryAt)
		if err != nil {
			return err
		}
		u := &packed.Reader{Rest: raw}
		s := unpackSummary(u)
		if u.Err != nil {
			return fmt.Errorf("summary of %s: %w", b.entries[i].id, u.Err)
		}
		do(&s)
	}
	return nil
}

func (b *panelBook) fill() error {
	if err := b.overview(); err != nil {
		return err
	}
	if err := b.ranking(); err != nil {
		return err
	}
	for _, book := range bookOrder {
		if err := b.matrix(book); err != nil {
			return err
		}
	}
	for _, fill := range []func() error{b.byRule, b.findingList, b.completeness, b.allFigures} {
		if err := fill(); err != nil {
			return err
		}
	}
	b.dictionary()
	return nil
}

// sheet begins a sheet with a title, a lead and a filtered header.
func (b *panelBook) sheet(name, lead string, color xl.Color, table string, head []xl.Cell, widths map[int]float64) *xl.Sheet {
	s := b.book.Sheet(name)
	s.Tab, s.Widths, s.Table = color, widths, table
	s.FreezeRows, s.FreezeCols, s.Filter, s.TitleRows = panelHeaderRow, 2, panelHeaderRow, [2]int{panelHeaderRow, panelHeaderRow}
	s.Row(xl.Cell{Value: name, Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: lead, Style: styleLead, Free: true})
	s.RowHigh(32, head...)
	return s
}

// reportLink is the address of a report's workbook as seen from the panel.
func reportLink(id string) string {
	return "reports/" + strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F", " ", "%20").Replace(id) + ".xlsx"
}
