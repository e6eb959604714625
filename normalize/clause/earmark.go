package clause

import (
	"strings"
	"yusuan/budget"
)

// earmark reads 安排X万元 for a purpose inside a functional class or bond quota.
func (s *state) earmark(i int, d *Draft) string {
	if s.byProject() {
		return s.asEarmark(d)
	}
	if s.quota != nil && len(s.pend.subjects) == 0 && s.pend.delta == 0 && !s.pend.noBudget && !s.ctx.Policy {
		s.fill(d, s.quota, "")
		d.Role, d.Parent = budget.RoleEarmark, s.quota.Name
		return "专项安排"
	}
	if n := len(s.pend.subjects); n > 0 && s.mode == parts && strings.HasSuffix(s.pend.subjects[n-1].raw, "债券") {
		return "" // 新增专项债券安排X万元: paid from it, part of nothing before
	}
	if s.pend.delta != 0 || s.function < 0 || s.ctx.Policy || !s.pend.spend && !s.usedFor(i) {
		return ""
	}
	return s.asEarmark(d)
}

// usedFor reports 其中：X亿元用于… behind a functional class.
func (s *state) usedFor(i int) bool {
	return s.mode == parts && s.whole == s.function && s.out[s.function].Role == budget.RoleFunction &&
		i+1 < len(s.items) && s.items[i+1].kind == purpose && s.pend.textRunes == 0
}

// byProject reports whether the amount is one of the projects that newly issued
// bonds, or a fund, are spent on: 新增专项债券X万元，用于3个项目，分别是：甲工程Y万元.
func (s *state) byProject() bool {
	if s.function < s.lead || s.out[s.function].Book != budget.Debt && !ofFundUse(&s.out[s.function]) || len(s.pend.subjects) > 0 || s.ctx.Policy || s.pend.noBudget {
		return false
	}
	if s.mode == parts && s.out[s.function].Book == budget.Debt {
		return true
	}
	since := s.par[s.out[s.function].To:s.items[s.at].start]
	return strings.Contains(since, "用于") || strings.Contains(since, "安排") || strings.Contains(since, "投向") || strings.Contains(since, "分别是") || strings.Contains(since, "分别为") || strings.Contains(since, "包括")
}

// useOfBonds notes newly issued bonds of which only the projects are told:
// 新增一般债券拟用于：甲工程X万元；乙工程Y万元.
func (s *state) useOfBonds() {
	n := len(s.pend.subjects)
	if n == 0 || s.lead != len(s.out) && !s.headOfSentence(s.itemAt(s.pend.subjects[n-1].start)) {
		return
	}
	sub := s.resolve(&s.pend.subjects[n-1], budget.Revenue)
	if sub != nil && sub.InBook(budget.Debt) && sub.Side == budget.Revenue && len(sub.Books) == 1 {
		s.quota = sub
		s.pend.subjects = nil
	}
}

func (s *state) asEarmark(d *Draft) string {
	base := &s.out[s.function]
	s.copySubject(d, base)
	d.Role, d.Parent = budget.RoleEarmark, base.Subject
	d.Scope, d.Level, d.Year, d.Stage = base.Scope, base.Level, base.Year, base.Stage
	d.Whole = s.function + 1
	return "专项安排"
}

// reservePart reads what the reserve fund was used for: 使用X万元，其中：甲Y万元.
func (s *state) reservePart(_ int, d *Draft) string {
	if s.mode != parts || s.whole < 0 || s.out[s.whole].Subject != "预备费" || s.ctx.Policy || s.pend.use || s.pend.closing {
		return ""
	}
	w := s.whole
	for k := len(s.out) - 1; k > s.whole; k-- {
		if s.out[k].Method == "预备费使用" {
			w = k
			break
		}
	}
	base := &s.out[w]
	s.copySubject(d, base)
	d.Role, d.Parent = budget.RoleEarmark, base.Subject
	d.Scope, d.Level, d.Year, d.Stage = base.Scope, base.Level, base.Year, base.Stage
	d.Whole = w + 1
	return "专项安排"
}

// reserveUse reads how the reserve fund (预备费) was used: 使用X万元，剩余Y万元.
func (s *state) reserveUse(i int, d *Draft) string {
	p := &s.pend
	if s.main < 0 || s.out[s.main].Subject != "预备费" || p.textRunes > nearText || !(p.use || p.closing) {
		return ""
	}
	s.copySubject(d, &s.out[s.main])
	s.place(d)
	d.Stage = s.meta.ReportStage()
	d.Role = budget.RolePart
	return "预备费使用"
}
