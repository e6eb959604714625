package facts

import "yusuan/budget"

// Cell returns the fact of an item in column i of its block, or nil where the
// cell holds no figure.
func (s *Set) Cell(it *budget.Item, i int) *Fact {
	if i >= len(it.Cells) || it.Cells[i] == 0 {
		return nil
	}
	return s.Fact(it.Cells[i])
}

// Children returns the indexes of the items directly below item parent (-1 for
// the top), memo lines and grand totals aside.
func Children(b *budget.Block, parent int) []int {
	var out []int
	for i := range b.Items {
		it := &b.Items[i]
		if it.Parent == parent && !it.Memo && !it.Grand {
			out = append(out, i)
		}
	}
	return out
}
