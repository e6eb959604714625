package table_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"yusuan/extract/table"
)

// form says how a page of a budget report sets a table.
type form struct {
	how      ruling
	cols     int
	rows     int
	pitch    float64
	size     float64
	headTall float64 // height of the header row over that of a body row
	headTwo  bool    // headings in two lines
	unit     bool    // title and unit above
	bare     int     // rows in a hundred without a number
	indent   bool    // labels indented by level
	left     float64 // width of the label column
	slip     float64
	pack     float64 // width of number cols
}

var allForms = []string{"plain", "bare", "headTall", "headTwo", "unit", "indent", "bareunit", "all"}

func makeForm(kind string, how ruling, r *rand.Rand) form {
	f := form{how: how, cols: 2 + r.IntN(5), rows: 5 + r.IntN(18), size: 8 + 3*r.Float64(), headTall: 1, left: 150, slip: 0.3 * r.Float64()}
	f.pitch = f.size * (1.5 + r.Float64())
	f.pack = 60 + r.Float64()*20
	if kind == "bare" || kind == "bareunit" || kind == "all" {
		f.bare = 5 + r.IntN(25)
	}
	if kind == "headTall" || kind == "all" {
		f.headTall = 1.2 + 1.3*r.Float64()
	}
	if kind == "headTwo" || kind == "all" {
		f.headTwo = r.IntN(2) == 0
		if f.headTwo {
			f.headTall = max(f.headTall, 1.2+2.6*f.size/f.pitch-1)
		}
	}
	if kind == "unit" || kind == "bareunit" || kind == "all" {
		f.unit = true
	}
	if kind == "indent" || kind == "all" {
		f.indent = true
	}
	return f
}

func (f form) draw(r *rand.Rand) (*table.Page, [][]string) {
	d := newDrawing(f.size)
	d.rand, d.slip = r, f.slip
	s := newSheet(f.rows, f.cols, 5, r)
	x0, y := 60.0, 90.0
	xs := []float64{x0, x0 + f.left}
	for j := 1; j < f.cols; j++ {
		xs = append(xs, xs[j]+f.pack)
	}
	end := xs[len(xs)-1]
	if f.unit {
		d.middle(297, y, "2024年一般公共预算收支决算表")
		y += 1.7 * f.size
		d.right(end-2, y, "单位：万元")
		y += 0.7 * f.size
	}
	want := [][]string{}
	top := y
	level := func(y float64) { d.level(y, x0, end) }
	for i, row := range s.rows {
		h := f.pitch
		if i == 0 {
			h *= f.headTall
		}
		if i > 0 && r.IntN(100) < f.bare {
			for j := 1; j < f.cols; j++ {
				row[j] = ""
			}
		}
		base := y + h/2 + 0.35*f.size
		for j, c := range row {
			switch {
			case c == "":
			case i == 0 && f.headTwo && j > 0:
				d.middle((xs[j]+xs[j+1])/2, base-0.65*f.size, c)
				d.middle((xs[j]+xs[j+1])/2, base+0.65*f.size, "决算数")
				row[j] = c + "决算数"
			case i == 0:
				d.middle((xs[j]+xs[j+1])/2, base, c)
			case j == 0:
				in := 0.0
				if f.indent {
					in = float64(r.IntN(3)) * f.size
				}
				d.text(xs[j]+3+in, base, c)
			default:
				d.right(xs[j+1]-3, base, c)
			}
		}
		if f.how == levelRules || f.how == threeRules && (i == 0 || i == 1) || f.how == allRules {
			level(y)
		}
		want = append(want, row)
		y += h
	}
	if f.how != noRules {
		level(y)
	}
	if f.how == allRules {
		for _, v := range xs {
			d.upright(v, top, y)
		}
	}
	return d.page, want
}

func same(a, b [][]string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if strings.Join(a[i], "\t") != strings.Join(b[i], "\t") {
			return false
		}
	}
	return true
}

func TestFormStats(t *testing.T) {
	show := os.Getenv("SHOW")
	for _, kind := range allForms {
		for _, how := range []ruling{allRules, levelRules, threeRules, noRules} {
			ok, told, bad, none := 0, 0, 0, 0
			for seed := uint64(0); seed < 400; seed++ {
				r := rand.New(rand.NewPCG(seed, 21))
				f := makeForm(kind, how, r)
				p, want := f.draw(r)
				fs := table.Find(p)
				switch {
				case len(fs) == 0:
					none++
				case len(fs) == 1 && same(fs[0].Grid(), want):
					ok++
					continue
				case len(fs[0].Problems) > 0:
					told++
				default:
					bad++
				}
				if show == fmt.Sprint(kind, how) && bad+none+told < 6 {
					fmt.Printf("== %s %d seed %d form %+v tables %d\n", kind, how, seed, f, len(fs))
					for _, g := range fs {
						fmt.Println(g.Header, g.Problems)
						for i, x := range g.Grid() {
							m := " "
							if i >= len(want) || strings.Join(x, "\t") != strings.Join(want[i], "\t") {
								m = "!"
							}
							fmt.Printf(" %s %q\n", m, x)
						}
					}
					for _, x := range want {
						fmt.Printf("  want %q\n", x)
					}
				}
			}
			fmt.Printf("%-10s %d ok %3d told %3d SILENT %3d none %d\n", kind, how, ok, told, bad, none)
		}
	}
}
