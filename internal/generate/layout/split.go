package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// codeColumns prints codes of the classification in a column for each of their
// levels (类, 款), under a header of two rows.
func codeColumns(p *pen.Pen, caption string) *render.Table {
	over := render.Cell{ColSpan: -1}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{
		{{Text: "科目编码", ColSpan: 2}, over, {Text: "科目名称", RowSpan: 2}, {Text: "年初预算数", RowSpan: 2}, {Text: stageOf(p), RowSpan: 2}},
		append(render.Texts("类", "款"), render.Cell{RowSpan: -1}, render.Cell{RowSpan: -1}, render.Cell{RowSpan: -1}),
	}
	line := func(class, item, label, subject string, indent int) {
		r := row{label, budget.Expenditure, subject, indent, false}
		cells := []render.Cell{{Text: class}, {Text: item}, {Text: label, Indent: indent}, filled(p, r, "bud"), filled(p, r, "act")}
		t.Rows = append(t.Rows, cells)
	}
	line("", "", "合计", accounts.GPSpending, 0)
	for _, class := range accounts.Items(budget.GeneralPublic, accounts.GPSpending) {
		line(codeOf[class], "", p.Say(class), class, 0)
		for _, n := range accounts.Items(budget.GeneralPublic, class) {
			line(codeOf[n][:3], codeOf[n][3:], n, n, 1)
		}
	}
	return t
}

// halves sets the functional classes in two halves side by side, the total under
// the second.
func halves(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("支出科目", stageOf(p), "支出科目", stageOf(p))}
	rows := []row{}
	for _, n := range p.Largest(99) {
		rows = append(rows, row{p.Say(n), budget.Expenditure, n, 0, false})
	}
	rows = append(rows, row{"支出合计", budget.Expenditure, accounts.GPSpending, 0, false})
	half := (len(rows) + 1) / 2
	t.Rows = pairUp(p, rows[:half], rows[half:])
	return t
}

// sideMerged names revenue and expenditure in a first column merged over its rows.
func sideMerged(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("类别", "项目", "年初预算数", "调整后预算数", "增减额")}
	left, right := sidesOf(p, 4)
	left = append(left, row{"收入总计", budget.Revenue, "收入总计", 0, false})
	right = append(right, row{"支出总计", budget.Expenditure, "支出总计", 0, false})
	for n, rows := range [][]row{left, right} {
		for i, r := range rows {
			first := render.Cell{RowSpan: -1}
			if i == 0 {
				first = render.Cell{Text: []string{"收入", "支出"}[n], RowSpan: len(rows)}
			}
			line := []render.Cell{first, {Text: r.label, Indent: r.indent}}
			for _, what := range []string{"bud", "adj", "adjusted"} {
				line = append(line, filled(p, r, what))
			}
			t.Rows = append(t.Rows, line)
		}
	}
	return t
}

// wrappedNext compares a draft with the outturn; long labels go on in a second
// line of their cell.
func wrappedNext(p *pen.Pen, caption string) *render.Table {
	t := revenueNext(p, caption)
	for i := range t.Rows {
		label := []rune(t.Rows[i][0].Text)
		if len(label) > 8 {
			t.Rows[i][0].Text = string(label[:8]) + "\n" + string(label[8:])
		}
	}
	return t
}
