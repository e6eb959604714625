package clause

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
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
		afterYear := i > 0 && s.items[i-1].kind == year // 2024年预算X万元
		if (len(p.subjects) > 0 || afterYear) && p.textRunes == 0 && (it.word == "预算" || afterYear && (it.word == "计划" || it.word == "预算的") || it.word == "目标" || it.word == "考核目标" || it.word == "预算总额") {
			p.stage, p.stageWord, p.cue = budget.Budgeted, it.word, true // 收入预算X万元
			return
		}
		if i > 0 && strings.HasSuffix(s.items[i-1].word, "批准") && (it.word == "的预算" || it.word == "预算" || it.word == "的预算数") {
			p.stage, p.stageWord, p.cue = budget.Budgeted, it.word, true // 县人代会批准的预算为X万元
			return
		}
		if s.mode == parts && s.lowerUnit(i) {
			p.scopes = append(p.scopes, item{kind: scope, start: it.start, end: it.end, word: it.word, level: budget.Lower})
			p.textRunes, p.cue = 0, true
			return
		}
		if s.mode == parts && placeName(it) {
			p.scopes = append(p.scopes, item{kind: scope, start: it.start, end: it.end, word: it.word, level: budget.Part})
			p.textRunes, p.cue = 0, true
			return
		}
		if s.decider(i) {
			return // 年初县人代会批准的预算为X万元: who decided says nothing of the amount
		}
		p.textRunes += it.runes
		p.clause += it.runes
		p.deltaText += it.runes
	case subject, side:
		if s.carriedOut(i) {
			if i == 0 || s.items[i-1].kind != stage {
				p.stage, p.stageWord = s.meta.ReportStage(), it.word
			}
			p.cue = true
			if i+1 < len(s.items) && strings.HasPrefix(s.items[i+1].word, "决算") {
				p.stage = budget.Final
			}
			p.textRunes = 0
			return
		}
		if s.sameInBase(i) {
			p.textRunes = 0
			return
		}
		s.named(i)
		if strings.HasSuffix(it.word, "经费预算") {
			p.stage, p.stageWord, p.cue = budget.Budgeted, "预算", true // “三公”经费预算X万元，执行Y万元
		}
	case book:
		s.bookWord(i)
	case scope:
		s.scopeWord(i)
	case year:
		s.yearWord(i)
	case relYear:
		if it.year == 0 {
			return
		}
		p.yearWord = !p.against && !s.besideYear(i)
		p.cue = true
	case stage:
		if s.comparedWith(i) {
			p.against, p.versus, p.yearWord = true, it.word, false // 与执行数相比增加X万元
			return
		}
		if p.against || i > 0 && (strings.HasSuffix(s.items[i-1].word, "较") || strings.HasSuffix(s.items[i-1].word, "比")) {
			p.versus = it.word
		}
		p.stage, p.stageWord = budget.Stage(it.value), it.word
		p.base = 0
		p.cue = true
		p.textRunes = 0
	case add:
		if s.lessBy(i) {
			p.delta, p.deltaText, p.cue = -1, 0, true
			return
		}
		if it.value == "subtract" && s.cur >= s.lead && s.cur >= 0 && s.out[s.cur].Subject == "结转下年" {
			s.leftOver() // 滚存结余X万元，减：结转下年Y万元，净结余Z万元
		}
		s.mode, s.whole = components, -1
		if n := len(p.subjects); n > 0 {
			if p.subjects[n-1].bare && p.subjects[n-1].term != nil {
				s.side = budget.Side(p.subjects[n-1].term.Value) // 支出加上解支出X万元…，总计Y万元
			}
			s.keepScope() // 区金库收入加上级补助收入…等X万元: a total named without its amount
		} else {
			s.sideOfMain()
		}
		s.pend = pending{}
	case among:
		s.amongWord(it)
	case divided:
		s.divide(i)
	case etcetera:
		p.etc = true
	case rise, fall:
		if i > 0 && s.items[i-1].kind == amount && strings.HasSuffix(it.word, "为") {
			p.to, p.cue, p.deltaPlan = true, true, true // 由X万元调增为Y万元
			return
		}
		if s.leadsTo(i) {
			p.to, p.from, p.delta, p.deltaPlan, p.cue = true, false, 0, planned(it.word), true
			return
		}
		if strings.HasPrefix(s.par[it.end:], "后") {
			p.stage, p.stageWord, p.cue = s.ctx.Stage, it.word, true // 新增后，限额为X万元: what it leads to
			return
		}
		if i+1 < len(s.items) && s.items[i+1].kind == amount {
			s.listedLabel(i) // 税收增加X万元
		}
		p.base = 0
		p.versus += it.word
		p.delta = 1
		if it.kind == fall {
			p.delta = -1
		}
		p.deltaText = 0
		p.deltaPlan = planned(it.word)
		p.cue = true
	case from:
		s.listedLabel(i) // 税收由X万元调至Y万元
		p.from = true
		p.cue = true
		if p.stage == budget.Adjusted {
			p.stage, p.stageWord = "", "" // 调整后，收入由X变为Y: said of Y
		}
		if strings.Contains(it.word, "年初") {
			p.stage, p.stageWord = budget.Budgeted, it.word
		}
	case to:
		p.to, p.from, p.delta = true, false, 0
		if s.procedural() {
			p.textRunes = 0
		}
		s.dropCauses(i)
		p.deltaPlan = planned(it.word)
		p.cue = true
	case against:
		p.against = true
		p.versus = it.word
		p.yearWord = false
		s.compared(it)
	case up, down:
		s.listedLabel(i) // 税收增长4.2%，入库X万元
		p.base = 0
		p.growth = 1
		if it.kind == down {
			p.growth = -1
		}
		p.versus += it.word
		if !strings.HasPrefix(it.word, "低于") && !strings.HasPrefix(it.word, "高于") {
			p.delta, p.deltaText, p.deltaPlan = p.growth, 0, false
		}
		p.yearWord = false
		if it.value == "average" || strings.Contains(it.word, "预算") {
			p.otherBase = true
		}
	case same:
		p.flat = true
		if len(s.rateQueue) > 0 {
			s.rateQueue = s.rateQueue[1:] // 分别增长X、持平、增长Y
		}
	case share:
		p.share = true
	case hedge:
		p.hedge = it.word
	case spend:
		p.spend = true
		if s.ctx.Stock && it.word == "安排" && len(p.subjects) == 0 && p.textRunes == 0 {
			p.refill = true // 年末安排X万元
		}
	case use:
		p.use = true
		p.subjects, p.textRunes, p.delta = nil, 0, 0
	case refill:
		p.refill = true
		p.subjects, p.textRunes, p.delta = nil, 0, 0
	case ordinal:
		s.ordinalWord()
	case netting:
		s.netted = s.lastExpended()
		s.statement++
		s.mode, s.whole = plain, -1
	case filler:
		if it.word == "调整" && i > 0 && s.items[i-1].kind == amount && i+1 < len(s.items) && s.items[i+1].kind == amount {
			p.to, p.from, p.delta, p.deltaPlan, p.cue = true, false, 0, true, true // 由X万元调整Y万元
			return
		}
		if s.arrives(i) {
			p.to, p.delta, p.cue = true, 0, true
			return
		}
		if (p.use || p.refill) && it.value == "after" {
			p.use, p.refill, p.closing = false, false, true // 动用后余额, 补充后余额
		}
		if strings.HasPrefix(it.word, "决算") {
			p.stage, p.stageWord = budget.Final, it.word // 决算为X万元
		}
		if it.value == "period" {
			p.several = true
		}
	case purpose:
		s.useOfBonds()
		p.textRunes += nearText + 1
		p.clause += nearText + 1
	case ofBudget:
		p.of = ofStage(it.word)
		if p.of == "" {
			p.of = s.meta.Plan
		}
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
		p.noBudget, p.each = true, phrase.Holds(it.word, eachWords...)
		p.textRunes += utf8.RuneCountInString(it.word)
	}
}

// lowerUnit reports the 镇 or 乡 of 其中街道支出X万元、镇支出Y万元 in a report of a
// government above them.
func (s *state) lowerUnit(i int) bool {
	it := &s.items[i]
	if it.word != "镇" && it.word != "乡" || i+1 >= len(s.items) || s.items[i+1].kind != side || s.items[i+1].start != it.end {
		return false
	}
	return s.meta.Government != '镇' && s.meta.Government != '乡'
}

// sideOfMain takes the side of the revenue or expenditure that this sentence adds to.
func (s *state) sideOfMain() {
	if s.main < s.lead || s.main < 0 {
		return
	}
	if f := &s.out[s.main]; f.Whole == 0 && f.Side != budget.Balance && f.Book != budget.Debt && f.Parent == "" {
		s.side = f.Side
	}
}

// ordinalWord begins a new point (一是, 二是): what was pending is over, the list
// of parts goes on.
func (s *state) ordinalWord() {
	s.pend = pending{}
}

// lessBy reports 减 before the amount of a change: 由X万元调至Y万元，减Z万元.
func (s *state) lessBy(i int) bool {
	return s.items[i].word == "减" && i+1 < len(s.items) && s.items[i+1].kind == amount && s.cur >= s.lead && s.cur >= 0 && len(s.pend.subjects) == 0
}
