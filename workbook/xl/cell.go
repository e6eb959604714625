package xl

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// MaxText is the most characters (UTF-16 units) a cell can hold.
const MaxText = 32767

// Run is a piece of rich text.
type Run struct {
	Text  string
	Bold  bool
	Under bool
	Color Color
}

// Digits is a number already written as a decimal literal.
type Digits string

// Cell is one cell as a sheet lays it out.
//
// Value is nil (only the style), a string, an int, Digits, or a decimal.Decimal,
// which is written digit by digit and never passes through a float. With a Formula,
// Value is the result that readers see who do not recalculate.
type Cell struct {
	Value   any
	Formula string // without the leading =
	Rich    []Run  // instead of Value
	Style   Style
	Link    string // "#'sheet'!A1" within the workbook, anything else is an address outside
	Tip     string // shown when pointing at the link
	Note    string // the cell's comment
	Free    bool   // may run over its neighbours: does not widen the column
}

// Ref names a cell: B12. Columns and rows count from 1.
func Ref(col, row int) string {
	var buf [16]byte
	return string(strconv.AppendInt(appendColumn(buf[:0], col), int64(row), 10))
}

// AbsRef is Ref with both parts fixed: $B$12.
func AbsRef(col, row int) string { return "$" + ColumnName(col) + "$" + strconv.Itoa(row) }

// ColumnName is the letter name of a column, from 1.
func ColumnName(col int) string { return string(appendColumn(nil, col)) }

func appendColumn(dst []byte, col int) []byte {
	var buf [4]byte
	i := len(buf)
	for col > 0 {
		col--
		i--
		buf[i] = byte('A' + col%26)
		col /= 26
	}
	return append(dst, buf[i:]...)
}

// On names a cell or range of another sheet for a formula or a link: '核对'!B2.
func On(sheet, ref string) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" + ref
}

// LinkTo is the Link of a cell within the workbook.
func LinkTo(sheet string, col, row int) string { return "#" + On(sheet, Ref(col, row)) }

// guarded reports whether a text would become a formula if someone edited the
// cell; such a text gets the number format "text".
func guarded(s string) bool {
	return s != "" && (s[0] == '=' || s[0] == '+' || s[0] == '-' || s[0] == '@')
}

// Number parses a decimal literal that stands in the code; it panics on a
// malformed one, so never call it on input.
func Number(s string) decimal.Decimal { return decimal.RequireFromString(s) }
