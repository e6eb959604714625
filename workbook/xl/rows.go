package xl

import (
	"strconv"

	"github.com/shopspring/decimal"

	"yusuan/internal/digits"
)

// Rows are encoded here and not by excelize's StreamWriter: the figures sheet
// of a panel has thirty columns, and this is several times faster; a decimal is
// written exactly; and links, notes and widths may be set in any order.

func (b *rowBuffer) openRow(row int, height float64) {
	b.begin()
	b.mem = append(b.mem, `<row r="`...)
	b.mem = strconv.AppendInt(b.mem, int64(row), 10)
	if height > 0 {
		b.mem = append(b.mem, `" ht="`...)
		b.mem = strconv.AppendFloat(b.mem, height, 'f', -1, 64)
		b.mem = append(b.mem, `" customHeight="1`...)
	}
	b.mem = append(b.mem, `">`...)
}

func (b *rowBuffer) closeRow() {
	b.mem = append(b.mem, `</row>`...)
	b.turn()
}

func (b *rowBuffer) cell(col, row, style int, c *Cell) {
	b.mem = append(b.mem, `<c r="`...)
	b.mem = appendColumn(b.mem, col)
	b.mem = strconv.AppendInt(b.mem, int64(row), 10)
	if style > 0 {
		b.mem = append(b.mem, `" s="`...)
		b.mem = strconv.AppendInt(b.mem, int64(style), 10)
	}
	b.mem = append(b.mem, '"')
	switch {
	case c.Rich != nil:
		b.rich(c.Rich)
	case c.Formula != "":
		b.formula(c)
	default:
		b.value(c.Value)
	}
}

func (b *rowBuffer) value(v any) {
	switch v := v.(type) {
	case string:
		if v == "" {
			b.mem = append(b.mem, `/>`...)
			return
		}
		if id, ok := b.texts.id(v); ok {
			b.mem = append(b.mem, ` t="s"><v>`...)
			b.mem = strconv.AppendInt(b.mem, int64(id), 10)
			b.mem = append(b.mem, `</v></c>`...)
			return
		}
		b.mem = appendTextElement(append(b.mem, ` t="inlineStr"><is>`...), v)
		b.mem = append(b.mem, `</is></c>`...)
	case int:
		b.mem = append(b.mem, `><v>`...)
		b.mem = strconv.AppendInt(b.mem, int64(v), 10)
		b.mem = append(b.mem, `</v></c>`...)
	case decimal.Decimal:
		b.mem = digits.Append(append(b.mem, `><v>`...), v)
		b.mem = append(b.mem, `</v></c>`...)
	case Digits:
		b.mem = append(append(b.mem, `><v>`...), v...)
		b.mem = append(b.mem, `</v></c>`...)
	default:
		b.mem = append(b.mem, `/>`...)
	}
}

func (b *rowBuffer) formula(c *Cell) {
	text, isText := c.Value.(string)
	if isText {
		b.mem = append(b.mem, ` t="str"`...)
	}
	b.mem = append(b.mem, `><f>`...)
	b.mem = appendText(b.mem, c.Formula)
	b.mem = append(b.mem, `</f><v>`...)
	switch v := c.Value.(type) {
	case string:
		b.mem = appendText(b.mem, text)
	case int:
		b.mem = strconv.AppendInt(b.mem, int64(v), 10)
	case decimal.Decimal:
		b.mem = digits.Append(b.mem, v)
	}
	b.mem = append(b.mem, `</v></c>`...)
}

func (b *rowBuffer) rich(runs []Run) {
	b.mem = append(b.mem, ` t="inlineStr"><is>`...)
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		b.mem = append(b.mem, `<r><rPr>`...)
		if r.Bold {
			b.mem = append(b.mem, `<b/>`...)
		}
		if r.Under {
			b.mem = append(b.mem, `<u/>`...)
		}
		color := r.Color
		if color == NoColor {
			color = Black
		}
		b.mem = append(b.mem, `<sz val="`...)
		b.mem = strconv.AppendInt(b.mem, fontSize, 10)
		b.mem = append(b.mem, `"/><color rgb="FF`...)
		b.mem = append(b.mem, color.RGB()...)
		b.mem = append(b.mem, `"/><rFont val="`+Font+`"/><family val="2"/><charset val="134"/></rPr><t xml:space="preserve">`...)
		b.mem = appendText(b.mem, r.Text)
		b.mem = append(b.mem, `</t></r>`...)
	}
	b.mem = append(b.mem, `</is></c>`...)
}
