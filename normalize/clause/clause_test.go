package clause

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

var update = flag.Bool("update", false, "write what was read into the case files; review the diff")

func newReader(t testing.TB) *Reader {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(l)
}

// Case files hold paragraphs and what must be read in them:
//
//	@ book level-of-heading year stage [adjustment|policy]   the context, until the next @
//	> a paragraph
//	+ a paragraph that goes on in the section of the one before
//	amount | book level year stage side subject role [growth=…] [completion=…] [of=whole] [delta] [hedge=…] [basis=…]
func TestParagraphs(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	r := newReader(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := replay(r, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			compare(t, string(want), got)
		})
	}
}

func compare(t *testing.T, want, got string) {
	t.Helper()
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < len(w) || i < len(g); i++ {
		a, b := at(w, i), at(g, i)
		if a != b {
			t.Fatalf("line %d:\n want %s\n got  %s", i+1, a, b)
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// replay keeps the contexts and paragraphs of a case file and writes what is read.
func replay(r *Reader, text string) string {
	meta := outline.Meta{District: "某省某市某县", Government: '县', Kind: budget.KindBudget, Year: 2023, Next: 2024}
	var ctx outline.Context
	var carry Carry
	var b strings.Builder
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "@"):
			ctx = parseContext(strings.Fields(line[1:]))
			b.WriteString(line + "\n")
		case strings.HasPrefix(line, ">"), strings.HasPrefix(line, "+"):
			b.WriteString(line + "\n")
			if line[0] == '>' {
				carry = Carry{}
			}
			var drafts []Draft
			drafts, carry = r.Read(strings.TrimSpace(line[1:]), ctx, meta, carry)
			for i := range drafts {
				b.WriteString(show(&drafts[i], drafts) + "\n")
			}
		case strings.HasPrefix(line, "#"), line == "":
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func parseContext(f []string) outline.Context {
	c := outline.Context{Book: budget.Book(f[0]), Stage: budget.Stage(f[3])}
	if c.Book == "-" {
		c.Book = ""
	}
	switch f[1] {
	case "own":
		c.Scope, c.Level = "县级", budget.Own
	case "all":
		c.Scope, c.Level = "全县", budget.Consolidated
	}
	c.Year, _ = strconv.Atoi(f[2])
	for _, w := range f[4:] {
		c.Adjustment = c.Adjustment || w == "adjustment"
		c.Policy = c.Policy || w == "policy"
	}
	return c
}

func show(d *Draft, all []Draft) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s |", d.Amount)
	if d.Book == "" {
		return b.String() + " policy"
	}
	fmt.Fprintf(&b, " %s %s %d %s %s %s %s", d.Book, d.Level, d.Year, d.Stage, d.Side, d.Subject, d.Role)
	if d.Growth.Known {
		fmt.Fprintf(&b, " growth=%s", d.Growth.Value)
	}
	if d.Completion.Known {
		fmt.Fprintf(&b, " completion=%s", d.Completion.Value)
	}
	if d.Whole > 0 {
		fmt.Fprintf(&b, " of=%s", all[d.Whole-1].Subject)
	}
	if d.Delta {
		b.WriteString(" delta")
	}
	for _, kv := range [][2]string{{"hedge", d.Hedge}, {"basis", d.Basis}, {"listed", strings.Join(d.Listed, "+")}} {
		if kv[1] != "" {
			fmt.Fprintf(&b, " %s=%s", kv[0], kv[1])
		}
	}
	return b.String()
}

// An amount is a span of its paragraph, whatever the paragraph.
func FuzzRead(f *testing.F) {
	f.Add("全县一般公共预算收入12.3亿元（县级8亿元、乡镇4.3亿元），增长2%；加上级补助收入、调入资金等3亿元后，收入总计15.3亿元。")
	f.Add("由1亿元调增2000万元至1.2亿元，分别为3、4、5万元，其中：其中）（")
	r := newReader(f)
	meta := outline.Meta{Government: '县', Year: 2023, Next: 2024}
	f.Fuzz(func(t *testing.T, par string) {
		drafts, _ := r.Read(par, outline.Context{Book: budget.GeneralPublic, Year: 2023, Stage: budget.Execution}, meta, Carry{})
		for _, d := range drafts {
			if par[d.From:d.To] != d.Raw {
				t.Fatalf("%q is not the span %d:%d of the paragraph", d.Raw, d.From, d.To)
			}
			if d.Whole > len(drafts) {
				t.Fatalf("whole %d of %d figures", d.Whole, len(drafts))
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	r := newReader(b)
	par := strings.Repeat("全县一般公共预算收入完成12.3亿元，增长2.1%，加上级补助收入3.4亿元、调入资金1.2亿元后，收入总计16.9亿元。持续深化各项改革，加强资金统筹，优化支出结构，保障重点领域支出需要，兜牢民生底线，防范化解风险，推动高质量发展取得新成效。", 8)
	meta := outline.Meta{Government: '县', Year: 2023, Next: 2024}
	b.SetBytes(int64(len(par)))
	for b.Loop() {
		r.Read(par, outline.Context{Book: budget.GeneralPublic, Year: 2023, Stage: budget.Execution}, meta, Carry{})
	}
}
