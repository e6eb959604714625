package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// named notes a subject or a bare 收入, 支出.
func (s *state) named(i int) {
	it := &s.items[i]
	p := &s.pend
	if s.supported(i) {
		p.textRunes += utf8.RuneCountInString(it.word)
		p.clause += utf8.RuneCountInString(it.word)
		return
	}
	if s.spentOnPart(it) {
		p.spend = true
		return
	}
	if n := len(p.subjects); n > 0 && p.subjects[n-1].end == it.start && summing[it.word] {
		return // “三公”经费支出合计: the sum of what stands before it
	}
	if it.kind == side && it.word == "支出" && len(p.subjects) == 0 && s.main >= 0 && s.out[s.main].Subject == "预备费" && s.mode == plain {
		p.use = true // 预备费X万元，支出Y万元
		return
	}
	if n := len(p.subjects); n > 0 && it.word == "余额" && p.textRunes == 0 && strings.HasSuffix(p.subjects[n-1].raw, "稳定调节基金") {
		return // 预算稳定调节基金年初余额
	}
	if p.textRunes > 0 && len(p.subjects) > 0 && !p.paused {
		p.subjects = p.subjects[:0]
	}
	if sc, ok := s.ownScope(it); ok {
		p.scopes = append(p.scopes, sc)
	}
	p.ahead = budget.Rate{}
	if m, ok := s.aroundBracket(i); ok {
		p.subjects, p.textRunes = append(p.subjects, m), 0
		return
	}
	m := mention{outside: outsideAccounts(s.said(s.clauseStart, it.start)), term: it.term, raw: it.word, start: it.start, end: it.end, bare: it.kind == side}
	p.subjects = append(p.subjects, m)
	p.textRunes, p.commas = 0, 0
	p.deltaText = 0
	p.noBudget = false
}

// aroundBracket reads a subject that a bracket parts: 补助下级（某某镇）支出.
func (s *state) aroundBracket(i int) (mention, bool) {
	it := &s.items[i]
	if it.kind != side || i < 3 || s.items[i-1].kind != shut || s.items[i-1].end != it.start {
		return mention{}, false
	}
	for j := i - 2; j > 0 && j >= i-4; j-- {
		if s.items[j].kind != open {
			continue
		}
		for h := j - 1; h >= 0 && h >= j-2 && s.items[h].end == s.items[h+1].start; h-- {
			word := s.said(s.items[h].start, s.items[j].start) + it.word
			if sub, ok := s.r.lex.Subject(word, s.book, ""); ok && sub.Role == budget.RoleComponent {
				return mention{sub: sub, raw: word, start: s.items[h].start, end: it.end}, true
			}
		}
	}
	return mention{}, false
}

// summing are words that, right behind a subject, only say that it is a sum.
var summing = map[string]bool{"支出合计": true, "收入合计": true, "支出共计": true, "收入共计": true, "支出总计": true, "收入总计": true}

// supported reports a fund that is named as what an amount supports: 财政对城乡居民养老
// 保险补助X万元 is expenditure on it, no figure of its own.
func (s *state) supported(i int) bool {
	if i == 0 || i+1 >= len(s.items) || s.items[i-1].kind != text || !strings.HasSuffix(s.items[i-1].word, "对") {
		return false
	}
	next := strings.TrimPrefix(s.items[i+1].word, "的")
	return s.items[i+1].start == s.items[i].end && (strings.HasPrefix(next, "补助") || strings.HasPrefix(next, "补贴"))
}

// spentOnPart reports the verb 支出 behind 其中 of a functional class: 教育支出X万元，
// 其中，支出Y万元，新建幼儿园….
func (s *state) spentOnPart(it *item) bool {
	return it.kind == side && it.word == "支出" && s.mode == parts && s.whole >= 0 && s.out[s.whole].Role == budget.RoleFunction && len(s.pend.subjects) == 0
}

// listedLabel takes a label that is everyday language elsewhere for a subject where
// it stands alone before a 、 of a list (其中税收、非税收入分别完成…) or before its
// growth.
func (s *state) listedLabel(i int) {
	if i == 0 || s.items[i-1].kind == subject || s.items[i-1].kind == side || s.ctx.Policy || s.book == "" {
		return
	}
	word, sub := s.labelSubject(i)
	if sub == nil {
		return
	}
	at := strings.LastIndex(s.par[:s.items[i].start], word)
	for n := len(s.pend.scopes); n > 0 && s.pend.scopes[n-1].start >= at; n-- {
		s.pend.scopes = s.pend.scopes[:n-1] // the 乡镇 of 补助乡镇 is no scope
	}
	s.pend.subjects = append(s.pend.subjects, mention{sub: sub, raw: word, start: at, end: at + len(word)})
	s.pend.textRunes = 0
}

// labelSubject is the subject that the words before item i name as a label.
func (s *state) labelSubject(i int) (string, *lexicon.Subject) {
	for _, joined := range []bool{true, false} {
		word := s.listWords(i, joined)
		if n := utf8.RuneCountInString(word); n == 0 || n > 10 {
			continue
		}
		sub, ok := s.r.lex.Subject(word, s.book, s.wantSide())
		if ok && (sub.Role == budget.RoleComponent || sub.Role == budget.RoleItem || sub.Role == budget.RoleFunction) {
			return word, sub
		}
	}
	return "", nil
}

// ownScope is the scope that a subject's own words begin with: 区级 in
// 区级对镇级转移支付, 乡镇 in 乡镇从其他资金调入.
func (s *state) ownScope(it *item) (item, bool) {
	if !strings.Contains(it.word, "对") && !strings.Contains(it.word, "从") {
		return item{}, false
	}
	for _, sc := range s.meta.Government.Scopes(it.word) {
		rest := it.word[sc.End:]
		if sc.Start == 0 && (strings.HasPrefix(rest, "对") || strings.HasPrefix(rest, "从")) {
			return item{kind: scope, start: it.start, end: it.start + sc.End, word: sc.Word, level: sc.Level}, true
		}
	}
	return item{}, false
}

// outsideAccounts reports whether a clause tells of work done on money (争取上级资金,
// 盘活存量, 收回结余) rather than of the accounts.
func outsideAccounts(clause string) bool {
	return phrase.Holds(clause, outsideWords...)
}

var outsideWords = []string{"争取", "盘活", "收回", "清理"}

// placeName reports whether unknown text is the name of a place in a list by place:
// 其中：东河镇完成X万元.
func placeName(it *item) bool {
	if it.level == lexicon.Upper || it.runes < 3 || it.runes > 8 || strings.ContainsAny(it.word, "在由经对向控受报为") {
		return false
	}
	for _, s := range []string{"区", "县", "市", "旗", "镇", "乡", "街道", "苏木"} {
		if strings.HasSuffix(it.word, s) && !strings.HasSuffix(it.word, "地"+s) && !strings.HasSuffix(it.word, "社区") && !strings.HasSuffix(it.word, "小区") {
			return true
		}
	}
	return false
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
	if s.openingBook(i) {
		s.book, s.side = b, ""
		return
	}
	s.pend.textRunes += utf8.RuneCountInString(s.items[i].word)
}

// openingBook reports whether a book's name right before a subject is the first word
// of the accounts in its sentence: 需要说明的是，区级一般公共预算转移性收入X万元.
func (s *state) openingBook(i int) bool {
	if i+1 >= len(s.items) || s.items[i+1].kind != subject || s.items[i+1].start != s.items[i].end {
		return false
	}
	if s.lead != len(s.out) || len(s.frames) > 0 || s.mode != plain || len(s.pend.subjects) > 0 || s.ctx.Policy || s.ctx.Book != "" {
		return false
	}
	return i == 0 || s.items[i-1].kind == scope || mark(s.items[i-1].kind)
}

// headOfSentence reports whether only scopes, years and stages precede item i
// in its sentence.
func (s *state) headOfSentence(i int) bool {
	for j := i - 1; j >= 0; j-- {
		switch s.items[j].kind {
		case stop, semicolon:
			return true
		case scope, year, relYear, stage, comma, pause:
		case filler:
			if t := s.items[j].term; t == nil || t.Class != lexicon.ClassYear {
				return false // 上半年 may stand before it, 完成 not
			}
		default:
			return false
		}
	}
	return true
}
