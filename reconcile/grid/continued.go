package grid

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
)

// A long table may be read as several: the rows of one list then stand in
// neighbouring tables with the same columns.

// Before returns the columns of the tables just before this one that may hold
// the beginning of its list: like columns, the same side, no total row.
func (c *Column) Before() []Column {
	var out []Column
	for at := c.position() - 1; at >= 0; at-- {
		b := c.alike(at)
		if b == nil {
			return out
		}
		before := Column{Set: c.Set, Table: &c.Set.Report.Tables[at], Block: b, Index: c.Index}
		if len(before.Grands()) > 0 {
			return out
		}
		out = append([]Column{before}, out...)
	}
	return out
}

// Headless reports whether the table begins with a row of figures, no head above it and
// no caption: what stood there was not read, and rows may have been lost with it.
func (c *Column) Headless() bool {
	return len(c.Block.Items) > 0 && c.Block.Items[0].Row == 0 && c.Block.Columns[c.Index].Header == ""
}

// GoesOn reports whether the list of an item runs to the end of its table and the
// next table has the same columns.
func (c *Column) GoesOn(item int) bool {
	for i := item + 1; i < len(c.Block.Items); i++ {
		if c.Block.Items[i].Parent != item && c.Block.Items[i].Depth <= c.Block.Items[item].Depth {
			return false
		}
	}
	return c.next()
}

// next reports whether the next table may be the rest of this one: it has the
// same columns and doesn't begin with a total of its own.
func (c *Column) next() bool {
	at := c.position()
	if at < 0 || at+1 >= len(c.Set.Report.Tables) {
		return false
	}
	b := c.alike(at + 1)
	if b == nil {
		return false
	}
	return len(b.Items) > 0 && !b.Items[0].Grand
}

// Runs reports whether the list under a total in the first row may go on in the
// next table, which has the same columns and no total of its own.
func (c *Column) Runs(total int) bool {
	return total == 0 && c.next()
}

// position is the index of the column's table in the report.
func (c *Column) position() int {
	for i := range c.Set.Report.Tables {
		if &c.Set.Report.Tables[i] == c.Table {
			return i
		}
	}
	return -1
}

// alike returns the block of another table that has the same columns.
func (c *Column) alike(at int) *budget.Block {
	t := &c.Set.Report.Tables[at]
	if t.Doubt != "" || t.Book != c.Table.Book || len(t.Blocks) != len(c.Table.Blocks) {
		return nil
	}
	for i := range t.Blocks {
		if &c.Table.Blocks[i] != c.Block {
			continue
		}
		b := &t.Blocks[i]
		if b.Side != c.Block.Side || len(b.Columns) != len(c.Block.Columns) {
			return nil
		}
		for k := range b.Columns {
			x, y := b.Columns[k], c.Block.Columns[k]
			if x.Kind != y.Kind || x.Stage != y.Stage || x.Year != y.Year {
				return nil
			}
		}
		return b
	}
	return nil
}

// SumAll collects the sections of several tables.
func SumAll(columns []Column) (fs []*facts.Fact, ok bool) {
	for i := range columns {
		more, found := columns[i].Sum(columns[i].Tops())
		if !found {
			return nil, false
		}
		fs = append(fs, more...)
	}
	return fs, len(fs) > 0
}
