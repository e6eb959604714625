package text

import (
	"testing"

	"yusuan/extract"
)

func TestCloseUp(t *testing.T) {
	cases := []struct{ in, want string }{
		{"清 江 区 2 0 2 4 年 财 政 收 支 情 况", "清江区2024年财政收支情况"},
		{"一 般 公 共 预 算 收 入 完 成 12.84 亿 元 ， 增 长 6.3% 。", "一般公共预算收入完成12.84亿元，增长6.3%。"},
		{"教 育 支 出   320 360   12.5", "教育支出   320 360   12.5"},
	}
	page := extract.Page{}
	for _, c := range cases {
		page.Lines = append(page.Lines, extract.Line{Text: c.in})
	}
	closeUp([]extract.Page{page})
	for i, c := range cases {
		if got := page.Lines[i].Text; got != c.want {
			t.Errorf("%q gives %q, want %q", c.in, got, c.want)
		}
	}
	plain := extract.Page{Lines: []extract.Line{{Text: "项 目  金 额"}, {Text: "一般公共预算收入完成12.84亿元，增长6.3%。"}}}
	closeUp([]extract.Page{plain})
	if got := plain.Lines[0].Text; got != "项 目  金 额" {
		t.Errorf("a spaced head of an ordinary text became %q", got)
	}
}
