package lexicon

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
)

// Subject resolves a printed label in its context. An empty book or side means
// that the context does not say. The same words may mean different subjects by
// book and side (总计, 转移性收入, 本级收入); a label whose meaning the context
// leaves open is not resolved. A word that names its own book or side
// (政府性基金预算收入 in a chapter on another book) is resolved to that: look at
// Subject.Books and Subject.Side.
func (l *Lexicon) Subject(word string, book budget.Book, side budget.Side) (*Subject, bool) {
	label := l.Normalize(word)
	if s, ok := l.lookup(label, book, side); ok {
		return s, true
	}
	if rest, ok := dropClosingBracket(label); ok {
		if s, ok := l.Subject(rest, book, side); ok {
			return s, true
		}
	}
	tokens := l.Cut(nil, label)
	if rest, own, ok := dropOpening(label, tokens); ok {
		if own != "" {
			book = own
		}
		if s, ok := l.Subject(rest, book, side); ok {
			return s, true
		}
	}
	if rest, ok := dropClosing(label, tokens); ok {
		return l.Subject(rest, book, side)
	}
	return nil, false
}

// Choose picks among the meanings of a term by context, as Subject does.
func (l *Lexicon) Choose(t *Term, book budget.Book, side budget.Side) (*Subject, bool) {
	return choose(t.meanings, book, side)
}

// Total returns the meaning of a term that is the own total of a book, where it has
// others too: 国有资本经营收入 is the revenue of that budget and an item of another.
func (l *Lexicon) Total(t *Term) (*Subject, bool) {
	for _, m := range t.meanings {
		if m.subject.Role == budget.RoleTotal && len(t.meanings) > 1 {
			return m.subject, true
		}
	}
	return nil, false
}

// choose prefers meanings of the book, then of the side. A meaning of another
// book or side is taken only where it is the only one left and not bound to its book.
func choose(all []meaning, book budget.Book, side budget.Side) (*Subject, bool) {
	if len(all) == 1 {
		m := all[0]
		if m.bound && (book == "" || !m.subject.InBook(book)) {
			return nil, false
		}
		return m.subject, true
	}
	fit := pick(all, func(m meaning) bool { return book != "" && m.subject.InBook(book) })
	if len(fit) == 0 {
		fit = pick(all, func(m meaning) bool { return !m.bound })
	}
	if sided := pick(fit, func(m meaning) bool { return side == "" || m.subject.Side == side }); len(sided) > 0 {
		fit = sided
	}
	if len(fit) == 0 {
		return nil, false
	}
	first := fit[0].subject
	for _, m := range fit[1:] {
		if m.subject.Name != first.Name || m.subject.Side != first.Side {
			return nil, false
		}
	}
	return first, true
}

func (l *Lexicon) lookup(label string, book budget.Book, side budget.Side) (*Subject, bool) {
	return choose(l.labels[label], book, side)
}

func pick(all []meaning, fits func(meaning) bool) []meaning {
	var out []meaning
	for _, m := range all {
		if fits(m) {
			out = append(out, m)
		}
	}
	return out
}

// Kind returns the general or special part of a whole of the debt book: with
// 政府债务余额 and general, 一般债务余额; with 新增债券 and special, 新增专项债券.
func (l *Lexicon) Kind(whole *Subject, kind string) (*Subject, bool) {
	mark := map[string]string{"general": "一般", "special": "专项"}[kind]
	if mark == "" {
		return nil, false
	}
	for _, s := range l.subjects {
		if s.Parent == whole.Name && s.InBook(budget.Debt) && whole.InBook(budget.Debt) && strings.Contains(s.Name, mark) {
			return s, true
		}
	}
	return nil, false
}

// dropClosingBracket takes off a remark: 一般公共预算收入（区金库）.
func dropClosingBracket(label string) (string, bool) {
	if !strings.HasSuffix(label, "）") {
		return label, false
	}
	i := strings.LastIndex(label, "（")
	if i <= 0 {
		return label, false
	}
	return label[:i], true
}

// dropOpening takes off what a label says of year, scope, stage or book before
// its subject: 2023年全区…, 县本级…, 政府性基金…. A book so named is returned.
func dropOpening(label string, tokens []Token) (rest string, book budget.Book, ok bool) {
	if rest, ok := dropYear(label); ok {
		return rest, "", true
	}
	if len(tokens) < 2 {
		return label, "", false
	}
	first := tokens[0]
	rest = label[first.End:]
	if first.Term == nil {
		return rest, "", endsInPlace(label[:first.End])
	}
	switch first.Term.Class {
	case ClassLevel, ClassStage, ClassYear:
		return rest, "", true
	case ClassLink:
		v := first.Term.Value
		return rest, "", v == "add" || v == "subtract" || v == "among" || v == "divide"
	case ClassBook:
		return rest, budget.Book(first.Term.Value), true
	}
	return label, "", false
}

// closings may stand behind a subject without changing it.
var closings = []string{"小计", "合计", "情况", "实际数", "金额", "总额", "数"}

// dropClosing takes off 小计 and the like, and a stage behind the subject
// (税收收入预算数, 债务余额预计执行数).
func dropClosing(label string, tokens []Token) (string, bool) {
	if len(tokens) > 1 {
		last := tokens[len(tokens)-1]
		if last.Term != nil && last.Term.Class == ClassStage {
			return label[:last.Start], true
		}
	}
	for _, w := range closings {
		if rest := strings.TrimSuffix(label, w); rest != label && rest != "" {
			return rest, true
		}
	}
	return label, false
}

func dropYear(label string) (string, bool) {
	i := 0
	for i < len(label) && label[i] >= '0' && label[i] <= '9' {
		i++
	}
	rest, ok := strings.CutPrefix(label[i:], "年")
	if i != 4 || !ok || rest == "" {
		return label, false
	}
	for _, w := range []string{"度", "末", "底", "初"} {
		if t := strings.TrimPrefix(rest, w); t != rest && t != "" {
			return t, true
		}
	}
	return rest, true
}

// endsInPlace reports whether text ends like the name of a place: 某县, 某镇.
func endsInPlace(text string) bool {
	r, size := utf8.DecodeLastRuneInString(text)
	return size < len(text) && strings.ContainsRune("省市州盟区县旗镇乡", r)
}

// Below reports whether the classification has s under the subject named whole, at
// any depth.
func (l *Lexicon) Below(s *Subject, whole string, book budget.Book) bool {
	for name, depth := s.Parent, 0; name != "" && depth < 6; depth++ {
		if name == whole {
			return true
		}
		up, ok := l.Subject(name, book, s.Side)
		if !ok || up.Parent == name {
			return false
		}
		name = up.Parent
	}
	return false
}
