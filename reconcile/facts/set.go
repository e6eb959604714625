package facts

import (
	"iter"
	"sort"

	"yusuan/budget"
)

// Set is one report with its indexes, for one goroutine.
type Set struct {
	Report     *budget.Report
	Facts      []*Fact   // in reading order
	byID       []*Fact   // index: the figure's ID
	keys       *index    // in order of first mention
	groups     [][]*Fact // the statements of each key
	accounts   []Account
	statements []Statement
	parts      map[int][]*Fact // parts of a whole, by the whole's ID
	unknown    map[string]bool // row labels that the lexicon lacks (E004)
	memo       map[string]any  // what several rules derive alike
}

// Statement is the figures of one sentence that belong to one identity and one
// side, in reading order.
type Statement struct {
	Number int
	Side   budget.Side
	Facts  []*Fact
}

// Build prepares a report.
func Build(r *budget.Report) *Set {
	s := &Set{
		Report: r,
		Facts:  prepare(r),
		keys:   newIndex(len(r.Figures)),
		parts:  map[int][]*Fact{},

		unknown: map[string]bool{},
	}
	s.byID = byID(s.Facts)
	for _, n := range r.Notes {
		if n.Rule == "E004" {
			s.unknown[n.Quote] = true
		}
	}
	numbers := make([]int, len(s.Facts))
	for i, f := range s.Facts {
		if f.Whole > 0 && f.Sums() {
			s.parts[f.Whole] = append(s.parts[f.Whole], f)
		}
		numbers[i] = nowhere
		if s.measures(f) {
			numbers[i] = s.keys.number(&f.Key)
		}
	}
	s.groups = gather(s.Facts, numbers, len(s.keys.keys))
	s.statements = collect(s.Facts)
	suspect(s)
	for _, fs := range s.groups {
		tellApart(fs)
	}
	s.misplaced()
	s.accounts = accounts(s.keys.keys)
	return s
}

func byID(all []*Fact) []*Fact {
	last := 0
	for _, f := range all {
		last = max(last, f.ID)
	}
	out := make([]*Fact, last+1)
	for _, f := range all {
		out[f.ID] = f
	}
	return out
}

// measures reports whether the figure states the amount of its key: no change,
// no earmark, no lump of a list, no slice of a figure of the same key.
func (s *Set) measures(f *Fact) bool {
	if !f.Sums() || f.Subject == "" {
		return false
	}
	if f.Kind == budget.InTable && f.Code == "" && s.unknown[f.SubjectRaw] && f.Role != budget.RoleTotal && f.Role != budget.RoleGrandTotal {
		// The same local words may stand for different things in two tables.
		return false
	}
	switch f.Role {
	case budget.RoleEarmark, budget.RoleLump, budget.RolePolicy:
		return false
	case budget.RolePart:
		return !s.slice(f)
	}
	return true
}

// together reports whether two figures of one key stand in one table, sentence,
// or balance sentence of one line.
func together(f, g *Fact) bool {
	if f.Table != g.Table {
		return false
	}
	if f.Table > 0 || f.Quote != "" && f.Quote == g.Quote {
		return true
	}
	return f.Role == budget.RoleGrandTotal && g.Role == budget.RoleGrandTotal && f.Beside(g.Figure)
}

// astray reports whether a figure whose sentence doesn't name its subject lies so far
// from one that does that it must be of something else: farther than a digit too
// many explains, nearer than a wrong unit.
func astray(f, named *Fact) bool {
	const digit, unit = 20, 2000
	if f.Kind != budget.Narrative || f.SubjectRaw != "" || named.SubjectRaw == "" || f.Value <= 0 || named.Value <= 0 {
		return false
	}
	a, b := max(f.Value, named.Value), min(f.Value, named.Value)
	return a/b >= digit && a/b < unit
}

// tellApart marks the figures of one key that one sentence or table states with
// different values, and those that went astray.
func tellApart(fs []*Fact) {
	for i, f := range fs {
		for _, g := range fs[:i] {
			if together(f, g) && !f.Wide.Overlaps(g.Wide) {
				f.ambiguous, g.ambiguous = true, true
			}
			f.ambiguous = f.ambiguous || astray(f, g)
			g.ambiguous = g.ambiguous || astray(g, f)
		}
	}
}

// slice reports whether a part is only some of its own subject: 年度中动用X万元
// is a slice of what was used in the whole year. A single fund of social insurance
// is a subject of its own.
func (s *Set) slice(f *Fact) bool {
	if f.Kind == budget.InTable || f.Book == budget.Debt || f.Book == budget.SocialInsurance && f.Code != "" {
		return false
	}
	if f.Whole == 0 {
		return f.Parent == "" || f.Parent == f.Subject
	}
	whole := s.Fact(f.Whole)
	return whole != nil && whole.Subject == f.Subject && whole.Level == f.Level &&
		whole.Year == f.Year && whole.Stage == f.Stage
}

// collect groups the figures of sentences by statement and side.
func collect(all []*Fact) []Statement {
	type at struct {
		number int
		side   budget.Side
	}
	groups := GroupBy(all, func(f *Fact) (at, bool) { return at{f.Statement, f.Side}, f.Statement != 0 && f.Sums() })
	out := make([]Statement, len(groups))
	for i, fs := range groups {
		out[i] = Statement{Number: fs[0].Statement, Side: fs[0].Side, Facts: fs}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Facts[0].ID < out[j].Facts[0].ID })
	return out
}

// Once returns what make derives from the set, derived at the first call for a
// name. A set serves one goroutine.
func Once[T any](s *Set, name string, make func(*Set) T) T {
	if v, ok := s.memo[name].(T); ok {
		return v
	}
	v := make(s)
	if s.memo == nil {
		s.memo = map[string]any{}
	}
	s.memo[name] = v
	return v
}

// Fact returns the fact of a figure ID, or nil.
func (s *Set) Fact(id int) *Fact {
	if id < 0 || id >= len(s.byID) {
		return nil
	}
	return s.byID[id]
}

// Keys lists every key in order of first mention.
func (s *Set) Keys() iter.Seq[budget.Key] {
	return func(yield func(budget.Key) bool) {
		for _, k := range s.keys.keys {
			if !yield(*k) {
				return
			}
		}
	}
}

// Of returns every statement of a key, in reading order.
func (s *Set) Of(k budget.Key) []*Fact {
	if i := s.keys.find(&k); i >= 0 {
		return s.groups[i]
	}
	return nil
}

// Groups lists the statements of every key, in the order of Keys.
func (s *Set) Groups() [][]*Fact { return s.groups }

// Statements lists the sentences with figures of one identity.
func (s *Set) Statements() []Statement { return s.statements }

// Parts returns the figures that split the figure with the given ID.
func (s *Set) Parts(whole int) []*Fact { return s.parts[whole] }

// Wholes lists the IDs that have parts, ascending.
func (s *Set) Wholes() []int {
	out := make([]int, 0, len(s.parts))
	for id := range s.parts {
		out = append(out, id)
	}
	sort.Ints(out)
	return out
}

// Best returns the figure to use for a key in comparisons between places, and
// whether its statements contradict each other. It is nil where the key is not
// stated with certainty.
func (s *Set) Best(k budget.Key) (best *Fact, conflict bool) {
	for _, f := range s.Of(k) {
		if f.Doubtful() || f.Hedged() || f.ambiguous {
			continue
		}
		if best == nil {
			best = f
			continue
		}
		if !f.Wide.Overlaps(best.Wide) {
			return best, true
		}
		if f.step < best.step {
			best = f
		}
	}
	return best, false
}
