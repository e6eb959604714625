package table_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/table"
)

// twoPages draws a table of rows over two pages: cut says how many stand on the
// first, repeat draws the header again on the second.
func twoPages(s *sheet, cut int, how ruling, repeat bool, note string) (a, b *table.Page) {
	up := newDrawing(10)
	top := 770 - float64(cut)*s.pitch
	up.prose(60, 70, 470, 3)
	up.drawSheet(&sheet{rows: s.rows[:cut], widths: s.widths, pitch: s.pitch}, 60, top, how)
	up.middle(297, 810, "— 1 —")
	down := newDrawing(10)
	down.page.Number = 2
	rest := s.rows[cut:]
	if repeat {
		rest = append([][]string{s.rows[0]}, rest...)
	}
	y := 64.0
	if note != "" {
		down.text(60, 70, note)
		y = 78
	}
	y = down.drawSheet(&sheet{rows: rest, widths: s.widths, pitch: s.pitch, bare: !repeat}, 60, y, how)
	down.prose(60, y+40, 470, 5)
	down.middle(297, 810, "— 2 —")
	return up.page, down.page
}

func TestTableOverTwoPages(t *testing.T) {
	s := newSheet(14, 4, 0, rand.New(rand.NewPCG(11, 12)))
	for _, c := range []struct {
		name   string
		how    ruling
		cut    int
		repeat bool
	}{
		{"ruled", allRules, 8, false},
		{"ruled, header repeated", allRules, 8, true},
		{"ruled, one row left", allRules, 13, false},
		{"ruled, header alone at the foot", allRules, 1, false},
		{"aligned", noRules, 8, false},
		{"aligned, header repeated", noRules, 8, true},
		{"aligned, two rows left", noRules, 12, false},
		{"aligned, two rows at the foot", noRules, 2, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, b := twoPages(s, c.cut, c.how, c.repeat, "")
			up, low := table.Continue(a, table.Find(a), b, table.Find(b))
			if len(up) != 1 || len(low) != 1 {
				t.Fatalf("%d and %d tables, want one on each page", len(up), len(low))
			}
			checkFound(t, a, up)
			checkFound(t, b, low)
			if !low[0].Continues {
				t.Error("the second table does not go on with the first")
			}
			rest := low[0].Grid()
			if c.repeat {
				rest = rest[1:]
			}
			equalGrid(t, append(up[0].Grid(), rest...), s.rows)
		})
	}
}

func TestOtherTableOnNextPage(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	s := newSheet(10, 4, 0, r)
	a, _ := twoPages(s, 9, allRules, false, "")
	other := newSheet(8, 4, 0, r)
	other.rows[0][1] = "上年数"
	d := newDrawing(10)
	d.page.Number = 2
	d.middle(297, 90, "政府性基金收支情况表")
	d.drawSheet(other, 60, 110, allRules)
	_, low := table.Continue(a, table.Find(a), d.page, table.Find(d.page))
	if low[0].Continues {
		t.Error("a table with a caption and a header of its own goes on with another")
	}
}

func TestRowLostAtPageBreak(t *testing.T) {
	s := newSheet(12, 4, 0, rand.New(rand.NewPCG(15, 16)))
	a, b := twoPages(s, 7, allRules, false, "住房保障支出  1,234")
	_, low := table.Continue(a, table.Find(a), b, table.Find(b))
	if len(low) != 1 || !low[0].Continues || len(low[0].Problems) != 1 {
		t.Fatalf("a line between the page's top and the rest of a table is not reported: %+v", low)
	}
	if p := low[0].Problems[0]; p.Code != "E003" || p.Page != 2 {
		t.Errorf("problem %+v", p)
	}
}

func TestProblems(t *testing.T) {
	t.Run("two numbers in a cell", func(t *testing.T) {
		d := newDrawing(10)
		s := newSheet(6, 3, 0, rand.New(rand.NewPCG(17, 18)))
		s.rows[3][1] = "1,234 567"
		d.drawSheet(s, 60, 100, allRules)
		f := one(t, d.page)
		if len(f.Problems) != 1 || f.Confidence > 0.3 || !strings.Contains(f.Problems[0].Message, "1,234 567") {
			t.Errorf("confidence %v, problems %+v", f.Confidence, f.Problems)
		}
	})
	t.Run("a number beside its label in one cell", func(t *testing.T) {
		d := newDrawing(10)
		s := newSheet(6, 3, 0, rand.New(rand.NewPCG(17, 18)))
		s.rows[3] = []string{"教育支出 1,234", "", ""}
		d.drawSheet(s, 60, 100, allRules)
		f := one(t, d.page)
		if len(f.Problems) != 1 || f.Confidence > 0.3 {
			t.Errorf("confidence %v, problems %+v", f.Confidence, f.Problems)
		}
	})
	t.Run("labels beside shifted numbers", func(t *testing.T) {
		d := newDrawing(10)
		for i := range 12 {
			y := 100 + 20*float64(i)
			if i < 6 || i > 8 {
				d.text(60, y, labels[i])
			}
			if i < 3 || i > 5 {
				d.right(300, y, "1,234")
				d.right(400, y, "5,678")
			}
		}
		f := one(t, d.page)
		if len(f.Problems) == 0 || f.Confidence > 0.4 {
			t.Errorf("confidence %v, problems %+v", f.Confidence, f.Problems)
		}
	})
}

func TestLay(t *testing.T) {
	s := newSheet(4, 3, 0, rand.New(rand.NewPCG(19, 20)))
	s.rows[2][2] = ""
	d := newDrawing(10)
	d.drawSheet(s, 60, 100, allRules)
	fs := table.Find(d.page)
	body := []extract.Line{
		{Text: "标题", Box: extract.Box{60, 60, 200, 72}},
		{Text: "单位：万元", Box: extract.Box{400, 80, 460, 92}},
		{Text: "表后文字", Box: extract.Box{60, 300, 200, 312}},
	}
	lines, tables, problems := table.Lay(body, fs, 11, 3)
	if len(lines) != len(body)+4 || len(tables) != 1 || len(problems) != 0 {
		t.Fatalf("%d lines, %d tables, %d problems", len(lines), len(tables), len(problems))
	}
	for i, ln := range lines {
		if ln.Number != 11+i {
			t.Errorf("line %d has number %d", i, ln.Number)
		}
	}
	if lines[1].Text != "单位：万元" || lines[2].Kind != extract.TableLn || lines[6].Text != "表后文字" {
		t.Errorf("the table is not between the lines around it: %+v", lines)
	}
	tb := tables[0]
	if tb.Number != 3 || lines[2].Table != 3 {
		t.Errorf("table number %d, its line says %d", tb.Number, lines[2].Table)
	}
	for i, row := range tb.Rows {
		ln := lines[2+i]
		if want := strings.Join(s.rows[i], "\t"); ln.Text != want {
			t.Errorf("line %q, want %q", ln.Text, want)
		}
		for j, c := range row {
			if c.Line != ln.Number || ln.Text[c.Start:c.End] != c.Text || c.Text != s.rows[i][j] {
				t.Errorf("cell %d, %d: span %d…%d of line %d holds not %q", i, j, c.Start, c.End, c.Line, c.Text)
			}
		}
	}
}

func TestPicture(t *testing.T) {
	p := drawnPage(5, 3, allRules)
	svg := string(table.Picture(p, table.Find(p)))
	for _, want := range []string{"<svg ", "国防支出", `stroke="#d22"`, `fill="#36c"`, "</svg>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture lacks %q", want)
		}
	}
}

// A unit at the right edge of the page, beside a table narrower than the text,
// comes before the table; one over another table stays with that one.
func TestLayUnitBesideTable(t *testing.T) {
	d := newDrawing(10)
	s := newSheet(6, 3, 0, rand.New(rand.NewPCG(31, 32)))
	s.widths = []float64{120, 60, 60}
	d.drawSheet(s, 60, 120, noRules)
	fs := table.Find(d.page)
	line := func(text string, x0, x1, y float64) extract.Line {
		return extract.Line{Text: text, Size: 10, Box: extract.Box{x0, y - 9, x1, y + 1}}
	}
	body := []extract.Line{line("全区收支情况如下。", 60, 535, 60), line("表1 收支决算表", 100, 250, 95),
		line("单位：元", 495, 535, 112), line("以上为全年情况。", 60, 535, 300)}
	lines, _, _ := table.Lay(body, fs, 1, 1)
	for i, want := range []string{body[0].Text, body[1].Text, body[2].Text, "项目\t第1栏\t第2栏"} {
		if lines[i].Text != want {
			t.Errorf("line %d is %q, want %q", i, lines[i].Text, want)
		}
	}
	if last := lines[len(lines)-1].Text; last != body[3].Text {
		t.Errorf("the last line is %q", last)
	}
	other := table.Found{Box: extract.Box{400, 120, 540, 200}, Page: 1, Xs: []float64{400, 540}, Ys: []float64{120, 200},
		Rows: [][]table.Cell{{{Text: "另一表"}}}}
	lines, _, _ = table.Lay(body, append(fs, other), 1, 1)
	if lines[2].Text != "项目\t第1栏\t第2栏" {
		t.Errorf("the unit of the right table went before the left one: %q", lines[2].Text)
	}
}

// The header of the second page wraps as that of the first doesn't: one table. Other
// columns below the same headings: perhaps one table, and the first is marked.
func TestHeadingsOverThePageBreak(t *testing.T) {
	rows := [][]string{{"项目", "年初预算数（万元）", "决算数（万元）"}, {"税收收入", "32,723", "30,943"}, {"非税收入", "12,760", "12,347"},
		{"专项收入", "2,457", "2,367"}, {"罚没收入", "1,650", "1,556"}, {"住房基金收入", "1,541", "1,493"}, {"其他收入", "1,346", "1,326"}, {"利息收入", "1,119", "1,208"}}
	s := &sheet{rows: rows, widths: []float64{140, 150, 150}, pitch: 18}
	a, _ := twoPages(s, 5, noRules, false, "")
	wrapped := func(extra float64, more ...string) *table.Page {
		d := newDrawing(10)
		d.page.Number = 2
		d.middle(130, 76, "项目")
		for _, x := range []float64{275, 425} {
			head := "年初预算数（万"
			if x > 300 {
				head = "决算数（万"
			}
			d.middle(x, 70, head)
			d.middle(x, 82, "元）")
		}
		rest := [][]string{}
		for i, r := range rows[5:] {
			if len(more) > 0 {
				r = append(append([]string{}, r...), more[i])
			}
			rest = append(rest, r)
		}
		w := []float64{140, 150, 150}
		if len(more) > 0 {
			d.middle(520, 76, "增长%")
			w = append(w, extra)
		}
		y := d.drawSheet(&sheet{rows: rest, widths: w, pitch: 18, bare: true}, 60, 88, noRules)
		d.prose(60, y+40, 470, 5)
		return d.page
	}
	b := wrapped(0)
	_, low := table.Continue(a, table.Find(a), b, table.Find(b))
	if len(low) != 1 || !low[0].Continues || low[0].Rows[0][1].Text != "年初预算数（万元）" || low[0].Rows[1][0].Text != "住房基金收入" {
		t.Errorf("the second page does not go on: %q", low[0].Grid())
	}
	a, _ = twoPages(&sheet{rows: rows, widths: s.widths, pitch: 18}, 5, noRules, false, "")
	c := wrapped(60, "1.2", "3.4", "5.6")
	up, low := table.Continue(a, table.Find(a), c, table.Find(c))
	if len(low) != 1 || low[0].Continues {
		t.Fatalf("other columns go on: %q", low[0].Grid())
	}
	if headings := low[0].Rows[0]; len(headings) == 4 && headings[1].Text == "年初预算数（万元）" && (len(up[0].Problems) == 0 || up[0].Confidence >= 0.5) {
		t.Errorf("a table that may go on is not marked: %+v %v", up[0].Problems, up[0].Confidence)
	}
}
