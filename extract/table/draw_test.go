package table_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"yusuan/extract/table"
)

// drawing puts text and lines on a page as a typesetter does: from positions
// given in points, with characters as wide as half or full squares.
type drawing struct {
	page *table.Page
	size float64
	rand *rand.Rand // nil for exact positions
	slip float64    // largest deviation of a position
}

func newDrawing(size float64) *drawing {
	return &drawing{page: &table.Page{Number: 1, Width: 595, Height: 842}, size: size}
}

func (d *drawing) off() float64 {
	if d.rand == nil {
		return 0
	}
	return (2*d.rand.Float64() - 1) * d.slip
}

func advance(r rune, size float64) float64 {
	if r < 0x2E80 {
		return size / 2
	}
	return size
}

func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		w += advance(r, size)
	}
	return w
}

// text writes s with its left end at x on the baseline y.
func (d *drawing) text(x, y float64, s string) {
	x, y = x+d.off(), y+d.off()/2
	for _, r := range s {
		w := advance(r, d.size)
		d.page.Chars = append(d.page.Chars, table.Char{Text: string(r), X0: x, X1: x + w,
			Y0: y - 0.88*d.size, Y1: y + 0.12*d.size, Base: y, Size: d.size})
		x += w
	}
}

func (d *drawing) right(x, y float64, s string)  { d.text(x-textWidth(s, d.size), y, s) }
func (d *drawing) middle(x, y float64, s string) { d.text(x-textWidth(s, d.size)/2, y, s) }

func (d *drawing) level(y, x0, x1 float64) {
	y += d.off() / 2
	d.page.Edges = append(d.page.Edges, table.Edge{X0: x0 + d.off(), Y0: y, X1: x1 + d.off(), Y1: y})
}

func (d *drawing) upright(x, y0, y1 float64) {
	x += d.off() / 2
	d.page.Edges = append(d.page.Edges, table.Edge{X0: x, Y0: y0 + d.off(), X1: x, Y1: y1 + d.off()})
}

type ruling int

const (
	allRules   ruling = iota // every cell framed
	levelRules               // lines between the rows only
	threeRules               // above, below and under the header
	noRules
)

// sheet is a table to draw, with what must be read back.
type sheet struct {
	rows   [][]string
	widths []float64
	pitch  float64
	bare   bool // no header: the rest of a table from the page before
}

// drawSheet draws a table with its upper left corner at x, y: labels left, data
// right, and returns where it ends.
func (d *drawing) drawSheet(s *sheet, x, y float64, how ruling) float64 {
	xs := []float64{x}
	for _, w := range s.widths {
		xs = append(xs, xs[len(xs)-1]+w)
	}
	end := y + float64(len(s.rows))*s.pitch
	for i, row := range s.rows {
		base := y + float64(i)*s.pitch + s.pitch/2 + 0.35*d.size
		for j, c := range row {
			switch {
			case c == "":
			case i == 0 && !s.bare:
				d.middle((xs[j]+xs[j+1])/2, base, c)
			case j == 0:
				d.text(xs[j]+3, base, c)
			default:
				d.right(xs[j+1]-3, base, c)
			}
		}
	}
	for i := 0; i <= len(s.rows); i++ {
		edge := i == 0 || i == len(s.rows)
		if how == allRules || how == levelRules || how == threeRules && (edge || i == 1 && !s.bare) {
			d.level(y+float64(i)*s.pitch, x, xs[len(xs)-1])
		}
	}
	if how == allRules {
		for _, v := range xs {
			d.upright(v, y, end)
		}
	}
	return end
}

var labels = strings.Fields("一般公共服务支出 国防支出 公共安全支出 教育支出 科学技术支出 文化体育支出 社会保障和就业支出 卫生健康支出 节能环保支出 城乡社区支出 农林水支出 交通运输支出 商业服务业支出 金融支出 住房保障支出 预备费 债务付息支出 其他支出")

// newSheet makes a table of numbers; blanks of them, in hundredths, are empty.
func newSheet(rows, cols int, blanks int, r *rand.Rand) *sheet {
	s := &sheet{pitch: 18, widths: []float64{140}}
	head := []string{"项目"}
	for j := 1; j < cols; j++ {
		head = append(head, fmt.Sprintf("第%d栏", j))
		s.widths = append(s.widths, 380/float64(cols-1))
	}
	s.rows = [][]string{head}
	for i := 1; i < rows; i++ {
		row := []string{labels[i%len(labels)]}
		for j := 1; j < cols; j++ {
			cell := ""
			if r.IntN(100) >= blanks {
				cell = amount(r)
			}
			row = append(row, cell)
		}
		row[1] = amount(r)
		s.rows = append(s.rows, row)
	}
	return s
}

// amount is a number with separators of up to seven digits.
func amount(r *rand.Rand) string {
	n := r.IntN(1_000_000)
	if r.IntN(3) == 0 {
		n = r.IntN(1000)
	}
	if n >= 1000 {
		return fmt.Sprintf("%d,%03d", n/1000, n%1000)
	}
	return fmt.Sprint(n)
}

const sentence = "今年以来各部门坚持过紧日子，压减一般性支出，把有限的资金用在民生和重点项目上，收支运行总体平稳有序，结构继续改善。"

func (d *drawing) prose(x, y, width float64, lines int) float64 {
	runes := []rune(strings.Repeat(sentence, lines))
	per := int(width / d.size)
	for i := 0; i < lines; i++ {
		d.text(x, y+float64(i)*1.5*d.size, string(runes[i*per:(i+1)*per]))
	}
	return y + float64(lines)*1.5*d.size
}

func drawnPage(rows, cols int, how ruling) *table.Page {
	d := newDrawing(10)
	y := d.prose(60, 70, 470, 4)
	y = d.drawSheet(newSheet(rows, cols, 10, rand.New(rand.NewPCG(1, 2))), 60, y+20, how)
	d.prose(60, y+30, 470, 3)
	return d.page
}

func prosePage(lines int) *table.Page {
	d := newDrawing(10)
	d.prose(60, 70, 470, lines)
	return d.page
}

// equalGrid fails with the first row that differs.
func equalGrid(t *testing.T, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d:\n%q", len(got), len(want), got)
	}
	for i := range want {
		if strings.Join(got[i], "\t") != strings.Join(want[i], "\t") {
			t.Fatalf("row %d: %q, want %q", i, got[i], want[i])
		}
	}
}
