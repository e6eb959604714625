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

func TestNormalize(t *testing.T) {
	l := load(t)
	for _, c := range cases(t, "label.tsv") {
		if got := l.Normalize(c[0]); got != c[1] {
			t.Errorf("Normalize(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestByCode(t *testing.T) {
	l := load(t)
	for code, want := range map[string]string{"101": "税收收入", "10101": "增值税", "205": "教育支出", "20502": "普通教育", "1030148": "国有土地使用权出让收入", "21208": "国有土地使用权出让收入安排的支出"} {
		if s, ok := l.ByCode(code); !ok || s.Name != want {
			t.Errorf("ByCode(%s) = %v, want %s", code, s, want)
		}
	}
	if _, ok := l.ByCode("99999"); ok {
		t.Error("a code that does not exist was found")
	}
}

func TestKind(t *testing.T) {
	l := load(t)
	for _, c := range [][3]string{
		{"政府债务余额", "general", "一般债务余额"},
		{"政府债务限额", "special", "专项债务限额"},
		{"新增债券", "special", "新增专项债券"},
		{"再融资债券", "general", "再融资一般债券"},
		{"债务还本支出", "general", "一般债务还本支出"},
	} {
		whole, ok := l.Subject(c[0], budget.Debt, "")
		if !ok {
			t.Fatalf("%s is not in the vocabulary", c[0])
		}
		if part, ok := l.Kind(whole, c[1]); !ok || part.Name != c[2] {
			t.Errorf("the %s part of %s is %v, want %s", c[1], c[0], part, c[2])
		}
	}
	whole, _ := l.Subject("税收收入", budget.GeneralPublic, "")
	if part, ok := l.Kind(whole, "general"); ok {
		t.Errorf("税收收入 has a general part %v", part)
	}
}
