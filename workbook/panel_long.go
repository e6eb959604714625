package workbook

import (
	"fmt"
	"strings"

	"yusuan/internal/digits"
	"yusuan/internal/packed"
	"yusuan/workbook/xl"
)

// allFigures writes every figure of every report, over as many sheets as Excel's
// limit of rows asks for.
func (b *panelBook) allFigures() error {
	columns := panelColumns()
	head := heads("地区", "报告")
	widths := map[int]float64{}
	for _, c := range columns {
		head = append(head, xl.Cell{Value: c.name, Style: styleHead})
		widths[len(head)] = c.width
	}
	var s *xl.Sheet
	n := 0
	row := make([]xl.Cell, len(head))
	for i := range b.entries {
		e := &b.entries[i]
		raw, err := b.bulk.read(e.figuresAt)
		if err != nil {
			return err
		}
		u := &packed.Reader{Rest: raw}
		for range u.Count() {
			if s == nil || s.Next() > xl.MaxRows {
				n++
				s = b.figuresSheet(n, head, widths)
			}
			row[0], row[1] = text(e.district), text(e.id)
			for j := range columns {
				row[2+j] = longCell(columns[j].kind, u.Text())
			}
			s.RowHigh(xl.PlainHeight, row...)
		}
		if u.Err != nil {
			return fmt.Errorf("figures of %s: %w", e.id, u.Err)
		}
	}
	return nil
}

func (b *panelBook) figuresSheet(n int, head []xl.Cell, widths map[int]float64) *xl.Sheet {
	name, table := sheetFigures, "全部数据表"
	if n > 1 {
		name, table = fmt.Sprintf("%s%d", name, n), fmt.Sprintf("%s%d", table, n)
	}
	return b.sheet(name, "每份报告的每一个金额，一个一行；代码与中文分列，便于透视与建模。金额单位：万元。出处在该报告的工作簿中逐个可点。", xl.Grey, table, head, widths)
}

var (
	longText   = xl.Style{Edge: xl.Grid}
	longPlain  = xl.Style{Edge: xl.Grid, Num: xl.Plain, Align: xl.Center}
	longAmount = longAmountStyles()
)

func longAmountStyles() [9]xl.Style {
	var out [9]xl.Style
	for i := range out {
		out[i] = xl.Style{Edge: xl.Grid, Num: xl.AmountFormat(i)}
	}
	return out
}

func longCell(kind byte, s string) xl.Cell {
	if s == "" {
		return xl.Cell{}
	}
	if kind != 't' && !digits.Plain(s) {
		kind = 't'
	}
	switch kind {
	case 'n':
		return xl.Cell{Value: xl.Digits(s), Style: longPlain}
	case 'a', 'r':
		_, fraction, _ := strings.Cut(s, ".")
		return xl.Cell{Value: xl.Digits(s), Style: longAmount[min(8, len(fraction))]}
	}
	return xl.Cell{Value: s, Style: longText}
}
