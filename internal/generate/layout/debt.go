package layout

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// debtGrid has limits and balances down, kinds of debt across.
func debtGrid(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("项目", "合计", "一般债务", "专项债务")}
	for _, what := range [][2]string{{p.Pick("限额", "政府债务限额", "债务限额"), "限额"}, {p.Pick("余额", "政府债务余额", "年末余额"), "余额"}} {
		line := render.Texts(what[0])
		for _, kind := range []string{"政府债务", "一般债务", "专项债务"} {
			line = append(line, render.Cell{Text: p.Amount(p.Cell(budget.Balance, kind+what[1])), Number: true})
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// debtList has limits, balances, bonds and repayment below each other.
func debtList(p *pen.Pen, caption string) *render.Table {
	y := p.Now().Year
	rows := []row{
		{fmt.Sprintf("一、%d年末地方政府债务限额", y), budget.Balance, "政府债务限额", 0, false},
		{"一般债务", budget.Balance, "一般债务限额", 1, false}, {"专项债务", budget.Balance, "专项债务限额", 1, false},
		{fmt.Sprintf("二、%d年地方政府债券发行额", y), budget.Revenue, "地方政府债券发行", 0, false},
		{"新增债券", budget.Revenue, "新增债券", 1, false}, {"再融资债券", budget.Revenue, "再融资债券", 1, false},
		{fmt.Sprintf("三、%d年地方政府债务还本额", y), budget.Expenditure, "债务还本支出", 0, false},
		{fmt.Sprintf("四、%d年地方政府债务付息额", y), budget.Expenditure, "债务付息支出", 0, false},
		{fmt.Sprintf("五、%d年末地方政府债务余额", y), budget.Balance, "政府债务余额", 0, false},
		{"一般债务", budget.Balance, "一般债务余额", 1, false}, {"专项债务", budget.Balance, "专项债务余额", 1, false},
	}
	return oneSided(p, caption, "项目", rows, []column{{"act", stageOf(p)}})
}
