package grid

import (
	"strconv"
	"strings"

	"yusuan/budget"
)

// link says from which columns of a block a derived column is computed: indexes
// in its Columns, -1 where that is not known.
type link struct{ of, base int }

var unlinked = link{-1, -1}

// solver finds out from the values of a block what its heads leave open: whether a
// column holds rates, changes or amounts, and which columns these measure. In a table
// lying on its side its columns are the rows.
type solver struct {
	g      *reading
	cols   []budget.Column
	sure   []bool
	headed []bool   // the head says that it is a completion rate
	group  []string // columns of different groups (levels, books) are never compared
	vals   []series
	links  []link
}

func newSolver(g *reading, cols []budget.Column, length int) *solver {
	n := len(cols)
	s := &solver{g: g, cols: cols, sure: make([]bool, n), headed: make([]bool, n), group: make([]string, n), vals: make([]series, n), links: make([]link, n)}
	for k := range cols {
		s.vals[k] = make(series, length)
		s.links[k] = unlinked
		s.headed[k] = cols[k].Kind == budget.ColCompletion
	}
	return s
}

// solve settles the kinds of the columns of a block and links the derived ones to
// the amounts that they are computed from.
func (g *reading) solve(cols []budget.Column, lines []line) []link {
	s := newSolver(g, cols, len(lines))
	for k := range cols {
		col := &g.cols[cols[k].Col]
		s.sure[k] = col.sure
		s.group[k] = g.group(col)
	}
	if !s.open() {
		s.repeats()
		return s.links
	}
	for k := range cols {
		for i := range lines {
			if !lines[i].memo {
				s.vals[k][i] = g.number(&lines[i], cols[k].Col)
			}
		}
	}
	s.run()
	return s.links
}

// group is what the amounts of a column are of besides year and stage: the book, the
// level, the month.
func (g *reading) group(col *column) string {
	level := string(g.frame.level)
	if col.scoped {
		level = string(col.scope.Level)
		if col.scope.Level == budget.Part {
			level = col.scope.Word
		}
	}
	period := ""
	if col.part {
		period = col.head
	}
	return string(col.book) + "|" + level + "|" + period
}

// open reports whether there is anything to find out.
func (s *solver) open() bool {
	for k := range s.cols {
		if !s.sure[k] || derived(s.cols[k].Kind) {
			return len(s.cols) > 1
		}
	}
	return false
}

func (s *solver) run() {
	s.ordinals()
	s.derive(true) // from columns with clear heads
	s.components()
	s.derive(false) // from any
	s.likewise()
	s.leftovers()
	s.repeats()
}

func derived(k budget.ColumnKind) bool {
	return k == budget.ColGrowth || k == budget.ColCompletion || k == budget.ColDelta
}

// ordinals takes out columns that only number the rows.
func (s *solver) ordinals() {
	for k := range s.cols {
		if !s.sure[k] && s.cols[k].Kind == budget.ColAmount && s.vals[k].ordinals() {
			s.cols[k].Kind, s.sure[k] = budget.ColOther, true
		}
	}
}

// derive looks for the relation behind every column that is derived or unclear.
func (s *solver) derive(clear bool) {
	for k := range s.cols {
		if s.links[k] != unlinked {
			continue
		}
		switch {
		case s.sure[k] && s.cols[k].Kind == budget.ColOther:
		case s.sure[k] && derived(s.cols[k].Kind):
			s.link(k, clear)
		case !s.sure[k]:
			s.settle(k, clear)
		}
	}
}

// finding is a relation with the columns it takes and the rows that support it.
type finding struct {
	relation relation
	link     link
	support  support
}

// search returns the relation that most rows support, among the columns of its own
// group where these give one: rates of two levels may agree in every row.
func (s *solver) search(k int, clear bool, relations ...relation) finding {
	if f := s.searchIn(k, clear, true, relations); f.link != unlinked {
		return f
	}
	return s.searchIn(k, clear, false, relations)
}

func (s *solver) searchIn(k int, clear, own bool, relations []relation) finding {
	best := finding{link: unlinked}
	for of := range s.cols {
		if of == k || !s.source(of, clear) || own && s.group[of] != s.group[k] {
			continue
		}
		for base := range s.cols {
			if base == k || base == of || !s.source(base, clear) || !s.apart(of, base) {
				continue
			}
			for _, r := range relations {
				sup := test(r, s.vals[k], s.vals[of], s.vals[base])
				if sup.fair() && (sup.better(best.support) || !best.support.better(sup) && s.likelier(r, link{of, base}, best.link)) {
					best = finding{r, link{of, base}, sup}
				}
			}
		}
	}
	return best
}

// source reports whether a column can be what another one is computed from.
func (s *solver) source(k int, clear bool) bool {
	return s.cols[k].Kind == budget.ColAmount && (s.sure[k] || !clear)
}

// apart reports whether two columns are of one scope and of two years or stages, so
// that a change from one to the other makes sense.
func (s *solver) apart(of, base int) bool {
	x, y := s.cols[of], s.cols[base]
	if s.group[of] != s.group[base] {
		return false
	}
	return x.Year > y.Year || x.Year == y.Year && (x.Stage != y.Stage || !s.sure[of] || !s.sure[base])
}

// likelier prefers, among relations that the rows support alike, the one whose
// columns stand nearer.
func (s *solver) likelier(r relation, a, b link) bool {
	return b == unlinked || r != changeOf && abs(a.of-a.base) < abs(b.of-b.base)
}

func abs(n int) int { return max(n, -n) }

// link finds the columns behind one whose head says what it is.
func (s *solver) link(k int, clear bool) {
	r := quotientOf
	switch s.cols[k].Kind {
	case budget.ColGrowth:
		r = growthOf
	case budget.ColDelta:
		r = changeOf
	}
	if f := s.search(k, clear, r); f.link != unlinked {
		s.take(k, f)
	}
}

// settle decides the kind of a column whose head does not.
func (s *solver) settle(k int, clear bool) {
	relations := []relation{quotientOf, growthOf}
	if clear || s.cols[k].Kind == budget.ColDelta {
		relations = append(relations, changeOf) // what is left of a sum is a change only between columns that say when
	}
	f := s.search(k, clear, relations...)
	if s.shares(k, clear, f.support) {
		s.cols[k].Kind, s.sure[k] = budget.ColOther, true
		return
	}
	if f.link == unlinked || !f.support.strong() && !s.agrees(k, f.relation) {
		return
	}
	switch f.relation {
	case quotientOf:
		s.cols[k].Kind = budget.ColCompletion
	case growthOf:
		s.cols[k].Kind = budget.ColGrowth
	case changeOf:
		s.cols[k].Kind = budget.ColDelta
	}
	s.sure[k] = true
	s.take(k, f)
	if h := s.cols[k].Header; h != "" && s.g.settled != nil {
		s.g.settled[h] = s.cols[k].Kind
	}
}

// shares reports whether a column holds the shares of another one in its total, the
// largest row, and more rows say so than speak for what else it may be.
func (s *solver) shares(k int, clear bool, other support) bool {
	for j := range s.cols {
		if j == k || !s.source(j, clear) {
			continue
		}
		if total := s.vals[j].largest(); total >= 0 {
			if sup := shares(s.vals[k], s.vals[j], total); sup.strong() && sup.better(other) {
				return true
			}
		}
	}
	return false
}

// likewise gives columns whose own rows decide nothing the kind that a column under
// the same head was found to be of in the block beside them.
func (s *solver) likewise() {
	for k := range s.cols {
		if kind, ok := s.g.settled[s.cols[k].Header]; ok && !s.sure[k] {
			s.cols[k].Kind, s.sure[k] = kind, true
		}
	}
}

// agrees reports whether a head that leaves doubt leans to the relation found.
func (s *solver) agrees(k int, r relation) bool {
	switch s.cols[k].Kind {
	case budget.ColCompletion:
		return r == quotientOf
	case budget.ColGrowth:
		return r == growthOf
	case budget.ColDelta:
		return r == changeOf
	}
	return false
}

// take notes the columns behind a derived one, and what follows from them: a change
// is of the year and stage it leads to; an index against the year before completes
// nothing.
func (s *solver) take(k int, f finding) {
	s.links[k] = f.link
	of, base := s.cols[f.link.of], s.cols[f.link.base]
	switch f.relation {
	case changeOf:
		s.cols[k].Year, s.cols[k].Stage = of.Year, of.Stage
		if of.Year == base.Year {
			s.cols[k].Of = base.Stage
		}
	case growthOf:
		s.cols[k].Year, s.cols[k].Stage = of.Year, of.Stage
		if of.Year == base.Year && of.Stage == base.Stage && !s.sure[f.link.base] {
			s.cols[f.link.base].Year-- // two amounts under heads that say neither: growth tells which is of the year before
		}
	case quotientOf:
		s.cols[k].Year, s.cols[k].Stage = of.Year, of.Stage
		if of.Year == base.Year && (base.Stage == budget.Budgeted || base.Stage == budget.Adjusted) && s.cols[k].Of == "" {
			s.cols[k].Of = base.Stage
		}
		s.budgetOf(k, f.link)
	}
}

// budgetOf reads the column that a completion rate is measured by as the budget where
// its head does not say what it is.
func (s *solver) budgetOf(k int, l link) {
	of, base := &s.cols[l.of], &s.cols[l.base]
	done := of.Stage == budget.Execution || of.Stage == budget.Final
	if s.sure[l.base] || !done || of.Year != base.Year || of.Stage != base.Stage || s.cols[k].Kind != budget.ColCompletion || !s.headed[k] {
		return
	}
	base.Stage = budget.Budgeted
	if s.cols[k].Of != "" {
		base.Stage = s.cols[k].Of
	}
	s.cols[k].Of = base.Stage
}

// leftovers keeps what nothing explains from being taken for amounts or for completion
// (占%): a column under an unclear head whose values look like rates.
func (s *solver) leftovers() {
	for k := range s.cols {
		if !s.sure[k] && s.cols[k].Kind == budget.ColCompletion && s.links[k] == unlinked && s.cols[k].Of == "" {
			s.cols[k].Kind = budget.ColOther
		}
		if s.sure[k] || s.cols[k].Kind != budget.ColAmount {
			continue
		}
		for j := range s.cols {
			if j != k && s.source(j, true) && s.vals[k].rateLike(s.vals[j]) {
				s.drop(k, "数值像比率，所比较的列未能判定")
				break
			}
		}
	}
}

// repeats drops columns under unclear heads that would state what another column
// states: of two amounts of one subject, year and stage only one can be right.
func (s *solver) repeats() {
	var twice []int
	for k := range s.cols {
		for j := range s.cols {
			if j != k && s.cols[k].Kind == budget.ColAmount && s.cols[j].Kind == budget.ColAmount && (s.part(j, k) || s.sameHead(j, k)) {
				twice = append(twice, k)
				break
			}
		}
	}
	for _, k := range twice {
		s.drop(k, "与另一列的年度和预算阶段相同")
	}
}

// sameHead reports whether two columns stand under the same words and under group
// heads that mean nothing here: which amount is which cannot be told.
func (s *solver) sameHead(j, k int) bool {
	x, y := s.cols[j], s.cols[k]
	if x.Header == y.Header || x.Year != y.Year || x.Stage != y.Stage || s.group[j] != s.group[k] {
		return false
	}
	a, b := strings.Fields(x.Header), strings.Fields(y.Header)
	return len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1]
}

// drop leaves a column unread and says so.
func (s *solver) drop(k int, why string) {
	s.cols[k].Kind = budget.ColOther
	s.sure[k] = true
	s.g.unread(s.cols[k].Col, s.cols[k].Header, why)
}

// unreadColumn leaves a column of the table unread and says so.
func (g *reading) unreadColumn(c int, why string) {
	g.cols[c].spec.Kind = budget.ColOther
	g.unread(c, g.cols[c].spec.Header, why)
}

// unread notes that a column is not read. The note stands at the head of the table.
func (g *reading) unread(c int, head, why string) {
	name := "第" + strconv.Itoa(c+1) + "列"
	if head != "" {
		name += "“" + head + "”"
	}
	g.out.Notes = append(g.out.Notes, budget.Note{Rule: "E003", Severity: budget.Info, Quote: head,
		Place: budget.Place{Page: g.in.Parts[0].Page, Line: g.firstLine()}, Message: name + "的含义未能判定（" + why + "），未读取。"})
}
