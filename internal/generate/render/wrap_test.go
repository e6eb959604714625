package render

import (
	"strings"
	"testing"
)

func TestWholeLines(t *testing.T) {
	for _, c := range []struct {
		text string
		wrap int
		want string
	}{
		{"收入完成123456万元，增长5.2%。", 8, "收入完成123456万/元，增长5.2%。"},
		{"支出（不含123.45）增", 5, "支出（不含/123.45）增"},
		{"一二三四，五", 4, "一二三/四，五"},
		{"一二\uE000\U000F0001123456\uE001三", 4, "一二/\uE000\U000F0001123456\uE001三"},
	} {
		got := strings.Join(paragraph(c.text, Settings{Wrap: c.wrap, Whole: true}), "/")
		if got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.text, c.wrap, got, c.want)
		}
	}
}

func TestTableOfSingleSpaces(t *testing.T) {
	table := &Table{Caption: "表一", Unit: "单位：万元", Header: [][]Cell{Texts("项目", "数", "项目", "数")}, Rows: [][]Cell{Texts("收入", "10", "支出", "9"), Texts("其他", "1", "", "")}}
	got := strings.Join(textTable(table, Settings{Table: "single"}), "/")
	if want := "表一/单位：万元/项目 数 项目 数/收入 10 支出 9/其他 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
