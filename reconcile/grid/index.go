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
				if owner := measured(b, ci); t.Doubt == "" && col.Kind == budget.ColIndex && owner >= 0 {
					index(s, b, ci, owner, out)
				}
			}
		}
	}
	return out
}

// measured is the amount column that an index belongs to: the last one before it that
// says what was done in the latest year.
func measured(b *budget.Block, at int) int {
	best := -1
	for i, c := range b.Columns[:at] {
		done := c.Stage == budget.Execution || c.Stage == budget.Final
		if c.Kind == budget.ColAmount && done && (best < 0 || c.Year >= b.Columns[best].Year) {
			best = i
		}
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
