package clause

import (
	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// lump reads 加 甲、乙、丙等X万元: one amount for a list.
func (s *state) lump(d *Draft) string {
	p := &s.pend
	var names []string
	var sd budget.Side
	if p.textRunes > nearText && !p.etc || p.textRunes > 20 {
		return ""
	}
	for k := range p.subjects {
		if p.subjects[k].bare && k > 0 {
			continue // 甲、乙等支出X万元
		}
		sub := s.resolve(&p.subjects[k], s.side)
		if sub == nil || !s.addable(sub) {
			return ""
		}
		if sd != "" && sub.Side != sd {
			return ""
		}
		sd = sub.Side
		names = append(names, sub.Name)
	}
	listing := s.mode == components || p.etc || s.mode == parts && s.whole >= 0 && s.out[s.whole].Role == budget.RoleGrandTotal ||
		len(names) >= 3 && s.besideOwn()
	list := len(names) >= 2 && p.paused && listing || p.etc && s.mode == components && p.textRunes <= nearText
	if !list || s.ctx.Policy {
		return ""
	}
	word := "转移性收入"
	if sd == budget.Expenditure {
		word = "转移性支出"
	}
	sub, ok := s.r.lex.Subject(word, s.book, sd)
	if !ok {
		return ""
	}
	s.fill(d, sub, s.said(p.subjects[0].start, p.subjects[len(p.subjects)-1].end))
	d.Role, d.Listed = budget.RoleLump, names
	return "合列"
}

// besideOwn reports whether the figure right before is own revenue or expenditure of the
// sentence: 本级收入X万元，甲、乙、丙及丁Y万元.
func (s *state) besideOwn() bool {
	k := len(s.out) - 1
	if k < s.lead || s.out[k].Delta {
		return false
	}
	sub, ok := s.r.lex.Subject(s.out[k].Subject, s.out[k].Book, s.out[k].Side)
	return ok && sub.Role == budget.RoleTotal
}

// addable reports whether a subject is one that is added to a book's own revenue or
// expenditure, or a part of one in a list that 加上 opened (结算补助, 上年结转等).
func (s *state) addable(sub *lexicon.Subject) bool {
	switch sub.Role {
	case budget.RoleComponent, budget.RoleSubtotal:
		return sub.Name != "税收收入" && sub.Name != "非税收入"
	case budget.RolePart:
		if s.mode != components || !s.pend.etc {
			return false
		}
		whole, ok := s.r.lex.Subject(sub.Parent, s.book, sub.Side)
		return ok && whole.Side == sub.Side && whole.Role != budget.RoleTotal && s.addable(whole)
	}
	return false
}

// sameListTail reports whether the last subjects stand in one 、 list with no
// amount between them: the amount then belongs to all of them together.
func (s *state) sameListTail() bool {
	p := &s.pend
	n := len(p.subjects)
	a, b := p.subjects[n-2], p.subjects[n-1]
	between := s.said(a.end, b.start)
	return between == "、" || between == "和" || between == "及" || between == "以及" || between == "与"
}

// bothSides reports whether the last two subjects are the grand totals of the two
// sides: 收入总计和支出总计均为X万元 is read for the first of them.
func (s *state) bothSides(last *mention) bool {
	a, b := s.resolve(&s.pend.subjects[len(s.pend.subjects)-2], ""), s.resolve(last, "")
	return a != nil && b != nil && a.Role == budget.RoleGrandTotal && b.Role == budget.RoleGrandTotal && a.Side != b.Side
}

// sumAndPart reports 支出合计与结转下年X万元: a sum named again beside the one
// component that the amount is of.
func (s *state) sumAndPart(last *mention) bool {
	a, b := s.resolve(&s.pend.subjects[len(s.pend.subjects)-2], s.side), s.resolve(last, s.side)
	return a != nil && b != nil && (a.Role == budget.RoleTotal || a.Role == budget.RoleGrandTotal) && b.Role == budget.RoleComponent
}
