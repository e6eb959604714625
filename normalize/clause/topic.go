package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// Heads reports whether a subject other than a total may stand alone before the
// sentence with its amounts: 预备费。年初安排X万元，支出Y万元; 教育支出。2022年X万元、
// 2023年Y万元; 上级补助收入。年初预算X万元，调增Y万元.
func Heads(sub *lexicon.Subject) bool {
	return sub.Role != budget.RoleTotal && sub.Role != budget.RoleGrandTotal && sub.Role != ""
}

// TopicTails may stand behind the subject that heads a sentence or a point.
var TopicTails = []string{"方面", "完成情况", "执行情况", "调整情况", "情况"}

// TopicOf takes the tail off a heading's words.
func TopicOf(title string) string {
	for _, tail := range TopicTails {
		if name, ok := strings.CutSuffix(title, tail); ok {
			return name
		}
	}
	return title
}

// noteTopic remembers the subject of a sentence that holds no amount and only
// names what follows: 一般公共预算收入方面。
func (s *state) noteTopic() {
	p := &s.pend
	if s.lead != len(s.out) || len(p.subjects) != 1 || len(s.frames) > 0 {
		return
	}
	m := &p.subjects[0]
	if strings.Contains(m.raw, "稳定调节基金") {
		s.stock = true // 预算稳定调节基金情况。年初余额X万元
	}
	tail := strings.TrimRight(s.par[m.end:], "。")
	if i := strings.Index(tail, "。"); i >= 0 {
		tail = tail[:i]
	}
	if TopicOf(tail) != "" {
		return
	}
	sub := s.resolve(m, s.side)
	if sub == nil || sub.Role == budget.RoleGrandTotal || sub.Role == "" {
		return
	}
	alone := s.headOfSentence(s.itemAt(m.start))
	if !alone && sub.Role != budget.RoleTotal && sub.Role != budget.RoleFunction {
		return
	}
	s.topic = sub
	if sub.Side != budget.Balance {
		s.side = sub.Side
	}
	if len(sub.Books) == 1 {
		s.book = sub.Books[0]
	}
	if alone && s.sentStart == 0 {
		s.headed = &mention{sub: sub, raw: m.raw, start: m.start, end: m.end}
	}
}

// noteBookTopic keeps the scope of a sentence that only names a book and whose it is:
// 市本级一般公共预算。2024年收入预算X万元.
func (s *state) noteBookTopic() {
	p := &s.pend
	if s.lead == len(s.out) && s.at > 0 && s.items[s.at-1].kind == book && len(p.scopes) == 1 && len(p.subjects) == 0 && p.textRunes == 0 {
		s.keepScope()
	}
}

// withinWhole reads 余额中， and 一般公共预算支出中，: what follows are parts of the
// figure named before.
func (s *state) withinWhole(i int) {
	p := &s.pend
	if len(p.subjects) != 1 || len(s.frames) > 0 || i < 2 || s.items[i-1].kind != text || s.items[i-1].word != "中" || s.items[i-2].end != p.subjects[0].end {
		return
	}
	raw := p.subjects[0].raw
	sub := s.resolve(&p.subjects[0], "")
	level, of := budget.Level(""), item{}
	if n := len(p.scopes); n > 0 {
		of = p.scopes[n-1]
		level = of.level
	}
	s.pend = pending{}
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		named := sub != nil && f.Subject == sub.Name
		if f.Delta || f.Subject == "" || !named && (f.Role == budget.RolePart || !strings.HasSuffix(f.Subject, raw)) {
			continue
		}
		if level != "" && f.Level != level {
			continue // 全市收入X，市本级Y。全市收入中，税收Z
		}
		s.group++
		s.mode, s.whole, s.main, s.loose = parts, k, k, false
		return
	}
	if level != "" && sub != nil && sub.Role == budget.RoleTotal {
		s.mode, s.whole, s.main, s.scope = plain, -1, -1, of // what is split was given elsewhere
	}
}

// topical reads an amount without a subject whose subject the heading or the
// sentence before has named: 全县完成X万元; 县级安排Y万元.
func (s *state) topical(i int, d *Draft) string {
	p := &s.pend
	if len(p.subjects) > 0 || p.textRunes > 0 || p.clause > 0 || len(s.frames) > 0 || s.ctx.Policy || p.stage != "" && (s.topic == nil || !Heads(s.topic)) && (s.topic != nil || len(s.out) > 0 || s.ctx.Side == "") || p.to || p.from || p.yearWord || p.base != 0 {
		return ""
	}
	if s.loose && s.mode == parts && !s.verbBefore(i) {
		return "" // 分级次看，市级X、县区Y: parts by scope
	}
	if !s.verbBefore(i) && !s.nextScope(i) && p.stage == "" || s.mode == parts && len(p.scopes) == 0 {
		return ""
	}
	sub := s.topicSubject()
	if s.nextScope(i) {
		sub, _ = s.r.lex.Subject(s.out[s.cur].Subject, s.out[s.cur].Book, s.out[s.cur].Side)
	}
	if sub == nil {
		return ""
	}
	if len(p.scopes) == 0 && s.cur >= 0 {
		return ""
	}
	s.byLevels = s.byLevels || s.mode == parts && s.whole < 0
	s.mode, s.whole = plain, -1
	s.fill(d, sub, "")
	return "承题"
}

// nextScope reports 全市X，增长p，市级Y，县区完成Z: a scope before the amount, but for
// a verb, in a sentence whose last figure is the same total of another scope.
func (s *state) nextScope(i int) bool {
	j := i - 1
	for j >= 0 && (s.items[j].kind == filler || s.items[j].kind == spend) {
		j--
	}
	if j < 0 || s.items[j].kind != scope || s.cur < s.lead || s.cur < 0 {
		return false
	}
	f := &s.out[s.cur]
	return f.Role == budget.RoleTotal && f.Scope != s.items[j].word && f.Level != s.items[j].level
}

// fundBefore remembers a social insurance fund that stands before a colon or
// alone before a full stop.
func (s *state) fundBefore(i int) {
	if i == 0 || s.items[i-1].kind != text && s.items[i-1].kind != subject || s.book != budget.SocialInsurance && s.ctx.Book != budget.SocialInsurance {
		return
	}
	if name := s.r.Fund(s.items[i-1].word); name != "" {
		s.fund = name
	}
}

// Fund returns the official name of the social insurance fund that a text is the
// name of, "" for any other text.
func (r *Reader) Fund(text string) string {
	sub, ok := r.lex.Subject(text, budget.SocialInsurance, budget.Revenue)
	if !ok || sub.Role == budget.RoleTotal {
		return ""
	}
	name, ok := strings.CutSuffix(sub.Name, "收入")
	if !ok || !strings.HasSuffix(name, "基金") {
		return ""
	}
	return name
}

// verbBefore reports whether a verb of execution or budgeting stands right before
// the amount.
func (s *state) verbBefore(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch s.items[j].kind {
		case hedge:
			continue
		case filler, spend:
			return true
		}
		return false
	}
	return false
}

func (s *state) topicSubject() *lexicon.Subject {
	if s.topic != nil {
		return s.topic
	}
	if s.ctx.Book == "" || s.ctx.Side != budget.Revenue && s.ctx.Side != budget.Expenditure {
		return nil
	}
	word := "收入"
	if s.ctx.Side == budget.Expenditure {
		word = "支出"
	}
	sub, ok := s.r.lex.Subject(word, s.ctx.Book, s.ctx.Side)
	if !ok || sub.Role != budget.RoleTotal {
		return nil
	}
	return sub
}

// newBonds turns 新增债务限额 that is split into bonds (其中一般债券…) into the
// bonds that it stands for.
func (s *state) newBonds() {
	sub, ok := s.r.lex.Subject("新增债券", budget.Debt, budget.Revenue)
	if !ok {
		return
	}
	for k := len(s.out) - 1; k >= 0; k-- {
		if f := &s.out[k]; f.Subject == "新增债务限额" {
			f.Subject, f.Side, f.Code = sub.Name, sub.Side, sub.Code
			return
		}
	}
}
