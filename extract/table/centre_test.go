package table_test

import "testing"

// centredSheet draws rows of two labels and two numbers whose cells stand in the middle
// of their rows, with lines of text 12 points apart and 3 points between rows.
func centredSheet(d *drawing, y float64, rows [][4][]string, uprights bool) {
	xs := [4]float64{60, 190, 210, 340}
	top := y
	for _, r := range rows {
		lines := 1
		for _, c := range r {
			lines = max(lines, len(c))
		}
		height := 12*float64(lines) + 3
		for c, texts := range r {
			base := y + (height-12*float64(len(texts)))/2 + 10
			for k, s := range texts {
				if c%2 == 1 {
					d.right(xs[c], base+12*float64(k), s)
				} else {
					d.text(xs[c], base+12*float64(k), s)
				}
			}
		}
		y += height
	}
	if uprights {
		for _, x := range []float64{57, 140, 195, 290, 345} {
			d.upright(x, top, y)
		}
		d.level(top, 57, 345)
		d.level(top+15, 57, 345)
		d.level(y, 57, 345)
	}
}

// Labels of two and three lines on both sides, numbers beside their middle, one side
// longer than the other: each label has its number.
func TestCellsInTheMiddleOfTheirRows(t *testing.T) {
	one1 := func(s string) []string { return []string{s} }
	rows := [][4][]string{
		{one1("收入项目"), one1("决算数"), one1("支出项目"), one1("决算数")},
		{one1("一、本年收入"), one1("17255"), one1("一、本年支出"), one1("16117")},
		{{"国有土地", "使用权出让收", "入"}, one1("14038"), {"国有土地使用", "权安排的支出"}, one1("8565")},
		{{"国有土地收", "益基金收入"}, one1("578"), {"彩票公益金安", "排的支出"}, one1("7122")},
		{one1("上级补助收入"), one1("209"), {"其他政府性基", "金及对应收入", "安排的支出"}, one1("387")},
		{{"专项债券转", "贷收入"}, one1("1228"), one1("调出资金"), one1("236")},
		{one1("收入总计"), one1("18692"), one1("支出总计"), one1("16740")},
	}
	want := [][]string{
		{"收入项目", "决算数", "支出项目", "决算数"},
		{"一、本年收入", "17255", "一、本年支出", "16117"},
		{"国有土地使用权出让收入", "14038", "国有土地使用权安排的支出", "8565"},
		{"国有土地收益基金收入", "578", "彩票公益金安排的支出", "7122"},
		{"上级补助收入", "209", "其他政府性基金及对应收入安排的支出", "387"},
		{"专项债券转贷收入", "1228", "调出资金", "236"},
		{"收入总计", "18692", "支出总计", "16740"},
	}
	for _, uprights := range []bool{true, false} {
		d := newDrawing(10)
		centredSheet(d, 100, rows, uprights)
		f := one(t, d.page)
		if got := f.Grid(); len(got) != len(want) || damage(got, want) != "" {
			t.Errorf("uprights %v: %q", uprights, got)
		}
	}
}
