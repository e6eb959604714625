package cause

// across groups the open identities of one rule about one row of a table: what is
// wrong with a row, or with the rows below it, shows in every column.
func (s *search) across() {
	type line struct {
		rule       string
		table, row int
	}
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
