package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"yusuan/extract/build"
)

// cell is a cell as the file gives it.
type cell struct {
	build.Cell
	down   bool // goes on with the cell above
	top    bool // begins a cell that spans rows
	blocks []block
}

// block is a paragraph or a table inside a cell.
type block struct {
	par   paragraph
	table [][]cell // nil: a paragraph
}

// table reads up to the end of w:tbl.
func (p *parser) table(depth int) ([][]cell, error) {
	if depth > maxDepth {
		return nil, errDeep
	}
	var rows [][]cell
	level := 0
	for {
		t, err := p.token()
		if err != nil {
			return rows, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; level < 0 {
				return rows, nil
			}
		case xml.StartElement:
			switch {
			case skipped(e.Name):
				err = p.x.Skip()
			case isWord(e.Name) && e.Name.Local == "tr":
				var row []cell
				row, err = p.row(depth)
				if row != nil {
					rows = append(rows, row)
				}
			default:
				level++
			}
			if err != nil {
				return rows, err
			}
		}
	}
}

// row reads up to the end of w:tr; nil for a row that was deleted.
func (p *parser) row(depth int) ([]cell, error) {
	row := []cell{}
	deleted := false
	level := 0
	for {
		t, err := p.token()
		if err != nil {
			return row, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; level < 0 {
				if deleted {
					return nil, nil
				}
				return row, nil
			}
		case xml.StartElement:
			switch {
			case isWord(e.Name) && e.Name.Local == "tc":
				c, err := p.cell(depth)
				row = append(row, c)
				if err != nil {
					return row, err
				}
				continue
			case e.Name.Local == "gridBefore":
				if n := count(attr(e, "val")); n > 0 {
					row = append(row, cell{Cell: build.Cell{ColSpan: n}})
				}
			case e.Name.Local == "del" && isWord(e.Name):
				deleted = true
			}
			level++
		}
	}
}

// cell reads up to the end of w:tc.
func (p *parser) cell(depth int) (cell, error) {
	var c cell
	level := 0
	first := true
	for {
		t, err := p.token()
		if err != nil {
			return c, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; level < 0 {
				return c, nil
			}
		case xml.StartElement:
			switch {
			case skipped(e.Name):
				if err := p.x.Skip(); err != nil {
					return c, err
				}
				continue
			case isWord(e.Name) && e.Name.Local == "p":
				par, err := p.paragraph(depth + 1)
				if first {
					c.Indent, first = par.indent, false
				}
				c.add(par)
				c.blocks = append(c.blocks, block{par: par})
				if err != nil {
					return c, err
				}
				continue
			case isWord(e.Name) && e.Name.Local == "tbl":
				rows, err := p.table(depth + 1)
				c.addTable(rows)
				if err != nil {
					return c, err
				}
				continue
			case e.Name.Local == "gridSpan":
				c.ColSpan = count(attr(e, "val"))
			case e.Name.Local == "vMerge":
				c.top = attr(e, "val") == "restart"
				c.down = !c.top
			}
			level++
		}
	}
}

func (c *cell) add(par paragraph) {
	for _, s := range strings.Split(par.text, "\n") {
		if s != "" {
			c.Paras = append(c.Paras, s)
		}
	}
	for _, b := range par.boxes {
		c.add(b)
	}
}

// addTable keeps a table inside the cell, and its text as the cell's.
func (c *cell) addTable(rows [][]cell) {
	if len(rows) == 0 {
		return
	}
	c.blocks = append(c.blocks, block{table: rows})
	for _, row := range rows {
		for _, inner := range row {
			c.Paras = append(c.Paras, inner.Paras...)
		}
	}
}

// emitTable adds a table, or what stands in the cells of one that only frames others.
func (p *parser) emitTable(rows [][]cell) {
	if !frames(rows) {
		p.d.Table(merged(rows))
		return
	}
	for _, row := range rows {
		for _, c := range row {
			for _, b := range c.blocks {
				if b.table != nil {
					p.emitTable(b.table)
				} else {
					p.emit(b.par)
				}
			}
		}
	}
}

// frames tells a table that lays out a page: the tables inside it have more cells than
// it has itself.
func frames(rows [][]cell) bool {
	own, inner := 0, 0
	for _, row := range rows {
		own += len(row)
		for _, c := range row {
			for _, b := range c.blocks {
				for _, r := range b.table {
					inner += len(r)
				}
			}
		}
	}
	return inner > own
}

func count(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// merged turns cells that go on with the one above into the span of that one.
func merged(rows [][]cell) [][]build.Cell {
	out := make([][]build.Cell, len(rows))
	type place struct{ row, at int }
	open := map[int]place{} // column → the cell that spans down there
	for r, row := range rows {
		col := 0
		for _, c := range row {
			width := max(1, c.ColSpan)
			top, ok := open[col]
			switch {
			case c.down && ok && len(c.Paras) == 0:
				out[top.row][top.at].RowSpan = r - top.row + 1
			default:
				delete(open, col)
				if c.top {
					open[col] = place{r, len(out[r])}
				}
				out[r] = append(out[r], c.Cell)
			}
			col += width
		}
	}
	return out
}
