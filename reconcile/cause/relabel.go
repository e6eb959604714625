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
			if c.fails >= wrong && c.fails*10 >= c.all*6 && (worst == source{} || better(c, counts[worst])) {
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
		inside, outside := false, false
		for _, t := range s.outcomes[i].Identity.Terms() {
			if sourceOf(t.Fact) == k {
				inside = true
			} else {
				outside = true
			}
		}
		if inside && outside {
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
	check := &s.outcomes[leader].Check
	check.Severity = budget.Warning
	name := "第" + strconv.Itoa(first.Line) + "行这句话"
	if k.table > 0 {
		name = "表" + strconv.Itoa(k.table)
	}
	check.LikelyCause = name + "的数字与别处同一口径、年度的数字有" + strconv.Itoa(len(members)) + "处不同，疑似其口径、年度或预算阶段（" +
		first.Scope + strconv.Itoa(first.Year) + "年" + rule.StageName(first.Stage) + "）标错。"
	check.CauseFigure = first.ID
}
