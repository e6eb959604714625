package clause

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// relativeYear turns the value of a year word into an offset; "period" words
// (1—6月, 上半年) say nothing of the year.
func relativeYear(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0
	}
	return n
}

// word takes a term or unknown text into account.
func (s *state) word(i int) {
	it := &s.items[i]
	p := &s.pend
	switch it.kind {
	case text:
		if s.reaches(i) {
			p.to, p.cue, p.deltaPlan = true, true, true
			return
		}
		if s.mode == parts && strings.HasPrefix(it.word, "另") && len(s.frames) == 0 {
			s.mode, s.whole = plain, -1 // 另下达…: no longer a part
		}
		if len(p.subjects) > 0 && p.textRunes == 0 && (it.word == "预算" || it.word == "目标" || it.word == "预算总额") {
			p.stage, p.stageWord, p.cue = budget.Budgeted, it.word, true // 收入预算X万元
			return
		}
		if s.mode == parts && placeName(it) {
			p.scopes = append(p.scopes, item{kind: scope, start: it.start, end: it.end, word: it.word, level: budget.Part})
			p.textRunes, p.cue = 0, true
			return
		}
		p.textRunes += it.runes
		p.clause += it.runes
		p.deltaText += it.runes
	case subject, side:
		s.named(i)
	case book:
		s.bookWord(i)
	case scope:
		s.scopeWord(i)
	case year:
		s.yearWord(i)
	case relYear:
		if it.value == "period" || it.year == 0 {
			return
		}
		p.yearWord = !p.against
		p.cue = true
	case stage:
		p.stage, p.stageWord = budget.Stage(it.value), it.word
		p.base = 0
		p.cue = true
		p.textRunes = 0
	case add:
		s.mode, s.whole = components, -1
		if len(p.subjects) > 0 {
			s.keepScope() // 区金库收入加上级补助收入…等X万元: a total named without its amount
		}
		s.pend = pending{}
	case among:
		s.amongWord(it)
	case divided:
		s.divide(i)
	case etcetera:
		p.etc = true
	case rise, fall:
		p.base = 0
		p.delta = 1
		if it.kind == fall {
			p.delta = -1
		}
		p.deltaText = 0
		p.deltaPlan = planned(it.word)
		p.cue = true
	case from:
		p.from = true
		p.cue = true
		if strings.Contains(it.word, "年初") {
			p.stage, p.stageWord = budget.Budgeted, it.word
		}
	case to:
		p.to, p.from, p.delta = true, false, 0
		if s.procedural() {
			p.textRunes = 0
		}
		p.deltaPlan = planned(it.word)
		p.cue = true
	case against:
		p.against = true
		p.yearWord = false
		s.compared(it)
	case up, down:
		p.base = 0
		p.growth = 1
		if it.kind == down {
			p.growth = -1
		}
		if !strings.HasPrefix(it.word, "低于") && !strings.HasPrefix(it.word, "高于") {
			p.delta, p.deltaText, p.deltaPlan = p.growth, 0, false
		}
		p.yearWord = false
		if it.value == "average" || strings.Contains(it.word, "预算") {
			p.otherBase = true
		}
	case same:
		p.flat = true
	case share:
		p.share = true
	case hedge:
		p.hedge = it.word
	case spend:
		p.spend = true
	case use:
		p.use = true
		p.subjects, p.textRunes, p.delta = nil, 0, 0
	case refill:
		p.refill = true
		p.subjects, p.textRunes, p.delta = nil, 0, 0
	case ordinal:
		s.ordinalWord()
	case netting:
		s.statement++
		s.mode, s.whole = plain, -1
	case filler:
		if p.use && it.value == "after" {
			p.use, p.closing = false, true // 动用后余额
		}
	case purpose:
		p.textRunes += nearText + 1
		p.clause += nearText + 1
	case ofBudget:
		p.of = ofStage(it.word)
		p.stage, p.stageWord = p.of, it.word
		if p.stage == "" {
			p.stage = budget.Budgeted
		}
		p.ofSaid, p.cue = true, true
		p.textRunes = 0
	case opening:
		p.opening = true
	case closing:
		p.closing = true
	case basis:
		p.basis = it.value
	case noBudget:
		p.noBudget = true
		p.textRunes += utf8.RuneCountInString(it.word)
	}
}

// compared notes what 较年初预算 and 比上年 compare with: an amount right behind
// them is that base itself, not a figure of the year.
func (s *state) compared(it *item) {
	p := &s.pend
	p.base, p.baseStage = 1, ""
	switch {
	case strings.Contains(it.word, "调整预算"), strings.Contains(it.word, "变动预算"):
		p.baseStage = budget.Adjusted
	case strings.Contains(it.word, "上年"), strings.Contains(it.word, "去年"), strings.Contains(it.word, "同期"):
	case strings.Contains(it.word, "预算"):
		p.baseStage = budget.Budgeted
	default:
		p.base = 0
	}
}

// procedural reports whether the clause so far only says who decided: 经…批准,
// 根据…, 执行中….
func (s *state) procedural() bool {
	c := strings.TrimLeft(s.par[s.clauseStart:], " \u3000")
	for _, w := range []string{"经", "根据", "按", "执行中", "年中", "年度中", "拟", "报", "因", "由于"} {
		if strings.HasPrefix(c, w) {
			return true
		}
	}
	return false
}

// reaches reads the 至 of 由甲调增乙至丙: a particle between a change and the
// amount that it leads to.
func (s *state) reaches(i int) bool {
	it := &s.items[i]
	if it.word != "至" && it.word != "到" || i == 0 || i+1 >= len(s.items) || len(s.out) == 0 {
		return false
	}
	return s.items[i-1].kind == amount && s.items[i+1].kind == amount && s.out[len(s.out)-1].Delta
}

// placeName reports whether unknown text is the name of a place in a list by place:
// 其中：东河镇完成X万元.
func placeName(it *item) bool {
	if it.runes < 3 || it.runes > 8 || strings.ContainsAny(it.word, "在由经对向控受报为") {
		return false
	}
	for _, s := range []string{"区", "县", "市", "旗", "镇", "乡", "街道", "苏木"} {
		if strings.HasSuffix(it.word, s) && !strings.HasSuffix(it.word, "地"+s) && !strings.HasSuffix(it.word, "社区") && !strings.HasSuffix(it.word, "小区") {
			return true
		}
	}
	return false
}

// planned reports whether a change word speaks of changing the budget.
func planned(word string) bool {
	return strings.Contains(word, "调") || strings.Contains(word, "追加") || strings.Contains(word, "核减") || strings.Contains(word, "变更") || strings.Contains(word, "变动")
}

// ofStage is the budget that a completion word names, or "".
func ofStage(word string) budget.Stage {
	switch {
	case strings.Contains(word, "调整"), strings.Contains(word, "变动"):
		return budget.Adjusted
	case strings.Contains(word, "年初"):
		return budget.Budgeted
	}
	return ""
}

// ordinalWord begins a new point (一是, 二是): what was pending is over, the list
// of parts goes on.
func (s *state) ordinalWord() {
	s.pend = pending{}
}

// named notes a subject or a bare 收入, 支出.
func (s *state) named(i int) {
	it := &s.items[i]
	p := &s.pend
	if p.textRunes > 0 && len(p.subjects) > 0 && !p.paused {
		p.subjects = p.subjects[:0]
	}
	if sc, ok := s.ownScope(it); ok {
		p.scopes = append(p.scopes, sc)
	}
	m := mention{outside: outsideAccounts(s.par[s.clauseStart:it.start]), term: it.term, raw: it.word, start: it.start, end: it.end, bare: it.kind == side, amongIt: s.mode == parts}
	p.subjects = append(p.subjects, m)
	p.textRunes, p.commas = 0, 0
	p.deltaText = 0
	p.noBudget = false
}

// outsideAccounts reports whether a clause tells of work done on money (争取上级资金,
// 盘活存量, 收回结余) rather than of the accounts.
func outsideAccounts(clause string) bool {
	for _, w := range []string{"争取", "盘活", "收回", "清理"} {
		if strings.Contains(clause, w) {
			return true
		}
	}
	return false
}

// ownScope is the scope that a subject's own words begin with: 区级 in
// 区级对镇级转移支付, 乡镇 in 乡镇从其他资金调入.
func (s *state) ownScope(it *item) (item, bool) {
	for _, sc := range s.meta.Government.Scopes(it.word) {
		rest := it.word[sc.End:]
		if sc.Start == 0 && (strings.HasPrefix(rest, "对") || strings.HasPrefix(rest, "从")) {
			return item{kind: scope, start: it.start, end: it.start + sc.End, word: sc.Word, level: sc.Level}, true
		}
	}
	return item{}, false
}

// listedLabel takes a label that is everyday language elsewhere for a subject where
// it stands alone before a 、 of a list: 其中税收、非税收入分别完成….
func (s *state) listedLabel(i int) {
	if i == 0 || s.items[i-1].kind != text || s.items[i-1].runes > 10 || s.ctx.Policy || s.book == "" {
		return
	}
	if i > 1 && !mark(s.items[i-2].kind) && s.items[i-2].kind != among && s.items[i-2].kind != colon && s.items[i-2].kind != scope {
		return
	}
	it := &s.items[i-1]
	sub, ok := s.r.lex.Subject(it.word, s.book, s.wantSide())
	if !ok || sub.Role != budget.RoleComponent && sub.Role != budget.RoleItem && sub.Role != budget.RoleFunction {
		return
	}
	s.pend.subjects = append(s.pend.subjects, mention{sub: sub, raw: it.word, start: it.start, end: it.end})
	s.pend.textRunes = 0
}

// bookWord notes a book's name that is no subject by itself: 一般公共预算方面.
func (s *state) bookWord(i int) {
	b := budget.Book(s.items[i].value)
	if s.headOfSentence(i) {
		s.book = b
		s.side = ""
		s.cur, s.main, s.whole, s.mode = -1, -1, -1, plain
		return
	}
	s.pend.textRunes += utf8.RuneCountInString(s.items[i].word)
}

// headOfSentence reports whether only scopes, years and stages precede item i
// in its sentence.
func (s *state) headOfSentence(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch s.items[j].kind {
		case stop, semicolon:
			return true
		case scope, year, relYear, stage, comma, pause:
		default:
			return false
		}
	}
	return true
}

func (s *state) scopeWord(i int) {
	it := s.items[i]
	if it.level == budget.Consolidated && strings.HasPrefix(s.scope.word, "全") && it.word != s.scope.word && strings.HasSuffix(s.meta.District, it.word) {
		it.level = budget.Part // 全区X，其中某某区Y: the district's own name beside its whole
	}
	p := &s.pend
	p.scopes = append(p.scopes, it)
	p.textRunes = 0
	p.cue = true
	if !s.numbered && s.firstRef.word == "" && it.level != budget.Part {
		s.firstRef = it // 县级主要支出执行情况： speaks for the list below it
	}
}

// keepScope makes the scope of a figure that of the paragraph. Only a word that
// governs a figure does so: 全域 and 乡镇 in running prose say nothing of figures.
func (s *state) keepScope() {
	n := len(s.pend.scopes)
	if n == 0 || s.mode == parts || len(s.frames) > 0 {
		return // a part's scope is its own
	}
	it := s.pend.scopes[n-1]
	if it.level == budget.Part {
		return
	}
	s.scope = it
	if s.firstRef.word == "" {
		s.firstRef = it
	}
}

func (s *state) yearWord(i int) {
	it := &s.items[i]
	p := &s.pend
	if !s.plausible(it.year) || p.against {
		return
	}
	p.years = append(p.years, it.year)
	if !s.headOfSentence(i) || len(s.frames) > 0 {
		return
	}
	s.sentYear = it.year
	if i == 0 || s.year == 0 || s.sentStart > 0 {
		s.year = it.year
	}
}

// plausible bounds the fiscal years that a report gives figures of.
func (s *state) plausible(y int) bool {
	if s.meta.Year == 0 {
		return y >= 2000 && y <= 2100
	}
	last := s.meta.Year + 1
	return y >= s.meta.Year-3 && y <= last
}

// amongWord opens a list of parts of the last main figure.
func (s *state) amongWord(it *item) {
	s.pend = pending{}
	if s.mode != plain && len(s.frames) == 0 && s.outer == nil && it.start > s.sentStart {
		s.outer = &enclosing{s.mode, s.whole, s.group}
	}
	s.loose = !strings.HasPrefix(it.word, "其中")
	s.mode = parts
	s.group++
	s.whole = s.main
	if !strings.HasPrefix(it.word, "其中") {
		s.whole = s.lastWhole()
	}
	if n := len(s.frames); n > 0 && s.frames[n-1].anchor >= 0 {
		s.whole = s.frames[n-1].anchor
	}
}

// lastWhole is the last figure of the paragraph that is no part of another:
// what 分级次看 and 从部门看 split again.
func (s *state) lastWhole() int {
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Subject == "" || f.Delta || f.Whole != 0 || f.Method == "承前" || f.Role == budget.RoleEarmark || f.Role == budget.RoleFunction {
			continue
		}
		return k
	}
	return -1
}

// divide prepares 甲、乙分别为X、Y: the subjects (or scopes) wait in order.
func (s *state) divide(i int) {
	p := &s.pend
	if len(s.list) > 0 && len(p.subjects) == 0 {
		s.rateQueue = append(s.rateQueue[:0], s.list...)
		s.rateSign = 0
		switch {
		case strings.Contains(s.items[i].word, "增长"):
			s.rateSign = 1
		case strings.Contains(s.items[i].word, "下降"):
			s.rateSign = -1
		}
		return
	}
	if p.growth != 0 || p.against {
		return
	}
	s.list = nil
	n := s.amountsAhead(i)
	switch {
	case len(p.subjects) >= 2 && len(p.subjects) == n:
		s.queue = s.queue[:0]
		for k := range p.subjects {
			s.queue = append(s.queue, queued{m: &p.subjects[k]})
		}
	case len(p.scopes) >= 2 && len(p.scopes) == n && len(p.subjects) == 1:
		s.queue = s.queue[:0]
		for k := range p.scopes {
			s.queue = append(s.queue, queued{m: &p.subjects[0], scope: p.scopes[k]})
		}
	case len(p.years) >= 2 && len(p.years) == n && len(p.subjects) == 1:
		s.queue = s.queue[:0]
		for k := range p.years {
			s.queue = append(s.queue, queued{m: &p.subjects[0], year: p.years[k]})
		}
	}
	s.rateQueue = nil
}

// amountsAhead counts the amounts of the list that follows: numbers parted only
// by pauses, commas and filler.
func (s *state) amountsAhead(i int) int {
	n := 0
	for _, it := range s.items[i+1:] {
		switch it.kind {
		case amount:
			n++
		case pause, comma, filler, hedge, stage:
		case text:
			if it.runes > 1 {
				return n
			}
		default:
			return n
		}
	}
	return n
}

// resolve picks the subject that a mention means here.
func (s *state) resolve(m *mention, want budget.Side) *lexicon.Subject {
	bk := s.book
	if m.sub != nil {
		return m.sub
	}
	if m.bare {
		return s.resolveBare(m)
	}
	if sub, ok := s.contextual(m); ok {
		return sub
	}
	if bk != budget.Debt && s.main >= 0 && s.out[s.main].Book == budget.Debt {
		if sub, ok := s.r.lex.Choose(m.term, budget.Debt, budget.Balance); ok && sub.InBook(budget.Debt) && len(sub.Books) == 1 {
			return sub
		}
	}
	sub, ok := s.r.lex.Choose(m.term, bk, want)
	if !ok && want != "" {
		sub, ok = s.r.lex.Choose(m.term, bk, "")
	}
	if !ok {
		sub, ok = s.r.lex.Choose(m.term, "", want)
	}
	if !ok {
		return nil
	}
	return s.fundFlow(sub, want)
}

// fundFlow reads 预算稳定调节基金 in a list of revenue or expenditure: what was
// drawn from it, or put into it.
func (s *state) fundFlow(sub *lexicon.Subject, want budget.Side) *lexicon.Subject {
	if s.mode == plain || !strings.HasPrefix(sub.Name, "预算稳定调节基金") || sub.Side != budget.Balance {
		return sub
	}
	word := ""
	switch want {
	case budget.Revenue:
		word = "动用预算稳定调节基金"
	case budget.Expenditure:
		word = "安排预算稳定调节基金"
	default:
		return sub
	}
	if flow, ok := s.r.lex.Subject(word, budget.GeneralPublic, want); ok {
		return flow
	}
	return sub
}

// resolveBare reads 收入 and 支出 alone: the fund's, or the book's own total.
func (s *state) resolveBare(m *mention) *lexicon.Subject {
	if s.book == "" || s.book == budget.Debt {
		return nil
	}
	if s.fund != "" {
		if sub, ok := s.r.lex.Subject(s.fund+m.raw, budget.SocialInsurance, ""); ok {
			return sub
		}
	}
	sub, ok := s.r.lex.Subject(m.raw, s.book, "")
	if !ok {
		return nil
	}
	return sub
}
