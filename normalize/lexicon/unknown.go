package lexicon

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
)

// Unknowns counts label-like words that the vocabulary does not hold, so that a
// user can see what to add. It is for one goroutine.
type Unknowns struct {
	l     *Lexicon
	words map[string]*Word
}

// Word is an unknown word, how often it was seen, and where first.
type Word struct {
	Text  string
	Count int
	First string // as given to Label and Sentence
}

// NewUnknowns returns an empty count.
func (l *Lexicon) NewUnknowns() *Unknowns { return &Unknowns{l: l, words: make(map[string]*Word)} }

// Label counts the label of a table row unless it is known. place says where it
// stands, for the list.
func (u *Unknowns) Label(label, place string, book budget.Book, side budget.Side) {
	word := u.l.Normalize(label)
	if n := utf8.RuneCountInString(word); n < 2 || n > 30 || !hasHan(word) || headings[word] {
		return
	}
	if _, ok := u.l.Subject(word, book, side); ok {
		return
	}
	if len(u.l.labels[word]) > 0 || u.allKnown(word) || u.l.Place(word) {
		return
	}
	u.add(word, place)
}

// headings are labels of the header row that a table may repeat.
var headings = map[string]bool{"项目": true, "科目": true, "单位": true, "备注": true, "科目名称": true, "预算科目": true, "项目名称": true, "地区": true, "序号": true}

// Sentence counts the words right before amounts that look like a subject and
// are none: 某某收入123万元.
func (u *Unknowns) Sentence(text, place string) {
	for _, at := range amount.FindAllStringIndex(text, -1) {
		before := text[:at[0]]
		if i := strings.LastIndexAny(before, "，。；、：:;,（）()0123456789％%"); i >= 0 {
			_, size := utf8.DecodeRuneInString(before[i:])
			before = before[i+size:]
		}
		if word := u.candidate(before); word != "" {
			u.add(word, place)
		}
	}
}

var amount = regexp.MustCompile(`[0-9０-９][0-9０-９,，.．]*\s*(?:万|亿|千)?元`)

// candidate returns the unknown stretch of a clause that ends like a subject,
// with 收入 or 支出 behind it, or nothing where the clause holds one that is known.
func (u *Unknowns) candidate(clause string) string {
	word, end := "", -1
	for _, t := range u.l.Cut(nil, clause) {
		text := strings.TrimSpace(clause[t.Start:t.End])
		switch {
		case t.Term == nil:
			word, end = text, t.End
		case t.Term.Class == ClassSide && end == t.Start && endsInHan(word):
			word += text
		case t.Term.Class == ClassSubject, t.Term.Class == ClassSide, t.Term.Class == ClassPolicy:
			return ""
		}
	}
	if !subjectLike.MatchString(word) {
		return ""
	}
	return word
}

func endsInHan(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return !notHan(r)
}

var subjectLike = regexp.MustCompile(`^\p{Han}{2,20}(收入|支出|资金|基金|税|费|补助|补贴|支付|结余|结转|债券|余额|限额|经费|款|金)$`)

// allKnown reports whether a label is made of known terms only (年初预算, 全区合计).
func (u *Unknowns) allKnown(label string) bool {
	for _, t := range u.l.Cut(nil, label) {
		if t.Term == nil {
			return false
		}
	}
	return true
}

func (u *Unknowns) add(word, place string) {
	w := u.words[word]
	if w == nil {
		w = &Word{Text: word, First: place}
		u.words[word] = w
	}
	w.Count++
}

// List returns the words, most frequent first, equal counts in the order of the words.
func (u *Unknowns) List() []Word {
	out := make([]Word, 0, len(u.words))
	for _, w := range u.words {
		out = append(out, *w)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].Count != out[j].Count {
			return out[i].Count > out[j].Count
		}
		return out[i].Text < out[j].Text
	})
	return out
}

func hasHan(s string) bool { return strings.ContainsFunc(s, func(r rune) bool { return !notHan(r) }) }
