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

// Numbers without separators show only by the room that they fill that they go on.
func TestNumberOutOfRoom(t *testing.T) {
	for _, c := range []struct {
		name     string
		first    [2]string // the second row's numbers
		pieces   [2][2]string
		want     []string
		problems bool
	}{
		{"the column is full", [2]string{"77002", "5889"}, [2][2]string{{"12389", "66"}, {"7803", "9"}}, []string{"1238966", "78039"}, false},
		{"with decimals", [2]string{"770.2", "5.89"}, [2][2]string{{"123.8", "6"}, {"78.0", "9"}}, []string{"123.86", "78.09"}, false},
		{"decimals and separators", [2]string{"4,265.1", "470.7"}, [2][2]string{{"4,931.7", "7"}, {"102.8", "2"}}, []string{"4,931.77", "102.82"}, false},
		{"a sign alone", [2]string{"77002", "5889"}, [2][2]string{{"12389", "66"}, {"-", "6053"}}, []string{"1238966", "-6053"}, false},
		{"room is left", [2]string{"7700246", "5889"}, [2][2]string{{"12389", "66"}, {"78", ""}}, nil, true},
	} {
		for _, how := range []ruling{allRules, noRules} {
			d := newDrawing(10)
			rows := [][]string{{"项目", "年初", "调整"}, {"教育支出", c.first[0], c.first[1]},
				{"社会保障和就业", "", ""}, {"卫生健康支出", "8765", "432"}, {"节能环保支出", "120", "87"}}
			const y, pitch = 100.0, 30.0
			d.drawSheet(&sheet{rows: rows, widths: []float64{80, 33, 28}, pitch: pitch}, 60, y, how)
			base := y + 2*pitch + pitch/2 + 3.5
			for j, p := range c.pieces {
				right := []float64{173, 201}[j] - 3
				d.right(right, base, p[0])
				d.right(right, base+12, p[1])
			}
			if how == allRules && !c.problems { // the label goes on beside the ends of the numbers
				d.text(63, base+12, "支出")
			}
			f := one(t, d.page)
			if c.problems {
				if len(f.Problems) == 0 && how == allRules {
					t.Errorf("%s, ruling %d: no problem in %q", c.name, how, f.Grid())
				}
				continue
			}
			rows[2] = append([]string{"社会保障和就业"}, c.want...)
			if how == allRules {
				rows[2][0] += "支出"
			}
			if d := damage(f.Grid(), rows); d != "" || len(f.Rows) != len(rows) {
				t.Errorf("%s, ruling %d: %s %q", c.name, how, d, f.Grid())
			}
		}
	}
}

// Two rows of numbers below each other are two rows, also where no column shows
// more room.
func TestRowsAreNotPieces(t *testing.T) {
	for _, how := range []ruling{allRules, noRules} {
		d := newDrawing(10)
		rows := [][]string{{"项目", "执行数"}, {"一、本年收入", "165668"}, {"税收收入", "12111"}, {"非税收入", "4310"}}
		d.drawSheet(&sheet{rows: rows, widths: []float64{80, 40}, pitch: 15}, 60, 100, how)
		f := one(t, d.page)
		if d := damage(f.Grid(), rows); d != "" || len(f.Rows) != len(rows) {
			t.Errorf("ruling %d: %s %q", how, d, f.Grid())
		}
	}
}

// The last row, a total in wider type, breaks its numbers where no row above does, and
// the lines stand as far apart as rows; a single number below a total is no end of it.
func TestTotalOutOfRoom(t *testing.T) {
	for _, c := range []struct {
		name string
		rest [2]string
		want [][]string
	}{
		{"both columns", [2]string{"8", "7"}, [][]string{{"收入总计", "392288", "412387"}}},
		{"one column", [2]string{"8", ""}, [][]string{{"收入总计", "39228", "41238"}, {"", "8", ""}}},
	} {
		d := newDrawing(10)
		rows := [][]string{{"项目", "上年", "预算"}, {"本年收入", "28741", "29503"}, {"上级补助收入", "32779", "38899"}, {"上年结余", "16328", "32472"},
			{"收入总计", "39228", "41238"}}
		const y, pitch = 100.0, 15.0
		d.drawSheet(&sheet{rows: rows, widths: []float64{80, 60, 60}, pitch: pitch}, 60, y, noRules)
		base := y + 5*pitch + pitch/2 + 3.5
		for j, p := range c.rest {
			d.right(140+60*float64(j+1)-3, base, p)
		}
		want := append(rows[:4:4], c.want...)
		f := one(t, d.page)
		if d := damage(f.Grid(), want); c.name == "both columns" && (d != "" || len(f.Rows) != len(want)) {
			t.Errorf("%s: %s %q", c.name, d, f.Grid())
		}
		if g := f.Grid(); c.name == "one column" && len(g) > 4 && g[4][1] != "39228" {
			t.Errorf("%s: %q", c.name, g)
		}
	}
}
