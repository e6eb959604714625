package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// carried reads an amount that repeats the subject before it at another stage
// or year: 年初预算X万元，调整后Y万元；上年同期Z万元.
func (s *state) carried(i int, d *Draft) string {
	p := &s.pend
	if p.textRunes > nearText || len(p.subjects) > 0 {
		return ""
	}
	if s.afterChange() {
		s.fill(d, s.changed.sub, s.changed.raw)
		return "承前"
	}
	if s.cur < 0 {
		return ""
	}
	if p.against {
		s.cur = s.comparedFigure(i)
	}
	if p.base == 1 && p.delta == 0 && p.growth == 0 {
		return s.comparedBase(d)
	}
	if p.baseYear != 0 && p.against && p.delta == 0 && p.growth == 0 {
		return s.comparedYear(d)
	}
	stageCue := p.stage != "" || p.to || p.from && (s.ctx.Adjustment || p.yearWord)
	base := &s.out[s.cur]
	done := s.doneAfterPlan(i) || s.surpassed(i)
	if !stageCue && !p.yearWord && !done {
		return ""
	}
	if base.Subject == "" || s.ctx.Policy && base.Role == budget.RolePolicy {
		return ""
	}
	s.copySubject(d, base)
	if s.pend.to && d.Basis == budget.BasisLastAdjustment {
		d.Basis = "" // 由X调整为Y: Y is what the present one sets
	}
	s.place(d)
	if done {
		d.Stage = s.meta.ReportStage()
	}
	if len(p.scopes) == 0 {
		d.Scope, d.Level = base.Scope, base.Level
	}
	if len(p.years) == 0 && !p.yearWord {
		d.Year = base.Year
		if p.to && s.ofLastYear(base) {
			d.Year, d.Stage = base.Year+1, s.stageFor(base.Year+1) // 由上年的X增加到Y
		}
	}
	if d.Stage == budget.Adjusted && strings.Contains(p.stageWord, "变动") && s.adjustedBefore(d) {
		d.Basis = "变动预算" // 调整预算数X，变动预算数Y: two steps of one stage
	}
	if strings.Contains(s.said(s.clauseStart, d.From), "全年预算") && base.Stage == budget.Budgeted && base.Year == d.Year && !base.Amount.Equal(d.Amount) {
		d.Stage = budget.Adjusted // 年初预算X万元，追加Y万元，全年预算为Z万元
	}
	if p.stage == budget.Budgeted && d.Year < base.Year && !p.yearWord {
		d.Year = base.Year
	}
	if p.against && p.lastYear && !p.yearWord && p.stage != "" {
		d.Year = base.Year - 1 // 较上年决算X万元
		return baseMethod
	}
	return "承前"
}

// ofLastYear reports whether the words right before a figure say that it is of the year
// before the one told of.
func (s *state) ofLastYear(f *Draft) bool {
	before := strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(s.par[:f.From]), "的"), " ")
	return f.Year == s.yearOf()-1 && phrase.Ends(before, "上年", "去年", "上年同期", "去年同期", "上年度", "上年决算数", "上年完成数", "上年执行数")
}

// yearOf is the year of the sentence where no word names another.
func (s *state) yearOf() int {
	switch {
	case s.sentYear != 0:
		return s.sentYear
	case s.year != 0:
		return s.year
	}
	return s.ctx.Year
}

// afterChange reports whether the amount is what a change just named leads to:
// 教育支出追加X万元，调整为Y万元.
func (s *state) afterChange() bool {
	last := len(s.out) - 1
	if s.changed.sub == nil || s.changed.at < s.lead || s.changed.at > last || !s.out[s.changed.at].Delta || s.mode == components {
		return false
	}
	before := &s.out[last]
	if started := s.changed.at == last-1 && before.Method == "承前" && before.Stage == budget.Budgeted; s.changed.at != last && !started {
		return false // 收入增加X，由Y调整为Z
	}
	p := &s.pend
	to := p.to
	switch strings.Trim(s.said(before.To, s.items[s.at].start), "，, ") {
	case "为", // 结转下年减少X万元，为Y万元
		"预计全年完成", "全年预计完成", "预计完成", "预计全年实现", "全年预计实现":
		to = true // 较年初预算短收X万元，预计全年完成Y万元
	}
	return p.delta == 0 && (to || p.from && s.ctx.Adjustment || p.stage == budget.Adjusted)
}

// doneAfterPlan reports 年初预算X万元，全年完成Y万元: what became of the budget that
// this sentence has just given.
func (s *state) doneAfterPlan(i int) bool {
	base := &s.out[s.cur]
	if s.cur < s.lead || base.Stage != budget.Budgeted && base.Stage != budget.Adjusted || s.pend.delta != 0 || s.pend.stage != "" {
		return false
	}
	j := i - 1
	for j > 0 && s.items[j].kind == hedge {
		j--
	}
	return j >= 0 && s.items[j].kind == filler && s.items[j].value == "execution" && base.Year == s.meta.Year
}

// surpassed reports the amount behind a round one that it went beyond: 收入突破50亿元，达到
// 50.3亿元.
func (s *state) surpassed(i int) bool {
	if s.cur < s.lead || s.cur != len(s.out)-1 || s.out[s.cur].Hedge == "" || s.pend.delta != 0 {
		return false
	}
	said := strings.Trim(s.said(s.out[s.cur].To, s.items[i].start), "，, 大关")
	return said == "达到" || said == "达" || said == "实际达到" || said == "完成"
}

// carriedOut reports whether 实际支出, 全年收入 or 支出决算 says no subject but what became
// of the one before: the budget of it that the sentence has just given, or its name
// right before (教育支出实际支出X万元).
func (s *state) carriedOut(i int) bool {
	it, p := &s.items[i], &s.pend
	if it.kind != side || i == 0 {
		return false
	}
	if n := len(p.subjects); n > 0 && p.subjects[n-1].end == it.start && strings.HasSuffix(p.subjects[n-1].raw, "决算") {
		return true // “三公”经费决算支出X万元
	}
	if n := len(p.subjects); n > 0 && s.items[i-1].kind == stage && p.subjects[n-1].end == s.items[i-1].start && !p.subjects[n-1].bare {
		sub := s.resolve(&p.subjects[n-1], s.side)
		return sub != nil && lexicon.SideSuffix(sub.Side) == it.word // 公务接待费决算支出X万元
	}
	if s.spentForClass(i) {
		return true
	}
	if s.items[i-1].word != "实际" && s.items[i-1].word != "全年" && (len(p.subjects) > 0 || i+1 >= len(s.items) || s.items[i+1].kind != stage && !strings.HasPrefix(s.items[i+1].word, "决算")) {
		return false
	}
	if n := len(p.subjects); n > 0 {
		return i > 1 && p.subjects[n-1].end == s.items[i-2].end && strings.HasSuffix(p.subjects[n-1].raw, it.word)
	}
	if s.cur < s.lead {
		return false
	}
	base := &s.out[s.cur]
	planned := base.Stage == budget.Budgeted || base.Stage == budget.Adjusted
	return planned && it.word == lexicon.SideSuffix(base.Side)
}

// spentForClass reports 决算支出 and 当年支出 behind the budget of a functional class: what was
// spent for it, not the expenditure of the book.
func (s *state) spentForClass(i int) bool {
	if s.cur < s.lead || s.cur < 0 || len(s.pend.subjects) > 0 {
		return false
	}
	base, word := &s.out[s.cur], s.items[i].word
	own := word == "当年支出" || word == "本年支出" || word == "支出" && strings.HasPrefix(s.items[i-1].word, "决算")
	return own && base.Role == budget.RoleFunction && (base.Stage == budget.Budgeted || base.Stage == budget.Adjusted)
}

// sameInBase reports whether a bare 收入 or 支出 behind a comparison only repeats what is
// compared: 公务接待费X万元，比上年累计支出Y万元减少Z万元.
func (s *state) sameInBase(i int) bool {
	it, p := &s.items[i], &s.pend
	return it.kind == side && p.base == 1 && len(p.subjects) == 0 && s.cur >= s.lead && s.cur >= 0 && it.word == lexicon.SideSuffix(s.out[s.cur].Side)
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
	if s.pend.baseLast {
		d.Year--
	}
	if d.Stage == "" {
		d.Year--
		d.Stage = s.stageFor(d.Year)
		if d.Stage == budget.Budgeted {
			d.Stage = s.meta.ReportStage()
		}
	}
	return baseMethod
}

// comparedYear reads the base of a comparison with a year that is named: 比2022年决算数
// X万元增加Y万元.
func (s *state) comparedYear(d *Draft) string {
	p, base := &s.pend, &s.out[s.cur]
	if base.Subject == "" || s.ctx.Policy && base.Role == budget.RolePolicy {
		return ""
	}
	s.copySubject(d, base)
	s.place(d)
	d.Scope, d.Level, d.Year, d.Stage = base.Scope, base.Level, p.baseYear, p.stage
	if d.Stage == "" {
		d.Stage = s.stageFor(d.Year)
	}
	if d.Stage == budget.Budgeted && p.stage == "" {
		d.Stage = s.meta.ReportStage()
	}
	return baseMethod
}

// ratedBase reads the budget that a completion rate is measured by, where the sentence
// says whose it is: 收入完成X万元，完成区人大常委会批准收入调整预算Y万元的99.7%.
func (s *state) ratedBase(i int, d *Draft) string {
	p := &s.pend
	if s.cur < s.lead || s.cur < 0 || p.stage != budget.Budgeted && p.stage != budget.Adjusted || p.delta != 0 || !s.rateBehind(i) {
		return ""
	}
	base := &s.out[s.cur]
	if base.Subject == "" || base.Delta || len(p.subjects) != 1 || !p.subjects[0].bare || p.subjects[0].raw != lexicon.SideSuffix(base.Side) {
		return ""
	}
	s.copySubject(d, base)
	s.place(d)
	d.Scope, d.Level, d.Year, d.Stage = base.Scope, base.Level, base.Year, p.stage
	return baseMethod
}

// rateBehind reports whether 的 and a percentage follow item i.
func (s *state) rateBehind(i int) bool {
	return i+2 < len(s.items) && s.items[i+1].word == "的" && s.items[i+2].kind == percent
}

// copySubject makes d a further figure of what base measures.
func (s *state) copySubject(d *Draft, base *Draft) {
	d.Book, d.Side = base.Book, base.Side
	d.Subject, d.Code, d.SubjectRaw, d.Parent, d.Role = base.Subject, base.Code, base.SubjectRaw, base.Parent, base.Role
	d.Basis = base.Basis
	if s.pend.to && d.Role == budget.RoleOpening {
		d.Role = budget.RoleClosing // 余额由年初的X万元增加到Y万元
	}
}
