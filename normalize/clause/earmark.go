package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/outline"
)

// earmark reads 安排X万元 for a purpose inside a functional class or bond quota.
func (s *state) earmark(i int, d *Draft) string {
	if s.listedUse() {
		s.useOf(d, s.carry.Uses, 0)
		return pointOfUses
	}
	if s.byProject() {
		return s.asEarmark(d)
	}
	if n := len(s.pend.subjects); s.quota != nil && (n == 0 || s.usedByBonds(&s.pend.subjects[n-1])) && s.pend.delta == 0 && !s.pend.noBudget && !s.ctx.Policy {
		s.fill(d, s.quota, "")
		d.Role, d.Parent = budget.RoleEarmark, s.quota.Name
		return "专项安排"
	}
	if s.explainedByBonds(i) {
		return s.asEarmark(d)
	}
	if n := len(s.pend.subjects); n > 0 && s.mode == parts && strings.HasSuffix(s.pend.subjects[n-1].raw, "债券") && !s.ofClass(s.pend.subjects[n-1].raw) {
		return "" // 新增专项债券安排X万元: paid from it, part of nothing before
	}
	if s.pend.delta != 0 || s.function < 0 || s.ctx.Policy || !s.pend.spend && !s.usedFor(i) && !s.amongUses() && !s.furtherUse() {
		return ""
	}
	if strings.Contains(s.said(s.clauseStart, s.items[i].start), "争取") {
		return "" // 争取上级资金X万元 came in, it was not spent
	}
	return s.asEarmark(d)
}

// pointOfUses names the reading of an earmark that stands on a line of its own.
const pointOfUses = "分点安排"

// listedUse reports whether the first amount of a numbered point is one of the uses that
// the paragraph above announced: 新增专项债券X万元，具体为：↵1.甲项目Y万元.
func (s *state) listedUse() bool {
	p := &s.pend
	if s.carry.Uses == nil || len(s.out) > 0 || s.ctx.Policy || p.delta != 0 || p.noBudget || len(p.subjects) > 0 || p.textRunes == 0 {
		return false
	}
	rank, _ := outline.CutNumber(strings.TrimSpace(s.par))
	return rank > 0 || strings.HasPrefix(strings.TrimSpace(s.par), "—")
}

// usesGoOn is the figure whose uses the next paragraphs may list, a point each.
func (s *state) usesGoOn() *Draft {
	if len(s.out) > 0 && s.out[0].Method == pointOfUses {
		return s.carry.Uses
	}
	end := strings.TrimRight(s.par, " \u3000")
	if last := len(s.out) - 1; last >= 0 && s.function == last && (strings.HasSuffix(end, "：") || strings.HasSuffix(end, ":")) {
		f := s.out[last]
		return &f
	}
	return nil
}

// ofClass reports whether bonds pay for a part of the functional class that the list
// under way splits: 教育支出X万元，其中新增一般债券安排Y万元.
func (s *state) ofClass(bonds string) bool {
	return s.whole >= 0 && s.whole == s.function && s.out[s.whole].Role == budget.RoleFunction && !strings.Contains(bonds, "专项")
}

// explainedByBonds reports bonds as the reason of what became of a functional class:
// 交通运输支出调整为X万元，主要是新增一般债券安排Y万元.
func (s *state) explainedByBonds(i int) bool {
	n := len(s.pend.subjects)
	if n == 0 || s.function < 0 || s.out[s.function].Role != budget.RoleFunction || s.pend.delta != 0 || s.ctx.Policy {
		return false
	}
	bonds := s.pend.subjects[n-1].raw
	words := strings.TrimSpace(s.said(s.clauseStart, s.items[i].start))
	return strings.HasSuffix(bonds, "债券") && !strings.Contains(bonds, "专项") &&
		phrase.Begins(words, "主要是", "主要为", "主要系", "主要由于") && strings.HasSuffix(words, "安排")
}

// usedFor reports 其中：X亿元用于… behind a functional class.
func (s *state) usedFor(i int) bool {
	return s.mode == parts && s.whole == s.function && s.out[s.function].Role == budget.RoleFunction &&
		i+1 < len(s.items) && s.items[i+1].kind == purpose && s.pend.textRunes == 0
}

// partOfClass reads an item behind 其中 of a functional class in words that are no
// sub-item of the classification: 农林水支出X万元，其中：高标准农田建设资金Y万元.
func (s *state) partOfClass(_ int, d *Draft) string {
	p := &s.pend
	if s.ctx.Policy || p.delta != 0 || s.mode != parts || s.whole != s.function || s.whole < 0 || s.out[s.whole].Role != budget.RoleFunction {
		return ""
	}
	if n := len(s.frames); n > 0 && !s.frames[n-1].among || s.loose && !s.including {
		return ""
	}
	if p.noBudget || p.share || p.growth != 0 || !s.onlyForeign() || len(p.years) > 0 || p.yearWord || p.stage != "" || p.textRunes < 2 {
		return ""
	}
	if s.labelRunes() > longestUse {
		return ""
	}
	return s.asEarmark(d)
}

// labelRunes counts the characters between the last mark or amount and the present one:
// the label of an item in a list.
func (s *state) labelRunes() int {
	from := s.sentStart
	for k := s.at - 1; k >= 0; k-- {
		if it := &s.items[k]; mark(it.kind) || it.kind == colon || it.kind == open || it.kind == amount || it.kind == percent || it.kind == among {
			from = it.end
			break
		}
	}
	return utf8.RuneCountInString(s.said(from, s.items[s.at].start))
}

// furtherUse reports the next label of a list joined by 、 behind an earmark: 发放甲X万元、
// 乙Y万元.
func (s *state) furtherUse() bool {
	p := &s.pend
	last := len(s.out) - 1
	if last <= s.function || last < s.lead || s.out[last].Role != budget.RoleEarmark || s.out[last].Parent != s.out[s.function].Subject {
		return false
	}
	if p.noBudget || p.share || p.growth != 0 || !s.onlyForeign() || p.textRunes == 0 {
		return false
	}
	between := s.said(s.out[last].To, s.items[s.at].start)
	return strings.HasPrefix(between, "、") && !strings.ContainsAny(between, "，；：") && s.labelRunes() <= longestUse
}

// onlyForeign reports whether the subjects named since the last amount, if any, are none
// of the general public budget: a class pays for insurance funds (养老保险补助), it is not
// their revenue.
func (s *state) onlyForeign() bool {
	for k := range s.pend.subjects {
		if !s.insurance(&s.pend.subjects[k]) {
			return false
		}
	}
	return true
}

// insurance reports whether a mention names a social insurance fund outside the accounts
// of the funds.
func (s *state) insurance(m *mention) bool {
	if m.term == nil || s.book == budget.SocialInsurance || s.ctx.Book == budget.SocialInsurance || len(m.term.Subjects) == 0 {
		return false
	}
	for _, sub := range m.term.Subjects {
		if len(sub.Books) != 1 || sub.Books[0] != budget.SocialInsurance {
			return false
		}
	}
	return true
}

// amongUses reports an item of the list that says what a functional class was used
// for: 教育支出X万元，主要用于：甲Y万元，乙Z万元. Whatever else stands in the list ends it.
func (s *state) amongUses() bool {
	p := &s.pend
	if p.noBudget || p.share || p.growth != 0 || !s.onlyForeign() || len(p.years) > 0 || p.yearWord || p.textRunes == 0 {
		return false
	}
	base := &s.out[s.function]
	from := max(s.sentStart, base.To)
	amount := s.items[s.at].start
	if base.Role != budget.RoleFunction || from > amount {
		return false
	}
	uses := usesFrom(s.said(from, amount))
	if uses < 0 {
		return false
	}
	uses += from
	first := true
	for k := len(s.out) - 1; k > s.function && s.out[k].From > uses; k-- {
		if s.out[k].Role == budget.RolePolicy && s.out[k].Unit == "元" {
			continue // …补助X万元，标准提高到每人每月133元
		}
		if s.out[k].Role != budget.RoleEarmark || s.out[k].Parent != base.Subject {
			return false
		}
		first = false
	}
	if first && s.clauseStart > uses && !p.colon {
		return false // 主要用于改善条件，争取上级资金X万元
	}
	return min(s.labelRunes(), utf8.RuneCountInString(s.said(uses, amount))) <= longestUse
}

// usesFrom is where a list of uses begins in a text, -1 where there is none: 用于, or
// a colon behind words that open a list (主要是：).
func usesFrom(text string) int {
	at := strings.LastIndex(text, "用于")
	for _, w := range []string{"主要是", "主要为", "主要有", "主要包括", "具体为", "具体包括", "具体是", "包括"} {
		for _, mark := range []string{"：", ":"} {
			at = max(at, strings.LastIndex(text, w+mark))
		}
	}
	return at
}

// longestUse is the length in characters up to which the words before an amount are
// the label of a use; longer ones tell a story.
const longestUse = 24

// byProject reports whether the amount is one of the projects that newly issued
// bonds, or a fund, are spent on: 新增专项债券X万元，用于3个项目，分别是：甲工程Y万元.
func (s *state) byProject() bool {
	if n := len(s.pend.subjects); n > 0 && !s.usedByBonds(&s.pend.subjects[n-1]) {
		return false
	}
	return s.listsProjects()
}

// listsProjects reports whether the sentence has come to what newly issued bonds, or a
// fund, are spent on.
func (s *state) listsProjects() bool {
	if s.function < s.lead || s.out[s.function].Book != budget.Debt && !ofFundUse(&s.out[s.function]) || s.ctx.Policy || s.pend.noBudget {
		return false
	}
	if s.mode == parts && s.out[s.function].Book == budget.Debt {
		return true
	}
	since := s.said(s.out[s.function].To, s.items[s.at].start)
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

// toldUses reports whether the sentence has said what the bonds before the amount are
// used for.
func (s *state) toldUses() bool {
	return s.function >= s.lead && s.out[s.function].Book == budget.Debt && len(s.frames) == 0 &&
		phrase.Holds(s.said(s.out[s.function].To, s.items[s.at].start), "用于", "投向")
}

// usedByBonds reports whether a subject named in a list of what bonds are used for only
// says what for: 新增专项债券拟用于：（1）甲工程X万元；（2）补充政府性基金财力Y万元.
func (s *state) usedByBonds(m *mention) bool {
	if s.pend.delta != 0 || s.quota == nil && !s.toldUses() && !s.besideUse() {
		return false
	}
	at := strings.LastIndexAny(s.par[:m.start], "，；、：。）:;")
	if at < 0 || !s.besideUse() && utf8.RuneCountInString(s.said(at, m.start)) < 3 {
		return false // the subject stands alone before its amount
	}
	sub := s.resolve(m, "")
	return sub == nil || !sub.InBook(budget.Debt) && sub.Role != budget.RoleTotal && sub.Role != budget.RoleGrandTotal
}

// besideUse reports whether the figure right before is a use of the same bonds, in a list
// without other marks: ③甲工程X万元；④老旧小区改造Y万元.
func (s *state) besideUse() bool {
	k := len(s.out) - 1
	if k < 0 || s.out[k].Role != budget.RoleEarmark {
		return false
	}
	if s.quota != nil && s.out[k].Parent == s.quota.Name {
		return true
	}
	return s.function >= 0 && s.out[s.function].Book == budget.Debt && s.out[k].Parent == s.out[s.function].Subject
}

// asUseBeside makes the amount a use of the same bonds as the figure right before.
func (s *state) asUseBeside(d *Draft) string {
	f := &s.out[len(s.out)-1]
	s.useOf(d, f, f.Whole)
	return "专项安排"
}

// useOf makes an amount a use of what another is: of its subject, place, year and stage.
// whole is the number of the figure that it is a use of, 0 where that stands elsewhere.
func (s *state) useOf(d, of *Draft, whole int) {
	s.copySubject(d, of)
	d.Role, d.Parent, d.Whole = budget.RoleEarmark, of.Subject, whole
	d.Scope, d.Level, d.Year, d.Stage = of.Scope, of.Level, of.Year, of.Stage
}

func (s *state) asEarmark(d *Draft) string { return s.asEarmarkOf(s.function, d) }

// asEarmarkOf makes the amount an earmark of figure w: of what was used of the reserve
// fund (预备费) where that has been told since.
func (s *state) asEarmarkOf(w int, d *Draft) string {
	for k := len(s.out) - 1; k > w; k-- {
		if s.out[k].Method == "预备费使用" && s.out[k].Subject == s.out[w].Subject {
			w = k
			break
		}
	}
	s.useOf(d, &s.out[w], w+1)
	return "专项安排"
}

// reservePart reads what the reserve fund was used for: 使用X万元，其中：甲Y万元.
func (s *state) reservePart(_ int, d *Draft) string {
	if s.mode != parts || s.whole < 0 || s.out[s.whole].Subject != "预备费" || s.ctx.Policy || s.pend.use || s.pend.closing {
		return ""
	}
	return s.asEarmarkOf(s.whole, d)
}

// reserved reports whether the amount under way is what the budget set aside as reserve
// fund (安排预备费X万元，动用Y万元), whatever the chapter: what is done with it is its use.
func (s *state) reserved() bool {
	p := &s.pend
	if p.stage != "" || p.use || p.closing || p.delta != 0 {
		return false
	}
	if p.spend {
		return true
	}
	for i := s.at + 1; i < len(s.items) && s.items[i].kind != stop; i++ {
		if s.items[i].kind == use {
			return true
		}
	}
	return false
}

// reserveUse reads how the reserve fund (预备费) was used: 使用X万元，剩余Y万元.
func (s *state) reserveUse(i int, d *Draft) string {
	p := &s.pend
	if s.main < 0 || s.out[s.main].Subject != "预备费" || p.textRunes > nearText || !(p.use || p.closing || s.main >= s.lead && s.refills(i)) {
		return ""
	}
	s.copySubject(d, &s.out[s.main])
	s.place(d)
	d.Stage = s.meta.ReportStage()
	d.Role = budget.RolePart
	return "预备费使用"
}
