package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
)

func load(t testing.TB, files ...string) *Lexicon {
	t.Helper()
	l, err := Load(files...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// cases reads a TSV file of test cases; # begins a comment.
func cases(t *testing.T, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for _, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		out = append(out, strings.Split(line, "\t"))
	}
	if len(out) == 0 {
		t.Fatalf("no cases in %s", name)
	}
	return out
}

func TestCut(t *testing.T) {
	l := load(t)
	for _, c := range cases(t, "cut.tsv") {
		var got []string
		for _, tok := range l.Cut(nil, c[0]) {
			w := c[0][tok.Start:tok.End]
			if tok.Term == nil {
				w = "‹" + w + "›"
			}
			got = append(got, w)
		}
		if s := strings.Join(got, "|"); s != c[1] {
			t.Errorf("Cut(%s)\n got %s\nwant %s", c[0], s, c[1])
		}
	}
}

func TestSubject(t *testing.T) {
	l := load(t)
	for _, c := range cases(t, "subject.tsv") {
		s, ok := l.Subject(c[0], budget.Book(c[1]), budget.Side(c[2]))
		got := "?"
		if ok {
			got = s.Name
		}
		if got != c[3] {
			t.Errorf("Subject(%q, %s, %s) = %s, want %s", c[0], c[1], c[2], got, c[3])
		}
	}
}
