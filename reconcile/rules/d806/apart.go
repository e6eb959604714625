package d806

import (
	"regexp"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
)

// list is projects paid from one kind of bonds, whose sum another sentence states.
type list struct {
	bonds    *facts.Fact
	projects []*facts.Fact
	intro    string // the words before the first project
	apart    bool   // amounts of something else stand between them
}

// lists finds the projects that stand apart from the amount of their bonds: in a
// sentence of their own (新增一般债券安排项目3个：甲X万元，乙Y万元), or one a line below it.
func lists(s *facts.Set) []list {
	var out []list
	for i := 0; i < len(s.Facts); i++ {
		if !project(s.Facts[i]) {
			continue
		}
		l := list{projects: []*facts.Fact{s.Facts[i]}}
		for i+1 < len(s.Facts) && l.takes(s.Facts[i+1]) {
			i++
		}
		if l.find(s) {
			out = append(out, l)
		}
	}
	return out
}

// project reports whether a figure is paid from bonds that its own sentence gives no
// amount of.
func project(f *facts.Fact) bool {
	return f.Kind == budget.Narrative && f.Role == budget.RoleEarmark && f.Whole == 0 && f.HasAmount() && issued(f)
}

// takes adds the next figure to the list where it belongs to it.
func (l *list) takes(f *facts.Fact) bool {
	last := l.projects[len(l.projects)-1]
	if f.Paragraph > last.Paragraph+1 {
		return false
	}
	if !f.IsBudget() {
		l.apart = true
		return true
	}
	if !project(f) || f.Key != last.Key {
		return false
	}
	l.projects = append(l.projects, f)
	return true
}

// find looks for the amount of the bonds: right before the list, else wherever the
// report states it, once or always alike.
func (l *list) find(s *facts.Set) bool {
	first := l.projects[0]
	if len(l.projects) < 2 {
		return false
	}
	if before := s.Fact(first.ID - 1); before != nil && before.Key == first.Key && before.Role != budget.RoleEarmark && first.Paragraph-before.Paragraph <= 1 {
		l.bonds, l.intro = before, before.Behind()+first.Before()
	} else if l.intro = first.Before(); strings.Contains(l.intro, "债券") {
		best, conflict := s.Best(first.Key)
		if conflict {
			return false
		}
		l.bonds = best
	}
	return l.bonds != nil && l.bonds.HasAmount() && l.bonds.Hedge == "" && l.bonds.Kind == budget.Narrative
}

var projectsRE = regexp.MustCompile(`([0-9]+)个`)

// whole reports whether the list claims to be all that the bonds pay for: by the number
// of projects, or by its words.
func (l *list) whole() bool {
	if m := projectsRE.FindStringSubmatch(l.intro); m != nil {
		n, err := strconv.Atoi(m[1])
		return err == nil && n == len(l.projects)
	}
	last := l.projects[len(l.projects)-1]
	return !l.apart && claims(l.intro) && !strings.Contains(last.Behind(), "等") && !hedged(l.projects)
}

// claims reports whether the words before a list say that it is all.
func claims(intro string) bool {
	return phrase.Holds(intro, "用于：", "用于:", "如下：", "如下:", "具体为：", "具体为:", "投向：", "投向:", "全部用于", "分别用于", "项目：", "项目:", "分别安排") &&
		!phrase.Holds(intro, "主要", "其中", "重点", "包括", "等")
}

func hedged(fs []*facts.Fact) bool {
	for _, f := range fs {
		if f.Hedge != "" {
			return true
		}
	}
	return false
}
