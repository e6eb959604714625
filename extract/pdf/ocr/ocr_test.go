package ocr

import (
	"image"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yusuan/extract/pdf/glyph"
)

// page is a white picture with ink in the boxes x0, y0, x1, y1.
func page(w, h int, ink ...[4]int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for _, b := range ink {
		for y := b[1]; y < b[3]; y++ {
			for x := b[0]; x < b[2]; x++ {
				img.Pix[y*img.Stride+x] = 0
			}
		}
	}
	return img
}

func TestRulings(t *testing.T) {
	img := page(400, 300,
		[4]int{20, 50, 380, 52}, [4]int{20, 100, 200, 101}, [4]int{202, 100, 380, 101}, // broken off in the middle
		[4]int{50, 20, 52, 250},
		[4]int{100, 150, 130, 152}, // too short: a dash
		[4]int{200, 150, 390, 190}, // too thick: a shade
	)
	var level, upright int
	for _, s := range rulings(img) {
		switch e := s.edge(0.5); {
		case e.Kind == glyph.Horizontal && e.X1-e.X0 == 180:
			level++
		case e.Kind == glyph.Vertical && e.Y1-e.Y0 == 115:
			upright++
		default:
			t.Errorf("%+v", e)
		}
	}
	if level != 2 || upright != 1 {
		t.Errorf("%d level, %d upright", level, upright)
	}
}

func TestErase(t *testing.T) {
	img := page(400, 300, [4]int{20, 50, 380, 52}, [4]int{100, 150, 110, 160})
	erase(img, rulings(img))
	dots := 0
	for _, v := range img.Pix {
		if v < dark {
			dots++
		}
	}
	if dots != 100 {
		t.Errorf("%d dark pixels left", dots)
	}
}

func TestParseTSV(t *testing.T) {
	got := parseTSV("level\tpage_num\tx\n4\t1\t2\t3\t4\t0\t10\t20\t300\t34\t-1\t\n5\t1\t2\t3\t4\t1\t12\t22\t40\t30\t96.5\t收入\n5\t1\t2\t3\t4\t2\t60\t22\t40\t30\t-1\t \nbad\trow\n")
	want := []word{{text: "收入", x0: 12, y0: 22, x1: 52, y1: 52, line: [4]int{1, 2, 3, 4}, lineTop: 20, lineBottom: 54, confidence: 96.5}}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(word{})); d != "" {
		t.Error(d)
	}
}

// line lays words out one after the other, 30 pixels high.
func line(conf float64, texts ...string) []word {
	var out []word
	x := 10
	for _, s := range texts {
		w := 0
		for _, r := range s {
			w += 15 * parts(r)
		}
		out = append(out, word{text: s, x0: x, y0: 10, x1: x + w, y1: 40, lineTop: 10, lineBottom: 40, confidence: conf})
		x += w
	}
	return out
}

func text(line []word) string {
	var b strings.Builder
	for _, w := range line {
		b.WriteString(w.text)
	}
	return b.String()
}

// What tesseract made of a printed line, and what is left of it. No digit is
// ever changed, added or lost.
func TestMarks(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"安排 * 16612 ** 万元", "安排16612万元"},
		{"安排 9535 ” * 万元", "安排9535万元"},
		{"安排 9535” 万元", "安排9535万元"},
		{"“ 885 ” 工程", "“885”工程"},
		{"注 * 本表", "注*本表"},
		{"收入 〈 区金库 300276 万元 )", "收入（区金库300276万元)"},
		{"依据 〈 预算法 〉 ( 修订 )", "依据〈预算法〉(修订)"},
		{"教育支出 ”1265308 “13,126 95.6", "教育支出126530813,12695.6"},
		{"推进 “90后” 创业", "推进“90后”创业"},
		{"5016 ] 万元", "5016]万元"}, // a misread digit is never made up
	} {
		l := line(95, strings.Fields(c.in)...)
		dropMarks(page(2000, 60), l)
		if got := text(l); got != c.want {
			t.Errorf("%s: %q, want %q", c.in, got, c.want)
		}
	}
}

// An ideograph in the upper half of the line is a mark; one over its whole
// height stays, however unsure tesseract is.
func TestRaised(t *testing.T) {
	for _, c := range []struct {
		ink        [4]int
		confidence float64
		want       string
	}{
		{[4]int{115, 10, 125, 22}, 0, "25647万元"},
		{[4]int{115, 10, 125, 38}, 0, "25647六万元"},
		{[4]int{115, 10, 125, 22}, 95, "25647六万元"}, // tesseract is sure
	} {
		l := line(c.confidence, "25647", "六", "万元")
		l[1].x0, l[1].x1 = 110, 130
		dropMarks(page(2000, 60, c.ink), l)
		if got := text(l); got != c.want {
			t.Errorf("%v: %q, want %q", c.ink, got, c.want)
		}
	}
}

// Overlapping boxes keep the order in which the words were read.
func TestSpreadKeepsOrder(t *testing.T) {
	l := line(95, "3275", "74", "万元")
	l[2].x0 = l[0].x0 + 40
	l[2].x1 = l[2].x0 + 30
	var b strings.Builder
	last := 0.0
	for _, c := range spread(page(2000, 60), nil, l, 0.36, 30) {
		if c.X0 < last-1e-9 {
			t.Errorf("%q at %.1f, the one before ends at %.1f", c.Text, c.X0, last)
		}
		last = c.X1
		b.WriteString(c.Text)
	}
	if b.String() != "327574万元" {
		t.Errorf("%q", b.String())
	}
}

// A word never reaches over a drawn line into the next cell.
func TestClip(t *testing.T) {
	l := line(95, "583,592", "债务")
	at := l[0].x1 - 2
	for _, c := range spread(page(2000, 60), []stroke{{from: 0, to: 60, at0: at, at1: at}}, l, 1, 30) {
		if isDigit([]rune(c.Text)[0]) && c.X1 > float64(at) || c.Text == "债" && c.X0 < float64(at) {
			t.Errorf("%q from %.0f to %.0f, the line at %d", c.Text, c.X0, c.X1, at)
		}
	}
}

func FuzzParseTSV(f *testing.F) {
	f.Add("4\t1\t2\t3\t4\t0\t10\t20\t300\t34\t-1\t\n5\t1\t2\t3\t4\t1\t12\t22\t40\t30\t96.5\t883,868*\n5\t1\t2\t3\t4\t2\t12\t22\t40\t30\t0\t〈六)\n")
	f.Fuzz(func(t *testing.T, tsv string) {
		words := parseTSV(tsv)
		digits := strings.Map(onlyDigits, text(words))
		got := ""
		for _, c := range spread(page(50, 50), nil, words, 0.36, 30) {
			got += c.Text
		}
		if d := strings.Map(onlyDigits, got); d != digits {
			t.Fatalf("digits %q became %q", digits, d)
		}
	})
}

func onlyDigits(r rune) rune {
	if isDigit(r) {
		return r
	}
	return -1
}
