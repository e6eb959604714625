package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yusuan/extract/pdf/glyph"
)

// put places a string at x, y in 10 points; a Chinese character is 10 wide, a
// letter or digit 5, and a tab moves 1 point.
func put(p *glyph.Page, x, y float64, s string) {
	for _, r := range s {
		w := 5.0
		if r >= 0x2E80 {
			w = 10
		}
		if r == '\t' {
			x++
			continue
		}
		p.Chars = append(p.Chars, glyph.Char{
			Text: string(r), X0: x, X1: x + w, Y0: y - 8.8, Y1: y + 1.2, OriginX: x, BaselineY: y, Size: 10,
			Space: r == ' ',
		})
		x += w
	}
}

func texts(p *glyph.Page, skip ...int) []string {
	var out []string
	for _, l := range new(Layout).Lines(p, skip, nil, nil) {
		out = append(out, l.Text)
	}
	return out
}

func TestSpaces(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"收入401746万元", "收入401746万元"},
		{"收\t\t\t入", "收入"},                      // justified
		{"于\t\t\t2023\t\t\t年", "于2023年"},        // set apart by a quarter
		{"总\t\t\t\t\t\t\t\t\t\t计", "总 计"},       // a gap as wide as a character
		{"300276\t\t\t101470", "300276 101470"}, // two numbers never become one
		{"300276 101470", "300276 101470"},
		{"883,\t868", "883,868"},
		{"收入" + strings.Repeat("\t", 50) + "883868", "收入          883868"},
	} {
		p := &glyph.Page{Width: 500, Height: 500}
		put(p, 20, 100, c.in)
		if d := cmp.Diff([]string{c.want}, texts(p)); d != "" {
			t.Errorf("%q: %s", c.in, d)
		}
	}
}

func TestLinesInOrder(t *testing.T) {
	p := &glyph.Page{Width: 500, Height: 500}
	put(p, 20, 130, "第三行")
	put(p, 60, 100.8, "右边") // a little off the baseline
	put(p, 20, 100, "第一行")
	put(p, 20, 115, "第二行")
	if d := cmp.Diff([]string{"第一行 右边", "第二行", "第三行"}, texts(p)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"一行 右边", "第二行", "第三行"}, texts(p, 5)); d != "" {
		t.Error(d)
	}
}

func TestColumns(t *testing.T) {
	p := &glyph.Page{Width: 500, Height: 500}
	put(p, 150, 50, "横贯两栏的一个相当长的大标题文字")
	var want []string
	want = append(want, "横贯两栏的一个相当长的大标题文字")
	for i := range 8 {
		put(p, 20, 80+float64(i)*15, "左栏的正文一行写满左栏的正文一行写满了")
		put(p, 240, 80+float64(i)*15, "右栏的正文一行写满右栏的正文一行写满了")
		want = append(want, "左栏的正文一行写满左栏的正文一行写满了")
	}
	for range 8 {
		want = append(want, "右栏的正文一行写满右栏的正文一行写满了")
	}
	if d := cmp.Diff(want, texts(p)); d != "" {
		t.Error(d)
	}
}

// What looks like a table is read along its rows.
func TestRowsAreNoColumns(t *testing.T) {
	p := &glyph.Page{Width: 500, Height: 500}
	for i := range 8 {
		put(p, 20, 80+float64(i)*15, "项目")
		put(p, 240, 80+float64(i)*15, "883868")
	}
	for _, l := range texts(p) {
		if !strings.HasPrefix(l, "项目") || !strings.HasSuffix(l, "883868") {
			t.Errorf("%q", l)
		}
	}
}

func TestRaisedPrint(t *testing.T) {
	p := &glyph.Page{Width: 500, Height: 500}
	put(p, 20, 100, "面积6万平方米")
	p.Chars = append(p.Chars, glyph.Char{Text: "2", X0: 86, X1: 89, Y0: 90, Y1: 96, OriginX: 86, BaselineY: 95, Size: 6})
	if d := cmp.Diff([]string{"面积6万平方米2"}, texts(p)); d != "" {
		t.Error(d)
	}
}

func TestTextAcross(t *testing.T) {
	p := &glyph.Page{Width: 500, Height: 500}
	put(p, 20, 100, "正文")
	for i, r := range []string{"秘", "密"} {
		y := 300 - float64(i)*10
		p.Chars = append(p.Chars, glyph.Char{Text: r, X0: 391, X1: 401, Y0: y - 10, Y1: y, OriginX: 400, BaselineY: y, Size: 10, Turn: 3, Vertical: true})
	}
	if d := cmp.Diff([]string{"正文", "秘密"}, texts(p)); d != "" {
		t.Error(d)
	}
}
