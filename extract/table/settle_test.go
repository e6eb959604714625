package table_test

import "testing"

// Amounts of a last column that only the first rows fill make these rows no
// header: they stay rows of their own and the column stays.
func TestColumnFilledInFirstRowsOnly(t *testing.T) {
	want := [][]string{
		{"项目", "第1栏", "第2栏", "第3栏", "第4栏"},
		{"国防支出", "350,129", "393,983", "318", "376,112"},
		{"公共安全支出", "757", "496", "", "82"},
		{"教育支出", "444,743", "782,377", "82,725", ""},
		{"科学技术支出", "959,866", "276,178", "449,308", ""},
		{"文化体育支出", "313,155", "876,625", "157,764", ""},
		{"卫生健康支出", "974", "", "690", ""},
	}
	for _, how := range []ruling{levelRules, threeRules, noRules} {
		d := newDrawing(7.5)
		d.drawSheet(&sheet{rows: want, widths: []float64{140, 95, 95, 95, 95}, pitch: 15}, 50, 60, how)
		equalGrid(t, one(t, d.page).Grid(), want)
	}
}

// A header of years stays header.
func TestHeaderOfYears(t *testing.T) {
	want := [][]string{
		{"项目", "2021", "2022", "2023"},
		{"教育支出", "444,743", "782,377", "82,725"},
		{"科学技术支出", "959,866", "276,178", "449,308"},
		{"文化体育支出", "313,155", "876,625", "157,764"},
		{"卫生健康支出", "974", "1,205", "690"},
	}
	d := newDrawing(9)
	d.drawSheet(&sheet{rows: want, widths: []float64{140, 95, 95, 95}, pitch: 16}, 50, 60, threeRules)
	equalGrid(t, one(t, d.page).Grid(), want)
}
