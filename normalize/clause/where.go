package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/normalize/outline"
)

func (s *state) scopeWord(i int) {
	it := s.items[i]
	if i+1 < len(s.items) && it.word == "下级" && s.items[i+1].kind == open {
		return // 补助下级（某某镇）支出: who receives it
	}
	if i > 0 && it.level == budget.Lower && s.items[i-1].kind == text && s.items[i-1].end == it.start && counted(s.items[i-1].word) {
		it.start, it.word = s.items[i-1].start, strings.TrimSpace(s.items[i-1].word)+it.word // 四|乡镇
	}
	if s.worksName(i) {
		s.pend.textRunes += utf8.RuneCountInString(it.word)
		return
	}
	if s.receives(i) {
		s.noteReceiver(i)
		return
	}
	if i > 0 && it.level == budget.Lower && s.mode == parts && s.items[i-1].kind == text && s.items[i-1].end == it.start && s.items[i-1].runes <= 4 {
		name := item{word: s.items[i-1].word + it.word, runes: s.items[i-1].runes + 2}
		if placeName(&name) { // 望河|街道
			it.start, it.word, it.level = s.items[i-1].start, name.word, budget.Part
		}
	}
	if it.level == budget.Consolidated && strings.HasPrefix(s.scope.word, "全") && it.word != s.scope.word && strings.HasSuffix(s.meta.District, it.word) {
		it.level = budget.Part // 全区X，其中某某区Y: the district's own name beside its whole
	}
	p := &s.pend
	if s.setsOff(i) {
		p.textRunes, p.cue = 0, true
		return
	}
	p.scopes = append(p.scopes, it)
	p.textRunes = 0
	p.cue = true
	if s.firstRef.word == "" && s.introduces(&it) {
		s.firstRef = it // 县级主要支出执行情况： speaks for the list below it
	}
}

// setsOff reports 本级财政收入 below a heading that speaks of all levels, where no total of
// theirs stands before it: the word sets it off from transfers.
func (s *state) setsOff(i int) bool {
	if s.items[i].word != "本级财政" || !strings.HasPrefix(s.ctx.Scope, "全") || len(s.out) > 0 || s.ctx.Level != budget.Consolidated {
		return false
	}
	return i+1 < len(s.items) && s.items[i+1].kind == side && (i == 0 || mark(s.items[i-1].kind) || s.items[i-1].kind == text)
}

// introduces reports whether a paragraph without amounts that names a scope speaks for
// what stands below it: a line does, prose names all levels.
func (s *state) introduces(it *item) bool {
	return !s.numbered && !s.ctx.Policy && it.level != budget.Part && (outline.ShortLine(s.par) || endsWith(strings.TrimSpace(s.par), []string{"：", ":"}))
}

// counted reports whether a text is nothing but a number of things: 四 of 四乡镇, 12个.
func counted(text string) bool {
	word := strings.TrimSpace(text)
	return word != "" && strings.Trim(word, "一二两三四五六七八九十0123456789个") == ""
}

// worksName reports an area's name inside that of building works: 产业园项目.
func (s *state) worksName(i int) bool {
	if i+1 >= len(s.items) || s.items[i].level != budget.Part || s.items[i+1].kind != text || s.items[i+1].start != s.items[i].end {
		return false
	}
	for _, w := range []string{"项目", "建设", "工程", "改造", "扩建", "配套", "基础设施", "标准", "道路", "管网"} {
		if strings.HasPrefix(s.items[i+1].word, w) {
			return true
		}
	}
	return false
}

// keepScope makes the scope of a figure that of the paragraph. Only a word that
// governs a figure does so: 全域 and 乡镇 in running prose say nothing of figures.
func (s *state) keepScope() {
	n := len(s.pend.scopes)
	if n == 0 || s.mode == parts || s.byLevels || len(s.frames) > 0 {
		return // a part's scope is its own
	}
	it := s.pend.scopes[n-1]
	if it.level == budget.Part {
		return
	}
	if it.level == budget.Lower && s.scope.level != budget.Lower {
		s.upper = s.scope // 县区级余额X。: speaks for its sentence only
	}
	s.scope = it
	if s.firstRef.word == "" {
		s.firstRef = it
	}
}

func (s *state) yearWord(i int) {
	it := &s.items[i]
	p := &s.pend
	if !s.plausible(it.year) && !s.ofAmount(i) {
		return
	}
	if p.against || s.comparedWith(i) {
		p.against, p.baseYear = true, it.year
		return
	}
	p.years = append(p.years, it.year)
	if s.lead == len(s.out) && i > 0 && s.items[i-1].kind == colon {
		s.sentYear = it.year // 地方政府债务：2019年末…
	}
	if len(s.frames) > 0 {
		return
	}
	if !s.headOfSentence(i) && !s.setFor(i) {
		if s.turnsTo(i) || s.introduced(i) {
			s.sentYear = it.year
		}
		return
	}
	s.sentYear = it.year
	if s.pastStock(i) {
		return
	}
	if i == 0 || s.year == 0 || s.sentStart > 0 {
		s.year = it.year
	}
}

// introduced reports whether the first clause with figures of a sentence begins with a
// year, behind one that only says who tells of it: 报告提出，2024年全县收入安排X万元.
func (s *state) introduced(i int) bool {
	if s.mode != plain && s.whole >= 0 || s.lead != len(s.out) || i == 0 || s.items[i-1].kind != comma || i+1 >= len(s.items) || s.sentYear != 0 {
		return false
	}
	next := &s.items[i+1]
	return next.start == s.items[i].end && (next.kind == scope || next.kind == subject)
}

// turnsTo reports whether a clause in the midst of a sentence begins with a year and
// names a subject of its own behind it: what follows is of that year. 2023年末余额X，
// 2024年新增债券Y，再融资债券Z.
func (s *state) turnsTo(i int) bool {
	if s.mode != plain || i == 0 || s.items[i-1].kind != comma && s.items[i-1].kind != semicolon || i+1 >= len(s.items) {
		return false
	}
	if s.stock && s.items[i].year > s.sentYear {
		return s.sentYear != 0 // 2023年末余额X万元，2024年全部动用；年终补充Y万元
	}
	return s.items[i+1].kind == subject && s.items[i+1].start == s.items[i].end && s.sentYear != 0
}

// pastStock reports whether the year of item i dates only a balance of an earlier year
// (2023年末余额): the paragraph goes on with the year of its chapter.
func (s *state) pastStock(i int) bool {
	return i+1 < len(s.items) && s.items[i+1].kind == closing && s.items[i].year < s.ctx.Year
}

// ofAmount reports whether a year belongs to the amount right behind it: 从2015年的X万元
// 上升到2020年的Y万元.
func (s *state) ofAmount(i int) bool {
	if i+1 < len(s.items) && s.items[i+1].word == "的" {
		i++
	}
	year := s.items[i].year
	if year == 0 {
		year = s.items[i-1].year
	}
	return i+1 < len(s.items) && s.items[i+1].kind == amount && year >= 2000 && (s.meta.Year == 0 || year <= s.meta.Year)
}

// setFor reports whether a sentence begins with who set something for the year: 省核定
// 2023年全市政府债务限额.
func (s *state) setFor(i int) bool {
	if s.sentYear != 0 || s.lead != len(s.out) {
		return false
	}
	said := strings.TrimSpace(s.par[s.sentStart:s.items[i].start])
	return endsWith(said, []string{"核定", "下达", "批准", "核准", "确定"})
}

// plausible bounds the fiscal years that a report gives figures of.
func (s *state) plausible(y int) bool {
	if s.meta.Year == 0 {
		return y >= 2000 && y <= 2100
	}
	last := s.meta.Year + 1
	return y >= s.meta.Year-3 && y <= last
}

// place gives a draft its scope, year, stage and basis.
func (s *state) place(d *Draft) {
	d.Scope, d.Level = s.scopeOf()
	if d.Book == budget.Debt && s.ctx.Titled && len(s.pend.scopes) == 0 && s.scope.word == "" {
		d.Scope, d.Level = outline.WholeScope(s.meta.Government), budget.Consolidated // debt is the whole government's
	}
	if f := s.pairedWith(d); f != nil {
		d.Scope, d.Level = f.Scope, f.Level
	}
	if f := s.sameArea(d); f != nil {
		d.Scope, d.Level = f.Scope, f.Level
	}
	if s.ownByNature(d) {
		d.Scope, d.Level = "本级", budget.Own
	}
	d.Year, d.Stage = s.when()
	if s.ofTheOwn(d) {
		d.Scope, d.Level = "本级", budget.Own
	}
	if p := &s.pend; p.opening && !p.closing && p.stage == "" && p.textRunes == 0 && d.Side != budget.Balance && d.Side != "" && !s.stock {
		d.Stage = budget.Budgeted // 收入年初X万元
	}
	if p := &s.pend; p.opening && !p.closing && p.stage == "" && s.ctx.Adjustment && strings.HasSuffix(d.Subject, "债务限额") {
		d.Stage = budget.Budgeted // 年初核定的限额X万元, before it is raised
	}
	if d.Book == budget.Debt && d.Side == budget.Revenue && s.meta.Kind == budget.KindAdjustment && s.pend.stage == "" && d.Stage == budget.Execution && d.Year == s.meta.Year {
		d.Stage = budget.Adjusted // bonds that a plan tells of under 预算执行及调整事由 are what it adjusts for
	}
	if d.Book == budget.Debt && d.Side == budget.Revenue && s.ctx.Adjustment && d.Basis == "" && holds(s.par[s.sentStart:d.From], earlier) {
		d.Basis = budget.BasisLastAdjustment // 第一次调整已将新增债券X万元列入预算
	}
	if s.pend.stage == "" && d.Year == s.meta.Year && aimed(s.par[d.To:]) {
		d.Stage = budget.Budgeted
	}
	if d.Subject == "预备费" && s.reserved() {
		d.Stage = budget.Budgeted
	}
	if b := basisName(s.pend.basis); b != "" {
		d.Basis = b
	}
	if d.Stage == budget.Execution && d.Basis == "" && s.partial(d.From) {
		d.Basis = budget.BasisPartYear
	}
	if s.pend.from && d.Stage == budget.Adjusted && d.Basis == "" {
		d.Basis = budget.BasisLastAdjustment // what the present adjustment starts from
	}
	s.likeWhole(d)
	d.Starts = s.pend.from && s.pend.stage == "" && d.Stage == budget.Budgeted
}

// ofTheOwn reports a total named 本级收入 beside that of all levels: 全市收入X万元，其中本级
// 收入Y万元. Where no other stands beside it, the word sets it off from transfers.
func (s *state) ofTheOwn(d *Draft) bool {
	if !strings.HasPrefix(d.SubjectRaw, "本级") || len(s.pend.scopes) > 0 || d.Level != budget.Consolidated {
		return false
	}
	for k := len(s.out) - 1; k >= s.lead; k-- {
		if f := &s.out[k]; f.Subject == d.Subject && f.Book == d.Book && !f.Delta {
			return f.Role == budget.RoleTotal && f.Level == d.Level && f.Year == d.Year && f.Stage == d.Stage &&
				f.Amount.GreaterThan(d.Amount) && !strings.Contains(f.SubjectRaw, "本级")
		}
	}
	return false
}

// settleOwn does the same for 其中：本级收入Y万元, once all parts have shown that the
// whole is no grand total.
func (s *state) settleOwn(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Whole == 0 || f.Level != budget.Consolidated || !strings.HasPrefix(f.SubjectRaw, "本级") {
			continue
		}
		w := &s.out[f.Whole-1]
		if f.Subject == w.Subject && f.Book == w.Book && f.Level == w.Level && w.Role == budget.RoleTotal && !strings.Contains(w.SubjectRaw, "本级") && f.Amount.LessThan(w.Amount) {
			f.Scope, f.Level, f.Basis = "本级", budget.Own, strings.TrimPrefix(f.Basis, "分项")
		}
	}
}

// aimed reports whether the words behind an amount call it a target: X万元的预期目标.
func aimed(after string) bool {
	after = strings.TrimPrefix(after, "的")
	for _, w := range []string{"预期目标", "目标", "年度目标", "全年目标", "收入目标", "预算目标", "年度任务", "目标任务"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// pairedWith is the figure right before a 、 that gives the other side of the same
// account: 其中市本级收入X万元、支出Y万元，镇街收入Z万元、支出W万元.
func (s *state) pairedWith(d *Draft) *Draft {
	k := len(s.out) - 1
	if k < s.lead || len(s.pend.scopes) > 0 || !s.pend.paused {
		return nil
	}
	f := &s.out[k]
	own := func(d *Draft) bool {
		return strings.HasSuffix(d.Subject, "预算收入") || strings.HasSuffix(d.Subject, "预算支出")
	}
	if f.Book != d.Book || f.Side == d.Side || !own(f) || !own(d) || strings.ContainsAny(s.par[f.To:d.From], "，；。") {
		return nil
	}
	return f
}

// sameArea returns the total of an area that this sentence has just given, where the
// total under way is its other side: 高新区收入X万元；支出Y万元.
func (s *state) sameArea(d *Draft) *Draft {
	if len(s.pend.scopes) > 0 || s.mode != plain || s.cur < s.lead || s.cur < 0 {
		return nil
	}
	f := &s.out[s.cur]
	if f.Level != budget.Part || f.Role != budget.RoleTotal || f.Whole != 0 || f.Book != d.Book || f.Side == d.Side || f.Side == budget.Balance || d.Side == budget.Balance {
		return nil
	}
	return f
}

// ownByNature reports transfers to and from lower levels of which nothing says whose
// they are: in the accounts of the whole they cancel out.
func (s *state) ownByNature(d *Draft) bool {
	if d.Subject != "补助下级支出" && d.Parent != "补助下级支出" && d.Subject != "下级上解收入" {
		return false
	}
	return s.mode != components && len(s.pend.scopes) == 0 && s.scope.word == "" && s.ctx.Scope == "" && s.carry.Scope == ""
}

// partial reports whether the place or the sentence speaks of a part of the year
// in a report on whole years.
func (s *state) partial(at int) bool {
	if s.meta.Kind == budget.KindHalfYear {
		return false
	}
	return s.ctx.Partial || s.cues.part && outline.PartYear(s.par[s.sentStart:at])
}

// likeWhole gives a part the year, stage and scope of what it is a part of, where
// the part does not say otherwise.
func (s *state) likeWhole(d *Draft) {
	at := s.whole
	if s.mode == components {
		at = s.main
	}
	if s.mode == components {
		at = s.splitByScope(at)
	}
	if s.mode == plain || at < 0 || s.out[at].Side != d.Side && s.mode == components {
		return
	}
	p, w := &s.pend, &s.out[at]
	if len(p.scopes) == 0 && w.Scope != "" && s.pairedWith(d) == nil {
		d.Scope, d.Level = w.Scope, w.Level
	}
	if len(p.years) > 0 || p.yearWord || p.stage != "" || p.from || p.to {
		return
	}
	if w.Year != 0 {
		d.Year, d.Stage = w.Year, w.Stage
	}
}

// splitByScope is the whole of a figure that is only its share of a scope that the place
// does not speak of: 支出X万元，其中县本级Y万元、乡镇Z万元。加上上解支出W万元.
func (s *state) splitByScope(at int) int {
	word, _ := s.scopeOf()
	for at >= 0 && s.out[at].Whole > 0 && s.out[at].Subject == s.out[s.out[at].Whole-1].Subject && s.out[at].Scope != word {
		at = s.out[at].Whole - 1
	}
	return at
}

// basisName leaves out the ordinary basis, which needs no name.
func basisName(word string) string {
	if word == "自然口径" || word == "" {
		return ""
	}
	return word
}

func (s *state) scopeOf() (string, budget.Level) {
	if n := len(s.pend.scopes); n > 0 {
		sc := s.pend.scopes[n-1]
		return sc.word, sc.level
	}
	if s.scope.word != "" {
		return s.scope.word, s.scope.level
	}
	if s.ctx.Scope != "" {
		return s.ctx.Scope, s.ctx.Level
	}
	if s.carry.Scope != "" {
		return s.carry.Scope, s.carry.Level
	}
	return outline.WholeScope(s.meta.Government), budget.Consolidated
}

func (s *state) when() (int, budget.Stage) {
	p := &s.pend
	if s.planned() {
		return s.meta.Next, budget.Budgeted
	}
	year := s.ctx.Year
	explicit := false
	for _, y := range []int{s.year, s.sentYear} {
		if y != 0 {
			year, explicit = y, true
		}
	}
	if n := len(p.years); n > 0 {
		year, explicit = p.years[n-1], true
	}
	st := s.ctx.Stage
	if explicit {
		st = s.stageFor(year)
	}
	if p.yearWord {
		year--
		st = s.stageFor(year)
		if st == budget.Budgeted {
			st = s.meta.ReportStage()
		}
	}
	switch {
	case p.stage != "":
		st = s.stated(year)
	case p.to && (s.ctx.Adjustment || p.deltaPlan):
		st = budget.Adjusted
	case p.from && s.revisedBefore():
		st = budget.Adjusted
	case p.from && (s.ctx.Adjustment || s.revisedNext()), s.approved():
		st = budget.Budgeted
	}
	return year, st
}

// planned reports a verb of plans (计划安排, 拟安排, 预期) in a chapter on execution
// that gave way to the next year without a heading.
func (s *state) planned() bool {
	if s.meta.Next == 0 || s.meta.Kind != budget.KindBudget || s.ctx.Stage != budget.Execution || s.pend.stage != "" || len(s.pend.years) > 0 {
		return false
	}
	clause := s.par[s.clauseStart:s.items[s.at].start]
	if s.carry.Year == s.meta.Next && s.year == 0 && strings.Contains(clause, "安排") {
		return true // the paragraph before was of the next year: 市级收入安排X万元
	}
	return strings.Contains(clause, "计划安排") || strings.Contains(clause, "计划组织") || strings.Contains(clause, "拟安排")
}

// stated is the stage that a word names, seen from the report: the budget of the
// year reported on, in final accounts the accounts where 执行 is said of them.
func (s *state) stated(year int) budget.Stage {
	st := s.pend.stage
	if s.pend.against {
		return st // 决算数比执行数X万元增加Y万元: two steps of one year
	}
	if st == budget.Execution && s.meta.Kind == budget.KindFinalAccounts && year == s.meta.Year {
		if strings.HasSuffix(s.par[s.clauseStart:s.items[s.at].start], "报告的"+s.pend.stageWord) {
			return st // 与向人代会报告的执行数X万元相比
		}
		return budget.Final
	}
	return st
}

// stageFor is the stage of a year that the text names outright.
func (s *state) stageFor(year int) budget.Stage {
	switch {
	case s.ctx.Year == year:
		return s.ctx.Stage
	case s.meta.Next != 0 && year == s.meta.Next:
		return budget.Budgeted
	case year == s.meta.Year:
		return s.meta.ReportStage()
	case s.meta.Kind == budget.KindFinalAccounts:
		return budget.Final
	}
	return budget.Execution
}
