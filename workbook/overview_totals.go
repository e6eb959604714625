package workbook

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// totalsBlock sets the totals of each book, scope, year and stage in a row. A
// column of rates that no row fills is left out.
func (b *reportBook) totalsBlock(s *xl.Sheet) {
	b.band(s, "三、各本预算（金额单位：万元）")
	list := b.totalAccounts()
	if len(list) == 0 {
		s.Row(xl.Cell{Value: "没有取到预算收支合计。", Style: styleLead, Free: true})
		s.Skip(1)
		return
	}
	growth := func(f *budget.Figure) budget.Rate { return f.Growth }
	completed := func(f *budget.Figure) budget.Rate { return f.Completion }
	used := map[string]bool{}
	for _, a := range list {
		for _, side := range []budget.Side{budget.Revenue, budget.Expenditure} {
			c := b.values.get(a.key(side, ownTotal(a.Book, side)))
			used["g"+string(side)] = used["g"+string(side)] || rateOf(c, growth).Value != nil
			used["c"+string(side)] = used["c"+string(side)] || rateOf(c, completed).Value != nil
		}
	}
	head := heads("预算", "口径", "年度", "阶段")
	for _, side := range []budget.Side{budget.Revenue, budget.Expenditure} {
		head = append(head, heads(sideWord(side))...)
		if used["g"+string(side)] {
			head = append(head, heads("比上年（%）")...)
		}
		if used["c"+string(side)] {
			head = append(head, heads("完成（%）")...)
		}
	}
	s.Row(append(head, heads("收入总计", "支出总计", "收支差额", "平衡表")...)...)
	for _, a := range list {
		row := []xl.Cell{text(bookWord(a.Book)), text(b.scopeOf(a)), yearCell(a.Year), center(stageWord(a.Stage))}
		for _, side := range []budget.Side{budget.Revenue, budget.Expenditure} {
			c := b.values.get(a.key(side, ownTotal(a.Book, side)))
			row = append(row, b.inputCell(c))
			if used["g"+string(side)] {
				row = append(row, rateOf(c, growth))
			}
			if used["c"+string(side)] {
				row = append(row, rateOf(c, completed))
			}
		}
		in, out, gap := b.grandCells(a, len(row)+1, s.Next())
		link := xl.Cell{Style: styleText}
		if where, ok := b.balanced[a]; ok {
			link = xl.Cell{Value: "查看 →", Style: styleLink, Link: xl.LinkTo(sheetBalance, 1, where.top)}
		}
		s.Row(append(row, in, out, gap, link)...)
	}
	s.Skip(1)
}

// totalAccounts are the accounts with at least one total, also those of which
// there is no more than that.
func (b *reportBook) totalAccounts() []account {
	return accounts(b.report.Figures, func(f *budget.Figure) bool {
		return f.Book != budget.Debt && f.HasAmount() && !f.Delta && f.Basis == "" && f.Level != budget.Part && f.Role != budget.RolePart && isBookTotal(f)
	})
}

func (b *reportBook) grandCells(a account, col, row int) (in, out, gap xl.Cell) {
	where := b.balanced[a]
	revenue, spent := b.values.get(a.key(budget.Revenue, grandTotal(budget.Revenue))), b.values.get(a.key(budget.Expenditure, grandTotal(budget.Expenditure)))
	in, out, gap = b.figureCell(revenue), b.figureCell(spent), xl.Cell{Style: styleText}
	if revenue.Figure == nil && spent.Figure == nil {
		return gap, gap, gap // the report gives no grand totals of this account
	}
	if !where.hasRevenue || !where.hasSpent {
		return in, out, gap
	}
	x, okX := in.Value.(decimal.Decimal)
	y, okY := out.Value.(decimal.Decimal)
	if !okX || !okY {
		return in, out, gap
	}
	in, out = b.inputCell(revenue), b.inputCell(spent)
	formula, d := differenceOf(number(xl.Ref(col, row), x), number(xl.Ref(col+1, row), y))
	return in, out, xl.Cell{Formula: formula, Value: d, Style: amountStyle(d, xl.Black)}
}
