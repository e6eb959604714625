package facts

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/subject"
)

// misplaced marks parts that were tied to the wrong whole: they don't sum to it,
// but to another total of the same passage (余额中，一般债务…、专项债务… after a
// sentence that ends with the limit).
func (s *Set) misplaced() {
	s.otherStage()
	s.planned()
	s.limits()
	s.wider()
	for _, whole := range s.Facts {
		parts := s.kinds(whole)
		if len(parts) == 0 || whole.Kind != budget.Narrative || whole.Side != budget.Balance || len(parts) < 2 {
			continue
		}
		sum := interval.Interval{}
		for _, p := range parts {
			sum = sum.Plus(p.Wide)
		}
		if sum.Overlaps(whole.Wide) || !s.sumsToOther(whole, sum) {
			continue
		}
		for _, p := range parts {
			p.ambiguous = true
		}
	}
}

// kinds lists the parts of a stock in its passage, tied to it or named after it.
func (s *Set) kinds(whole *Fact) []*Fact {
	if whole.Side != budget.Balance || whole.Role != budget.RoleTotal || !whole.HasAmount() {
		return nil
	}
	if parts := s.parts[whole.ID]; len(parts) > 0 {
		return parts
	}
	var out []*Fact
	for _, f := range s.Facts {
		if f.Beside(whole.Figure) && f.Kind == whole.Kind && f.Parent == whole.Subject && f.Role == budget.RolePart && f.Sums() &&
			f.Year == whole.Year && f.Level == whole.Level && f.HasAmount() {
			out = append(out, f)
		}
	}
	return out
}

// sumsToOther reports whether a sum is another total of the whole's line, one that has
// no parts of its own.
func (s *Set) sumsToOther(whole *Fact, sum interval.Interval) bool {
	for _, f := range s.Facts {
		if f.Beside(whole.Figure) && f != whole && f.Role == budget.RoleTotal && f.Book == whole.Book && f.Side == whole.Side &&
			f.Subject != whole.Subject && f.HasAmount() && f.Wide.Overlaps(sum) && len(s.kinds(f)) < 2 {
			return true
		}
	}
	return false
}

// otherStage marks parts that were tied to one figure of a subject and sum to
// another one of the same passage: 年初预算X万元，实际完成Y万元，其中税收…、非税….
func (s *Set) otherStage() {
	for _, id := range s.Wholes() {
		whole := s.Fact(id)
		if whole == nil || whole.Kind != budget.Narrative || !whole.HasAmount() {
			continue
		}
		var parts []*Fact
		sum := interval.Interval{}
		for _, p := range s.parts[id] {
			if p.HasAmount() && p.Year == whole.Year && p.Stage == whole.Stage && p.Side == whole.Side && p.Role != budget.RoleEarmark {
				parts = append(parts, p)
				sum = sum.Plus(p.Wide)
			}
		}
		if len(parts) < 2 || sum.Overlaps(whole.Wide) || !s.sameSubject(whole, sum) {
			continue
		}
		for _, p := range parts {
			p.ambiguous = true
		}
	}
}

// sameSubject reports whether a sum is another figure of the whole's subject and
// line.
func (s *Set) sameSubject(whole *Fact, sum interval.Interval) bool {
	for _, f := range s.Facts {
		if f.Beside(whole.Figure) && f != whole && f.Subject == whole.Subject && f.Book == whole.Book && f.Side == whole.Side && f.Level == whole.Level &&
			f.Sums() && f.HasAmount() && f.Wide.Overlaps(sum) {
			return true
		}
	}
	return false
}

// planned marks outturns whose sentence calls them a budget behind the amount
// (支出37.1亿元的预算): their stage was not read right.
func (s *Set) planned() {
	for _, f := range s.Facts {
		if f.Kind != budget.Narrative || f.Stage != budget.Execution && f.Stage != budget.Final || !f.HasAmount() || f.Raw == "" {
			continue
		}
		f.ambiguous = f.ambiguous || phrase.Begins(f.Behind(), "的预算", "的年初预算", "的预算目标", "的收支预算")
	}
}

// wider marks totals that were read as own revenue or expenditure, though a part behind
// them bears that very name at the same level (支出X万元，其中：县级一般公共预算支出Y万元，
// 上解支出Z万元): they are of more.
func (s *Set) wider() {
	for _, whole := range s.Facts {
		if whole.Kind != budget.Narrative || whole.Subject != subject.Own(whole.Book, whole.Side) {
			continue
		}
		for _, p := range s.parts[whole.ID] {
			same := p.Subject == whole.Subject && p.Level == whole.Level && p.Scope == whole.Scope && p.Year == whole.Year && p.Stage == whole.Stage
			if same && p.SubjectRaw != whole.SubjectRaw && strings.HasSuffix(p.SubjectRaw, whole.SubjectRaw) && p.HasAmount() && !p.Wide.Overlaps(whole.Wide) {
				whole.ambiguous = true
			}
		}
	}
}
