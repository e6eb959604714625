package flow_test

import (
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/extracttest"
	"yusuan/extract/flow"
)

// document makes a document of lines; a line "-- page --" begins a new page.
func document(in string) *extract.Document {
	doc := &extract.Document{Pages: []extract.Page{{Number: 1}}}
	n := 0
	for _, s := range strings.Split(strings.TrimSuffix(in, "\n"), "\n") {
		if s == "=== page" {
			doc.Pages = append(doc.Pages, extract.Page{Number: len(doc.Pages) + 1})
			continue
		}
		n++
		p := &doc.Pages[len(doc.Pages)-1]
		p.Lines = append(p.Lines, extract.Line{Number: n, Text: s})
	}
	return doc
}

func TestCases(t *testing.T) {
	extracttest.Cases(t, "testdata/*.txtar", func(t *testing.T, a *extracttest.Archive) *extract.Document {
		doc := document(string(a.File("in")))
		flow.Mark(doc)
		return doc
	})
}

func TestParagraphsLeadBackToTheirLines(t *testing.T) {
	doc := document("    全市收入**972\n80**万元，增长\n\n　　3.5%。\n# 标题\n")
	for i := range doc.Pages[0].Lines[:4] {
		doc.Pages[0].Lines[i].Joins = i > 0
	}
	ps := flow.Paragraphs(doc)
	if len(ps) != 2 || ps[0].Text != "全市收入**97280**万元，增长3.5%。" || ps[1].Line() != 5 {
		t.Fatalf("paragraphs %+v", ps)
	}
	p := ps[0].Plain()
	if p.Text != "全市收入97280万元，增长3.5%。" {
		t.Fatalf("plain text %q", p.Text)
	}
	for _, c := range []struct {
		part   string
		line   int
		source string
		broken bool
	}{
		{"全市收入", 1, "全市收入", false},
		{"97280", 1, "972", true},
		{"万元", 2, "万元", false},
		{"3.5%", 4, "3.5%", false},
	} {
		at := strings.Index(p.Text, c.part)
		line, from, to, broken := p.Locate(at, at+len(c.part))
		if line != c.line || broken != c.broken || doc.Pages[0].Lines[line-1].Text[from:to] != c.source {
			t.Errorf("%s: line %d bytes %d–%d broken %v", c.part, line, from, to, broken)
		}
	}
	if h := ps[1].Plain(); h.Text != "标题" {
		t.Errorf("heading %q", h.Text)
	}
}

func TestPlainKeepsWhatIsNoMark(t *testing.T) {
	for in, want := range map[string]string{
		"- 教育支出12万元。":        "教育支出12万元。",
		"> **注**：a\\*b":      "注：a*b",
		"1\\. 全区收入<br/>12万元": "1. 全区收入12万元",
		"*小计* 3*4":           "小计 3*4",
		"——教育支出5万元":          "——教育支出5万元",
		"-916万元":             "-916万元",
		"#":                  "#",
	} {
		p := flow.Paragraphs(document(in))
		if got := p[0].Plain(); got.Text != want {
			t.Errorf("%q gives %q, want %q", in, got.Text, want)
		}
	}
}

// FuzzMark: no text breaks the marking, and paragraphs lead back to their source.
func FuzzMark(f *testing.F) {
	f.Add("收入12\n\n— 1 —\n\n标题\n万元，\n=== page\n标题\n2\n**3**万元\\.\n")
	f.Add("1\n2\n3\n第一页\n=== page\n1/2\n# a\n- b\n> c\n")
	f.Fuzz(func(t *testing.T, in string) {
		doc := document(in)
		flow.Mark(doc)
		lines := map[int]string{}
		for _, p := range doc.Pages {
			for _, l := range p.Lines {
				lines[l.Number] = l.Text
			}
		}
		for _, p := range flow.Paragraphs(doc) {
			for _, q := range []flow.Paragraph{p, p.Plain()} {
				for _, c := range q.Pieces {
					if got, want := lines[c.Line][c.Offset:c.Offset+c.End-c.Start], q.Text[c.Start:c.End]; got != want {
						t.Fatalf("piece %q leads to %q", want, got)
					}
				}
			}
		}
	})
}
