package table_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"yusuan/extract"
	"yusuan/extract/table"
)

// one finds the only table of a page.
func one(t *testing.T, p *table.Page) *table.Found {
	t.Helper()
	fs := table.Find(p)
	if len(fs) != 1 {
		t.Fatalf("%d tables, want 1", len(fs))
	}
	checkFound(t, p, fs)
	return &fs[0]
}

// checkFound holds what must be true of any result: grids are rectangles, a
// character is in one table at most, and boundaries ascend.
func checkFound(t *testing.T, p *table.Page, fs []table.Found) {
	t.Helper()
	used := map[int]bool{}
	for _, f := range fs {
		if len(f.Xs) != len(f.Rows[0])+1 || len(f.Ys) != len(f.Rows)+1 {
			t.Fatalf("%d and %d boundaries for %d × %d cells", len(f.Xs), len(f.Ys), len(f.Rows[0]), len(f.Rows))
		}
		for _, at := range [][]float64{f.Xs, f.Ys} {
			for i := 1; i < len(at); i++ {
				if !(at[i] >= at[i-1]) {
					t.Fatalf("boundaries do not ascend: %v", at)
				}
			}
		}
		for _, row := range f.Rows {
			if len(row) != len(f.Rows[0]) {
				t.Fatalf("a row of %d cells in a table of %d columns", len(row), len(f.Rows[0]))
			}
		}
		for _, i := range f.Chars {
			if i < 0 || i >= len(p.Chars) || used[i] {
				t.Fatalf("character %d is in two tables or none", i)
			}
			used[i] = true
		}
		if f.Confidence <= 0 || f.Confidence > 1 {
			t.Fatalf("confidence %v", f.Confidence)
		}
	}
}

func TestDrawnTables(t *testing.T) {
	want := newSheet(12, 5, 10, rand.New(rand.NewPCG(3, 4)))
	for _, c := range []struct {
		name string
		how  ruling
		as   extract.Method
	}{
		{"all lines", allRules, extract.Ruled},
		{"level lines", levelRules, extract.Aligned},
		{"three lines", threeRules, extract.Aligned},
		{"no lines", noRules, extract.Aligned},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDrawing(10)
			y := d.prose(60, 70, 470, 4)
			d.middle(297, y+20, "全区预算执行情况表")
			d.right(580, y+40, "单位：万元")
			y = d.drawSheet(want, 60, y+50, c.how)
			d.text(60, y+16, "注：本表数据为快报数。")
			d.prose(60, y+50, 470, 3)
			f := one(t, d.page)
			equalGrid(t, f.Grid(), want.rows)
			if f.Method != c.as {
				t.Errorf("method %s, want %s", f.Method, c.as)
			}
			if len(f.Problems) > 0 {
				t.Errorf("problems: %v", f.Problems)
			}
		})
	}
}

func TestProseIsNoTable(t *testing.T) {
	pages := map[string]func(d *drawing){
		"one column":  func(d *drawing) { d.prose(60, 70, 470, 40) },
		"two columns": func(d *drawing) { d.prose(60, 70, 220, 40); d.prose(310, 70, 220, 40) },
		"numbers in sentences": func(d *drawing) {
			for i := range 12 {
				d.text(60, 70+float64(i)*18, "一般公共预算收入完成 883,868 万元，增长 4.2%，其中税收收入 160,198 万元，非税收入 140,078 万元。")
			}
		},
		"list": func(d *drawing) {
			for i := range 8 {
				d.text(60, 70+float64(i)*18, "（"+string([]rune("一二三四五六七八")[i])+"）")
				d.text(110, 70+float64(i)*18, "落实各项减税降费政策，支持企业发展。")
			}
		},
		"contents": func(d *drawing) {
			for i := range 8 {
				d.text(60, 70+float64(i)*18, "第一章预算执行情况")
				d.text(180, 70+float64(i)*18, "..............................................")
				d.right(530, 70+float64(i)*18, string(rune('1'+i)))
			}
		},
		"framed prose": func(d *drawing) {
			d.prose(70, 90, 440, 12)
			for _, y := range []float64{70, 280} {
				d.level(y, 60, 530)
			}
			for _, x := range []float64{60, 530} {
				d.upright(x, 70, 280)
			}
		},
		"underlines": func(d *drawing) {
			for i := range 6 {
				d.text(60, 70+float64(i)*20, "落实各项减税降费政策支持企业发展")
				d.level(72+float64(i)*20, 60, 220)
			}
		},
	}
	for name, draw := range pages {
		t.Run(name, func(t *testing.T) {
			d := newDrawing(10)
			draw(d)
			if fs := table.Find(d.page); len(fs) != 0 {
				t.Errorf("%d tables: %q", len(fs), fs[0].Grid())
			}
		})
	}
}

func TestTwoSidedTightColumns(t *testing.T) {
	want := [][]string{
		{"收 入", "执行数", "支 出", "执行数"},
		{"总 计", "883,868", "总 计", "883,868"},
		{"一、全区收入", "300,276", "一、全区支出", "659,588"},
		{"税收收入", "160,198", "二、转移性支出", "224,280"},
		{"非税收入", "140,078", "上解支出", "48,541"},
		{"上年结转", "57,052", "", ""},
	}
	d := newDrawing(12)
	for i, row := range want {
		y := 100 + 24*float64(i)
		d.text(60, y, row[0])
		d.right(300, y, row[1])
		d.text(303, y, row[2])
		d.right(540, y, row[3])
	}
	f := one(t, d.page)
	equalGrid(t, f.Grid(), want)
}

func TestMergedHeader(t *testing.T) {
	for _, how := range []ruling{allRules, noRules} {
		d := newDrawing(9)
		xs := []float64{60, 180, 260, 340, 420, 500}
		d.middle((xs[1]+xs[3])/2, 100, "上年")
		d.middle((xs[3]+xs[5])/2, 100, "本年")
		d.middle((xs[0]+xs[1])/2, 110, "项目")
		for j, h := range []string{"预算数", "执行数", "预算数", "执行数"} {
			d.middle((xs[j+1]+xs[j+2])/2, 120, h)
		}
		for i := range 8 {
			y := 140 + 20*float64(i)
			d.text(63, y, labels[i])
			for j := range 4 {
				d.right(xs[j+2]-3, y, []string{"1,234", "567", "89,012", "3"}[(i+j)%4])
			}
		}
		if how == allRules {
			d.level(86, 60, 500)
			d.level(106, 180, 500)
			for i := range 9 {
				d.level(126+20*float64(i), 60, 500)
			}
			for j, x := range xs {
				if j == 2 || j == 4 {
					d.upright(x, 106, 286)
					continue
				}
				d.upright(x, 86, 286)
			}
		}
		f := one(t, d.page)
		head := f.Rows[0]
		if head[0].Text != "项目" || head[0].RowSpan != 2 {
			t.Errorf("%v: first heading %q over %d rows", how, head[0].Text, head[0].RowSpan)
		}
		if head[1].Text != "上年" || head[1].ColSpan != 2 || !head[2].Covered || head[3].Text != "本年" || head[3].ColSpan != 2 {
			t.Errorf("%v: spanning headings: %+v", how, head)
		}
		equalGrid(t, f.Grid()[1:3], [][]string{{"", "预算数", "执行数", "预算数", "执行数"}, {labels[0], "1,234", "567", "89,012", "3"}})
	}
}

// Labels in two lines, with the numbers beside the middle of them.
func TestLabelInTwoLines(t *testing.T) {
	d := newDrawing(10)
	y := 100.0
	d.text(60, y, "项目")
	d.middle(300, y, "预算数")
	d.middle(400, y, "执行数")
	want := [][]string{{"项目", "预算数", "执行数"}}
	for i := range 9 {
		y += 22
		label := labels[i%6]
		if i%3 == 2 {
			d.text(60, y-6, "国有资源有偿使用收入及政府住")
			d.text(60, y+6, "房基金收入")
			label = "国有资源有偿使用收入及政府住房基金收入"
		} else {
			d.text(60, y, label)
		}
		d.right(320, y, "12,345")
		d.right(420, y, "9,876")
		want = append(want, []string{label, "12,345", "9,876"})
	}
	equalGrid(t, one(t, d.page).Grid(), want)
}

func TestNumberBrokenInItsCell(t *testing.T) {
	d := newDrawing(10)
	s := newSheet(4, 3, 0, rand.New(rand.NewPCG(23, 24)))
	s.pitch = 30
	s.rows[2][1], s.rows[3][2] = "", ""
	d.drawSheet(s, 60, 100, allRules)
	d.right(380, 100+2*30+12, "1,234,")
	d.right(380, 100+2*30+24, "567")
	d.right(570, 100+3*30+12, "12,345")
	d.right(570, 100+3*30+24, "67.89")
	f := one(t, d.page)
	if got := f.Rows[2][1].Text; got != "1,234,567" {
		t.Errorf("a number broken behind its separator is %q", got)
	}
	if got := f.Rows[3][2].Text; got != "12,345 67.89" || len(f.Problems) != 1 {
		t.Errorf("what may be two numbers is %q, problems %+v", got, f.Problems)
	}
}

func TestIndent(t *testing.T) {
	d := newDrawing(10)
	for i, in := range []int{0, 2, 4, 0, 2} {
		y := 100 + 20*float64(i)
		d.text(60+5*float64(in), y, labels[i])
		d.right(300, y, "1,234")
	}
	f := one(t, d.page)
	for i, in := range []int{0, 2, 4, 0, 2} {
		if f.Rows[i][0].Indent != in {
			t.Errorf("row %d: indent %d, want %d", i, f.Rows[i][0].Indent, in)
		}
	}
}

func TestTablesBesideEachOther(t *testing.T) {
	d := newDrawing(10)
	r := rand.New(rand.NewPCG(5, 6))
	a, b := newSheet(6, 3, 0, r), newSheet(6, 3, 0, r)
	a.widths, b.widths = []float64{90, 60, 60}, []float64{90, 60, 60}
	a.rows[0][0], b.rows[0][0] = "收入", "支出"
	d.drawSheet(a, 50, 100, allRules)
	d.drawSheet(b, 320, 100, allRules)
	fs := table.Find(d.page)
	if len(fs) != 2 {
		t.Fatalf("%d tables, want 2", len(fs))
	}
	equalGrid(t, fs[0].Grid(), a.rows)
	equalGrid(t, fs[1].Grid(), b.rows)
}

// Lines drawn as dashes and dots are lines.
func TestDashedLines(t *testing.T) {
	for _, piece := range []float64{0.75, 2, 3} {
		want := newSheet(8, 4, 20, rand.New(rand.NewPCG(21, 22)))
		d := newDrawing(10)
		d.drawSheet(want, 60, 100, allRules)
		solid := d.page.Edges
		d.page.Edges = nil
		for _, e := range solid {
			for x := e.X0; e.Y0 == e.Y1 && x < e.X1; x += 2 * piece {
				d.page.Edges = append(d.page.Edges, table.Edge{X0: x, Y0: e.Y0 - 0.3, X1: x + piece, Y1: e.Y0 + 0.3})
			}
			for y := e.Y0; e.X0 == e.X1 && y < e.Y1; y += 2 * piece {
				d.page.Edges = append(d.page.Edges, table.Edge{X0: e.X0 - 0.3, Y0: y, X1: e.X0 + 0.3, Y1: y + piece})
			}
		}
		f := one(t, d.page)
		equalGrid(t, f.Grid(), want.rows)
		if f.Method != extract.Ruled {
			t.Errorf("pieces of %v points: method %s", piece, f.Method)
		}
	}
}

func TestBadCoordinates(t *testing.T) {
	p := drawnPage(8, 4, allRules)
	for _, v := range []float64{math.NaN(), math.Inf(1), -1e300, 1e300} {
		p.Chars = append(p.Chars, table.Char{Text: "1", X0: v, X1: v, Y0: v, Y1: v, Base: v, Size: v})
		p.Edges = append(p.Edges, table.Edge{X0: v, Y0: v, X1: v, Y1: v}, table.Edge{X0: 0, Y0: v, X1: 500, Y1: v})
		p.Bands = append(p.Bands, table.Band{X0: v, Y0: 0, X1: 100, Y1: 50}, table.Band{X0: 0, Y0: 0, X1: v, Y1: v})
	}
	checkFound(t, p, table.Find(p))
}
