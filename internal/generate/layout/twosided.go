package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// The first word of each section of a balance table.
var ordinal = []string{"一、", "二、", "三、", "四、", "五、"}

// sections lists one side of a balance table: the own total with its parts, then
// transfers, and debt where it stands apart. The grand total is left to the caller.
func sections(p *pen.Pen, side budget.Side, own string, parts []string) []row {
	rows := []row{{ordinal[0] + own, side, accounts.TotalOf(p.Now().Book, side), 0, false}}
	among := side == budget.Expenditure || p.Now().Book != budget.GeneralPublic // not all parts
	for i, s := range parts {
		r := row{p.Say(s), side, s, 1, false}
		if among && i == 0 {
			r.label = "其中：" + r.label
		} else if among {
			r.indent = 4 // under the word after 其中：
		}
		rows = append(rows, r)
	}
	section, debt := "转移性收入", "债务转贷收入"
	if side == budget.Expenditure {
		section, debt = "转移性支出", "债务还本支出"
	}
	rows = append(rows, row{ordinal[1] + section, side, section, 0, false})
	var apart []row
	for _, f := range accounts.Flows(p.Now().Book, side) {
		if _, ok := p.Acc.Get(p.Cell(side, f)); !ok {
			continue
		}
		if f == debt && p.Acc.DebtApart {
			apart = []row{{ordinal[2] + p.Say(f), side, f, 0, false}}
			continue
		}
		rows = append(rows, row{p.Say(f), side, f, 1, false})
	}
	return append(rows, apart...)
}

func sidesOf(p *pen.Pen, classes int) (left, right []row) {
	scope := p.Acc.District.All
	if p.Now().Level == budget.Own {
		scope = p.Acc.District.Own
	}
	var parts []string
	switch p.Now().Book {
	case budget.GeneralPublic:
		parts = []string{"税收收入", "非税收入"}
	case budget.GovernmentFunds:
		parts = accounts.Items(budget.GovernmentFunds, accounts.GFRevenue)[:1]
	}
	var spent []string
	if p.Now().Book == budget.GeneralPublic {
		spent = p.Largest(classes)
	}
	ownR, ownE := p.Pick(scope+"收入", "本年收入", "本级收入"), p.Pick(scope+"支出", "本年支出", "本级支出")
	return sections(p, budget.Revenue, ownR, parts), sections(p, budget.Expenditure, ownE, spent)
}

// pairUp sets two lists side by side, the shorter one padded with empty cells.
func pairUp(p *pen.Pen, left, right []row) [][]render.Cell {
	side := func(rs []row, i int) []render.Cell {
		if i >= len(rs) {
			return []render.Cell{{}, {Number: true}}
		}
		r := rs[i]
		return []render.Cell{{Text: r.label, Indent: r.indent}, {Text: p.Amount(p.Cell(r.side, r.subject)), Number: true}}
	}
	var out [][]render.Cell
	for i := range max(len(left), len(right)) {
		out = append(out, append(side(left, i), side(right, i)...))
	}
	return out
}

// twoSidedFirst has the grand totals in the first row.
func twoSidedFirst(p *pen.Pen, caption string) *render.Table {
	left, right := sidesOf(p, 0)
	grandL := row{"总 计", budget.Revenue, "收入总计", 0, false}
	grandR := row{"总 计", budget.Expenditure, "支出总计", 0, false}
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("收 入", stageOf(p), "支 出", stageOf(p))}
	t.Rows = pairUp(p, append([]row{grandL}, left...), append([]row{grandR}, right...))
	return t
}

// twoSidedLast has them in the last row, and some classes among the spending.
func twoSidedLast(p *pen.Pen, caption string) *render.Table {
	left, right := sidesOf(p, 3)
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts("收入项目", stageOf(p), "支出项目", stageOf(p))}
	t.Rows = pairUp(p, left, right)
	t.Rows = append(t.Rows, pairUp(p, []row{{"收入总计", budget.Revenue, "收入总计", 0, false}}, []row{{"支出总计", budget.Expenditure, "支出总计", 0, false}})...)
	return t
}

// twoSidedPair has two number columns a side: the adjusted budget and the outturn.
func twoSidedPair(p *pen.Pen, caption string) *render.Table {
	left, right := sidesOf(p, 0)
	left = append([]row{{"总计", budget.Revenue, "收入总计", 0, false}}, left...)
	right = append([]row{{"总计", budget.Expenditure, "支出总计", 0, false}}, right...)
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	adj, act := headerOf(p, "adj"), headerOf(p, "act")
	t.Header = [][]render.Cell{render.Texts("收入", adj, act, "支出", adj, act)}
	half := func(rs []row, i int) []render.Cell {
		if i >= len(rs) {
			return []render.Cell{{}, {Number: true}, {Number: true}}
		}
		return []render.Cell{{Text: rs[i].label, Indent: rs[i].indent}, filled(p, rs[i], "adj"), filled(p, rs[i], "act")}
	}
	for i := range max(len(left), len(right)) {
		t.Rows = append(t.Rows, append(half(left, i), half(right, i)...))
	}
	return t
}

// twoSidedTop names the sides in a header row of its own, over label and amount.
func twoSidedTop(p *pen.Pen, caption string) *render.Table {
	t := twoSidedLast(p, caption)
	covered := render.Cell{ColSpan: -1}
	t.Header = [][]render.Cell{
		{{Text: "收入", ColSpan: 2}, covered, {Text: "支出", ColSpan: 2}, covered},
		render.Texts("项目", stageOf(p), "项目", stageOf(p)),
	}
	return t
}
