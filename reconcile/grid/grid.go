// Package grid walks the arithmetic of tables: columns of amounts, grand totals
// and sections with their children.
package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/subject"
)

// Column is one amount column of one block of a table.
type Column struct {
	Set   *facts.Set
	Table *budget.Table
	Block *budget.Block
	Index int // in Block.Columns
}

// Columns lists the amount columns of every table that is not doubtful and was
// read whole.
func Columns(s *facts.Set) []Column { return facts.Once(s, "grid.Columns", columns) }

func columns(s *facts.Set) []Column {
	var out []Column
	for ti := range s.Report.Tables {
		t := &s.Report.Tables[ti]
		if t.Doubt != "" || partly(s.Report, t) {
			continue
		}
		for bi := range t.Blocks {
			for ci := range t.Blocks[bi].Columns {
				if t.Blocks[bi].Columns[ci].Kind == budget.ColAmount {
					out = append(out, Column{s, t, &t.Blocks[bi], ci})
				}
			}
		}
	}
	return out
}

// partly reports whether rows of a table could not be read (E003): their blank
// cells are no zeros, and no sum can be judged.
func partly(r *budget.Report, t *budget.Table) bool {
	first, last := 0, 0
	for bi := range t.Blocks {
		for ii := range t.Blocks[bi].Items {
			line := t.Blocks[bi].Items[ii].Line
			if line > 0 && (first == 0 || line < first) {
				first = line
			}
			last = max(last, line)
		}
	}
	for _, n := range r.Notes {
		if n.Rule == "E003" && n.Place.Line >= first && n.Place.Line <= last && first > 0 {
			return true
		}
	}
	return false
}

// At is another column of the block.
func (c *Column) At(index int) *Column {
	return &Column{Set: c.Set, Table: c.Table, Block: c.Block, Index: index}
}

// Fact returns the figure of an item in this column, or nil.
func (c *Column) Fact(item int) *facts.Fact {
	return c.Set.Cell(&c.Block.Items[item], c.Index)
}

// Values returns the figures that make up an item: its own cell, or those of its
// children where the row is a heading without an amount. ok is false where an
// amount is missing.
func (c *Column) Values(item int) (fs []*facts.Fact, ok bool) {
	own := c.Fact(item)
	if own != nil && own.HasAmount() {
		return []*facts.Fact{own}, true
	}
	for _, child := range facts.Children(c.Block, item) {
		if c.Block.Items[child].Among || c.subtotal(child) {
			continue
		}
		more, found := c.Values(child)
		if found {
			fs = append(fs, more...)
		}
	}
	if own != nil && !anyAmount(fs) {
		return []*facts.Fact{own}, true
	}
	return fs, len(fs) > 0
}

// Sum collects the figures of several items. ok is false where an amount is missing, and
// where none is printed: a column that budgets the section alone leaves the cells of its
// items blank.
func (c *Column) Sum(items []int) (fs []*facts.Fact, ok bool) {
	for _, i := range items {
		more, found := c.Values(i)
		if !found {
			return nil, false
		}
		fs = append(fs, more...)
	}
	return fs, anyAmount(fs)
}

func anyAmount(fs []*facts.Fact) bool {
	for _, f := range fs {
		if f.HasAmount() {
			return true
		}
	}
	return false
}

// Items judges every row of every amount column and reports whether any could be
// judged.
func Items(s *facts.Set, judge func(c *Column, item int) bool) (ran bool) {
	for _, c := range Columns(s) {
		for i := range c.Block.Items {
			ran = judge(&c, i) || ran
		}
	}
	return ran
}

// Tops lists the items directly under the grand total, those under 其中 aside.
func (c *Column) Tops() []int { return c.exhaustive(-1) }

// Parts lists the children of an item that exhaust it, those under 其中 aside.
func (c *Column) Parts(item int) []int { return c.exhaustive(item) }

func (c *Column) exhaustive(parent int) []int {
	var out []int
	for _, i := range facts.Children(c.Block, parent) {
		if parent >= 0 && c.foreign(parent, i) {
			break
		}
		if !c.Block.Items[i].Among && !c.subtotal(i) && !c.bare(i) {
			out = append(out, i)
		}
	}
	return out
}

// Coded reports whether printed codes say that items are the children of parent, whatever
// their names: each goes on with its code, or all are of one length and nothing else is
// (parent -1).
func (c *Column) Coded(parent int, items []int) bool {
	above := ""
	if parent >= 0 {
		if above = c.Block.Items[parent].Code; above == "" {
			return false
		}
	}
	for _, i := range items {
		code := c.Block.Items[i].Code
		if !strings.HasPrefix(code, above) || len(code) <= len(above) || len(code) != len(c.Block.Items[items[0]].Code) {
			return false
		}
	}
	return len(items) > 0
}

// WholeList is how many functional classes in one table are all of them.
const WholeList = 15

// Classes lists the functional classes that follow the row of total expenditure
// in one run, without numbering or indentation that would put them below it.
func (c *Column) Classes(item int) []int {
	whole := c.Fact(item)
	if whole == nil || whole.Side != budget.Expenditure || whole.Subject != subject.Own(whole.Book, whole.Side) {
		return nil
	}
	var out []int
	for i := item + 1; i < len(c.Block.Items); i++ {
		it := &c.Block.Items[i]
		if it.Depth > c.Block.Items[item].Depth {
			continue
		}
		if it.Grand || it.Memo || it.Among || len(it.Code) != 3 || it.Code[0] != '2' || it.Code == "230" || it.Code == "231" {
			break
		}
		out = append(out, i)
	}
	return out
}

// bare reports whether a row is the rest of the head (类, 款, 项): nothing up to it has a
// cell for a figure, and no rows stand below it.
func (c *Column) bare(item int) bool {
	for at := range item + 1 {
		it := &c.Block.Items[at]
		for i := range it.Cells {
			if c.Set.Cell(it, i) != nil {
				return false
			}
		}
	}
	return len(facts.Children(c.Block, item)) == 0
}

// subtotal reports whether a row is a 小计 of the rows above it, which the sums
// take one by one.
func (c *Column) subtotal(item int) bool {
	label := c.Block.Items[item].Label
	if f := c.Fact(item); f != nil && f.SubjectRaw != "" {
		label = f.SubjectRaw // the item may carry the name of its section by now
	}
	// Few labels end so; only these are worth the taking out of blanks.
	return strings.HasSuffix(label, "计") && strings.Join(strings.Fields(label), "") == "小计" || c.closing(item)
}

// closing reports whether a row is the own total of the book set below its items
// (利润收入, 股利收入, 本年收入合计): it equals the sum of the items above it on its
// level.
func (c *Column) closing(item int) bool {
	f := c.Fact(item)
	if f == nil || f.Role != budget.RoleTotal || !f.HasAmount() {
		return false
	}
	var above []*facts.Fact
	for _, i := range facts.Children(c.Block, c.Block.Items[item].Parent) {
		g := c.Fact(i)
		if i >= item {
			break
		}
		if g == nil || !g.HasAmount() || g.Side != f.Side || c.Block.Items[i].Among {
			continue
		}
		above = append(above, g)
	}
	if len(above) < 2 {
		return false
	}
	id := identity.Identity{Left: identity.Add(f), Right: identity.Add(above...)}
	return id.Evaluate() != identity.Broken
}

// foreign reports whether a row begins another list: the own total of a book
// below one of its components, or a row of another side or book.
func (c *Column) foreign(parent, item int) bool {
	whole, f := c.Fact(parent), c.Fact(item)
	if whole == nil || f == nil {
		return false
	}
	if f.Side != whole.Side || f.Book != whole.Book {
		return true
	}
	return total(f) && !total(whole)
}

func total(f *facts.Fact) bool {
	return f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal
}

// Among lists the children of an item under 其中.
func (c *Column) Among(item int) []int {
	var out []int
	for _, i := range facts.Children(c.Block, item) {
		if c.Block.Items[i].Among {
			out = append(out, i)
		}
	}
	return out
}

// Grands lists the rows of 总计 and 合计.
func (c *Column) Grands() []int {
	var out []int
	for i := range c.Block.Items {
		if c.Block.Items[i].Grand {
			out = append(out, i)
		}
	}
	return out
}
