package workbook

import (
	"github.com/shopspring/decimal"

	"yusuan/internal/digits"
	"yusuan/workbook/xl"
)

// The looks that the sheets share. Blue: read from the report. Black: computed
// here. Green: brought from another sheet. Negative numbers: red with a sign.
var (
	styleTitle   = xl.Style{Bold: true, Size: 16, Color: xl.Navy}
	styleLead    = xl.Style{Color: xl.Grey}
	styleAbout   = xl.Style{Color: xl.Grey, Indent: 1}
	styleSection = xl.Style{Bold: true, Size: 12, Color: xl.Navy, Edge: xl.Underline}
	styleBar     = xl.Style{Bold: true, Color: xl.White, Fill: xl.Navy}
	styleHead    = xl.Style{Bold: true, Fill: xl.Band, Color: xl.Navy, Edge: xl.Grid, Align: xl.Center, Wrap: true}
	styleText    = xl.Style{Edge: xl.Grid}
	styleWrap    = xl.Style{Edge: xl.Grid, Wrap: true, Top: true}
	styleTop     = xl.Style{Edge: xl.Grid, Top: true}
	styleCenter  = xl.Style{Edge: xl.Grid, Align: xl.Center}
	styleLink    = xl.Style{Edge: xl.Grid, Color: xl.Blue, Under: true}
	styleTotal   = xl.Style{Edge: xl.TotalEdge, Fill: xl.Pale, Bold: true}
	styleAbsent  = xl.Style{Edge: xl.Grid, Color: xl.Grey, Align: xl.Center}
	styleInt     = xl.Style{Edge: xl.Grid, Num: xl.Integer}
	styleNumber  = xl.Style{Edge: xl.Grid, Num: xl.Plain, Align: xl.Center}
)

// heads makes a header row.
func heads(words ...string) []xl.Cell {
	out := make([]xl.Cell, len(words))
	for i, w := range words {
		out[i] = xl.Cell{Value: w, Style: styleHead}
	}
	return out
}

func text(s string) xl.Cell   { return xl.Cell{Value: s, Style: styleText} }
func center(s string) xl.Cell { return xl.Cell{Value: s, Style: styleCenter} }
func wrapped(s string) xl.Cell {
	return xl.Cell{Value: s, Style: styleWrap}
}

// with returns the cell in another colour.
func with(c xl.Cell, change func(*xl.Style)) xl.Cell {
	change(&c.Style)
	return c
}

func total(s *xl.Style) { s.Bold, s.Fill, s.Edge = true, xl.Pale, xl.TotalEdge }
func top(s *xl.Style)   { s.Top = true }

// places is how many decimals a number needs, at most 6 (万元 down to the 分).
func places(d decimal.Decimal) int {
	return min(6, digits.Places(d))
}

func amountStyle(d decimal.Decimal, color xl.Color) xl.Style {
	return xl.Style{Edge: xl.Grid, Num: xl.AmountFormat(places(d)), Color: color}
}

// nullNumber is a cell for a number that may be absent.
func nullNumber(d decimal.NullDecimal, color xl.Color) xl.Cell {
	if !d.Valid {
		return xl.Cell{Style: styleText}
	}
	return xl.Cell{Value: d.Decimal, Style: amountStyle(d.Decimal, color)}
}
