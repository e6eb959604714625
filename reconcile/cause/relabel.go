package cause

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// source is a table, or a sentence, whose figures stand or fall together.
type source struct{ table, statement int }

func sourceOf(f *facts.Fact) source {
	if f.Kind == budget.InTable {
		return source{table: f.Table}
	}
	return source{statement: f.Statement}
}

// tally counts the comparisons of one source with others.
type tally struct {
	fails, all int
	first      *facts.Fact
}

// wrong is the least number of contradicted figures that speak against the
// caption of a table rather than against its figures.
const wrong = 3

// relabelled finds tables and sentences most of whose figures contradict other
// places: then their scope, year or stage is wrong, not every figure. What rests
// on them is one group.
func (s *search) relabelled() {
	s.captions()
	counts := map[source]*tally{}
	var order []source
	for i := range s.outcomes {
		o := &s.outcomes[i]
		if o.Check.Rule != "M301" || o.Identity == nil {
			continue
		}
		for _, t := range o.Identity.Terms() {
			k := sourceOf(t.Fact)
			if k == (source{}) {
				continue
			}
			c := counts[k]
			if c == nil {
				c = &tally{first: t.Fact}
				counts[k] = c
				order = append(order, k)
			}
			c.all++
			if o.Check.Verdict == budget.Fail {
				c.fails++
			}
		}
	}
	for {
		worst := source{}
		for _, k := range order {
			c := counts[k]
			if c.fails >= wrong && c.fails*2 >= c.all && (worst == source{} || better(c, counts[worst])) {
				worst = k
			}
		}
		if worst == (source{}) {
			return
		}
		s.blame(worst, counts)
	}
}

// better prefers the source that is contradicted most thoroughly.
func better(a, b *tally) bool {
	if a.fails*b.all != b.fails*a.all {
		return a.fails*b.all > b.fails*a.all
	}
	return a.fails > b.fails
}

// blame groups what a source contradicts, and takes it out of the counts.
func (s *search) blame(k source, counts map[source]*tally) {
	var members []int
	for _, i := range s.open {
		if s.between(i, k) {
			members = append(members, i)
			if s.outcomes[i].Check.Rule == "M301" {
				for _, t := range s.outcomes[i].Identity.Terms() {
					if c := counts[sourceOf(t.Fact)]; c != nil && sourceOf(t.Fact) != k {
						c.fails--
					}
				}
			}
		}
	}
	first := counts[k].first
	counts[k].fails = 0
	if len(members) == 0 {
		return
	}
	leader := s.take(members)
	check := s.outcomes[leader].Check
	check.Severity = budget.Warning
	name := "表" + strconv.Itoa(k.table)
	if !captioned(first) {
		// A sentence, or the rest of a table over a page break, says less of its
		// scope and year than a caption does: it is as likely that they were not
		// read right.
		check.Severity = budget.Info
	}
	if k.table == 0 {
		name = "第" + strconv.Itoa(first.Line) + "行这句话"
	}
	check.LikelyCause = name + "的数字与别处同一口径、年度的数字有" + strconv.Itoa(len(members)) + "处不同，疑似其口径、年度或预算阶段（" +
		first.Scope + strconv.Itoa(first.Year) + "年" + rule.StageName(first.Stage) + "）标错。"
	check.CauseFigure = first.ID
}

// captioned reports whether a figure stands in a table with a caption.
func captioned(f *facts.Fact) bool {
	for i := range f.Report.Tables {
		if t := &f.Report.Tables[i]; t.Number == f.Table {
			return t.Caption != ""
		}
	}
	return false
}

// scattered is the least number of contradictions without a figure in common
// that speak of a chapter read under a wrong heading rather than of misprints.
const scattered = 4

// chapter takes together contradictions all over the text that nothing explains:
// so many misprints are less likely than one heading that was not understood.
func (s *search) chapter() {
	var members []int
	for _, i := range s.open {
		if s.outcomes[i].Check.Rule == "M301" {
			members = append(members, i)
		}
	}
	if len(members) < scattered {
		return
	}
	leader := s.take(members)
	check := s.outcomes[leader].Check
	if t := s.oneTable(members); t > 0 {
		check.Severity = budget.Warning
		check.LikelyCause = "表" + strconv.Itoa(t) + "有" + strconv.Itoa(len(members)) + "个数与别处同口径、同年度的数不同，疑似这张表的口径、年度标错，或其中有行列错位。"
		return
	}
	check.Severity = budget.Info
	check.LikelyCause = "全文有" + strconv.Itoa(len(members)) + "处同口径、同年度的数字互不相同，疑似某一章节的年度、口径或预算阶段没有读对，请对照原文。"
}

// oneTable is the table with a caption that all of some comparisons hold a figure of,
// 0 where there is none, or more than one.
func (s *search) oneTable(members []int) int {
	count := map[int]int{}
	for _, i := range members {
		seen := map[int]bool{}
		for _, t := range s.outcomes[i].Identity.Terms() {
			if n := t.Fact.Table; n > 0 && !seen[n] && captioned(t.Fact) {
				seen[n] = true
				count[n]++
			}
		}
	}
	found := 0
	for n, c := range count {
		if c < len(members) {
			continue
		}
		if found > 0 {
			return 0
		}
		found = n
	}
	return found
}

// captions lets M304 and M305, which name the wrong caption, lead what rests on its table.
func (s *search) captions() {
	led := map[source]int{}
	for i := range s.outcomes {
		c := s.outcomes[i].Check
		if c.Rule != "M304" && c.Rule != "M305" || c.Verdict != budget.Fail || len(c.Evidence) == 0 {
			continue
		}
		k := source{table: c.Evidence[0].Figure.Table}
		if g, ok := led[k]; ok {
			s.groups[g].Members = append(s.groups[g].Members, i)
			continue
		}
		g := Group{Leader: i}
		rest := s.open[:0]
		for _, o := range s.open {
			if s.between(o, k) {
				g.Members = append(g.Members, o)
			} else {
				rest = append(rest, o)
			}
		}
		s.open = rest
		led[k] = len(s.groups)
		s.groups = append(s.groups, g)
	}
}

// between reports whether an identity compares a source with other places.
func (s *search) between(i int, k source) bool {
	inside, outside := false, false
	for _, t := range s.outcomes[i].Identity.Terms() {
		if sourceOf(t.Fact) == k {
			inside = true
		} else {
			outside = true
		}
	}
	return inside && outside
}
