package facts

import "yusuan/budget"

// suspect marks the figures of tables whose grid is doubtful, and those of columns that
// can only be percentages: most of their values are a hundred times the quotient of two
// other columns, or that less a hundred. A header that wasn't understood would otherwise
// raise a finding a row.
func suspect(s *Set) {
	for ti := range s.Report.Tables {
		t := &s.Report.Tables[ti]
		for bi := range t.Blocks {
			b := &t.Blocks[bi]
			if t.Doubt == budget.DoubtfulGrid {
				for ci := range b.Columns {
					s.distrust(b, ci)
				}
				continue
			}
			for ci, col := range b.Columns {
				if col.Kind == budget.ColAmount && s.rates(b, ci) {
					s.distrust(b, ci)
				}
			}
		}
	}
}

// rows that must look like percentages before a column counts as one.
const (
	enoughRates = 3
	shareRates  = 0.8
)

// rates reports whether column x is 100·a/b, or 100·a/b - 100, of two other columns
// in most rows.
func (s *Set) rates(b *budget.Block, x int) bool {
	for i, a := range b.Columns {
		for j, base := range b.Columns {
			if i == j || i == x || j == x || a.Kind != budget.ColAmount || base.Kind != budget.ColAmount {
				continue
			}
			share, growth, all := 0, 0, 0
			for k := range b.Items {
				it := &b.Items[k]
				v, n, d := s.Cell(it, x), s.Cell(it, i), s.Cell(it, j)
				if v == nil || n == nil || d == nil || !v.HasAmount() || !n.HasAmount() || !d.HasAmount() || d.Value <= 0 {
					continue
				}
				all++
				q, printed := float64(n.Value)/float64(d.Value)*100, v.Amount.InexactFloat64()
				if near(q, printed) {
					share++
				}
				if near(q-100, printed) {
					growth++
				}
			}
			if good := max(share, growth); good >= enoughRates && float64(good) >= shareRates*float64(all) {
				return true
			}
		}
	}
	return false
}

// near allows for a rate printed with one decimal, or none.
func near(q, printed float64) bool {
	d := q - printed
	return d < 0.6 && d > -0.6
}

func (s *Set) distrust(b *budget.Block, x int) {
	for k := range b.Items {
		if f := s.Cell(&b.Items[k], x); f != nil {
			f.suspect = true
		}
	}
}
