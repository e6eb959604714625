package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLintBuiltIn(t *testing.T) {
	findings, err := Lint()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Error(f)
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestUserFile: one line is an alias; it may replace a built-in meaning.
func TestUserFile(t *testing.T) {
	file := write(t, "mine.tsv", "# ours\n财源建设收入\t非税收入\n总来源\t上级补助收入\tgeneral_public\trevenue\n")
	l := load(t, file)
	for _, c := range [][2]string{{"财源建设收入", "非税收入"}, {"总来源", "上级补助收入"}} {
		s, ok := l.Subject(c[0], "general_public", "revenue")
		if !ok || s.Name != c[1] {
			t.Errorf("%s is %v, want %s", c[0], s, c[1])
		}
	}
	if got := l.Cut(nil, "财源建设收入"); len(got) != 1 || got[0].Term == nil {
		t.Errorf("the user's word is not cut as one term: %v", got)
	}
}

func TestUserFileErrors(t *testing.T) {
	for name, c := range map[string][2]string{
		"unknown subject": {"新词\t没有的科目\n", "mine.tsv:1: no subject"},
		"no subject":      {"\n新词\n", "mine.tsv:2: the alias"},
		"unknown column":  {"alias\tmeaning\n", "mine.tsv:1: unknown column"},
		"unknown class":   {"word\tclass\tvalue\n词语\tnoun\t\n", "mine.tsv:2: unknown class"},
		"unknown book":    {"新词\t非税收入\tbudget\n", "mine.tsv:1: unknown book"},
		"unknown side":    {"name\tcode\tbook\tside\trole\n新科目\t\tdebt\tleft\titem\n", "mine.tsv:2: unknown side"},
		"unknown role":    {"name\tcode\tbook\tside\trole\n新科目\t\tdebt\trevenue\tboss\n", "mine.tsv:2: unknown role"},
		"too many cells":  {"新词\t非税收入\t\t\t\t\tx\n", "mine.tsv:1: 7 cells"},
		"empty word":      {"\t非税收入\n", "mine.tsv:1: the first cell"},
	} {
		_, err := Load(write(t, "mine.tsv", c[0]))
		if err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("%s: error %v, want %s", name, err, c[1])
		}
	}
	if _, err := Load("no-such-file.tsv"); err == nil {
		t.Error("no error for a file that does not exist")
	}
}

func TestLintUserFile(t *testing.T) {
	file := write(t, "mine.tsv", "name\tcode\tbook\tside\trole\tparent\n新科目\t1011\tdebt\trevenue\titem\t没有\n另科目\t20501\tgeneral_public\trevenue\titem\n")
	findings, err := Lint(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range findings {
		all = append(all, f.String())
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{"mine.tsv:2: the parent 没有", "mine.tsv:2: the code 1011", "mine.tsv:3: the code 20501 of 另科目 is of expenditure", "belongs to 教育管理事务"} {
		if !strings.Contains(got, want) {
			t.Errorf("missing %q in\n%s", want, got)
		}
	}
}

func TestUnknowns(t *testing.T) {
	l := load(t)
	u := l.NewUnknowns()
	u.Label("一、税收收入", "a:1", "general_public", "revenue")
	u.Label("（二）月球开发收入", "a:2", "general_public", "revenue")
	u.Label("年初预算数", "a:3", "general_public", "revenue")
	u.Sentence("全县月球开发收入12万元，税收收入3万元，某某奖补资金5万元，月球开发收入增长2%，火星补助1,200万元", "a:4")
	var got []string
	for _, w := range u.List() {
		got = append(got, w.Text+" "+w.First)
	}
	if want := "月球开发收入 a:2|某某奖补资金 a:4|火星补助 a:4"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}
