package cause

import "yusuan/budget"

// line is what a rule may say several times: a row of a table.
type line struct {
	rule       string
	table, row int
}

// lineOf is the row that a finding without an identity is about; the table is 0 where
// it is about none.
func lineOf(c *budget.Check) line {
	if len(c.Evidence) == 0 || c.Evidence[0].Figure == nil {
		return line{}
	}
	f := c.Evidence[0].Figure
	return line{c.Rule, f.Table, f.Row}
}

// across groups the open identities of one rule about one row of a table: what is
// wrong with a row, or with the rows below it, shows in every column.
func (s *search) across() {
	at := map[line][]int{}
	var order []line
	for _, i := range s.open {
		f := s.outcomes[i].Identity.Left[0].Fact
		if f.Table == 0 {
			continue
		}
		k := line{s.outcomes[i].Check.Rule, f.Table, f.Row}
		if len(at[k]) == 0 {
			order = append(order, k)
		}
		at[k] = append(at[k], i)
	}
	for _, k := range order {
		if len(at[k]) > 1 {
			s.take(at[k])
		}
	}
}
