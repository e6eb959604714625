package records

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bom makes Excel and WPS read a CSV file as UTF-8.
const bom = "\ufeff"

// header is the first line of a CSV file.
func header(columns []string) []byte {
	values := make([]Value, len(columns))
	for i, name := range columns {
		values[i] = Text(name)
	}
	return appendCSV([]byte(bom), values)
}

// appendCSV appends a line in the form that Excel opens: quoted where needed, CRLF
// at its end.
func appendCSV(b []byte, values []Value) []byte {
	for i := range values {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendCell(b, &values[i])
	}
	return append(b, '\r', '\n')
}

func appendCell(b []byte, v *Value) []byte {
	if v.kind != text {
		return v.append(b) // digits and letters: nothing to quote
	}
	s := v.s
	guard := isFormula(s)
	if !guard && !quoted(s) {
		return append(b, s...)
	}
	if guard && !quoted("'"+s) {
		return append(append(b, '\''), s...)
	}
	b = append(b, '"')
	if guard {
		b = append(b, '\'')
	}
	for i := range len(s) {
		switch s[i] {
		case '"':
			b = append(b, '"', '"')
		case '\n':
			b = append(b, '\r', '\n')
		case '\r': // comes back before every line feed
		default:
			b = append(b, s[i])
		}
	}
	return append(b, '"')
}

// quoted reports whether a cell must stand in quotes.
func quoted(s string) bool {
	if s == "" {
		return false
	}
	if s == `\.` || strings.ContainsAny(s, ",\"\r\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(first)
}

// isFormula reports whether a spreadsheet would take a text for a formula: such a
// text gets an apostrophe before it. Amounts are left alone.
func isFormula(s string) bool {
	return s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 && !isAmount(s)
}

func isAmount(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && strings.Trim(digits, "0123456789.") == ""
}
