package generate

import (
	"strings"
	"testing"

	"yusuan/internal/generate/render"
)

const gridStyle = `forms: 县
dash: —
out: html
---
#报告
⟨at "gp" "all" "act"⟩⟨grid "表1" "单位：亿元、%"⟩
!>项目|预算数|执行数|<|全县增长%
!^|^|全县|县级|
税收收入|⟨x "bud" "r" "税收收入"⟩|⟨cols "r" "税收收入" "act own/act"⟩|>⟨sg⟩
　预备费|⟨x "bud" "e" "预备费"⟩|⟨cols "e" "预备费" "act own/act growth%"⟩
合计|⟨R⟩|>||
⟨notes⟩
注：其中增值税⟨r "增值税"⟩。
⟨endgrid⟩
全县⟨R⟩。`

func gridDraft(t *testing.T) *Draft {
	t.Helper()
	s, err := parseStyle("grid", gridStyle)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Draft(1)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Tables) != 1 {
		t.Fatalf("%d tables", len(d.Tables))
	}
	return d
}

func TestGridIsATableOfTheDraft(t *testing.T) {
	g := gridDraft(t).Tables[0]
	if g.Caption != "表1" || g.Unit != "单位：亿元、%" || len(g.Header) != 2 || len(g.Rows) != 3 || len(g.Notes) != 1 || !strings.HasPrefix(g.Notes[0], "注：") {
		t.Errorf("table is %+v", g)
	}
	spans := []render.Cell{g.Header[0][0], g.Header[0][2], g.Header[0][3], g.Header[1][0]}
	for i, want := range [][2]int{{2, 0}, {0, 2}, {0, -1}, {-1, 0}} {
		if spans[i].RowSpan != want[0] || spans[i].ColSpan != want[1] {
			t.Errorf("cell %d spans %d rows, %d columns", i, spans[i].RowSpan, spans[i].ColSpan)
		}
	}
	if row := g.Rows[1]; row[0].Indent != 1 || row[0].Text != "预备费" || !strings.Contains(row[2].Text, "—") || row[4].Text != "—" {
		t.Errorf("row is %+v", row)
	}
}

func TestGridTellsNumbersFromLabels(t *testing.T) {
	g := gridDraft(t).Tables[0]
	for i, want := range []string{"-####", "-----", "-####", "-####", "-##--"} {
		got := ""
		for _, c := range append(append([][]render.Cell{}, g.Header...), g.Rows...)[i] {
			if c.Number {
				got += "#"
			} else {
				got += "-"
			}
		}
		if got != want {
			t.Errorf("row %d: numbers %s, want %s", i, got, want)
		}
	}
}

func TestGridWritesCellsAndNotesSentences(t *testing.T) {
	d := gridDraft(t)
	r, err := d.Finish()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range r.Truth {
		got = append(got, l.Kind+" "+l.Level+" "+l.Stage+" "+l.Subject)
	}
	want := strings.Join([]string{
		"table consolidated budget 税收收入", "table consolidated execution 税收收入", "table own execution 税收收入",
		"table consolidated budget 预备费", "table consolidated execution 预备费", "table own execution 预备费",
		"table consolidated execution 一般公共预算收入", "narrative consolidated execution 增值税", "narrative consolidated execution 一般公共预算收入",
	}, "\n")
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("truth is\n%s", s)
	}
	if r.Truth[2].Growth == "" || r.Truth[1].Growth != "" {
		t.Errorf("growth of the last amount: %+v", r.Truth[1:3])
	}
	if strings.Contains(r.Truth[0].Raw, "元") || !strings.HasSuffix(r.Truth[7].Raw, "万元") || r.Truth[4].Raw != "—" {
		t.Errorf("printed %q, %q, %q", r.Truth[0].Raw, r.Truth[7].Raw, r.Truth[4].Raw)
	}
}

func TestGridOutOfPlaceIsAnError(t *testing.T) {
	for _, body := range []string{
		"⟨grid \"表1\"⟩\n甲|1\n",
		"⟨grid \"表1\"⟩\n甲|1\n⟨grid \"表2\"⟩\n乙|1\n⟨endgrid⟩",
		"⟨grid \"表1\"⟩\n!项目|数\n⟨endgrid⟩",
		"⟨grid \"表1\"⟩\n!项目|数\n甲|1|2\n⟨endgrid⟩",
		"⟨notes⟩", "⟨endgrid⟩",
	} {
		s, err := parseStyle("grid", "forms: 县\n---\n"+body)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Draft(1); err == nil {
			t.Errorf("no error for %q", body)
		}
	}
}
