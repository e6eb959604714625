package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// directly reads 科目 + amount.
func (s *state) directly(i int, d *Draft) string {
	p := &s.pend
	n := len(p.subjects)
	if n == 0 {
		return ""
	}
	if how := s.lump(d); how != "" {
		return how
	}
	if p.textRunes > nearText {
		return ""
	}
	m := &p.subjects[n-1]
	if s.usedByBonds(m) || s.explainedByBonds(i) {
		if how := s.earmark(i, d); how != "" || !s.besideUse() {
			return how
		}
		return s.asUseBeside(d)
	}
	if n >= 2 && p.paused && s.sameListTail() {
		switch {
		case s.bothSides(m):
			m = &p.subjects[n-2]
		case !s.sumAndPart(m):
			return ""
		}
	}
	if n >= 2 && s.collected(&p.subjects[n-2], m) {
		m = &p.subjects[n-2]
	}
	if n >= 2 && m.bare && p.subjects[n-2].end == m.start && s.sideOf(&p.subjects[n-2]) == m.raw {
		m = &p.subjects[n-2] // 部门“三公”经费|支出
	}
	if m.bare && s.ctx.Policy {
		return ""
	}
	if label, ok := s.glued(m); ok {
		return s.labelled(d, label)
	}
	sub := s.resolve(m, s.wantSide())
	if sub != nil && s.carriedWithin(m, sub) {
		s.copySubject(d, &s.out[s.whole])
		s.place(d)
		d.Role, d.Parent = budget.RolePart, d.Subject
		s.tie(d)
		return "结转分项"
	}
	if sub == nil || !s.allowed(sub) || m.outside && !s.splitNext(i, sub) && sub.Role != budget.RoleTotal && sub.Role != budget.RoleFunction && !sub.InBook(budget.Debt) {
		return ""
	}
	if s.sourceOf(sub) {
		return "" // 上级补助X万元，其中某某补助收入Y万元: a label of its own
	}
	if s.mode == parts && s.ofUnknown && s.whole < 0 && (sub.Role == budget.RolePart || sub.Role == budget.RoleItem) {
		return "" // 部门预算安排X万元，其中基本支出Y万元
	}
	if s.mode == parts && s.whole >= 0 && s.out[s.whole].Subject == "上级补助收入" && sub.Side == budget.Expenditure {
		return s.labelled(d, m.raw) // 上级补助收入X万元（县级对镇街转移支付Y万元）: received
	}
	if s.function >= s.lead && s.out[s.function].Role == budget.RoleFunction && s.insurance(m) {
		return "" // 社会保障和就业支出X万元，其中机关养老保险补助Y万元
	}
	if sub.Name == "隐性债务余额" && phrase.Holds(s.said(s.clauseStart, s.items[i].start), clearing...) {
		return "" // 置换隐性债务X万元
	}
	if sub.Side == budget.Revenue && sub.InBook(budget.Debt) && phrase.Holds(s.said(m.end, s.items[i].start), repaying...) {
		return "" // 再融资债券偿还X万元
	}
	if sub.Name == "其他支出" && len(s.out) > 0 && economic[s.out[len(s.out)-1].Subject] {
		return "" // the other expenditure of another classification
	}
	if p.spend && !p.cue && s.ctx.Stage != budget.Budgeted && sub.Role == budget.RoleFunction && s.function >= 0 &&
		s.out[s.function].Subject == sub.Name && p.commas > 0 {
		return "" // 教育支出，安排X万元 after its own figure is an earmark
	}
	s.fill(d, sub, m.raw)
	s.spentOf(i, d)
	if p.delta != 0 && p.deltaText <= nearText {
		s.changed = changed{sub: sub, raw: m.raw, at: len(s.out)}
		s.asChange(d)
	}
	if s.comparesWith() {
		return s.namedBase(d)
	}
	if s.measuresBy(i, d) {
		return rateMethod
	}
	return "科目"
}

// sideOf is the word for the side of what a mention names: 收入 or 支出.
func (s *state) sideOf(m *mention) string {
	sub := s.resolve(m, s.wantSide())
	if sub == nil {
		return ""
	}
	return lexicon.SideSuffix(sub.Side)
}

// collected reports whether a total is named as what one collector brought in: 税务部门
// 组织地方级收入X万元.
func (s *state) collected(by, m *mention) bool {
	if by.term == nil || m.term == nil || by.end > m.start || strings.ContainsAny(s.said(by.end, m.start), "，；、。") {
		return false
	}
	who, ok := s.r.lex.Choose(by.term, s.book, budget.Revenue)
	if !ok || who.Name != "税务部门收入" && who.Name != "财政部门收入" {
		return false
	}
	sub, ok := s.r.lex.Choose(m.term, s.book, budget.Revenue)
	return ok && sub.Role == budget.RoleTotal && sub.Name == who.Parent
}

// carriedWithin reports whether a class of expenditure says only what was carried over
// for: 结转下年支出X万元，其中农林水支出结转Y万元.
func (s *state) carriedWithin(m *mention, sub *lexicon.Subject) bool {
	if s.mode != parts || s.whole < 0 {
		return false
	}
	w := s.out[s.whole].Subject
	if w == "上年结转" && sub.Name == "结转下年" {
		return true // 上年结转X万元（含专项结转Y万元）
	}
	if sub.Side != budget.Expenditure || sub.Role != budget.RoleFunction && sub.Role != budget.RoleItem {
		return false
	}
	return (w == "结转下年" || w == "上年结转") && strings.HasPrefix(s.par[m.end:], "结转")
}

// spentOf makes bonds that are told again with what they are for an earmark of the bonds
// issued, where they are fewer: 新增债券X万元…。新增债券资金Y万元拟用于….
func (s *state) spentOf(i int, d *Draft) {
	if d.Book != budget.Debt || d.Side != budget.Revenue || d.Role == budget.RoleEarmark || !s.forPurpose(i) {
		return
	}
	for k := range s.out {
		f := &s.out[k]
		if f.Subject == d.Subject && f.Level == d.Level && f.Year == d.Year && f.Stage == d.Stage && !f.Delta && f.Amount.GreaterThan(d.Amount) {
			d.Role, d.Parent = budget.RoleEarmark, f.Subject
			return
		}
	}
}

// forPurpose reports whether the amount at item i is followed by what it is for.
func (s *state) forPurpose(i int) bool {
	for j := i + 1; j < len(s.items) && j <= i+3; j++ {
		switch s.items[j].kind {
		case purpose:
			return true
		case spend, text, filler:
		default:
			return false
		}
	}
	return false
}

// sourceOf reports whether a subject cannot be a part of what the list splits, though its
// name stands there: what the classification puts above the whole, or revenue of its own
// among the sources of 调入资金.
func (s *state) sourceOf(sub *lexicon.Subject) bool {
	if s.mode != parts || s.whole < 0 {
		return false
	}
	w := &s.out[s.whole]
	if w.Subject == "调入资金" && sub.Side == budget.Revenue && len(s.frames) == 0 && s.lead <= s.whole {
		return sub.Name == "税收收入" || sub.Name == "非税收入"
	}
	whole, ok := s.r.lex.Subject(w.Subject, w.Book, w.Side)
	return ok && sub.Name != w.Subject && sub.Side == w.Side && sub.Role == budget.RoleComponent && s.r.lex.Below(whole, sub.Name, w.Book)
}

// splitNext reports whether the amount is split at once into parts that the
// classification has of its subject: 争取上级转移支付收入X万元，其中返还性收入Y万元.
func (s *state) splitNext(i int, sub *lexicon.Subject) bool {
	for j := i + 1; j < len(s.items); j++ {
		switch it := &s.items[j]; it.kind {
		case stop, semicolon, amount:
			return false
		case subject:
			part, ok := s.r.lex.Choose(it.term, s.book, sub.Side)
			return ok && part.Parent == sub.Name
		}
	}
	return false
}

// clearing are words before a debt that an amount took away from.
var clearing = []string{"化解", "置换", "偿还", "清偿", "消化", "压降", "压减"}

// repaying are words between bonds and an amount that they repaid.
var repaying = []string{"偿还", "归还", "还本"}

// economic are classes of expenditure by its economic nature (支出经济分类).
var economic = map[string]bool{"工资福利支出": true, "商品和服务支出": true, "对个人和家庭的补助": true, "资本性支出": true, "对企业补助": true,
	"债务利息及费用支出": true, "对社会保障基金补助": true}

// singled reports whether words right before a subject pick some of it out
// (移民资产处置一次性入库税收X万元): the amount is not that of the subject.
func (s *state) singled(m *mention) bool {
	words := s.said(s.clauseStart, m.start)
	words = words[strings.LastIndexAny(words, "；。")+1:]
	at := strings.LastIndex(words, "一次性")
	return at >= 0 && !phrase.Holds(words[at:], "后", "因素", "外")
}
