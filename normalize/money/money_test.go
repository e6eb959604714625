package money

import (
	"fmt"
	"strings"
	"testing"

	"yusuan/budget"
)

func show(toks []Token) string {
	var parts []string
	for _, t := range toks {
		k := map[Kind]string{Amount: "万元", Percent: "%", Points: "点"}[t.Kind]
		s := fmt.Sprintf("%s%s±%s", t.Value, k, t.Step)
		if t.Hedge != "" {
			s += " " + t.Hedge
		}
		if t.Problem != "" {
			s += " !"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

func TestScan(t *testing.T) {
	cases := []struct{ in, want string }{
		{"收入1234万元", "1234万元±1"},
		{"2021.6万元", "2021.6万元±0.1"},
		{"2023年完成12.36亿元", "123600万元±100"},
		{"33万人次、4.5万余人、6.18万平方米、18.7万吨、1718个、5000亩", ""},
		{"增长10.2%，回落3.8个百分点", "10.2%±0.1; 3.8点±0.1"},
		{"人均补助670元", "0.067万元±0.0001"},
		{"１８３５４６万元", "183546万元±1"},
		{"２．１亿元", "21000万元±1000"},
		{"1,286.4万元", "1286.4万元±0.1"},
		{"88,4350万元", "884350万元±1 !"},
		{"结余-916万元", "-916万元±1"},
		{"2024-2025年安排300万元", "300万元±1"},
		{"分别为3、4.5、5万元", "3万元±1; 4.5万元±0.1; 5万元±1"},
		{"增值税69000、契税13000、耕地占用税1500万元", "69000万元±1; 13000万元±1; 1500万元±1"},
		{"返还性收入5214，一般性转移支付收入8,558万元", "5214万元±1; 8558万元±1"},
		{"参保人数5214、基金收入8558万元", "8558万元±1"},
		{"到2025、收入8558万元", "8558万元±1"},
		{"由3.2亿增至4.1亿元", "41000万元±1000"},
		{"甲3.2亿、乙4.1亿元", "32000万元±1000; 41000万元±1000"},
		{"产粮3.9亿斤，投入2亿元", "20000万元±10000"},
		{"12亿3400万元", "123400万元±1"},
		{"三千万元", "3000万元±1"},
		{"一亿二千万元", "12000万元±1"},
		{"城乡二元结构、一元复始、亿元以上项目9个、数千万元", ""},
		{"300余万元", "300万元±1 余"},
		{"3.2亿美元", ""},
		{"500 万元", "500万元±1"},
		{"“1+2+4+X”和“885”机制，十四五", ""},
		{"300，276万元", "300276万元±1"},
	}
	for _, c := range cases {
		if got := show(Scan(c.in)); got != c.want {
			t.Errorf("Scan(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestParseCell(t *testing.T) {
	cases := []struct {
		in     string
		value  string
		mark   budget.Mark
		number bool
	}{
		{"1,234", "1234", "", true}, {"", "0", budget.Blank, false}, {"—", "0", budget.Dash, false},
		{"-1,300", "-1300", "", true}, {"(916)", "-916", "", true}, {"▲12.5", "-12.5", "", true},
		{"10.2%", "10.2", "", true}, {"教育支出", "0", "", false}, {"12 34", "0", "", false}, {"0", "0", "", true},
		{"+6,480", "6480", "", true}, {"**97280**", "97280", "", true},
	}
	for _, c := range cases {
		got := ParseCell(c.in)
		if got.Value.String() != c.value || got.Mark != c.mark || got.Number != c.number {
			t.Errorf("ParseCell(%q) = %v %q %v", c.in, got.Value, got.Mark, got.Number)
		}
	}
}

// Every token is a span of its text: nothing is made.
func FuzzScan(f *testing.F) {
	f.Add("收入1,234.5万元，增长３．２%，分别为3、4、5亿元，三千万元")
	f.Add("-－１２，３亿4万元")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, tok := range Scan(s) {
			if tok.Start < end || tok.End > len(s) || tok.Start >= tok.End {
				t.Fatalf("token %+v overlaps or leaves the text of %d bytes", tok, len(s))
			}
			if s[tok.Start:tok.End] != tok.Raw {
				t.Fatalf("raw %q is not the span %q", tok.Raw, s[tok.Start:tok.End])
			}
			end = tok.End
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat("全区一般公共预算收入完成123456万元，增长3.4%，加上级补助收入34567万元、调入资金1.2亿元。持续推进各项改革任务落实落细，全面完成年度目标。", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Scan(text)
	}
}
