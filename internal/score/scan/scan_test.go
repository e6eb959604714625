package scan

import (
	"testing"

	"yusuan/internal/generate"
)

func TestText(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // 万元
	}{
		{"收入123,456万元，其中税收１２．５亿元", []string{"123456", "125000"}},
		{"完成2021.6万元，2023年增长10.2%", []string{"2021.6"}},
		{"上年结转17\n364万元，收入总计", []string{"17364"}},
		{"余额36.\n15亿元", []string{"361500"}},
		{"余额26.10\n亿元", []string{"261000"}},
		{"就业支出**97280**万元", []string{"97280"}},
		{"结余-916万元", []string{"-916"}},
		{"三千五百万元、二百八十万元、十二亿元、百亿元产业", []string{"3500", "280", "120000"}},
		{"33万人次、6.18万平方米、元旦2元旦", nil},
		{"结余26万元年末并入总账，3元年", []string{"26"}},
		{"人均85元，3千元，2百万元，1千万元", []string{"0.0085", "0.3", "200", "1000"}},
	} {
		got := Text(c.text)
		if len(got) != len(c.want) {
			t.Errorf("%q: %d amounts, not %d: %v", c.text, len(got), len(c.want), got)
			continue
		}
		for i := range got {
			if got[i].Wan.String() != c.want[i] {
				t.Errorf("%q: amount %d is %s, not %s", c.text, i, got[i].Wan, c.want[i])
			}
		}
	}
}

// The scanner sees every amount with a unit that a generator wrote, and no more.
func TestTextSeesWhatIsWritten(t *testing.T) {
	styles, err := generate.Styles()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range styles {
		if s.Out.Ext != "txt" || s.Out.Encoding != "" {
			continue
		}
		d, err := s.Draft(4)
		if err != nil {
			t.Fatal(err)
		}
		d.Style.Out.PageLen = 1 << 20 // a page break inside an amount hides it from a scanner of characters
		r, err := d.Finish()
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for _, l := range r.Truth {
			if l.Kind == "narrative" && l.Amount != "" {
				want++
			}
		}
		got := len(Text(string(r.Data)))
		bare := 0
		for _, l := range r.Truth {
			if l.Kind == "narrative" && l.Raw != "" && l.Raw[len(l.Raw)-1] <= '9' {
				bare++
			}
		}
		if got < want-bare || got > want { // a bare amount may have its unit behind it
			t.Errorf("%s: %d amounts seen, %d to %d written", s.Name, got, want-bare, want)
		}
	}
}
