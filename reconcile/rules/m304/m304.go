// Package m304 finds tables whose amounts the text gives for another year or
// scope than the caption does.
package m304

import (
	"math"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/caption"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// Rule is M304.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "M304",
		Title:    "表的年度、口径与文中同样的数字一致",
		Severity: budget.Warning,
		What: "Where the text, or another table, gives several amounts of a table digit for digit, subject for subject, but for another year or another scope, " +
			"and none for the year and scope of the table (or more, where what is given for those contradicts the table), the caption or the text is wrong.",
		Why:       "A caption was copied from last year's report or from the table of another level.",
		Authority: "《预算法》第四十八条、第七十九条：人民代表大会审查预算、决算；审查以年度、口径标明无误为前提。",
		Example:   "表2标为2022年，但其中8个数与文中2023年的数逐项相同，疑似表题年度有误（第30行）。",
		Exclusions: []string{
			"fewer than three amounts (four for balances), or amounts of so few digits that they may agree by chance",
			"scopes that the caption or the sentence doesn't name in words",
			"two tables of different scope in a report that nowhere shows the levels to differ, and whose text repeats neither in words",
			"books in which the levels may be alike (all but the general public budget), unless what is given for the table's own scope contradicts it: a note",
		},
		Since: "1.0",
	}, Check: check}
}

// enough is how many amounts must be repeated. Limits of debt may stay what they
// were for years, so balances need more.
const (
	enough         = 3
	enoughBalances = 4
	enoughDigits   = 9
)

func check(r *rule.Run) {
	ran := false
	index, cells := bySubject(r.Set), byTable(r.Set)
	for i := range r.Set.Report.Tables {
		t := &r.Set.Report.Tables[i]
		ran = judge(r, t, cells[t.Number], index) || ran
	}
	if !ran {
		r.Skip("报告中没有能与别处数字逐项比对的表，未核对。")
	}
}

// shift is another account that a table's amounts may be of: so many years later,
// at this level.
type shift struct {
	years int
	level budget.Level
}

// tally is what other places repeat of a table.
type tally struct {
	own, apart int // figures stated alike, and differently, for the table's own account
	first      *facts.Fact
	alike      map[shift][]*facts.Fact // figures stated alike for another account
	against    map[shift]int           // and differently
	order      []shift
	cells      []*facts.Fact // the figures of the table that are repeated
	stated     []stated      // of the figure that is being counted
}

// few reports whether the repeated amounts could agree by chance: three of them
// (four balances), and so many digits between them that nothing else explains
// the agreement.
func few(text []*facts.Fact) bool {
	least := enough
	if len(text) > 0 && text[0].Side == budget.Balance {
		least = enoughBalances
	}
	digits := 0.0
	for _, f := range text {
		digits += math.Log10(float64(f.Value.Abs()) / float64(f.Step()))
	}
	return len(text) < least || digits < enoughDigits
}

func judge(r *rule.Run, t *budget.Table, cells []*facts.Fact, index map[key][]*facts.Fact) bool {
	c := tally{alike: map[shift][]*facts.Fact{}, against: map[shift]int{}}
	for _, f := range cells {
		c.count(r.Set, t, f, index[subjectOf(f)])
	}
	if c.first == nil {
		return false
	}
	best := shift{}
	for _, o := range c.order {
		if len(c.alike[o]) > len(c.alike[best]) {
			best = o
		}
	}
	if few(c.alike[best]) || !c.prefers(best) {
		return c.own > 0
	}
	return report(r, t, &c, best)
}

// prefers reports whether the figures speak for another account against the
// table's own: nothing states them for its own, or more is stated for the other
// account while figures stated for its own contradict the table.
func (c *tally) prefers(o shift) bool {
	if c.own == 0 {
		return len(c.alike[o]) > 2*c.against[o]
	}
	return c.apart >= 2 && c.against[o] == 0 && len(c.alike[o]) >= c.own+enough
}

// count compares a table's figure with the figures of the same subject elsewhere.
// Where an account gives several values (a budget adjusted twice), one that agrees
// is enough.
func (c *tally) count(s *facts.Set, t *budget.Table, f *facts.Fact, elsewhere []*facts.Fact) {
	c.stated = c.stated[:0]
	for _, g := range elsewhere {
		level := g.Level
		if g.Year != f.Year && treasury(f, g) && f.Wide.Overlaps(g.Wide) {
			level = f.Level
		}
		if g.Table == f.Table || g.Year != f.Year && level != f.Level {
			continue
		}
		if g.Stage != f.Stage && (g.Year == f.Year || f.Stage == budget.Adjusted || g.Stage == budget.Adjusted) {
			continue
		}
		if g.Table > 0 && !labelled(s, t, f, g) {
			continue
		}
		c.state(shift{g.Year - f.Year, level}, f, g)
	}
	for _, x := range c.stated {
		switch {
		case x.of == shift{0, f.Level}:
			c.countOwn(f, x.alike, x.apart)
		case x.alike != nil:
			c.add(x.of, f, x.alike)
		case x.apart != nil:
			c.against[x.of]++
		}
	}
}

// treasury reports whether one of two figures is of the treasury alone (区金库), which
// reports also name by the level that it serves: what agrees may be the same, what
// doesn't contradicts nothing.
func treasury(f, g *facts.Fact) bool {
	return f.Level != g.Level && (f.Level == budget.Treasury || g.Level == budget.Treasury)
}

// stated is what another place gives for one account.
type stated struct {
	of           shift
	alike, apart *facts.Fact
}

// state notes that g gives the subject of f for an account.
func (c *tally) state(of shift, f, g *facts.Fact) {
	at := -1
	for i := range c.stated {
		if c.stated[i].of == of {
			at = i
		}
	}
	if at < 0 {
		at = len(c.stated)
		c.stated = append(c.stated, stated{of: of})
	}
	x := &c.stated[at]
	switch {
	case f.Wide.Overlaps(g.Wide):
		if x.alike == nil {
			x.alike = g
		}
	case g.Stage == f.Stage && g.Basis == f.Basis && x.apart == nil:
		x.apart = g
	}
}

// add counts a figure stated alike for another account.
func (c *tally) add(o shift, f, g *facts.Fact) {
	if c.first == nil {
		c.first = f
	}
	c.cells = append(c.cells, f)
	if len(c.alike[o]) == 0 {
		c.order = append(c.order, o)
	}
	c.alike[o] = append(c.alike[o], g)
}

// countOwn counts a figure stated for the table's own account. A sentence behind
// the table that names no scope has it from the caption, and confirms nothing.
func (c *tally) countOwn(f, alike, apart *facts.Fact) {
	if alike == nil {
		if apart != nil && !inherits(f, apart) {
			c.apart++
		}
		return
	}
	if inherits(f, alike) {
		return
	}
	c.own++
	if c.first == nil {
		c.first = f
	}
}

// inherits reports whether a sentence may have its scope from the caption of the
// table before it.
func inherits(f, g *facts.Fact) bool {
	return g.Line > f.Line && g.Table == 0 && !strings.Contains(g.Quote, g.Scope)
}

// labelled reports whether the captions of two tables both print what tells
// them apart: the year, or the scope.
func labelled(s *facts.Set, t *budget.Table, f, g *facts.Fact) bool {
	heads := headings(s)
	own, other := heads[t.Number], heads[g.Table]
	if f.Year != g.Year {
		return own.dated && other.dated && own.year == f.Year && other.year == g.Year
	}
	return own.named && other.named
}

// heading is what the caption of a table prints.
type heading struct {
	year         int
	dated, named bool
}

// headings are those of all tables, by number.
func headings(s *facts.Set) map[int]heading {
	return facts.Once(s, "m304.headings", func(s *facts.Set) map[int]heading {
		out := make(map[int]heading, len(s.Report.Tables))
		for i := range s.Report.Tables {
			t := &s.Report.Tables[i]
			if _, ok := out[t.Number]; ok {
				continue
			}
			h := heading{named: named(t)}
			h.year, h.dated = caption.Year(t.Caption)
			out[t.Number] = h
		}
		return out
	})
}

// named reports whether the caption names the scope of its table.
func named(t *budget.Table) bool { return t.Scope != "" && strings.Contains(t.Caption, t.Scope) }

// confirmed names the tables of which a sentence repeats a figure, naming its scope.
func confirmed(s *facts.Set) map[int]bool {
	return facts.Once(s, "m304.confirmed", func(s *facts.Set) map[int]bool {
		out := map[int]bool{}
		for _, fs := range s.Groups() {
			for _, g := range fs {
				if g.Kind != budget.Narrative || !telling(g) || g.Scope == "" || !strings.Contains(g.Quote, g.Scope) {
					continue
				}
				for _, f := range fs {
					if f.Kind == budget.InTable && telling(f) && f.Wide.Overlaps(g.Wide) {
						out[f.Table] = true
					}
				}
			}
		}
		return out
	})
}

// differ names the books of which the report gives one subject for both levels
// with different amounts.
func differ(s *facts.Set) map[budget.Book]bool {
	return facts.Once(s, "m304.differ", func(s *facts.Set) map[budget.Book]bool {
		out := map[budget.Book]bool{}
		for k := range s.Keys() {
			if k.Level != budget.Own || out[k.Book] {
				continue
			}
			all := k
			all.Level = budget.Consolidated
			f, c := s.Best(k)
			g, d := s.Best(all)
			if f != nil && g != nil && !c && !d && f.HasAmount() && g.HasAmount() && !f.Wide.Overlaps(g.Wide) {
				out[k.Book] = true
			}
		}
		return out
	})
}

// key is a subject of a book and side, whatever the account.
type key struct {
	book    budget.Book
	side    budget.Side
	subject string
	role    budget.Role // opening and closing balances aside
}

func subjectOf(f *facts.Fact) key { return key{f.Book, f.Side, f.Subject, f.Key.Role} }

// byTable lists the telling figures of every table.
func byTable(s *facts.Set) map[int][]*facts.Fact {
	out := map[int][]*facts.Fact{}
	for _, fs := range facts.GroupBy(s.Facts, func(f *facts.Fact) (int, bool) { return f.Table, f.Kind == budget.InTable && telling(f) }) {
		out[fs[0].Table] = fs
	}
	return out
}

// repeats reports whether a value is among those that sentences gave before.
func repeats(text []*facts.Fact, f *facts.Fact) bool {
	for _, g := range text {
		if g.Wide.Overlaps(f.Wide) {
			return true
		}
	}
	return false
}

// bySubject lists the figures of sentences, one a value and account, and those of
// tables.
func bySubject(s *facts.Set) map[key][]*facts.Fact {
	out := make(map[key][]*facts.Fact, len(s.Groups()))
	var list, text []*facts.Fact // of one key
	for _, fs := range s.Groups() {
		list, text = list[:0], text[:0]
		for _, f := range fs {
			if !telling(f) || f.Kind == budget.Narrative && repeats(text, f) {
				continue
			}
			if f.Kind == budget.Narrative {
				text = append(text, f)
			}
			list = append(list, f)
		}
		if len(list) > 0 {
			k := subjectOf(fs[0])
			out[k] = append(out[k], list...)
		}
	}
	return out
}

// telling reports whether an amount is exact enough not to agree by chance.
func telling(f *facts.Fact) bool {
	return f.Sums() && f.HasAmount() && !f.Doubtful() && f.Hedge == "" && f.Step() > 0 &&
		f.Value.Abs() >= f.Step()*20 && f.Value.Abs() >= 10*interval.One
}

func report(r *rule.Run, t *budget.Table, c *tally, o shift) bool {
	first, text := c.first, c.alike[o]
	what, is, was := "年度", strconv.Itoa(first.Year)+"年", strconv.Itoa(first.Year+o.years)+"年"
	severity := budget.Warning
	if o.years == 0 {
		if !named(t) || !worded(r.Set, text) {
			return false
		}
		what, is, was = "口径", first.Scope, text[0].Scope
		if first.Book != budget.GeneralPublic && c.apart < 2 {
			severity = budget.Info
		}
	}
	check := r.Say(budget.Fail, severity, first, "表"+strconv.Itoa(t.Number)+"标为"+is+"，但其中"+strconv.Itoa(len(text))+"个数与"+where(text[0])+was+
		"的数逐项相同，疑似表题"+what+"有误（"+rule.Place(first)+"起，对照"+rule.Place(text[0])+"）。")
	check.LikelyCause, check.CauseFigure = "疑似表题的"+what+"应为"+was+"。", first.ID
	add(r, check, text, 1)
	add(r, check, c.cells, -1)
	return true
}

func where(f *facts.Fact) string {
	if f.Kind == budget.InTable {
		return "表" + strconv.Itoa(f.Table) + "中"
	}
	return "文中"
}

// add lists figures as evidence, each once.
func add(r *rule.Run, check *budget.Check, fs []*facts.Fact, weight int) {
	seen := map[*budget.Figure]bool{}
	for _, e := range check.Evidence {
		seen[e.Figure] = true
	}
	for _, f := range fs {
		if !seen[f.Figure] {
			seen[f.Figure] = true
			check.Evidence = append(check.Evidence, budget.Evidence{Figure: f.Figure, Report: r.Set.Report.ID, Weight: weight, Role: "对照"})
		}
	}
}

// worded reports whether what repeats a table is of another scope beyond doubt: a
// sentence among it names its scope, or repeats a table among it with its scope, or
// the report shows that the levels of the book differ.
func worded(s *facts.Set, text []*facts.Fact) bool {
	for _, f := range text {
		switch {
		case f.Table > 0 && (differ(s)[f.Book] || confirmed(s)[f.Table]):
			return true
		case f.Table == 0 && f.Scope != "" && strings.Contains(f.Quote, f.Scope):
			return true
		}
	}
	return false
}
