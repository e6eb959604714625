package clause

import (
	"regexp"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// change reads an amount of change: 增收X万元, 调减X万元, 比上年增加X万元. It is
// signed and measures the subject named with it, or the one before.
func (s *state) change(i int, d *Draft) string {
	p := &s.pend
	if p.delta == 0 || p.deltaText > nearText || s.refills(i) {
		return ""
	}
	if n := len(p.subjects); n > 0 && (p.textRunes <= nearText || s.fellShort(i) || s.reasoned(i)) && !s.againstItself(&p.subjects[n-1]) {
		return s.namedChange(d)
	}
	if how := s.bookChange(i, d); how != "" {
		return how
	}
	if s.cur < 0 || s.out[s.cur].Subject == "" || p.textRunes > nearText || phrase.Holds(s.said(s.clauseStart, d.From), ofSeveral...) {
		return ""
	}
	base := s.measured()
	if base.Role == budget.RoleEarmark {
		return ""
	}
	s.copySubject(d, base)
	s.place(d)
	if len(p.scopes) == 0 {
		d.Scope, d.Level = base.Scope, base.Level
	}
	d.Year, d.Stage = base.Year, base.Stage
	if base.Method == lastYearMethod {
		d.Year++ // 比上年税收收入X万元减少Y万元
	}
	s.asChange(d)
	return "增减"
}

// ofSeveral are words of a change that no single subject before it has.
var ofSeveral = []string{"分别", "两项合计", "三项合计", "四项合计", "五项合计", "合计增", "合计减", "合计短", "合计超"}

var reasons = regexp.MustCompile(`^(因|由于|受)[^，、；]*$`)

// reasoned reports a change whose cause stands between it and its subject: 债务还本支出
// 因四舍五入原因增加X万元.
func (s *state) reasoned(i int) bool {
	m := &s.pend.subjects[len(s.pend.subjects)-1]
	j := i - 1
	for j > 0 && s.items[j].kind != rise && s.items[j].kind != fall && s.items[j].kind != up && s.items[j].kind != down {
		j--
	}
	if s.items[j].start < m.end {
		return false
	}
	cause := s.said(m.end, s.items[j].start)
	return reasons.MatchString(cause) && phrase.Ends(cause, "原因", "因素", "影响")
}

// fellShort reports 收入下降幅度较大，预计短收X万元: a change alone in its clause, of the
// total that the one before speaks of.
func (s *state) fellShort(i int) bool {
	p := &s.pend
	if len(p.subjects) != 1 || p.clause > 0 || p.commas != 1 || i == 0 || s.items[i-1].kind != fall && s.items[i-1].kind != rise {
		return false
	}
	sub := s.resolve(&p.subjects[0], s.side)
	return sub != nil && sub.Role == budget.RoleTotal
}

// againstItself reports 比年初收入预算减少X万元 behind a revenue: the 收入 is that of the
// figure that changed.
func (s *state) againstItself(m *mention) bool {
	if !s.pend.against || !m.bare || len(s.pend.subjects) != 1 || s.cur < s.lead || s.cur < 0 {
		return false
	}
	return m.raw == lexicon.SideSuffix(s.out[s.cur].Side) && s.out[s.cur].Role == budget.RoleTotal
}

// changeSides are the sides that words of change speak of.
var changeSides = map[string]string{"增收": "收入", "减收": "收入", "增支": "支出", "减支": "支出"}

// bookChange reads 政府性基金减收X万元: the change of a book's own total.
func (s *state) bookChange(i int, d *Draft) string {
	if i < 2 || s.items[i-2].kind != book || s.items[i-2].end != s.items[i-1].start {
		return ""
	}
	word, ok := changeSides[s.items[i-1].word]
	if !ok {
		return ""
	}
	sub, ok := s.r.lex.Subject(word, budget.Book(s.items[i-2].value), "")
	if !ok || sub.Role != budget.RoleTotal || !s.allowed(sub) {
		return ""
	}
	s.fill(d, sub, s.items[i-2].word)
	s.changed = changed{sub: sub, raw: s.items[i-2].word, at: len(s.out)}
	s.asChange(d)
	return "增减"
}

// measured is the figure that a change without a subject measures: the last one, or,
// where a new sentence begins with the change, the whole that the last ones split
// (限额X万元，其中甲Y万元、乙Z万元。较年初增加W万元).
func (s *state) measured() *Draft {
	k := s.cur
	for k < s.lead && s.out[k].Whole > 0 && len(s.out) == s.lead {
		k = s.out[k].Whole - 1
	}
	return &s.out[k]
}

// namedChange reads 上级补助收入调增X万元 and 增加安排教育支出X万元.
func (s *state) namedChange(d *Draft) string {
	p := &s.pend
	m := &p.subjects[len(p.subjects)-1]
	if _, ok := s.glued(m); ok || p.etc && len(p.subjects) > 1 {
		return "" // 专项转移支付、新增债券等增加X万元
	}
	sub := s.resolve(m, s.side)
	if sub == nil || !s.allowed(sub) {
		return ""
	}
	if p.against && p.stageWord != "" && strings.HasPrefix(p.versus, p.stageWord) {
		p.stage, p.stageWord = "", "" // 债务还本支出比执行数增加X万元: the stage is that of what it is compared with
	}
	s.fill(d, sub, m.raw)
	s.changed = changed{sub: sub, raw: m.raw, at: len(s.out)}
	s.listDelta = p.delta
	s.asChange(d)
	return "增减"
}

func (s *state) asChange(d *Draft) {
	p := &s.pend
	d.Delta = true
	d.Role = budget.RolePart
	if p.delta < 0 {
		d.Amount = d.Amount.Neg()
	}
	if s.ctx.Adjustment || p.deltaPlan {
		d.Stage = budget.Adjusted
	}
	if d.Basis == "" && !s.ctx.Adjustment && versusBudget(p.versus) {
		d.Basis = "较预算" // no change against the year before
	}
}

// versusBudget reports whether a comparison is with what was planned or reported of
// the same year (短收, 较预算增加, 较执行数减少; 较上年执行数增加 is not).
func versusBudget(word string) bool {
	if phrase.Holds(word, "上年", "去年") && !phrase.Holds(word, "预算", "计划", "目标") {
		return false
	}
	return phrase.Holds(word, "预算", "执行数", "快报", "报告数", "计划", "目标", "任务", "短收", "超收", "超支")
}

// stockBalance reads 年初余额X万元 and 年末余额Y万元 of the fund that the heading
// or an earlier sentence named.
func (s *state) stockBalance(i int, d *Draft) string {
	p := &s.pend
	if !p.opening && !p.closing || i == 0 || !strings.HasSuffix(s.said(s.clauseStart, d.From), "余额") && !strings.HasSuffix(s.said(s.clauseStart, d.From), "余额为") {
		return ""
	}
	sub, ok := s.r.lex.Subject("预算稳定调节基金余额", budget.GeneralPublic, budget.Balance)
	if !ok {
		return ""
	}
	keep := s.side
	s.fill(d, sub, "余额")
	s.side = keep
	return "基金余额"
}

// afterLast moves a movement of the fund to the year that the sentence has come to:
// 2021年末余额X，2022年动用Y，补充Z.
func (s *state) afterLast(d *Draft) {
	p := &s.pend
	if len(p.years) > 0 || p.yearWord || s.cur < s.lead || s.cur < 0 || s.out[s.cur].Year <= d.Year {
		return
	}
	d.Year, d.Stage = s.out[s.cur].Year, s.out[s.cur].Stage
}

// stockMove reads the movements of the stabilisation fund in a paragraph that
// speaks of its balance: 动用X万元, 补充Y万元.
func (s *state) stockMove(i int, d *Draft) string {
	p := &s.pend
	if n := len(p.subjects); !s.stock || s.ctx.Policy || n > 0 && p.subjects[n-1].raw != "余额" {
		return ""
	}
	if !p.use && !p.refill {
		return s.stockBalance(i, d)
	}
	word, sd := "动用预算稳定调节基金", budget.Revenue
	if p.refill {
		word, sd = "安排预算稳定调节基金", budget.Expenditure
	}
	sub, ok := s.r.lex.Subject(word, budget.GeneralPublic, sd)
	if !ok {
		return ""
	}
	keep := s.side
	s.fill(d, sub, word)
	s.side = keep
	s.afterLast(d)
	d.Role = budget.RolePart
	if n := len(s.out); n > s.lead && len(p.years) == 0 && s.out[n-1].Method == "基金变动" {
		d.Year, d.Stage = s.out[n-1].Year, s.out[n-1].Stage // 2023年动用X万元，补充Y万元
	}
	return "基金变动"
}
