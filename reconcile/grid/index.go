package grid

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/facts"
)

// Indexes gives the growth that a table prints as an index of the year before (为上年%:
// 105.2 for growth by 5.2%), by the figure that it measures.
func Indexes(s *facts.Set) map[*facts.Fact]*budget.Rate {
	return facts.Once(s, "grid.Indexes", indexes)
}

func indexes(s *facts.Set) map[*facts.Fact]*budget.Rate {
	out := map[*facts.Fact]*budget.Rate{}
	for ti := range s.Report.Tables {
		t := &s.Report.Tables[ti]
		for bi := range t.Blocks {
			b := &t.Blocks[bi]
			for ci, col := range b.Columns {
				if t.Doubt != "" || col.Kind != budget.ColIndex {
					continue
				}
				if owner := latest(b); owner >= 0 {
					index(s, b, ci, owner, out)
				}
			}
		}
	}
	return out
}

// latest is the amount column that an index belongs to: the one that says what was done
// in the latest year; -1 where a budget is later.
func latest(b *budget.Block) int {
	best := -1
	for i, c := range b.Columns {
		if c.Kind == budget.ColAmount && (best < 0 || c.Year >= b.Columns[best].Year) {
			best = i
		}
	}
	if best < 0 || b.Columns[best].Stage != budget.Execution && b.Columns[best].Stage != budget.Final {
		return -1
	}
	return best
}

func index(s *facts.Set, b *budget.Block, at, owner int, out map[*facts.Fact]*budget.Rate) {
	hundred := decimal.NewFromInt(100)
	for i := range b.Items {
		it := &b.Items[i]
		if at >= len(it.Rates) || !it.Rates[at].Known {
			continue
		}
		if f := s.Cell(it, owner); f != nil {
			rate := it.Rates[at]
			rate.Value = rate.Value.Sub(hundred)
			out[f] = &rate
		}
	}
}
