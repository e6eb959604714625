package cause

import (
	"slices"
	"sort"
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// A row lost, doubled or exchanged breaks a sum in every column, and on both
// sides of a two-sided table: such breaks are searched together, before those of
// single figures.

// rowRepair finds the fault of whole rows that explains most, groups what it
// explains, and reports whether it found one.
func (s *search) rowRepair() bool {
	var best *rowFault
	for _, f := range slices.Concat(s.doubledRows(), s.exchangedRows(), s.exchangedFigures()) {
		if best == nil || len(f.closes) > len(best.closes) {
			best = f
		}
	}
	if best == nil {
		return false
	}
	leader := s.take(best.closes)
	check := s.outcomes[leader].Check
	if best.words == "" {
		o := s.leading(leader, best.swap)
		best.fact, best.words = o[0].Fact, exchangeWords(o, len(best.closes))
	}
	check.LikelyCause, check.CauseFigure = best.words, best.fact.ID
	if check.Severity == budget.Info {
		check.Severity = budget.Warning // a note that exchanged rows explain is more than a note
	}
	return true
}

// leading picks, of the exchanged pairs, the one that the leading finding holds.
func (s *search) leading(leader int, o []identity.Override) []identity.Override {
	for _, t := range s.outcomes[leader].Identity.Terms() {
		for i := 0; i+1 < len(o); i += 2 {
			if o[i].Fact == t.Fact || o[i+1].Fact == t.Fact {
				return o[i : i+2]
			}
		}
	}
	return o[:2]
}

// rowFault is a fault of whole rows with the open identities that it explains.
type rowFault struct {
	fact   *facts.Fact
	closes []int
	words  string
	swap   []identity.Override // of an exchange, in pairs
}

// row is one row of a table.
type row struct{ table, row int }

// doubledRows lists rows that stand twice: taken once, what is broken closes.
func (s *search) doubledRows() []*rowFault {
	found := map[row]*rowFault{}
	var order []row
	for _, i := range s.open {
		c := s.twiceIn(i)
		if c == nil {
			continue
		}
		k := row{c.fact.Table, c.fact.Row}
		if c.fact.Table == 0 {
			k = row{-c.fact.Line, c.fact.ID}
		}
		if f := found[k]; f != nil {
			f.closes = append(f.closes, i)
			continue
		}
		found[k] = &rowFault{fact: c.fact, closes: []int{i}, words: c.words}
		order = append(order, k)
	}
	out := make([]*rowFault, 0, len(order))
	for _, k := range order {
		out = append(out, found[k])
	}
	return out
}

func (s *search) twiceIn(i int) *candidate {
	id := s.outcomes[i].Identity
	if id.Rate != nil || len(id.Left) != 1 || len(id.Right) < 2 {
		return nil
	}
	return s.twice(i, id)
}

// reach is how far apart exchanged rows may stand.
const reach = 2

// exchangedRows lists pairs of rows whose amounts, exchanged in every column or
// in the columns of one side, close at least two of what is broken and break
// nothing. A row that nothing broken holds is one of them only where no figure by
// itself explains as much.
func (s *search) exchangedRows() []*rowFault {
	cells := s.cells()
	suspects, broken := s.suspectRows(cells)
	single := -1
	var out []*rowFault
	for a, x := range suspects {
		for _, y := range suspects[a+1:] {
			if x.table != y.table || y.row-x.row > reach {
				continue
			}
			if !broken[x] && !broken[y] {
				continue
			}
			for _, o := range swaps(cells[x], cells[y]) {
				closes, ok := s.test(s.apart(s.touched(o), o), o)
				if !ok || len(closes) < 2 && !s.unsaid(closes, x, y) {
					continue
				}
				if !broken[x] || !broken[y] {
					if single < 0 {
						single = s.mostOfOne()
					}
					if len(closes) <= single {
						continue
					}
				}
				out = append(out, &rowFault{closes: closes, swap: o})
			}
		}
	}
	return out
}

// unsaid reports whether neighbouring rows, exchanged, close a note to the last digit
// that other things might explain: a source that goes unsaid.
func (s *search) unsaid(closes []int, x, y row) bool {
	if len(closes) != 1 || y.row-x.row != 1 {
		return false
	}
	o := &s.outcomes[closes[0]]
	return o.Check.Severity == budget.Info && exact(o.Identity, swapped)
}

// exact reports whether a break is so many times larger than the rounding that nothing
// of its kind closes it by chance: a swap of digits is one of many, a shift of them one
// of few.
func exact(id *identity.Identity, k kind) bool {
	times := interval.Amount(200)
	if k == scaled {
		times = 20
	}
	return id.Rate == nil && (identity.Total(id.Left)-identity.Total(id.Right)).Abs() > id.Tolerance()*times
}

// mostOfOne is how many of what is broken the best repair of one figure closes.
func (s *search) mostOfOne() int {
	most := 0
	for _, c := range s.candidates() {
		most = max(most, len(c.closes))
	}
	return most
}

// cells lists the amounts of tables that identities rest on, by row and column.
func (s *search) cells() map[row]map[int]*facts.Fact {
	out := map[row]map[int]*facts.Fact{}
	s.each(func(_ int, f *facts.Fact) {
		if f.Kind != budget.InTable {
			return
		}
		k := row{f.Table, f.Row}
		if out[k] == nil {
			out[k] = map[int]*facts.Fact{}
		}
		out[k][f.Col] = f
	})
	return out
}

// suspectRows lists the rows that broken identities hold, which broken tells, and
// their neighbours.
func (s *search) suspectRows(cells map[row]map[int]*facts.Fact) (out []row, broken map[row]bool) {
	seen := map[row]bool{}
	broken = map[row]bool{}
	for _, i := range s.open {
		for _, t := range s.outcomes[i].Identity.Terms() {
			if t.Fact.Kind != budget.InTable {
				continue
			}
			broken[row{t.Fact.Table, t.Fact.Row}] = true
			for at := t.Fact.Row - 1; at <= t.Fact.Row+1; at++ {
				if k := (row{t.Fact.Table, at}); !seen[k] && cells[k] != nil {
					seen[k] = true
					out = append(out, k)
				}
			}
		}
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].table != out[j].table {
			return out[i].table < out[j].table
		}
		return out[i].row < out[j].row
	})
	const many = 60
	if len(out) > many {
		return out[:many], broken
	}
	return out, broken
}

// swaps lists the ways to exchange two rows: all columns, and each side's.
func swaps(x, y map[int]*facts.Fact) [][]identity.Override {
	var cols []int
	for c := range x {
		if y[c] != nil && x[c].Delta == y[c].Delta {
			cols = append(cols, c)
		}
	}
	sort.Ints(cols)
	sides := map[budget.Side][]identity.Override{}
	var all []identity.Override
	var order []budget.Side
	for _, c := range cols {
		f, g := x[c], y[c]
		if f.Value == g.Value {
			continue
		}
		o := exchange(f, g)
		if sides[f.Side] == nil {
			order = append(order, f.Side)
		}
		sides[f.Side] = append(sides[f.Side], o...)
		all = append(all, o...)
	}
	if len(all) == 0 {
		return nil
	}
	out := [][]identity.Override{all}
	if len(order) > 1 {
		for _, side := range order {
			out = append(out, sides[side])
		}
	}
	return out
}

// exchange gives two figures each other's amount.
func exchange(f, g *facts.Fact) []identity.Override {
	return []identity.Override{{Fact: f, Value: g.Value, Factor: 1}, {Fact: g, Value: f.Value, Factor: 1}}
}

// touched lists the outcomes that hold an overridden figure.
func (s *search) touched(o []identity.Override) []int {
	seen := map[int]bool{}
	var out []int
	for _, r := range o {
		for _, i := range s.of(r.Fact) {
			if !seen[i] {
				seen[i] = true
				out = append(out, i)
			}
		}
	}
	sort.Ints(out)
	return out
}

// apart leaves out the rates of the exchanged rows that hold as printed: rates may
// have moved with their rows.
func (s *search) apart(at []int, o []identity.Override) []int {
	moved := map[*facts.Fact]bool{}
	for _, r := range o {
		moved[r.Fact] = true
	}
	var out []int
	for _, i := range at {
		id := s.outcomes[i].Identity
		inside := id.Rate != nil && s.held(i)
		for _, t := range id.Terms() {
			inside = inside && moved[t.Fact]
		}
		if !inside {
			out = append(out, i)
		}
	}
	return out
}

func exchangeWords(o []identity.Override, closes int) string {
	f, g := o[0].Fact, o[1].Fact
	return rule.Place(f) + "“" + f.Label() + "”" + f.Value.String() + "万元与" + rule.Place(g) + "“" + g.Label() + "”" + g.Value.String() +
		"万元所在两行的金额疑似互换，换回后" + strconv.Itoa(closes) + "项核对均相符。"
}

// lostRows groups the sums of one table that fall short of their totals and that
// no repair explains: a row that was lost breaks each column, and both sides.
func (s *search) lostRows() {
	short := map[int][]int{}
	var order []int
	for _, i := range s.open {
		o := &s.outcomes[i]
		switch o.Check.Rule {
		case "T101", "T102", "T105":
		default:
			continue
		}
		id := o.Identity
		if identity.Total(id.Left) <= identity.Total(id.Right) {
			continue
		}
		t := id.Left[0].Fact.Table
		if len(short[t]) == 0 {
			order = append(order, t)
		}
		short[t] = append(short[t], i)
	}
	for _, t := range order {
		if len(short[t]) < 2 {
			continue
		}
		leader := s.take(short[t])
		if check := s.outcomes[leader].Check; check.LikelyCause == "" && check.Severity == budget.Error {
			check.LikelyCause = "表" + strconv.Itoa(t) + "有" + strconv.Itoa(len(short[t])) + "项加总均小于合计，疑似漏了一行。"
		}
	}
}
