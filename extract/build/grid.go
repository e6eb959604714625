package build

import (
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// Bounds of a grid: what goes beyond is a broken or hostile source.
const (
	maxColumns = 512
	maxCells   = 400000
)

// slot is a place of the expanded grid.
type slot struct {
	cell             Cell
	text             string
	rowSpan, colSpan int
	covered          bool
	set              bool
}

// expand puts every cell in its first place and covers the others it spans. It
// returns false where the grid is larger than any real one.
func expand(rows [][]Cell) ([][]slot, bool) {
	grid := make([][]slot, len(rows))
	total := 0
	at := func(r, c int) *slot {
		for len(grid[r]) <= c {
			grid[r] = append(grid[r], slot{})
			total++
		}
		return &grid[r][c]
	}
	for r, row := range rows {
		c := 0
		for _, cell := range row {
			for c < len(grid[r]) && grid[r][c].set {
				c++
			}
			rs, cs := span(cell.RowSpan, len(rows)-r), span(cell.ColSpan, maxColumns-c)
			if c >= maxColumns || total+rs*cs > maxCells {
				return nil, false
			}
			for y := r; y < r+rs; y++ {
				for x := c; x < c+cs; x++ {
					*at(y, x) = slot{covered: true, set: true}
				}
			}
			*at(r, c) = slot{cell: cell, text: cell.text(), rowSpan: rs, colSpan: cs, set: true}
			c += cs
		}
	}
	return square(grid), true
}

func span(n, most int) int { return max(1, min(n, most)) }

// square gives all rows one length and drops rows and columns that print nothing.
func square(grid [][]slot) [][]slot {
	width := 0
	for _, row := range grid {
		width = max(width, len(row))
	}
	used := make([]bool, width)
	var out [][]slot
	for _, row := range grid {
		printed := false
		for c, s := range row {
			if !runes.IsBlank(s.text) {
				used[c], printed = true, true
			}
		}
		if printed {
			out = append(out, append(row, make([]slot, width-len(row))...))
		}
	}
	for i, row := range out {
		kept := make([]slot, 0, width)
		for c, s := range row {
			if used[c] {
				kept = append(kept, s)
			} else if s.covered {
				shrink(out[i], kept, c)
			}
		}
		out[i] = kept
	}
	return out
}

// shrink takes a dropped column out of the span of the cell that covers it.
func shrink(row, kept []slot, c int) {
	for k := len(kept) - 1; k >= 0; k-- {
		if !kept[k].covered {
			if kept[k].colSpan > 1 {
				kept[k].colSpan--
			}
			return
		}
	}
}

// printed counts the cells of a row that print something.
func printed(row []slot) int {
	n := 0
	for _, s := range row {
		if !runes.IsBlank(s.text) {
			n++
		}
	}
	return n
}

// cells puts a grid's rows on lines and gives their cells.
func (d *Doc) cells(grid [][]slot, table int) [][]extract.Cell {
	out := make([][]extract.Cell, len(grid))
	for r, row := range grid {
		d.line++
		var text strings.Builder
		out[r] = make([]extract.Cell, len(row))
		for c, s := range row {
			if c > 0 {
				text.WriteByte('\t')
			}
			a, b := runes.TrimSpan(s.text, 0, len(s.text))
			cell := extract.Cell{Text: s.text[a:b], Line: d.line, Start: text.Len(), End: text.Len() + b - a, Covered: s.covered}
			if s.rowSpan > 1 || s.colSpan > 1 {
				cell.RowSpan, cell.ColSpan = s.rowSpan, s.colSpan
			}
			if cell.Text != "" && !runes.IsNumber(cell.Text) {
				cell.Indent = runes.Indent(s.text) + s.cell.Indent
			}
			text.WriteString(cell.Text)
			out[r][c] = cell
		}
		d.page().Lines = append(d.page().Lines, extract.Line{Number: d.line, Text: text.String(), Kind: extract.TableLn, Table: table})
	}
	return out
}
