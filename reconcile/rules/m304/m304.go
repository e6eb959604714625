// Package m304 finds tables whose amounts the text gives for another year or
// scope than the caption does.
package m304

import (
	"math"
	"strconv"
	"strings"

	"yusuan/budget"
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
		What: "Where the text gives several amounts of a table digit for digit, subject for subject, but for another year or another scope, " +
			"and none for the year and scope of the table, the caption or the text is wrong. So it is where the caption prints one year and the text gives the amounts for another.",
		Why:       "A caption was copied from last year's report or from the table of another level.",
		Authority: "《预算法》第四十八条、第七十九条：人民代表大会审查预算、决算；审查以年度、口径标明无误为前提。",
		Example:   "表2标为2022年，但其中8个数与文中2023年的数逐项相同，疑似表题年度有误（第30行）。",
		Exclusions: []string{
			"fewer than three amounts (four for balances), or amounts of so few digits that they may agree by chance",
			"scopes that the caption or the sentence doesn't name in words",
			"books in which the levels may be alike (all but the general public budget): a note",
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
		if t.Doubt == "" {
			ran = judge(r, t, cells[t.Number], index) || ran
		}
	}
	if !ran {
		r.Skip("报告中没有能与文中数字逐项比对的表，未核对。")
	}
}

// other is an account that the text gives a table's amounts for.
type other struct {
	year  int
	level budget.Level
}

// tally is what the text repeats of a table.
type tally struct {
	own   int
	first *facts.Fact
	alike map[other][]*facts.Fact // the figures of the text
	order []other
	cells []*facts.Fact // the figures of the table that the text repeats
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
	c := tally{alike: map[other][]*facts.Fact{}}
	for _, f := range cells {
		c.count(f, index[subjectOf(f)])
	}
	if c.first == nil {
		return false
	}
	if c.own > 0 {
		caption(r, t, &c)
		return true
	}
	best := other{}
	for _, o := range c.order {
		if len(c.alike[o]) > len(c.alike[best]) {
			best = o
		}
	}
	if few(c.alike[best]) {
		return false
	}
	return report(r, t, &c, best)
}

// count compares a table's figure with the text's figures of the same subject.
func (c *tally) count(f *facts.Fact, text []*facts.Fact) {
	for _, g := range text {
		if !f.Wide.Overlaps(g.Wide) || g.Stage != f.Stage {
			continue
		}
		if c.first == nil {
			c.first = f
		}
		c.cells = append(c.cells, f)
		if g.Year == f.Year && g.Level == f.Level {
			c.own++
			return
		}
		if g.Year != f.Year && g.Level != f.Level {
			continue
		}
		o := other{g.Year, g.Level}
		if len(c.alike[o]) == 0 {
			c.order = append(c.order, o)
		}
		c.alike[o] = append(c.alike[o], g)
	}
}

// key is a subject of a book and side, whatever the account.
type key struct {
	book    budget.Book
	side    budget.Side
	subject string
}

func subjectOf(f *facts.Fact) key { return key{f.Book, f.Side, f.Subject} }

// byTable lists the telling figures of every table.
func byTable(s *facts.Set) map[int][]*facts.Fact {
	out := map[int][]*facts.Fact{}
	for _, f := range s.Facts {
		if f.Kind == budget.InTable && telling(f) {
			out[f.Table] = append(out[f.Table], f)
		}
	}
	return out
}

// bySubject lists the figures of sentences, one a value and account.
func bySubject(s *facts.Set) map[key][]*facts.Fact {
	out := map[key][]*facts.Fact{}
	for _, fs := range s.Groups() {
		for _, f := range fs {
			if f.Kind == budget.Narrative && telling(f) {
				out[subjectOf(f)] = append(out[subjectOf(f)], f)
				break
			}
		}
	}
	return out
}

// telling reports whether an amount is exact enough not to agree by chance.
func telling(f *facts.Fact) bool {
	return f.Sums() && f.HasAmount() && !f.Doubtful() && f.Hedge == "" && f.Basis == "" && f.Step() > 0 &&
		f.Value.Abs() >= f.Step()*20 && f.Value.Abs() >= 10*interval.One
}

func report(r *rule.Run, t *budget.Table, c *tally, o other) bool {
	first, text := c.first, c.alike[o]
	what, is, was := "年度", strconv.Itoa(first.Year)+"年", strconv.Itoa(o.year)+"年"
	severity := budget.Warning
	if o.year == first.Year {
		if !worded(t, text) {
			return false
		}
		what, is, was = "口径", first.Scope, text[0].Scope
		if first.Book != budget.GeneralPublic {
			severity = budget.Info
		}
	}
	check := r.Say(budget.Fail, severity, first, "表"+strconv.Itoa(t.Number)+"标为"+is+"，但其中"+strconv.Itoa(len(text))+"个数与文中"+was+
		"的数逐项相同，疑似表题"+what+"有误（"+rule.Place(first)+"起，对照"+rule.Place(text[0])+"）。")
	add(r, check, text, 1)
	add(r, check, c.cells, -1)
	return true
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

// caption reports a caption that prints one year over a table of execution
// whose amounts the text gives for the year before or after.
func caption(r *rule.Run, t *budget.Table, c *tally) {
	if c.own < enough || c.first.Stage != budget.Execution && c.first.Stage != budget.Final || len(t.Blocks) == 0 {
		return
	}
	for _, f := range c.cells {
		if f.Year != c.first.Year || f.Stage != c.first.Stage {
			return
		}
	}
	printed := years(t.Caption)
	if len(printed) != 1 || printed[0] == c.first.Year || printed[0] < c.first.Year-1 || printed[0] > c.first.Year+1 ||
		strings.Contains(t.Caption, "草案") || strings.Contains(t.Caption, "安排") {
		return
	}
	check := r.Say(budget.Fail, budget.Warning, c.first, "表"+strconv.Itoa(t.Number)+"的表题印作"+strconv.Itoa(printed[0])+"年，但其中"+
		strconv.Itoa(c.own)+"个数与文中"+strconv.Itoa(c.first.Year)+"年的数逐项相同，疑似表题年度有误（"+rule.Place(c.first)+"起）。")
	add(r, check, c.cells, -1)
}

// years lists the calendar years that a caption prints, each once.
func years(s string) []int {
	var out []int
	for i := 0; i+4 < len(s); i++ {
		if s[i] != '2' || s[i+1] != '0' || i > 0 && s[i-1] >= '0' && s[i-1] <= '9' || !strings.HasPrefix(s[i+4:], "年") {
			continue
		}
		y, err := strconv.Atoi(s[i : i+4])
		if err == nil && (len(out) == 0 || out[len(out)-1] != y) {
			out = append(out, y)
		}
	}
	return out
}

// worded reports whether caption and sentences name their scopes in words.
func worded(t *budget.Table, text []*facts.Fact) bool {
	if t.Scope == "" || !strings.Contains(t.Caption, t.Scope) {
		return false
	}
	for _, f := range text {
		if f.Scope != "" && strings.Contains(f.Quote, f.Scope) {
			return true
		}
	}
	return false
}
