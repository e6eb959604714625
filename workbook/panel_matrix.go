package workbook

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/internal/packed"
	"yusuan/workbook/xl"
)

// matrix writes the sheet of a book: one row a district, scope, year and stage,
// one column a subject.
func (b *panelBook) matrix(book budget.Book) error {
	columns, dropped := b.matrixColumns(book)
	if len(columns) == 0 {
		return nil
	}
	fixed := heads("地区", "报告", "口径", "级次", "年度", "阶段")
	widths := map[int]float64{3: 10, 4: 8, 5: 7, 6: 10}
	at := map[matrixSubject]int{}
	head := fixed
	seen := map[string]bool{}
	for i, c := range columns {
		at[matrixSubject{side: c.side, subject: c.subject}] = i
		name := c.subject
		if c.code != "" {
			name = c.code + " " + name
		}
		if seen[name] {
			name += "（" + sideWord(c.side) + "）"
		}
		seen[name] = true
		head = append(head, xl.Cell{Value: name, Style: styleHead})
		widths[len(head)] = float64(min(22, max(14, xl.TextWidth(name)/2+3)))
	}
	lead := "一行是一份报告的一个口径、年度、阶段。金额单位：万元；空格为该报告没有列出。科目先收入后支出，列名前为科目编码。"
	if dropped > 0 {
		lead += fmt.Sprintf("另有 %d 个少见的科目未成列，见“全部数据”。", dropped)
	}
	s := b.sheet(bookWord(book), lead, xl.Blue, bookWord(book)+"表", head, widths)
	s.FreezeCols = 6
	for i := range b.entries {
		e := &b.entries[i]
		rows, err := b.matrixRows(e, book)
		if err != nil {
			return err
		}
		for _, row := range rows {
			s.Row(matrixCellsOf(e, row, at, len(columns))...)
		}
	}
	return nil
}

func (b *panelBook) matrixRows(e *panelEntry, book budget.Book) ([]matrixRow, error) {
	raw, err := b.bulk.read(e.matrixAt)
	if err != nil {
		return nil, err
	}
	u := &packed.Reader{Rest: raw}
	rows := unpackMatrix(u, func(b budget.Book) bool { return b == book })
	return rows, u.Err
}

func matrixCellsOf(e *panelEntry, row matrixRow, at map[matrixSubject]int, n int) []xl.Cell {
	cells := make([]xl.Cell, 6+n)
	cells[0], cells[1], cells[2], cells[3] = text(e.district), text(e.id), text(row.scope), text(levelWord(row.account.Level))
	cells[4], cells[5] = yearCell(row.account.Year), text(stageWord(row.account.Stage))
	for i := 6; i < len(cells); i++ {
		cells[i] = xl.Cell{}
	}
	for _, c := range row.cells {
		if i, ok := at[matrixSubject{side: c.subject.side, subject: c.subject.subject}]; ok {
			cells[6+i] = xl.Cell{Value: c.amount, Style: amountStyle(c.amount, xl.Blue)}
		}
	}
	return cells
}

// matrixColumns chooses and orders the subjects of a book; dropped counts those
// beyond the limit, the rarest.
func (b *panelBook) matrixColumns(book budget.Book) (columns []*matrixColumn, dropped int) {
	columns = slices.Collect(maps.Values(b.columns[book]))
	slices.SortFunc(columns, func(x, y *matrixColumn) int {
		return cmp.Or(cmp.Compare(y.rows, x.rows), strings.Compare(x.subject, y.subject), strings.Compare(string(x.side), string(y.side)))
	})
	if len(columns) > maxSubjects {
		dropped = len(columns) - maxSubjects
		columns = columns[:maxSubjects]
	}
	sides := map[budget.Side]int{budget.Revenue: 0, budget.Expenditure: 1, budget.Balance: 2}
	slices.SortFunc(columns, func(x, y *matrixColumn) int {
		return cmp.Or(cmp.Compare(sides[x.side], sides[y.side]), cmp.Compare(x.rank, y.rank), compareCodes(x.code, y.code), strings.Compare(x.subject, y.subject))
	})
	return columns, dropped
}
