package records

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
)

// column is one field of a record: its name and how it is read from a T.
type column[T any] struct {
	name string
	of   func(T) Value
}

func appendFields[T any](b []byte, columns []column[T], v T) []byte {
	for i, c := range columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, c.name...)
		b = append(b, '"', ':')
		b = c.of(v).appendJSON(b)
	}
	return b
}

func names[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}

func cells[T any](columns []column[T], v T) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = guard(c.of(v))
	}
	return out
}

// guard keeps a spreadsheet from taking a text for a formula: a text that
// begins like one gets an apostrophe before it. Amounts are left alone.
func guard(v Value) string {
	s := v.String()
	if v.kind != text || s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) || isAmount(s) {
		return s
	}
	return "'" + s
}

func isAmount(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && strings.Trim(digits, "0123456789.") == ""
}

// bom makes Excel and WPS read a CSV file as UTF-8.
const bom = "\ufeff"

// writeCSV writes rows in the form that Excel opens: CRLF line ends.
func writeCSV(w io.Writer, rows func(write func([]string) error) error) error {
	buffered := bufio.NewWriter(w)
	c := csv.NewWriter(buffered)
	c.UseCRLF = true
	if err := rows(c.Write); err != nil {
		return err
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return buffered.Flush()
}

func header(w io.Writer, columns []string) error {
	if _, err := io.WriteString(w, bom); err != nil {
		return err
	}
	return writeCSV(w, func(write func([]string) error) error { return write(columns) })
}
