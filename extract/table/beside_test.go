package table_test

import (
	"strings"
	"testing"
)

// A figure beside a table is reported; a note or a page's margin is not.
func TestFigureBesideTable(t *testing.T) {
	for text, want := range map[string]bool{"4,321": true, "见说明": false, "": false} {
		d := newDrawing(10)
		rows := [][]string{{"项目", "执行数"}, {"税收收入", "12,111"}, {"非税收入", "4,310"}, {"合计", "16,421"}}
		d.drawSheet(&sheet{rows: rows, widths: []float64{80, 60}, pitch: 20}, 60, 100, allRules)
		if text != "" {
			d.text(260, 100+2*20+10+3.5, text)
		}
		f := one(t, d.page)
		got := false
		for _, p := range f.Problems {
			got = got || strings.Contains(p.Message, "第3行") && strings.Contains(p.Message, text)
		}
		if got != want {
			t.Errorf("%q: %+v", text, f.Problems)
		}
	}
}
