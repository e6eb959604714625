package caption

import (
	"slices"
	"testing"
)

func TestYears(t *testing.T) {
	for _, c := range []struct {
		caption string
		years   []int
		twice   int
	}{
		{"2023年全县一般公共预算收支平衡表", []int{2023}, 0},
		{"表2 2023年和2024年主要指标", []int{2023, 2024}, 0},
		{"2024年和2024年主要指标", []int{2024, 2024}, 2024},
		{"2024 年度、2024年度收支", []int{2024, 2024}, 2024},
		{"2024年预算表（2024年2月）", []int{2024, 2024}, 0},
		{"合计12024年", nil, 0},
		{"单位：万元", nil, 0},
	} {
		if got := Years(c.caption); !slices.Equal(got, c.years) {
			t.Errorf("%s: years %v, want %v", c.caption, got, c.years)
		}
		if got, _ := Twice(c.caption); got != c.twice {
			t.Errorf("%s: twice %d, want %d", c.caption, got, c.twice)
		}
	}
}
