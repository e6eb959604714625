package table_test

import "testing"

// Labels that took the first number of their rows in leave the rest a column too far
// left: no such table is trusted. A number that belongs to a label does no harm.
func TestNumbersInLabels(t *testing.T) {
	for _, c := range []struct {
		name string
		rows [][]string
		sure bool
	}{
		{"numbers in labels", [][]string{{"收入项目 预算数", "完成数", "为预算%"}, {"增值税 3800", "3842", "101.1"}, {"营业税 12500", "12674", "101.4"},
			{"契税 1950", "1985", "101.8"}, {"房产税 850", "872", "102.6"}, {"印花税 450", "463", "102.9"}}, false},
		{"one label with a number", [][]string{{"收入项目", "完成数", "为预算%"}, {"增值税", "3842", "101.1"}, {"营业税", "12674", "101.4"},
			{"契税", "1985", "101.8"}, {"专项 2023", "872", "102.6"}, {"印花税", "463", "102.9"}}, true},
	} {
		d := newDrawing(10)
		d.drawSheet(&sheet{rows: c.rows, widths: []float64{140, 100, 100}, pitch: 16}, 60, 100, noRules)
		f := one(t, d.page)
		if sure := f.Confidence >= 0.5; sure != c.sure || sure != (len(f.Problems) == 0) {
			t.Errorf("%s: confidence %v, problems %+v", c.name, f.Confidence, f.Problems)
		}
	}
}
