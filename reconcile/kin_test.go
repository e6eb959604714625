package reconcile

import (
	"context"
	"testing"

	"yusuan/budget"
)

// TestTwoPlacesOfOneName: reports that share a name and nothing else are not held
// against each other; one wrong figure makes no two places of one.
func TestTwoPlacesOfOneName(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	older := `report year=2022 id=a district=鼓楼区
at book=general_public level=consolidated scope=全区 year=2022 stage=execution
sentence revenue
一般公共预算收入 123600 total
一般公共预算支出 436500 total side=expenditure
结转下年 28900 side=expenditure
at year=2023 stage=budget
一般公共预算收入 128000 total
`
	for _, c := range []struct {
		name, next string
		fails      int
	}{
		{"another place", `report year=2023 id=b district=鼓楼区
at book=general_public level=consolidated scope=全区 year=2023 stage=execution
sentence revenue
一般公共预算收入 1053200 total growth=5.2
一般公共预算支出 2236500 total side=expenditure
上年结转 191300
`, 0},
		{"the same place, what was carried over changed", `report year=2023 id=b district=鼓楼区
at book=general_public level=consolidated scope=全区 year=2023 stage=execution
sentence revenue
一般公共预算收入 129780 total growth=5.0
一般公共预算支出 446500 total side=expenditure
上年结转 82900
`, 1},
	} {
		fails := 0
		for _, k := range e.Across(context.Background(), []*budget.Report{parse(t, older), parse(t, c.next)}) {
			if k.Verdict == budget.Fail && k.Severity != budget.Info {
				fails++
			}
		}
		if fails != c.fails {
			t.Errorf("%s: %d findings, want %d", c.name, fails, c.fails)
		}
	}
}
