package grid

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/subject"
)

// Total is a column that is the sum of columns beside it, row for row: 合计 of
// 一般债务 and 专项债务, 全区 of 区级 and 镇级.
type Total struct {
	Set   *facts.Set
	Table *budget.Table
	Block *budget.Block
	Index int
	Parts []int
}

// Totals finds the columns that are sums of their neighbours in most rows. What
// the columns mean need not be known.
func Totals(s *facts.Set) []Total {
	var out []Total
	for ti := range s.Report.Tables {
		t := &s.Report.Tables[ti]
		for bi := range t.Blocks {
			if t.Doubt == "" || t.Doubt == budget.CrossTable { // what the rows are does not matter
				out = append(out, totals(s, t, &t.Blocks[bi])...)
			}
		}
	}
	return out
}

func totals(s *facts.Set, t *budget.Table, b *budget.Block) []Total {
	var cols []int
	for i, c := range b.Columns {
		if c.Kind == budget.ColAmount {
			cols = append(cols, i)
		}
	}
	var out []Total
	for at := range cols {
		// the longest run that closes, right of the total and then left of it
		for _, run := range runs(cols, at) {
			x := Total{Set: s, Table: t, Block: b, Index: cols[at], Parts: run}
			if x.oneAccount() && x.confirmed() {
				out = append(out, x)
				break
			}
		}
	}
	return out
}

func runs(cols []int, at int) [][]int {
	var out [][]int
	for end := len(cols); end >= at+3; end-- {
		out = append(out, cols[at+1:end])
	}
	for start := 0; start <= at-2; start++ {
		out = append(out, cols[start:at])
	}
	return out
}

// oneAccount reports whether the columns are of one year and stage: the parts of a
// year's budget are no columns of other years, even where some rows happen to add up.
func (x *Total) oneAccount() bool {
	whole := x.Block.Columns[x.Index]
	for _, i := range x.Parts {
		if c := x.Block.Columns[i]; c.Year != whole.Year || c.Stage != whole.Stage {
			return false
		}
	}
	return true
}

// confirmed reports whether most rows close, at least two of them, and none of
// the columns is empty.
func (x *Total) confirmed() bool {
	good, all := 0, 0
	used := make([]bool, len(x.Parts))
	for _, id := range x.Lines() {
		all++
		if id.Evaluate() == identity.Broken {
			continue
		}
		good++
		for i, t := range id.Right {
			used[i] = used[i] || t.Fact.Value != 0
		}
	}
	for _, u := range used {
		if !u {
			return false
		}
	}
	return good >= 2 && float64(good) >= share*float64(all)
}

// cancels reports a row of what levels hand to each other, or of a total that holds it,
// beside a column for each level: in the accounts of the whole it cancels out.
func cancels(whole *facts.Fact, parts []*facts.Fact) bool {
	if whole.Level != budget.Consolidated || !subject.Between(whole.Subject, whole.Parent) {
		return false
	}
	for _, p := range parts {
		if p.Level == budget.Lower {
			return true
		}
	}
	return false
}

// Lines lists the identity of every row that has all the columns.
func (x *Total) Lines() []identity.Identity {
	var out []identity.Identity
	for i := range x.Block.Items {
		it := &x.Block.Items[i]
		whole := x.Set.Cell(it, x.Index)
		if whole == nil || !whole.HasAmount() || it.Memo {
			continue
		}
		var parts []*facts.Fact
		for _, c := range x.Parts {
			if f := x.Set.Cell(it, c); f != nil {
				parts = append(parts, f)
			}
		}
		if len(parts) == len(x.Parts) && !cancels(whole, parts) {
			out = append(out, identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts...)})
		}
	}
	return out
}
