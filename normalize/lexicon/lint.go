package lexicon

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Finding is something wrong with the vocabulary that Load accepts.
type Finding struct {
	File    string
	Line    int
	Message string
}

func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message) }

// Lint checks the built-in vocabulary and the user's files. What would make
// Load fail (a word with two meanings in one context, an unknown subject, a
// word that the segmenter did not take) is returned as the error; the findings
// are unknown parents, codes of the wrong shape, one code for two names, and
// words that the lexer cannot hold apart from numbers.
func Lint(files ...string) ([]Finding, error) {
	l, err := Load(files...)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, s := range l.subjects {
		for _, message := range l.lintSubject(s) {
			out = append(out, Finding{File: s.File, Line: s.Line, Message: message})
		}
	}
	rows, err := readAll(files)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if message := lintWord(r); message != "" {
			out = append(out, Finding{File: r.file, Line: r.line, Message: message})
		}
	}
	return out, nil
}

// codeShape is 类 (3 digits), with 款, 项 and 目 of two digits each.
var codeShape = regexp.MustCompile(`^[12]\d{2}(\d{2}){0,3}$`)

func (l *Lexicon) lintSubject(s *Subject) []string {
	var out []string
	if s.Parent != "" && !l.hasParent(s) {
		out = append(out, fmt.Sprintf("the parent %s of %s is no subject of its book", s.Parent, s.Name))
	}
	if s.Parent == s.Name {
		out = append(out, s.Name+" is its own parent")
	}
	if s.Code == "" {
		return out
	}
	if !codeShape.MatchString(s.Code) {
		return append(out, fmt.Sprintf("the code %s of %s is not 3, 5, 7 or 9 digits", s.Code, s.Name))
	}
	if want := sideOfCode(s.Code); want != string(s.Side) {
		out = append(out, fmt.Sprintf("the code %s of %s is of %s", s.Code, s.Name, want))
	}
	if first := l.byCode[s.Code]; first.Name != s.Name {
		out = append(out, fmt.Sprintf("the code %s belongs to %s and to %s", s.Code, first.Name, s.Name))
	}
	return out
}

func (l *Lexicon) hasParent(s *Subject) bool {
	for _, p := range l.subjects {
		if p.Name == s.Parent && shareBook(p, s) {
			return true
		}
	}
	return false
}

// sideOfCode says the side of a code: 1 is revenue, 2 expenditure.
func sideOfCode(code string) string {
	if strings.HasPrefix(code, "1") {
		return "revenue"
	}
	return "expenditure"
}

// lintWord checks a dictionary word: digits and Latin letters are read beside
// the dictionary, and a word of one character must be a joining word.
func lintWord(r row) string {
	if r.kind == patternRow || r.kind == governmentRow {
		return "" // no words by themselves
	}
	word := r.get(columns[r.kind][0])
	if strings.ContainsAny(word, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%") {
		return word + " holds digits or Latin letters, which the lexer reads apart"
	}
	if r.kind != termRow && utf8.RuneCountInString(word) < 2 {
		return word + " is too short for the name of a subject"
	}
	return ""
}
