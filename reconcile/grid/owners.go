package grid

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
)

// Place is a column of a table.
type Place struct{ Table, Col int }

// Owners lists the amount columns that a growth column belongs to: those that
// its rows confirm, or, where no base is in the table, the only amounts of their
// year and the nearest on its left.
func Owners(s *facts.Set) map[Place]bool {
	out := map[Place]bool{}
	resolved := map[*budget.Block]bool{}
	for _, d := range Deriveds(s) {
		if d.Block.Columns[d.Index].Kind == budget.ColGrowth {
			resolved[d.Block] = true
			out[Place{d.Table.Number, d.Block.Columns[d.Of].Col}] = true
		}
	}
	for ti := range s.Report.Tables {
		t := &s.Report.Tables[ti]
		for bi := range t.Blocks {
			b := &t.Blocks[bi]
			if t.Doubt != "" || resolved[b] {
				continue
			}
			if col, ok := nearest(b); ok {
				out[Place{t.Number, col}] = true
			}
		}
	}
	return out
}

// nearest returns the last amount column before the growth column.
func nearest(b *budget.Block) (int, bool) {
	col, found := 0, false
	for _, c := range b.Columns {
		switch c.Kind {
		case budget.ColAmount:
			col, found = c.Col, true
		case budget.ColGrowth:
			return col, found
		}
	}
	return 0, false
}
