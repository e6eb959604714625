package table_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"yusuan/extract/table"
)

// form says how a page of a budget report sets a table.
type form struct {
	how         ruling
	cols, rows  int
	pitch, size float64
	wide        float64 // width of a column of numbers
	headTall    float64 // height of the header row over that of a body row
	headTwo     bool    // headings in two lines
	unit        bool    // title and unit above
	blank       int     // rows in a hundred without a number
	indent      bool    // labels indented by level
	slip        float64 // largest deviation of a position
}

// makeForm draws a form that has what kind names.
func makeForm(kind string, how ruling, r *rand.Rand) form {
	f := form{how: how, cols: 2 + r.IntN(5), rows: 5 + r.IntN(18), size: 8 + 3*r.Float64(), headTall: 1, slip: 0.3 * r.Float64()}
	f.pitch = f.size * (1.5 + r.Float64())
	f.wide = 60 + r.Float64()*20
	has := func(k string) bool { return kind == k || kind == "all" }
	if has("blanks") {
		f.blank = 5 + r.IntN(20)
	}
	if has("tall header") {
		f.headTall = 1.2 + 1.3*r.Float64()
	}
	if has("two lines") && r.IntN(2) == 0 {
		f.headTwo, f.headTall = true, max(f.headTall, 0.2+2.6*f.size/f.pitch)
	}
	f.unit, f.indent = has("unit"), has("indents")
	return f
}

// heading writes a heading in the middle of a cell and returns its text.
func (f form) heading(d *drawing, mid, base float64, text string) string {
	if !f.headTwo || text == "项目" {
		d.middle(mid, base, text)
		return text
	}
	d.middle(mid, base-0.65*f.size, text)
	d.middle(mid, base+0.65*f.size, "决算数")
	return text + "决算数"
}

// cells writes the row whose line stands at base and returns what must be read.
func (f form) cells(d *drawing, xs []float64, base float64, row []string, head bool) []string {
	out := append([]string(nil), row...)
	for j, c := range row {
		switch {
		case c == "":
		case head:
			out[j] = f.heading(d, (xs[j]+xs[j+1])/2, base, c)
		case j > 0:
			d.right(xs[j+1]-3, base, c)
		case f.indent:
			d.text(xs[j]+3+float64(d.rand.IntN(3))*f.size, base, c)
		default:
			d.text(xs[j]+3, base, c)
		}
	}
	return out
}

// draw sets the table on a page and returns what must be read.
func (f form) draw(r *rand.Rand) (*table.Page, [][]string) {
	d := newDrawing(f.size)
	d.rand, d.slip = r, f.slip
	y, xs := 90.0, []float64{60, 210}
	for j := 1; j < f.cols; j++ {
		xs = append(xs, xs[j]+f.wide)
	}
	end := xs[len(xs)-1]
	if f.unit {
		d.middle(297, y, "2024年一般公共预算收支决算表")
		d.right(end-2, y+1.7*f.size, "单位：万元")
		y += 2.4 * f.size
	}
	var want [][]string
	top := y
	for i, row := range newSheet(f.rows, f.cols, 5, r).rows {
		h := f.pitch
		if i == 0 {
			h *= f.headTall
		}
		if i > 0 && r.IntN(100) < f.blank {
			row = append([]string{row[0]}, make([]string, f.cols-1)...)
		}
		want = append(want, f.cells(d, xs, y+h/2+0.35*f.size, row, i == 0))
		if f.how == allRules || f.how == levelRules || f.how == threeRules && i <= 1 {
			d.level(y, xs[0], end)
		}
		y += h
	}
	if f.how != noRules {
		d.level(y, xs[0], end)
	}
	if f.how == allRules {
		for _, v := range xs {
			d.upright(v, top, y)
		}
	}
	return d.page, want
}

// damage names the first row of a table whose label and numbers are those of no
// drawn row; empty where there is none.
func damage(got, want [][]string) string {
	rows := map[string]bool{}
	for _, row := range want {
		rows[strings.Join(row, "\t")] = true
	}
	for i, row := range got {
		if !rows[strings.Join(row, "\t")] {
			return fmt.Sprintf("row %d is %q", i, row)
		}
	}
	return ""
}

// Tables as budget reports set them, drawn at random from fixed seeds: rows
// without numbers anywhere, tall headers, headings in two lines, a unit above.
// No row may be damaged without a problem; nearly all tables must be read whole
// (what is missing from the others are blank rows at an end, or the header).
func TestForms(t *testing.T) {
	const seeds, share = 50, 0.96
	for _, kind := range []string{"blanks", "tall header", "two lines", "unit", "indents", "all"} {
		for _, how := range []ruling{allRules, levelRules, threeRules, noRules} {
			whole := 0
			for seed := uint64(0); seed < seeds; seed++ {
				r := rand.New(rand.NewPCG(seed, 21))
				p, want := makeForm(kind, how, r).draw(r)
				fs := table.Find(p)
				for i := range fs {
					if d := damage(fs[i].Grid(), want); d != "" && len(fs[i].Problems) == 0 {
						t.Errorf("%s, ruling %d, seed %d: %s", kind, how, seed, d)
					}
				}
				if len(fs) == 1 && len(fs[0].Rows) == len(want) {
					whole++
				}
			}
			if float64(whole) < share*seeds {
				t.Errorf("%s, ruling %d: %d of %d tables whole", kind, how, whole, seeds)
			}
		}
	}
}
