package clause

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

var one = decimal.NewFromInt(1)

// nearText is how many unknown characters may stand between a subject and its
// amount: particles that no list of words exhausts, never a clause of its own.
const nearText = 2

// amount attributes one amount, or keeps it as a policy mention.
func (s *state) amount(i int) {
	it := &s.items[i]
	d := Draft{Figure: amountOf(it.num), From: it.start, To: it.end, QuoteFrom: s.sentStart}
	d.Hedge, d.Problem = s.hedgeOf(i), it.num.Problem
	d.Role = budget.RolePolicy
	how := s.attribute(i, &d)
	d.Method = how
	if how == "" {
		d.Near = s.candidates()
		s.out = append(s.out, d)
		s.cur, s.list = -1, nil // what follows may speak of this amount
		if s.mode == plain && len(s.frames) == 0 {
			s.main = -1
		}
		s.leaveOpen()
		s.forget()
		return
	}
	s.out = append(s.out, d)
	s.settle(len(s.out)-1, how)
	s.forget()
}

// forget clears what the amount has used up. A list goes on with its comma.
func (s *state) forget() {
	q := s.queue
	s.pend = pending{}
	s.queue = q
}

func (s *state) candidates() []string {
	var out []string
	for k := range s.pend.subjects {
		if sub := s.resolve(&s.pend.subjects[k], s.side); sub != nil {
			out = append(out, sub.Name)
		}
	}
	return out
}

// attribute tries the readings from the surest to the weakest and returns the
// name of the one that held.
func (s *state) attribute(i int, d *Draft) string {
	if s.ctx.Glossary {
		return ""
	}
	p := &s.pend
	if len(s.queue) > 0 {
		return s.fromQueue(d)
	}
	if p.noBudget && p.clause > 0 {
		return ""
	}
	for _, try := range []func(int, *Draft) string{s.change, s.stockMove, s.directly, s.topical, s.carried, s.byScope, s.reserveUse, s.following, s.earmark, s.unknownLabel} {
		if how := try(i, d); how != "" {
			return how
		}
	}
	return ""
}

// fromQueue takes the next subject of a 分别为 list.
func (s *state) fromQueue(d *Draft) string {
	q := s.queue[0]
	s.queue = s.queue[1:]
	sub := s.resolve(q.m, s.side)
	if sub == nil || !s.allowed(sub) {
		return ""
	}
	if q.scope.word != "" {
		s.pend.scopes = []item{q.scope}
	}
	if q.year != 0 {
		s.pend.years = []int{q.year}
	}
	s.fill(d, sub, q.m.raw)
	s.list = append(s.list, len(s.out))
	return "分别"
}

// allowed keeps the chapters on policy work out: there only a book's own total
// is taken for a budget figure.
func (s *state) allowed(sub *lexicon.Subject) bool {
	if !s.ctx.Policy {
		return true
	}
	return sub.Role == budget.RoleTotal || sub.Role == budget.RoleGrandTotal
}

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
	if n >= 2 && p.paused && s.sameListTail() {
		switch {
		case s.bothSides(m):
			m = &p.subjects[n-2]
		case !s.sumAndPart(m):
			return ""
		}
	}
	if m.bare && s.ctx.Policy {
		return ""
	}
	if label, ok := s.glued(m); ok {
		return s.labelled(d, label)
	}
	sub := s.resolve(m, s.wantSide())
	if sub == nil || !s.allowed(sub) || m.outside && sub.Role != budget.RoleTotal && sub.Role != budget.RoleFunction && !sub.InBook(budget.Debt) {
		return ""
	}
	if p.spend && !p.cue && s.ctx.Stage != budget.Budgeted && sub.Role == budget.RoleFunction && s.function >= 0 &&
		s.out[s.function].Subject == sub.Name && p.commas > 0 {
		return "" // 教育支出，安排X万元 after its own figure is an earmark
	}
	s.fill(d, sub, m.raw)
	if p.delta != 0 && p.deltaText <= nearText {
		s.asChange(d)
	}
	return "科目"
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

// sameListTail reports whether the last subjects stand in one 、 list with no
// amount between them: the amount then belongs to all of them together.
func (s *state) sameListTail() bool {
	p := &s.pend
	n := len(p.subjects)
	a, b := p.subjects[n-2], p.subjects[n-1]
	between := s.par[a.end:b.start]
	return between == "、" || between == "和" || between == "及" || between == "以及" || between == "与"
}

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
		if sub == nil || (sub.Role != budget.RoleComponent && sub.Role != budget.RoleSubtotal) || sub.Name == "税收收入" || sub.Name == "非税收入" {
			return ""
		}
		if sd != "" && sub.Side != sd {
			return ""
		}
		sd = sub.Side
		names = append(names, sub.Name)
	}
	listing := s.mode == components || p.etc || s.mode == parts && s.whole >= 0 && s.out[s.whole].Role == budget.RoleGrandTotal
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
	s.fill(d, sub, s.par[p.subjects[0].start:p.subjects[len(p.subjects)-1].end])
	d.Role, d.Listed = budget.RoleLump, names
	return "合列"
}

// wantSide is the side that an ambiguous word takes: that of the figure being
// split, else that of the statement, else that of the last figure.
func (s *state) wantSide() budget.Side {
	switch {
	case s.mode == parts && s.whole >= 0 && s.out[s.whole].Side != budget.Balance:
		return s.out[s.whole].Side
	case s.side != "":
		return s.side
	case s.main >= 0 && s.out[s.main].Side != budget.Balance:
		return s.out[s.main].Side
	}
	return ""
}

// carried reads an amount that repeats the subject before it at another stage
// or year: 年初预算X万元，调整后Y万元；上年同期Z万元.
func (s *state) carried(i int, d *Draft) string {
	p := &s.pend
	if s.cur < 0 || p.textRunes > nearText || len(p.subjects) > 0 {
		return ""
	}
	if p.base == 1 && p.delta == 0 && p.growth == 0 {
		return s.comparedBase(d)
	}
	stageCue := p.stage != "" || p.to || p.from && (s.ctx.Adjustment || p.yearWord)
	if !stageCue && !p.yearWord {
		return ""
	}
	base := &s.out[s.cur]
	if base.Subject == "" || s.ctx.Policy && base.Role == budget.RolePolicy {
		return ""
	}
	s.copySubject(d, base)
	s.place(d)
	if len(p.scopes) == 0 {
		d.Scope, d.Level = base.Scope, base.Level
	}
	if len(p.years) == 0 && !p.yearWord {
		d.Year = base.Year
	}
	if d.Stage == budget.Adjusted && strings.Contains(p.stageWord, "变动") && s.adjustedBefore(d) {
		d.Basis = "变动预算" // 调整预算数X，变动预算数Y: two steps of one stage
	}
	if p.stage == budget.Budgeted && d.Year < base.Year && !p.yearWord {
		d.Year = base.Year
	}
	return "承前"
}

// adjustedBefore reports whether the sentence already gave an adjusted figure of
// the subject.
func (s *state) adjustedBefore(d *Draft) bool {
	for k := s.lead; k < len(s.out); k++ {
		if f := &s.out[k]; f.Subject == d.Subject && f.Stage == budget.Adjusted && !f.Delta {
			return true
		}
	}
	return false
}

// comparedBase reads the base of a comparison: 较年初预算X万元, 比上年Y万元.
func (s *state) comparedBase(d *Draft) string {
	base := &s.out[s.cur]
	if base.Subject == "" || s.ctx.Policy && base.Role == budget.RolePolicy {
		return ""
	}
	s.copySubject(d, base)
	s.place(d)
	d.Scope, d.Level, d.Year, d.Stage = base.Scope, base.Level, base.Year, s.pend.baseStage
	if d.Stage == "" {
		d.Year--
		d.Stage = s.stageFor(d.Year)
		if d.Stage == budget.Budgeted {
			d.Stage = s.meta.ReportStage()
		}
	}
	return "比较基数"
}

// copySubject makes d a further figure of what base measures.
func (s *state) copySubject(d *Draft, base *Draft) {
	d.Book, d.Side = base.Book, base.Side
	d.Subject, d.Code, d.SubjectRaw, d.Parent, d.Role = base.Subject, base.Code, base.SubjectRaw, base.Parent, base.Role
	d.Basis = base.Basis
}

// byScope reads a part that names only its scope: 其中区本级X万元,（区金库Y万元）.
func (s *state) byScope(i int, d *Draft) string {
	p := &s.pend
	if s.mode != parts || s.whole < 0 || len(p.scopes) == 0 || s.ctx.Policy {
		return ""
	}
	if p.textRunes > nearText && len(s.frames) == 0 {
		return ""
	}
	s.copySubject(d, &s.out[s.whole])
	s.place(d)
	d.Year, d.Stage = s.out[s.whole].Year, s.out[s.whole].Stage
	d.Role, d.Parent = budget.RolePart, ""
	s.tie(d)
	return "分口径"
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

// following reads an amount that stands before its subject: X万元为税收收入.
func (s *state) following(i int, d *Draft) string {
	if len(s.pend.subjects) > 0 || s.ctx.Policy || i+2 >= len(s.items) {
		return ""
	}
	j := i + 1
	link := s.items[j]
	if link.kind != filler && link.kind != text || link.word != "为" && link.word != "是" && link.word != "系" && link.word != "属于" && link.word != "来自" && link.word != "的" {
		return ""
	}
	next := s.items[j+1]
	if next.kind != subject || j+2 < len(s.items) && !mark(s.items[j+2].kind) {
		return ""
	}
	m := mention{term: next.term, raw: next.word, start: next.start, end: next.end}
	sub := s.resolve(&m, s.side)
	if sub == nil {
		return ""
	}
	s.items[j+1].kind = filler // it has its amount
	s.fill(d, sub, m.raw)
	return "后置科目"
}

func mark(k kind) bool {
	return k == comma || k == pause || k == stop || k == semicolon || k == shut
}

// earmark reads 安排X万元 for a purpose inside a functional class or bond quota.
func (s *state) earmark(i int, d *Draft) string {
	if s.byProject() {
		return s.asEarmark(d)
	}
	if s.pend.delta != 0 || !s.pend.spend || s.function < 0 || s.ctx.Policy {
		return ""
	}
	return s.asEarmark(d)
}

// byProject reports whether the amount is one of the projects that newly issued
// bonds are spent on: 新增专项债券X万元，用于3个项目，分别是：甲工程Y万元.
func (s *state) byProject() bool {
	if s.function < s.lead || s.out[s.function].Book != budget.Debt || len(s.pend.subjects) > 0 || s.ctx.Policy || s.pend.noBudget {
		return false
	}
	if s.mode == parts {
		return true
	}
	since := s.par[s.out[s.function].To:s.items[s.at].start]
	return strings.Contains(since, "用于") || strings.Contains(since, "分别是") || strings.Contains(since, "分别为") || strings.Contains(since, "包括")
}

func (s *state) asEarmark(d *Draft) string {
	base := &s.out[s.function]
	s.copySubject(d, base)
	d.Role, d.Parent = budget.RoleEarmark, base.Subject
	d.Scope, d.Level, d.Year, d.Stage = base.Scope, base.Level, base.Year, base.Stage
	d.Whole = s.function + 1
	return "专项安排"
}
