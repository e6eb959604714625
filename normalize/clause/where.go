package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
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
	return !s.numbered && !s.ctx.Policy && it.level != budget.Part && (outline.ShortLine(s.par) || phrase.Ends(strings.TrimSpace(s.par), "：", ":"))
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
	return phrase.Begins(s.items[i+1].word, "项目", "建设", "工程", "企业", "绿化", "管理", "维护", "服务", "运营", "招商", "发展", "改造", "扩建", "配套", "基础设施", "标准", "道路", "管网")
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
	if s.firstRef.word == "" && (it.level != budget.Lower || !strings.ContainsAny(s.par[:it.start], "，,。；;：:")) {
		s.firstRef = it // 支出中，乡镇级支出X万元。: says nothing of the next paragraph
	}
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
	if d.Book == budget.Debt && d.Side == budget.Revenue && s.ctx.Adjustment && d.Basis == "" && phrase.Holds(s.said(s.sentStart, d.From), earlier...) {
		d.Basis = budget.BasisLastAdjustment // 第一次调整已将新增债券X万元列入预算
	}
	if s.expected(d) {
		d.Stage = budget.Execution
	}
	if s.actual(d) {
		d.Stage = s.meta.ReportStage()
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
	if d.Stage == budget.Execution && d.Basis == "" && s.partial(d) {
		d.Basis = budget.BasisPartYear
	}
	if s.pend.from && d.Stage == budget.Adjusted && d.Basis == "" {
		d.Basis = budget.BasisLastAdjustment // what the present adjustment starts from
	}
	s.likeWhole(d)
	if f := s.limitBefore(d); f != nil {
		d.Scope, d.Level = f.Scope, f.Level
	}
	d.Starts = s.pend.from && s.pend.stage == "" && d.Stage == budget.Budgeted
}

// expected reports an outturn in a plan of adjustment: what has come in so far (截至10月底
// 完成X万元), or what the year will bring where the plan gives it apart from its own
// figures (预计全年完成X万元).
func (s *state) expected(d *Draft) bool {
	if d.Stage != budget.Adjusted || s.meta.Kind != budget.KindAdjustment || s.pend.stage != "" || s.pend.to || s.pend.from || d.Book == budget.Debt {
		return false
	}
	words := s.said(s.clauseStart, d.From)
	if !strings.Contains(words, "完成") || strings.Contains(words, "调") {
		return false
	}
	said := s.said(s.sentStart, d.From)
	return strings.Contains(words, "全年") || outline.PartYear(said) || outline.UntilMonth(said)
}

// actual reports what came of a budget that the sentence has just given: 收入调整为X万元，
// 实际收入Y万元.
func (s *state) actual(d *Draft) bool {
	if d.Stage != budget.Budgeted && d.Stage != budget.Adjusted || s.meta.Kind == budget.KindAdjustment || d.Year != s.meta.Year || s.pend.stage != "" {
		return false
	}
	return phrase.Begins(strings.TrimSpace(s.said(s.clauseStart, d.From)), "实际收入", "实际支出", "实际完成", "实际执行")
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
	if f.Book != d.Book || f.Side == d.Side || !own(f) || !own(d) || strings.ContainsAny(s.said(f.To, d.From), "，；。") {
		return nil
	}
	return f
}

// limitBefore is the limit that the sentence has just given for one level, where the
// balance under it follows: 其中市本级债务限额X万元，年末债务余额Y万元.
func (s *state) limitBefore(d *Draft) *Draft {
	if d.Book != budget.Debt || !strings.HasSuffix(d.Subject, "债务余额") || len(s.pend.scopes) > 0 {
		return nil
	}
	for k := len(s.out) - 1; k >= s.lead; k-- {
		f := &s.out[k]
		if f.Book != budget.Debt || strings.HasSuffix(f.Subject, "债务余额") && f.Subject == d.Subject {
			return nil
		}
		if f.Subject == "政府债务限额" && d.Subject == "政府债务余额" {
			if f.Level == budget.Own && f.Scope != "" {
				return f
			}
			return nil
		}
	}
	return nil
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
