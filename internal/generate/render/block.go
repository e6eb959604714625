package render

import "strings"

// Table is a table of written cells: a header of one or more rows, then rows.
type Table struct {
	Caption string
	Unit    string // as the caption line says it: 单位：万元
	Header  [][]Cell
	Rows    [][]Cell
	Notes   []string
}

// Cell is one written cell.
type Cell struct {
	Text             string
	RowSpan, ColSpan int
	Indent           int // nesting of a label
	Number           bool
}

// Texts makes cells of plain texts.
func Texts(ts ...string) []Cell {
	out := make([]Cell, len(ts))
	for i, t := range ts {
		out[i].Text = t
	}
	return out
}

// Block is a paragraph, heading or table.
type Block struct {
	Heading int // 1 … 3, 0 for a paragraph
	Text    string
	Center  bool
	Table   *Table
}

// tableMark stands on a line of its own for a table of the report.
const tableMark = '\uE010'

// TableMark returns the line that stands for table n, from 0.
func TableMark(n int) string { return "\n" + string(tableMark) + string(rune(0xE100+n)) + "\n" }

// Blocks splits a written text: # marks headings, ^ a centred line, every other
// line is a paragraph; blank lines only part them.
func Blocks(text string, tables []*Table) []Block {
	var out []Block
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " ")
		if line == "" {
			continue
		}
		rs := []rune(line)
		if rs[0] == tableMark {
			out = append(out, Block{Table: tables[int(rs[1])-0xE100]})
			continue
		}
		var b Block
		for strings.HasPrefix(line, "#") {
			b.Heading++
			line = line[1:]
		}
		if strings.HasPrefix(line, "^") {
			b.Center = true
			line = line[1:]
		}
		b.Text = strings.TrimLeft(line, " ")
		out = append(out, b)
	}
	return out
}
