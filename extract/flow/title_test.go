package flow

import (
	"testing"

	"yusuan/extract"
)

// titled is a page with a title in two lines of the given sizes above some text.
func titled(first, second string, size float64) *extract.Document {
	var lines []extract.Line
	add := func(text string, size, middle, y float64) {
		width := size * float64(len([]rune(text)))
		lines = append(lines, extract.Line{Number: len(lines) + 1, Text: text, Size: size, Box: extract.Box{middle - width/2, y, middle + width/2, y + size}})
	}
	add(first, 20, 300, 60)
	add(second, size, 300, 90)
	for i := range 8 {
		add("全年收支平衡，各项支出得到保障，重点任务按期完成，结余结转规范管理", 12, 300, 140+20*float64(i))
	}
	return &extract.Document{Pages: []extract.Page{{Number: 1, Lines: lines}}}
}

func TestTitleInTwoLines(t *testing.T) {
	for _, c := range []struct {
		first, second string
		size          float64
		want          bool
	}{
		{"沅陵新区2031年预算执行情况和2032", "年预算草案的报告", 20, true},
		{"沅陵新区2031年预算执行情况", "和2032年预算草案的报告", 20, true},
		{"沅陵新区2031年预算调整方案的报", "告", 20, true},
		{"沅陵新区2031年预算执行情况的报告", "沅陵新区财政局", 20, false},
		{"沅陵新区2031年预算收支安排与展望", "沅陵新区财政局", 14, false},
		{"沅陵新区预算公开说明", "一、收入安排", 20, false},
	} {
		doc := titled(c.first, c.second, c.size)
		Mark(doc)
		if got := doc.Pages[0].Lines[1].Joins; got != c.want {
			t.Errorf("%s / %s: joins %t", c.first, c.second, got)
		}
	}
}
