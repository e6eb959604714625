package layout

import (
	"fmt"
	"strings"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// unitInHeader says the unit in the header cells, not above the table.
func unitInHeader(p *pen.Pen, caption string) *render.Table {
	t := oneSided(p, caption, "项目", revenueRows(p, p.Chance(50)), outturn(p)[:3])
	t.Unit = ""
	for i := range t.Header[0] {
		if i > 0 {
			t.Header[0][i].Text += "（" + p.Set.TableUnit + "）"
		}
	}
	return t
}

// chinese writes a number below a hundred in Chinese numerals.
func chinese(n int) string {
	ones := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return ones[n]
	case n < 20:
		return "十" + ones[n-10]
	}
	return ones[n/10] + "十" + ones[n%10]
}

// numberedRows has a column of row numbers first, classes with 其中 below them,
// and percent signs in the rate columns.
func numberedRows(p *pen.Pen, caption string) *render.Table {
	rows := []row{{"合计", budget.Expenditure, accounts.GPSpending, 0, false}}
	for i, class := range p.Largest(99) {
		rows = append(rows, row{chinese(i+1) + "、" + p.Say(class), budget.Expenditure, class, 0, false})
		for j, n := range accounts.Items(budget.GeneralPublic, class)[:min(2, len(accounts.Items(budget.GeneralPublic, class)))] {
			label := n
			if j == 0 {
				label = "其中：" + n
			}
			rows = append(rows, row{label, budget.Expenditure, n, 1 + 3*j, false})
		}
	}
	t := oneSided(p, caption, "项目", rows, []column{{"adj", headerOf(p, "adj")}, {"act", headerOf(p, "act")}, {"done:adj", "完成率"}, {"growth", "增长率"}})
	t.Header[0] = append(render.Texts("序号"), t.Header[0]...)
	for i, line := range t.Rows {
		for j := range line {
			if rate := j >= len(line)-2; rate && strings.ContainsAny(line[j].Text, "0123456789") {
				line[j].Text += "%"
			}
		}
		t.Rows[i] = append([]render.Cell{{Text: fmt.Sprint(i + 1), Number: true}}, line...)
	}
	return t
}
