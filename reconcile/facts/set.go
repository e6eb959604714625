package facts

import (
	"sort"

	"yusuan/budget"
)

// Set is one report with its indexes, for one goroutine.
type Set struct {
	Report     *budget.Report
	Facts      []*Fact // in reading order
	byID       map[int]*Fact
	byKey      map[budget.Key]int // index into keys and groups
	keys       []budget.Key       // in order of first mention
	groups     [][]*Fact          // the statements of each key
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
		byID:   make(map[int]*Fact, len(r.Figures)),
		byKey:  make(map[budget.Key]int, len(r.Figures)),
		parts:  map[int][]*Fact{},

		unknown: map[string]bool{},
	}
	for _, n := range r.Notes {
		if n.Rule == "E004" {
			s.unknown[n.Quote] = true
		}
	}
	for _, f := range s.Facts {
		s.byID[f.ID] = f
	}
	for _, f := range s.Facts {
		if f.Whole > 0 && f.Sums() {
			s.parts[f.Whole] = append(s.parts[f.Whole], f)
		}
		if s.measures(f) {
			s.state(f)
		}
	}
	s.statements = collect(s.Facts)
	suspect(s)
	for _, fs := range s.groups {
		tellApart(fs)
	}
	s.misplaced()
	s.accounts = accounts(s.keys)
	return s
}

// state adds a figure to the statements of its key.
func (s *Set) state(f *Fact) {
	i, ok := s.byKey[f.Key]
	if !ok {
		i = len(s.keys)
		s.byKey[f.Key] = i
		s.keys = append(s.keys, f.Key)
		s.groups = append(s.groups, nil)
	}
	s.groups[i] = append(s.groups[i], f)
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
	return f.Role == budget.RoleGrandTotal && g.Role == budget.RoleGrandTotal && f.Line == g.Line
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
	whole := s.byID[f.Whole]
	return whole != nil && whole.Subject == f.Subject && whole.Level == f.Level &&
		whole.Year == f.Year && whole.Stage == f.Stage
}

// collect groups the figures of sentences by statement and side.
func collect(all []*Fact) []Statement {
	type at struct {
		number int
		side   budget.Side
	}
	index := map[at]int{}
	var out []Statement
	for _, f := range all {
		if f.Statement == 0 || !f.Sums() {
			continue
		}
		k := at{f.Statement, f.Side}
		i, ok := index[k]
		if !ok {
			i = len(out)
			index[k] = i
			out = append(out, Statement{Number: f.Statement, Side: f.Side})
		}
		out[i].Facts = append(out[i].Facts, f)
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
func (s *Set) Fact(id int) *Fact { return s.byID[id] }

// Keys lists every key in order of first mention.
func (s *Set) Keys() []budget.Key { return s.keys }

// Of returns every statement of a key, in reading order.
func (s *Set) Of(k budget.Key) []*Fact {
	if i, ok := s.byKey[k]; ok {
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
		if f.Doubtful() || f.Hedge != "" || f.ambiguous {
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
