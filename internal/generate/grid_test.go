package generate

import (
	"strings"
	"testing"

	"yusuan/internal/generate/render"
)

const gridStyle = `forms: 区
dash: —
---
⟨at "gp" "all" "act"⟩⟨grid "表1" "亿元" "金额单位：亿元"⟩
!项目|收入|<<
!^^|预算数|执行数
税收收入|⟨ks "bud" "r" "税收收入"⟩|⟨k "r" "税收收入"⟩
　预备费|⟨k "e" "预备费"⟩|
*注：主要项目。
⟨endgrid⟩
全区⟨R⟩。`

func TestGridIsATableOfTheDraft(t *testing.T) {
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
	g := d.Tables[0]
	if g.Caption != "表1" || g.Unit != "金额单位：亿元" || len(g.Header) != 2 || len(g.Rows) != 2 || len(g.Notes) != 1 {
		t.Errorf("table is %+v", g)
	}
	spans := []render.Cell{g.Header[0][0], g.Header[0][1], g.Header[0][2], g.Header[1][0]}
	for i, want := range [][2]int{{2, 0}, {0, 2}, {0, -1}, {-1, 0}} {
		if spans[i].RowSpan != want[0] || spans[i].ColSpan != want[1] {
			t.Errorf("cell %d spans %d rows, %d columns", i, spans[i].RowSpan, spans[i].ColSpan)
		}
	}
	if g.Rows[1][0].Indent != 1 || g.Rows[1][0].Text != "预备费" || !strings.Contains(g.Rows[1][1].Text, "—") {
		t.Errorf("row is %+v", g.Rows[1])
	}
	first, last := d.Labels[0], d.Labels[len(d.Labels)-1]
	if first.Kind != "table" || first.Stage != "budget" || first.Role != "component" {
		t.Errorf("first figure is %+v", first)
	}
	if last.Kind != "narrative" || !strings.HasSuffix(last.Raw, "万元") {
		t.Errorf("what follows the table is %+v", last)
	}
}

func TestGridWantsItsEnd(t *testing.T) {
	s, err := parseStyle("grid", "forms: 区\n---\n⟨grid \"表1\"⟩\n甲|1\n")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Draft(1); err == nil {
		t.Error("a grid without its end was written")
	}
}
