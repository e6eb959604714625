package normalize

import (
	"context"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/extract/runes"
)

func readText(t *testing.T, text string) *budget.Report {
	t.Helper()
	doc, err := open.Bytes(context.Background(), "x.txt", []byte(text), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := n.Read(context.Background(), "x", doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const traditionalReport = `關於青石縣2023年財政決算的報告

一、一般公共預算收支決算情況
2023年，全縣一般公共預算收入完成21.4億元，其中：稅收收入14.1億元，非稅收入7.3億元；加上級補助收入302000萬元，收入總計516000萬元。

表1 2023年全縣一般公共預算支出決算表
單位：萬元
項目	預算數	決算數
一、教育支出	5200	5100
二、衛生健康支出	3300	3200
支出合計	8500	8300
`

// A report in traditional characters says what it says in simplified ones, in the
// same places; its figures keep the characters that are printed.
func TestTraditional(t *testing.T) {
	got, want := readText(t, traditionalReport), readText(t, runes.Simplify(traditionalReport))
	if len(got.Figures) == 0 || len(got.Figures) != len(want.Figures) {
		t.Fatalf("%d figures, %d in simplified characters", len(got.Figures), len(want.Figures))
	}
	lines := strings.Split(traditionalReport, "\n")
	for i, g := range got.Figures {
		w := want.Figures[i]
		if g.Subject != w.Subject || g.Book != w.Book || g.Side != w.Side || !g.Amount.Equal(w.Amount) || g.Place != w.Place {
			t.Errorf("%+v\nwant %+v", g, w)
		}
		if g.Raw != lines[g.Line-1][g.Start:g.End] {
			t.Errorf("raw %q is not what stands in the line: %q", g.Raw, lines[g.Line-1][g.Start:g.End])
		}
		if !strings.Contains(traditionalReport, g.Quote) && g.Kind == budget.Narrative {
			t.Errorf("quote %q is not printed", g.Quote)
		}
	}
}

func TestNamesAreNotTraditional(t *testing.T) {
	doc := &extract.Document{Pages: []extract.Page{{Lines: []extract.Line{{Number: 1, Text: "瀏阳某地2023年全县一般公共预算收入完成21.4亿元，其中税收收入14.1亿元"}}}}}
	if simplified(doc) != doc {
		t.Error("one traditional character makes no traditional text")
	}
}
