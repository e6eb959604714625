package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// withinClassMethod names the reading of what is spent inside a functional class whose own
// amount is not told.
const withinClassMethod = "类中安排"

// withinClass reads what is spent inside a functional class that the sentence names
// without its amount: 教育支出中安排X万元，用于…；教育支出中拨付营养餐资金X万元、校舍安全Y万元.
func (s *state) withinClass(_ int, d *Draft) string {
	p := &s.pend
	if p.delta != 0 || p.share || p.growth != 0 {
		return ""
	}
	if f := s.besideWithin(); f != nil {
		s.copySubject(d, f)
		s.place(d)
		d.Role, d.Parent, d.Scope, d.Level = budget.RoleEarmark, f.Subject, f.Scope, f.Level
		return withinClassMethod
	}
	for k := len(p.subjects) - 1; k >= 0; k-- {
		m := &p.subjects[k]
		words := s.said(m.end, s.items[s.at].start)
		if !strings.HasPrefix(words, "中") || strings.ContainsAny(words, "，；：") || !phrase.Holds(words, "安排", "拨付", "投入", "落实", "下达", "统筹") {
			continue
		}
		sub := s.resolve(m, budget.Expenditure)
		if sub == nil || sub.Role != budget.RoleFunction || !sub.InBook(budget.GeneralPublic) {
			continue
		}
		s.fill(d, sub, m.raw)
		d.Role, d.Parent = budget.RoleEarmark, sub.Name
		return withinClassMethod
	}
	return ""
}

// besideWithin is the figure right before where a 、 joins another purpose to it.
func (s *state) besideWithin() *Draft {
	k := len(s.out) - 1
	if k < s.lead || s.out[k].Method != withinClassMethod || len(s.pend.subjects) > 0 {
		return nil
	}
	between := s.said(s.out[k].To, s.items[s.at].start)
	if !strings.HasPrefix(between, "、") || strings.ContainsAny(between, "，；：") || utf8.RuneCountInString(between) > longestUse {
		return nil
	}
	return &s.out[k]
}
