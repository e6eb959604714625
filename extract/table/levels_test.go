package table_test

import "testing"

// Headings of two levels set close together: those of one line stand in the middle
// of the header's height, so what stands lower is a level of its own.
func TestLevelsByHeight(t *testing.T) {
	d := newDrawing(7)
	cols := []float64{200, 250, 300, 350, 400, 450}
	d.middle(250, 100, "全县")
	d.middle(400, 100, "县级")
	d.text(70, 104.5, "项目")
	for k, x := range cols {
		d.middle(x, 109, []string{"执行数", "预算数", "增减额"}[k%3])
	}
	body(d, 118, 9, []string{"税收收入", "非税收入", "转移性收入"}, cols)
	f := one(t, d.page)
	want := [][]string{{"项目", "全县", "", "", "县级", "", ""}, {"", "执行数", "预算数", "增减额", "执行数", "预算数", "增减额"}}
	if got := f.Grid(); len(got) != 5 || f.Header != 2 {
		t.Fatalf("header %d: %q", f.Header, got)
	}
	equalGrid(t, f.Grid()[:2], want)
	if f.Rows[0][1].ColSpan != 3 || f.Rows[0][4].ColSpan != 3 {
		t.Errorf("spans %d and %d", f.Rows[0][1].ColSpan, f.Rows[0][4].ColSpan)
	}
}

// A heading that begins with the numbers of the last column and is wider than they
// are belongs to the table.
func TestWideLastHeading(t *testing.T) {
	d := newDrawing(10)
	d.text(60, 100, "预算科目")
	d.text(200, 100, "上年执行数")
	d.text(300, 100, "预算数比执行数增减")
	for i, label := range []string{"税收收入", "非税收入", "转移性收入"} {
		y := 118 + 18*float64(i)
		d.text(60, y, label)
		d.text(200, y, "206,292")
		d.text(300, y, "3.6")
	}
	equalGrid(t, one(t, d.page).Grid()[:1], [][]string{{"预算科目", "上年执行数", "预算数比执行数增减"}})
}

// Labels on both sides of a table that go on in the next line.
func TestLabelsWrapOnBothSides(t *testing.T) {
	d := newDrawing(10)
	y := 100.0
	row := func(left, right [2]string, a, b string) {
		d.text(60, y, left[0])
		d.right(180, y, a)
		d.text(220, y, right[0])
		d.right(340, y, b)
		if left[1] != "" {
			d.text(60, y+12, left[1])
			d.text(220, y+12, right[1])
			y += 12
		}
		y += 20
	}
	row([2]string{"收入项目"}, [2]string{"支出项目"}, "执行数", "执行数")
	row([2]string{"上级补助", "收入"}, [2]string{"社会保障", "和就业支出"}, "8,646", "9,310")
	row([2]string{"上年结转"}, [2]string{"教育支出"}, "1,204", "7,745")
	row([2]string{"动用预算", "调节基金"}, [2]string{"城乡社区", "支出"}, "3,011", "2,468")
	row([2]string{"收入总计"}, [2]string{"支出总计"}, "12,861", "19,523")
	equalGrid(t, one(t, d.page).Grid(), [][]string{
		{"收入项目", "执行数", "支出项目", "执行数"},
		{"上级补助收入", "8,646", "社会保障和就业支出", "9,310"},
		{"上年结转", "1,204", "教育支出", "7,745"},
		{"动用预算调节基金", "3,011", "城乡社区支出", "2,468"},
		{"收入总计", "12,861", "支出总计", "19,523"},
	})
}

// body draws rows of a label and a number in each column, centred.
func body(d *drawing, y, pitch float64, labels []string, cols []float64) {
	for i, label := range labels {
		d.text(60, y+pitch*float64(i), label)
		for k, x := range cols {
			d.middle(x, y+pitch*float64(i), []string{"208,687", "217,676", "194,570", "203,768"}[(i+k)%4])
		}
	}
}
