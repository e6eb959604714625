package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// longProse is the length in bytes from which a paragraph without any number is
// plain prose: shorter ones may introduce a list (县级主要支出情况：).
const longProse = 240

// Read reads one paragraph. carry comes from the paragraph before it in the same
// section and is returned for the next one.
func (r *Reader) Read(par string, ctx outline.Context, meta outline.Meta, carry Carry) ([]Draft, Carry) {
	nums := money.Scan(par)
	if len(nums) == 0 && len(par) > longProse {
		return nil, carry
	}
	s := &r.state
	*s = state{r: r, meta: meta, ctx: ctx, par: par, carry: carry,
		netted: -1, cur: -1, main: -1, whole: -1, function: -1, group: carry.Group, statement: carry.Statement,
		book: ctx.Book, side: ctx.Side, stock: ctx.Stock}
	if s.book == "" {
		s.book = carry.Book
	}
	if s.side == "" && ctx.Book == "" {
		s.side = carry.Side
	}
	s.fund = carry.Fund
	if carry.Scope != "" && strings.HasPrefix(strings.TrimSpace(par), "相应") {
		s.scope = item{kind: scope, word: carry.Scope, level: carry.Level} // 相应安排支出X万元
	}
	if ctx.Scope == "" && carry.Spent.level != "" && splitsSpent(par) {
		s.scope = item{kind: scope, word: carry.Spent.word, level: carry.Spent.level}
	}
	s.cues = cuesOf(par)
	s.items = r.cut(par, nums, meta)
	amounts := 0
	for i := range s.items {
		if s.items[i].kind == amount {
			amounts++
		}
	}
	s.numbered = amounts > 0
	s.out = make([]Draft, 0, amounts)
	s.walk()
	s.settleGrand(0)
	s.settleOwn(0)
	s.doubtCutOff()
	s.doubtUnread()
	s.dropAcross()
	return s.out, s.nextCarry()
}

func (s *state) nextCarry() Carry {
	c := s.carry
	if s.firstRef.word != "" {
		c.Scope, c.Level = s.firstRef.word, s.firstRef.level
	}
	c.Book, c.Statement, c.Group = s.book, s.statement, s.group
	c.Side = s.side
	c.Revised = c.Revised || revised(s.par)
	c.Listing = s.listGoesOn()
	c.Uses = s.usesGoOn()
	if k := s.lastTotal(); k >= 0 {
		total := s.out[k]
		c.Total = &total
	}
	c.Industry = s.byIndustry()
	for k := len(s.out) - 1; k >= 0; k-- {
		if f := &s.out[k]; f.Role == budget.RoleTotal && f.Side == budget.Expenditure && f.Book == s.book && f.Level != budget.Part {
			c.Spent = scoped{f.Scope, f.Level}
			break
		}
	}
	if s.year != 0 {
		c.Year = s.year
	}
	return c
}

// lastTotal is the last figure that is the own total of a book, or was read as one
// inside a wider one, -1 where there is none.
func (s *state) lastTotal() int {
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Delta || f.Side == budget.Balance || f.Subject == "" || f.Level == budget.Part {
			continue
		}
		if sub, ok := s.r.lex.Subject(f.Subject, f.Book, f.Side); ok && sub.Role == budget.RoleTotal {
			return k
		}
	}
	return -1
}

// splitsSpent reports whether a paragraph begins as a list of what the expenditure of
// the paragraph before was for.
func splitsSpent(par string) bool {
	head := par[:min(len(par), 45)]
	return phrase.Holds(head, "主要支出", "重点支出", "支出项目", "支出科目") && strings.ContainsAny(par, "：:")
}

// listGoesOn reports whether the next paragraph may be an item of a list with one
// item a paragraph, which a line like 主要支出项目： opens.
func (s *state) listGoesOn() bool {
	if s.numbered {
		return s.carry.Listing && len(s.out) > 0 && s.out[0].Role == budget.RoleFunction
	}
	end := strings.TrimRight(s.par, " \u3000")
	return (strings.HasSuffix(end, "：") || strings.HasSuffix(end, ":")) && strings.Contains(end, "支出")
}

// byIndustry reports whether the next paragraph may be a point of a list by industry
// or kind of enterprise, which a line like 税收分行业看： opens.
func (s *state) byIndustry() bool {
	t := strings.TrimSpace(s.par)
	if s.numbered {
		return s.carry.Industry && dashed(t)
	}
	return (strings.HasSuffix(t, "：") || strings.HasSuffix(t, ":")) && phrase.Holds(t, "分行业", "按行业", "分产业", "按产业", "分企业", "分经济类型", "分登记注册类型")
}

// dashed reports whether a dash opens a text, as it does the points of lists.
func dashed(t string) bool {
	return strings.HasPrefix(t, "—") || strings.HasPrefix(t, "–") || strings.HasPrefix(t, "-") || strings.HasPrefix(t, "－") || strings.HasPrefix(t, "•") || strings.HasPrefix(t, "·")
}

func (s *state) walk() {
	for i := range s.items {
		s.step(i)
	}
}

// step takes one item into account.
func (s *state) step(i int) {
	it := &s.items[i]
	s.at = i
	switch it.kind {
	case amount:
		s.amount(i)
	case percent:
		s.percent(i)
	case points:
		s.pend.growth = 0
	case stop:
		if s.lead == len(s.out) {
			s.fundBefore(i) // the fund as a heading: （1）甲基金。收入X万元
		}
		s.endSentence(it.end)
	case semicolon:
		s.endClause()
		s.endFull()
		s.leaveInner()
	case comma:
		s.comma(i)
	case pause:
		if s.listDelta != 0 && len(s.out) > 0 && s.out[len(s.out)-1].Delta {
			s.pend.delta = s.listDelta // 调增甲X万元、乙Y万元
		}
		s.listedLabel(i)
		s.pend.paused = true
		s.pend.clause = 0
	case colon:
		s.fundBefore(i)
		s.colon(i)
	case open:
		s.openBracket(i)
	case shut:
		s.closeBracket()
	default:
		s.word(i)
	}
}

func (s *state) endSentence(at int) {
	s.noteTopic()
	s.noteBookTopic()
	s.settleGrand(s.lead)
	s.approval = s.lead < len(s.out) && s.out[len(s.out)-1].Stage == budget.Budgeted && s.approved()
	s.endFunds()
	s.lead = len(s.out)
	s.lostBook, s.quota, s.byLevels = false, nil, false
	if s.scope.level == budget.Lower && s.upper.word != "" {
		s.scope, s.upper = s.upper, item{}
	}
	s.clauseStart = at
	s.endClause()
	if len(s.frames) == 0 {
		if s.mode == parts {
			s.mode = plain
		}
		s.sentYear, s.sentStage = 0, ""
	}
	s.sentStart = at
	s.outer = nil
	if s.headed != nil {
		s.pend.subjects = append(s.pend.subjects, *s.headed)
		s.headed = nil
	}
}

// endClause forgets what was pending; a full stop or a semicolon separates.
func (s *state) endClause() {
	s.flatGrowth()
	s.endFunds()
	s.pend = pending{}
	s.queue, s.rateQueue, s.list, s.listDelta = nil, nil, nil, 0
}

func (s *state) comma(i int) {
	s.flatGrowth()
	s.withinWhole(i)
	s.listDelta = 0
	if s.gaveReason(i) {
		s.pend = pending{} // 因上级补助、新增债券等因素，支出预算调整为X万元
	}
	s.clauseStart = s.items[i].end
	p := &s.pend
	p.clause = 0
	p.commas++
	p.growth, p.share, p.against, p.hedge, p.versus = 0, false, false, "", ""
	if p.delta != 0 {
		p.delta = 0 // 因上级追加等因素，调整后为X万元
	}
	p.spend, p.noBudget, p.from = false, false, false
	p.use, p.refill = false, false
	if len(p.subjects) == 0 {
		if p.stage != "" && p.textRunes > nearText && !p.to && !p.from {
			p.stage, p.stageWord = "", "" // 为弥补年初预算收支缺口，动用X万元: said of something else
		}
		p.textRunes = 0
	}
}

func (s *state) colon(i int) {
	s.withinWhole(i) // 一般公共预算收入中：税收X，非税Y
	if s.pend.spend && len(s.frames) == 0 {
		s.useOfBonds() // 一般债券安排：甲X、乙Y
	}
	s.pend.colon, s.pend.from = true, false
	if strings.HasSuffix(s.pend.stageWord, "情况") {
		s.pend.stage, s.pend.stageWord = "", "" // 收入完成情况：县人大批准的…
	}
	if s.lead == len(s.out) {
		s.keepScope() // 县级主要支出情况：… speaks for the list behind the colon
	}
	s.pend.clause = 0
	if len(s.out) == 0 && len(s.frames) == 0 && len(s.pend.subjects) > 0 && strings.HasSuffix(s.said(s.clauseStart, s.items[s.at].start), "用于") {
		s.pend.subjects, s.carry.Listing = nil, true // 支出主要用于：教育X万元
	}
	if len(s.pend.subjects) > 0 && s.mode != parts && s.pend.textRunes == 0 {
		return // 收入：X万元
	}
	s.pend.textRunes = 0
}

// flatGrowth records 与上年持平 for the last figure.
func (s *state) flatGrowth() {
	if !s.pend.flat || s.cur < 0 {
		return
	}
	f := &s.out[s.cur]
	if !f.Growth.Known {
		f.Growth = budget.Rate{Raw: "持平", Known: true, Step: one}
	}
	s.pend.flat = false
}

func (s *state) openBracket(i int) {
	anchor := -1
	if i > 0 && (s.items[i-1].kind == amount || s.items[i-1].kind == percent) && s.cur >= 0 {
		anchor = s.cur
	}
	s.frames = append(s.frames, frame{pend: s.pend, anchor: anchor, mode: s.mode, group: s.group, whole: s.whole,
		cur: s.cur, main: s.main, loose: s.loose, figures: len(s.out)})
	inside := pending{}
	if n := len(s.pend.subjects); anchor < 0 && n > 0 && i > 0 && s.pend.subjects[n-1].end == s.items[i-1].end {
		inside.subjects = s.pend.subjects[n-1:] // 教育支出（年初预算X万元，调整后Y万元）
	}
	if anchor >= 0 && s.changeBefore(i) {
		f := &s.frames[len(s.frames)-1]
		f.anchor, f.change = -1, true
		inside.delta, inside.deltaPlan = 1, s.ctx.Adjustment
		if s.out[len(s.out)-1].Amount.IsNegative() {
			inside.delta = -1
		}
		s.pend, s.listDelta = inside, inside.delta
		s.mode, s.whole = plain, -1
		return
	}
	s.pend = inside
	if anchor >= 0 {
		s.mode, s.whole = parts, anchor
		s.group++
	}
}

// changeBefore reports whether the amount right before item i is a change: what a
// bracket behind it lists are changes too (增加X万元（甲Y万元、乙Z万元）).
func (s *state) changeBefore(i int) bool {
	n := len(s.out)
	return n > 0 && s.out[n-1].Delta && s.items[i-1].kind == amount && s.out[n-1].To == s.items[i-1].end && s.bareList(i)
}

// bareList reports whether a bracket names subjects at once, without 其中 or another
// word that says how it splits.
func (s *state) bareList(i int) bool {
	return i+1 < len(s.items) && s.items[i+1].kind == subject
}

func (s *state) closeBracket() {
	n := len(s.frames)
	if n == 0 {
		return
	}
	f := s.frames[n-1]
	s.frames = s.frames[:n-1]
	if f.anchor >= 0 && len(s.out) == f.figures && s.pend.basis != "" {
		s.out[f.anchor].Basis = basisName(s.pend.basis)
	}
	if s.pend.flat && f.anchor >= 0 {
		s.cur = f.anchor
		s.flatGrowth()
	}
	if f.anchor < 0 && len(s.out) == f.figures && len(s.pend.scopes) > 0 && s.pend.textRunes == 0 && len(f.pend.scopes) == 0 {
		f.pend.scopes = s.pend.scopes // “三公”经费（县级）：X万元
	}
	if n := len(s.pend.subjects); f.anchor < 0 && len(s.out) == f.figures && n > 0 && len(f.pend.subjects) > 1 && s.pend.textRunes == 0 &&
		s.pend.subjects[n-1].start > f.pend.subjects[len(f.pend.subjects)-1].start {
		f.pend.subjects = s.pend.subjects[n-1:] // 因公出国费、公务接待费、公务用车费（“三公”经费）X万元
	}
	if f.anchor < 0 && s.pend.basis != "" {
		f.pend.basis = s.pend.basis // 收入（同口径）完成X万元
	}
	s.pend, s.mode, s.whole, s.cur = f.pend, f.mode, f.whole, f.cur
	s.loose = f.loose
	if f.anchor >= 0 {
		s.main = f.main
	}
	if f.change {
		s.listDelta = 0
		return
	}
	if f.anchor < 0 && len(s.out) > f.figures {
		s.pend = pending{}
		s.cur = len(s.out) - 1
	}
}
