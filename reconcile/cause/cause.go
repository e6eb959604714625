package cause

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// Group is the findings that one cause explains.
type Group struct {
	Leader  int   // index of the outcome that stays a finding
	Members []int // the others
}

// most is how many broken identities are searched for repairs; a report with
// more of them is misread, or not one that repairs would explain.
const most = 60

// search is the state of one search.
type search struct {
	outcomes []rule.Outcome
	open     []int                 // broken identities that no group has yet
	holding  map[*facts.Fact][]int // outcomes with an identity, by figure
	known    []*facts.Fact         // the figures that identities rest on
	groups   []Group
}

// Explain writes the likely cause on the findings where one repair is clearly
// best, and returns the groups of findings with one cause. outcomes are changed
// in place; verdicts are left to the caller.
func Explain(outcomes []rule.Outcome) []Group {
	s := &search{outcomes: outcomes}
	for i := range outcomes {
		if outcomes[i].Identity != nil && outcomes[i].Check.Verdict == budget.Fail {
			s.open = append(s.open, i)
		}
	}
	if len(s.open) == 0 {
		return s.loose()
	}
	s.index()
	if len(s.open) <= most {
		for s.rowRepair() {
		}
	}
	s.relabelled()
	if len(s.open) <= most {
		for s.repair() {
		}
		for s.copied() {
		}
		s.misrated()
	}
	s.lostRows()
	s.chapter()
	for s.shared() {
	}
	s.across()
	for _, i := range s.open {
		s.groups = append(s.groups, Group{Leader: i})
	}
	s.open = nil
	return s.loose()
}

// index lists the outcomes of every figure of an identity.
func (s *search) index() {
	s.holding = map[*facts.Fact][]int{}
	s.each(func(i int, f *facts.Fact) {
		at, ok := s.holding[f]
		if !ok {
			s.known = append(s.known, f)
			s.holding[f] = nil
		}
		if s.outcomes[i].Check.Verdict != budget.NotRun && (len(at) == 0 || at[len(at)-1] != i) {
			s.holding[f] = append(at, i)
		}
	})
}

// each visits the figures that identities rest on, with the outcome.
func (s *search) each(visit func(outcome int, f *facts.Fact)) {
	for i := range s.outcomes {
		id := s.outcomes[i].Identity
		if id == nil {
			continue
		}
		for _, t := range id.Left {
			visit(i, t.Fact)
		}
		for _, t := range id.Right {
			visit(i, t.Fact)
		}
	}
}

// of lists the outcomes that hold a figure.
func (s *search) of(f *facts.Fact) []int { return s.holding[f] }

// isOpen reports whether an outcome is a broken identity without a group.
func (s *search) isOpen(i int) bool {
	for _, o := range s.open {
		if o == i {
			return true
		}
	}
	return false
}

// take makes a group of open identities, led by the one that says most.
func (s *search) take(members []int) int {
	leader := members[0]
	for _, m := range members[1:] {
		if weight(s.outcomes[m].Check) < weight(s.outcomes[leader].Check) {
			leader = m
		}
	}
	g := Group{Leader: leader}
	taken := map[int]bool{}
	for _, m := range members {
		taken[m] = true
		if m != leader {
			g.Members = append(g.Members, m)
		}
	}
	rest := s.open[:0]
	for _, o := range s.open {
		if !taken[o] {
			rest = append(rest, o)
		}
	}
	s.open = rest
	s.groups = append(s.groups, g)
	return leader
}

// weight orders the findings of a group: errors before warnings, sums before
// comparisons, comparisons before rates.
func weight(c *budget.Check) int {
	w := 0
	switch c.Severity {
	case budget.Warning:
		w = 10
	case budget.Info:
		w = 20
	}
	switch c.Rule[0] {
	case 'T', 'N', 'D', 'C', 'S':
	case 'M':
		w += 2
	default:
		w += 3
	}
	if !c.Actual.Valid {
		w++
	}
	return w
}

// shared groups the open identities that one figure has in common: the figure
// that explains most of them, and of equals the one that fewest others confirm.
func (s *search) shared() bool {
	var best *facts.Fact
	bestOpen, bestHeld := 1, 0
	for _, i := range s.open {
		for _, t := range s.outcomes[i].Identity.Terms() {
			open, held := 0, 0
			for _, o := range s.holding[t.Fact] {
				if s.isOpen(o) {
					open++
				} else {
					held++
				}
			}
			if open > bestOpen || open == bestOpen && best != nil && held < bestHeld {
				best, bestOpen, bestHeld = t.Fact, open, held
			}
		}
	}
	if best == nil {
		return false
	}
	var members []int
	for _, o := range s.holding[best] {
		if s.isOpen(o) {
			members = append(members, o)
		}
	}
	s.take(members)
	return true
}

// loose gives findings without an identity to the group of the figure that they
// are about, and returns all groups.
func (s *search) loose() []Group {
	at := map[*budget.Figure]int{}
	for g := range s.groups {
		for _, i := range append([]int{s.groups[g].Leader}, s.groups[g].Members...) {
			for _, e := range s.outcomes[i].Check.Evidence {
				if _, ok := at[e.Figure]; !ok {
					at[e.Figure] = g
				}
			}
		}
	}
	rows := map[line]int{} // what one rule says of one row, column by column
	grouped := map[int]bool{}
	for _, g := range s.groups {
		grouped[g.Leader] = true
		for _, m := range g.Members {
			grouped[m] = true
		}
	}
	for i := range s.outcomes {
		o := &s.outcomes[i]
		if grouped[i] || o.Identity != nil || o.Check.Verdict != budget.Fail && o.Check.Verdict != budget.Blocked || !follows(o.Check.Rule) {
			continue
		}
		if g, ok := groupOf(at, o.Check.Evidence); ok {
			s.join(g, i)
		} else if g, ok := rows[lineOf(o.Check)]; ok && o.Check.Verdict == budget.Fail {
			s.groups[g].Members = append(s.groups[g].Members, i)
		} else if o.Check.Verdict == budget.Fail {
			s.groups = append(s.groups, Group{Leader: i})
			if k := lineOf(o.Check); k.table > 0 {
				rows[k] = len(s.groups) - 1
			}
			for _, e := range o.Check.Evidence {
				at[e.Figure] = len(s.groups) - 1
			}
		}
	}
	return s.groups
}

// join adds a finding to a group; one that is more than a note is led by no note.
func (s *search) join(group, i int) {
	g := &s.groups[group]
	mine, leader := s.outcomes[i].Check, s.outcomes[g.Leader].Check
	if mine.Verdict == budget.Fail && mine.Severity != budget.Info && leader.Severity == budget.Info {
		g.Leader, i = i, g.Leader
	}
	g.Members = append(g.Members, i)
}

func groupOf(at map[*budget.Figure]int, evidence []budget.Evidence) (int, bool) {
	for _, e := range evidence {
		if g, ok := at[e.Figure]; ok {
			return g, true
		}
	}
	return 0, false
}

// follows reports whether a rule's findings can follow from another's: problems
// of reading and of completeness stand by themselves.
func follows(id string) bool {
	return id[0] != 'E' && id != "C902" && id != "N207"
}
