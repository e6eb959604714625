// Package lexicon is the vocabulary of local budget reports: subjects with their
// official codes and synonyms, and the words that say scope, stage, comparison
// and the like. The vocabulary is data (data/*.tsv, and files of the user); the
// package loads it, cuts text into its terms, and resolves printed labels.
// It knows nothing of documents, tables or rules.
package lexicon

import (
	"yusuan/budget"

	"github.com/go-ego/gse"
)

// Class says what a term does in a sentence.
type Class string

const (
	ClassSubject Class = "subject"   // 科目: 增值税, 上级补助收入
	ClassSide    Class = "side"      // 收入, 支出: the book's own total where the book is known; carries Subjects
	ClassBook    Class = "book"      // 预算本: 一般公共预算; Value is a budget.Book
	ClassLevel   Class = "level"     // 口径: 全县, 区本级, 园区; Value is a budget.Level, or "upper" for a government above
	ClassStage   Class = "stage"     // 年初预算, 调整预算数, 决算数; Value is a budget.Stage
	ClassYear    Class = "year-word" // 上年, 今年; Value is the offset to the year reported on, or "period"
	ClassLink    Class = "link"      // 加上, 其中, 分别为, 等; Value names what it does
	ClassVerb    Class = "verb"      // 完成, 安排, 调增; Value names what it does
	ClassCompare Class = "compare"   // 增长, 下降, 比上年; Value up, down, same, double, against, base
	ClassHedge   Class = "hedge"     // 约, 超过, 左右; Value approx, above, below
	ClassKind    Class = "kind"      // 一般债务, 专项债券 without saying of what; Value general or special, see Lexicon.Kind
	ClassUnit    Class = "unit"      // 万元; Value is the unit's factor to 万元
	ClassBasis   Class = "basis"     // 同口径, 自然口径
	ClassPolicy  Class = "policy"    // 减税降费, 地区生产总值: an amount beside it is no figure of a budget
	classGuard   Class = "guard"     // words that contain a term without meaning it: 后续, 节约; never returned
)

// Term is one word of the vocabulary.
type Term struct {
	Word  string
	Class Class
	Value string
	// Subjects are the meanings of a subject or side word, over all books and
	// sides, in the order of the data. Lexicon.Choose picks one by context.
	Subjects []*Subject
	meanings []meaning // the same, with how far they may be trusted
}

// Token is a stretch of the input: a term, or the unknown text between two.
// Start and End are byte offsets. Neighbouring unknown text is one token.
type Token struct {
	Start, End int
	Term       *Term
}

// Subject is a canonical subject (科目).
type Subject struct {
	Name    string
	Code    string // of the national classification (政府收支分类科目), or empty
	Books   []budget.Book
	Side    budget.Side
	Role    budget.Role
	Parent  string // canonical name of the subject it is a part of, or empty
	Edition string // the year's edition the line is from, or the years it was current
	File    string // where it is defined: file name and line
	Line    int
}

// InBook reports whether the subject belongs to the book.
func (s *Subject) InBook(b budget.Book) bool {
	for _, have := range s.Books {
		if have == b {
			return true
		}
	}
	return false
}

// Lexicon is a loaded vocabulary. It does not change after Load and serves many
// goroutines at once.
type Lexicon struct {
	subjects []*Subject
	byCode   map[string]*Subject
	terms    map[string]*Term
	labels   map[string][]meaning // printed label, cleaned → its meanings
	seg      gse.Segmenter
	trie     *trie
	words    int
}

// Load reads the built-in vocabulary and then the user's files, which may add
// subjects, aliases and terms. A malformed line is an error that names file
// and line, as is a word that would mean two subjects in one context.
func Load(files ...string) (*Lexicon, error) {
	rows, err := readAll(files)
	if err != nil {
		return nil, err
	}
	b := newBuilder(len(rows))
	for _, r := range rows {
		b.note(b.add(r))
	}
	return b.build()
}

// Term returns the term that is exactly word.
func (l *Lexicon) Term(word string) (*Term, bool) {
	t, ok := l.terms[word]
	if !ok || t.Class == classGuard {
		return nil, false
	}
	return t, true
}

// ByCode returns the subject of an official code.
func (l *Lexicon) ByCode(code string) (*Subject, bool) {
	s, ok := l.byCode[code]
	return s, ok
}
