package lexicon

import (
	"strings"

	"yusuan/budget"
)

// Where a word may be used. Many sub-items have everyday names (体育, 公安):
// in a label column they are subjects, in a sentence they are not.
const (
	useAnywhere = ""
	useLabel    = "label" // only as a label; in sentences with 支出 or 收入 behind it
	useBook     = "book"  // only where the context is of the subject's own book (余额, 利息)
)

// builder collects rows into a Lexicon.
type builder struct {
	l       *Lexicon
	aliases []row
	// patterns and governments, from which further aliases are made
	patterns    []row
	governments map[string][]string // words by rank
	named       map[string][]*Subject
	order       []string // dictionary words in the order of the data
	errs        []error
}

// newBuilder returns a builder for so many rows.
func newBuilder(rows int) *builder {
	return &builder{governments: make(map[string][]string), named: make(map[string][]*Subject), l: &Lexicon{
		byCode: make(map[string]*Subject),
		terms:  make(map[string]*Term, 2*rows),
		labels: make(map[string][]meaning, 2*rows),
	}}
}

// note keeps an error, so that one run shows all that is wrong with the files.
func (b *builder) note(err error) {
	if err != nil {
		b.errs = append(b.errs, err)
	}
}

func (b *builder) add(r row) error {
	switch r.kind {
	case subjectRow:
		return b.addSubject(r)
	case aliasRow:
		// after all subjects are known
		b.aliases = append(b.aliases, r)
		return nil
	case patternRow:
		b.patterns = append(b.patterns, r)
		return nil
	case governmentRow:
		b.governments[r.get("rank")] = append(b.governments[r.get("rank")], r.get("government"))
		return nil
	default:
		return b.addTerm(r)
	}
}

func (b *builder) addSubject(r row) error {
	books, err := parseBooks(r.get("book"))
	if err != nil {
		return r.errorf("%v", err)
	}
	side := budget.Side(r.get("side"))
	if side != budget.Revenue && side != budget.Expenditure && side != budget.Balance {
		return r.errorf("unknown side %q", side)
	}
	s := &Subject{
		Name: r.get("name"), Code: r.get("code"), Books: books, Side: side,
		Role: budget.Role(r.get("role")), Parent: r.get("parent"), Edition: r.get("edition"),
		File: r.file, Line: r.line,
	}
	if !roles[s.Role] {
		return r.errorf("unknown role %q", s.Role)
	}
	b.l.subjects = append(b.l.subjects, s)
	b.named[s.Name] = append(b.named[s.Name], s)
	if s.Code != "" && b.l.byCode[s.Code] == nil {
		b.l.byCode[s.Code] = s
	}
	use := r.get("use")
	for _, w := range append([]string{s.Name}, splitAliases(r.get("aliases"))...) {
		if err := b.mean(r, w, use, s); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) addAlias(r row) error {
	subjects, err := b.meant(r, r.get("alias"))
	if err != nil {
		return err
	}
	for _, s := range subjects {
		if err := b.mean(r, r.get("alias"), r.get("use"), s); err != nil {
			return err
		}
	}
	return nil
}

// meant returns the subjects that an alias or pattern row names, in the books that
// it names.
func (b *builder) meant(r row, what string) ([]*Subject, error) {
	books, err := parseBooks(r.get("book"))
	if err != nil {
		return nil, r.errorf("%v", err)
	}
	name, side := r.get("subject"), budget.Side(r.get("side"))
	if name == "" {
		return nil, r.errorf("the alias %q names no subject", what)
	}
	var out []*Subject
	for _, s := range b.named[name] {
		if side != "" && s.Side != side {
			continue
		}
		narrowed := s
		if len(books) > 0 {
			narrowed = s.narrow(books)
		}
		if narrowed != nil {
			out = append(out, narrowed)
		}
	}
	if len(out) == 0 {
		return nil, r.errorf("no subject %q in that book and side", name)
	}
	return out, nil
}

// narrow returns the subject as it stands in some of its books only, or nil.
func (s *Subject) narrow(books []budget.Book) *Subject {
	var in []budget.Book
	for _, b := range books {
		if s.InBook(b) {
			in = append(in, b)
		}
	}
	if len(in) == 0 {
		return nil
	}
	if len(in) == len(s.Books) {
		return s
	}
	n := *s
	n.Books = in
	return &n
}

// meaning is one meaning of a word. A bound one holds only where the context is
// known to be of the subject's book.
type meaning struct {
	subject *Subject
	bound   bool
}

// mean records that a printed word means s in the books and on the side of s.
func (b *builder) mean(r row, word, use string, s *Subject) error {
	if use != useAnywhere && use != useLabel && use != useBook {
		return r.errorf("unknown use %q", use)
	}
	m := meaning{subject: s, bound: use == useBook}
	for _, w := range spellings(word) {
		if err := b.label(r, b.l.Normalize(w), m); err != nil {
			return err
		}
		if use == useLabel && !strings.HasSuffix(w, SideSuffix(s.Side)) {
			w += SideSuffix(s.Side)
			if err := b.label(r, b.l.Normalize(w), m); err != nil {
				return err
			}
		}
		b.word(w, m)
	}
	return nil
}

// SideSuffix is the word that ends the subjects of a side: 收入, else 支出.
func SideSuffix(side budget.Side) string {
	if side == budget.Revenue {
		return "收入"
	}
	return "支出"
}

// label adds a meaning, refusing a second one for the same book and side. A
// line of the user's own files replaces what was there.
func (b *builder) label(r row, key string, m meaning) error {
	list := b.l.labels[key]
	for i, have := range list {
		if have.subject.Side != m.subject.Side || !shareBook(have.subject, m.subject) {
			continue
		}
		if have.subject.Name == m.subject.Name && have.subject.Parent == m.subject.Parent {
			return nil
		}
		if r.user {
			list[i] = m
			return nil
		}
		return r.errorf("%q already means %s (%s:%d) in that book and side, and now %s",
			key, have.subject.Name, have.subject.File, have.subject.Line, m.subject.Name)
	}
	b.l.labels[key] = append(list, m)
	return nil
}

func shareBook(a, b *Subject) bool {
	for _, book := range a.Books {
		if b.InBook(book) {
			return true
		}
	}
	return false
}

func (b *builder) word(w string, m meaning) {
	t := b.l.terms[w]
	if t == nil {
		t = &Term{Word: w, Class: ClassSubject}
		b.l.terms[w] = t
		b.order = append(b.order, w)
	}
	for _, have := range t.Subjects {
		if have == m.subject {
			return
		}
	}
	t.Subjects = append(t.Subjects, m.subject)
	t.meanings = append(t.meanings, m)
}

func (b *builder) addTerm(r row) error {
	class := Class(r.get("class"))
	if !classes[class] {
		return r.errorf("unknown class %q", class)
	}
	for _, w := range spellings(r.get("word")) {
		t := b.l.terms[w]
		if t == nil {
			t = &Term{Word: w}
			b.l.terms[w] = t
			b.order = append(b.order, w)
		} else if t.Class != ClassSubject && !r.user {
			return r.errorf("%q is already a term of class %s", w, t.Class)
		}
		t.Class, t.Value = class, r.get("value")
	}
	return nil
}
