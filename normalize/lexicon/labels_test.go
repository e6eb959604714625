package lexicon

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
)

type label struct {
	Line    int
	Kind    string
	Book    budget.Book
	Side    budget.Side
	Subject string
	Parent  string
	Role    budget.Role
	Raw     string
}

// TestLabels checks the vocabulary against the labelled reports that stand
// beside the repository: every subject is known in its book and side, every row
// label of a table resolves to it, and a sentence that states it holds a word for it.
func TestLabels(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared")
	files, _ := filepath.Glob(filepath.Join(root, "labels", "*.jsonl"))
	if len(files) == 0 {
		t.Skip("no labelled reports beside the repository (../shared/labels)")
	}
	l := load(t)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		lines := readLines(t, filepath.Join(root, "reports", name+".txt"))
		for _, want := range readLabels(t, file) {
			if want.Book == "" {
				continue
			}
			checkLabel(t, l, name, lines, want)
		}
	}
}

func checkLabel(t *testing.T, l *Lexicon, name string, lines []string, want label) {
	s, ok := l.Subject(want.Subject, want.Book, want.Side)
	if !ok || s.Name != want.Subject || s.Side != want.Side || !s.InBook(want.Book) {
		t.Errorf("%s:%d: %s (%s, %s) is not in the vocabulary", name, want.Line, want.Subject, want.Book, want.Side)
		return
	}
	if want.Role == budget.RoleEarmark || want.Role == budget.RoleLump {
		return
	}
	line := lines[want.Line-1]
	if want.Kind == "table" {
		if !rowHolds(l, line, want) {
			t.Errorf("%s:%d: no cell of %q resolves to %s", name, want.Line, line, want.Subject)
		}
		return
	}
	for _, tok := range l.Cut(nil, line) {
		if tok.Term == nil {
			continue
		}
		if s, ok := l.Choose(tok.Term, want.Book, want.Side); ok && s.Name == want.Subject {
			return
		}
		if tok.Term.Class == ClassKind || tok.Term.Class == ClassBook {
			return // completed by what was said before
		}
	}
	if strings.Count(line, "。") > 0 && (want.Role == budget.RoleTotal || want.Role == budget.RoleComponent) && name != brokenLines {
		t.Errorf("%s:%d: no word for %s in its paragraph", name, want.Line, want.Subject)
	}
}

// brokenLines is the report whose printed lines break its sentences.
const brokenLines = "dev-pdf-text"

func rowHolds(l *Lexicon, line string, want label) bool {
	cells := strings.FieldsFunc(strings.ReplaceAll(line, "  ", "\t"), func(r rune) bool { return r == '\t' || r == '|' })
	for _, c := range cells {
		s, ok := l.Subject(c, want.Book, want.Side)
		if ok && (s.Name == want.Subject || kindOf(l, s, want.Subject)) {
			return true
		}
		if t, ok := l.Term(l.Normalize(c)); ok && (t.Class == ClassLevel || t.Class == ClassKind) {
			return true
		}
	}
	s, ok := l.Subject(strings.Join(cells[:1], ""), want.Book, want.Side)
	return ok && s.Name == want.Subject
}

// kindOf reports whether a column for general or special debt makes the row's
// subject the wanted one.
func kindOf(l *Lexicon, whole *Subject, name string) bool {
	for _, kind := range []string{"general", "special"} {
		if part, ok := l.Kind(whole, kind); ok && part.Name == name {
			return true
		}
	}
	return false
}

func readLines(t *testing.T, file string) []string {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(b), "\n")
}

func readLabels(t *testing.T, file string) []label {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []label
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var l label
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, l)
	}
	return out
}
