package table_test

import (
	"testing"

	"yusuan/extract/table"
)

// narrow draws a table whose third row breaks numbers, and perhaps its label,
// in two lines.
func narrow(how ruling, label2 string, pieces ...[2]string) (*table.Page, [][]string) {
	d := newDrawing(10)
	want := [][]string{{"项目", "第1栏", "第2栏"}, {"教育支出", "123,456", "65,432"},
		{"社会保障和就业", "", ""}, {"卫生健康支出", "98,765", "4,321"}, {"节能环保支出", "1,200", "870"}}
	const y, pitch = 100.0, 30.0
	d.drawSheet(&sheet{rows: want, widths: []float64{80, 60, 60}, pitch: pitch}, 60, y, how)
	base := y + 2*pitch + pitch/2 + 3.5
	if label2 != "" {
		d.text(63, base+12, label2)
	}
	for j, p := range pieces {
		right := 140 + 60*float64(j+1) - 3
		d.right(right, base, p[0])
		d.right(right, base+12, p[1])
	}
	return d.page, want
}

func TestNumberBrokenAnywhere(t *testing.T) {
	for _, c := range []struct {
		name, label2 string
		pieces       [][2]string
		label        string
		want         []string
	}{
		{"inside a group", "", [][2]string{{"7,381,1", "61"}, {"54,321", ""}}, "社会保障和就业", []string{"7,381,161", "54,321"}},
		{"both columns", "", [][2]string{{"7,381,1", "61"}, {"2,654,3", "21"}}, "社会保障和就业", []string{"7,381,161", "2,654,321"}},
		{"label too", "支出", [][2]string{{"7,381,1", "61"}, {"2,654,3", "21"}}, "社会保障和就业支出", []string{"7,381,161", "2,654,321"}},
		{"before the point", "", [][2]string{{"7,381", ".61"}, {"54,321", ""}}, "社会保障和就业", []string{"7,381.61", "54,321"}},
	} {
		for _, how := range []ruling{allRules, levelRules, threeRules, noRules} {
			page, want := narrow(how, c.label2, c.pieces...)
			want[2] = append([]string{c.label}, c.want...)
			f := one(t, page)
			if len(f.Problems) > 0 {
				t.Errorf("%s, ruling %d: %+v", c.name, how, f.Problems)
			}
			if d := damage(f.Grid(), want); d != "" || len(f.Rows) != len(want) {
				t.Errorf("%s, ruling %d: %s %q", c.name, how, d, f.Grid())
			}
		}
	}
}
