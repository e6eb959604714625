package workbook

import (
	"slices"
	"strings"

	"yusuan/budget"
)

// balance is the two-sided account of one book, scope, year and stage.
type balance struct {
	account account
	revenue balanceSide
	expend  balanceSide
}

// balanceSide is one side of it, in the order in which the report prints it.
type balanceSide struct {
	lines []balanceLine
	from  *budget.Table // the table it was read from; nil: from sentences
	doubt string
}

type balanceLine struct {
	label string
	value chosen
	depth int
	bold  bool  // a total of the table it was read from
	grand bool  // 收入总计 or 支出总计: what the two sides are compared by
	sum   []int // the lines of this side that add up to it; empty: not a sum
}

// grand is the index of the grand total, -1 where there is none.
func (s *balanceSide) grand() int {
	for i, l := range s.lines {
		if l.grand {
			return i
		}
	}
	return -1
}

// balancesOf builds every balance of a report that has at least a total.
func balancesOf(r *budget.Report, v *values) []balance {
	tables := tableSides(r, v)
	isTotal := func(f *budget.Figure) bool {
		return f.Book != budget.Debt && !f.Delta && f.Basis == "" &&
			(f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal) && isBookTotal(f)
	}
	var out []balance
	for _, a := range accounts(r.Figures, isTotal) {
		bal := balance{account: a}
		bal.revenue = bestSide(tables[sideKey{a, budget.Revenue}], sentenceSide(r, v, a, budget.Revenue))
		bal.expend = bestSide(tables[sideKey{a, budget.Expenditure}], sentenceSide(r, v, a, budget.Expenditure))
		if len(bal.revenue.lines)+len(bal.expend.lines) > 1 {
			out = append(out, bal)
		}
	}
	return out
}

// isBookTotal tells a book's own total from the total of some other list
// (a “三公” total, a transfer total), which no balance begins with.
func isBookTotal(f *budget.Figure) bool {
	return f.Role == budget.RoleGrandTotal || f.Subject == ownTotal(f.Book, f.Side)
}

// ownTotal is the canonical name of a book's own revenue or expenditure.
func ownTotal(b budget.Book, side budget.Side) string {
	switch {
	case b == budget.GeneralPublic:
		return "一般公共预算" + sideWord(side)
	case b == budget.Debt || b == "" || side == budget.Balance:
		return ""
	}
	return bookWord(b) + sideWord(side)
}

type sideKey struct {
	account account
	side    budget.Side
}

// bestSide prefers the fuller of the candidates: one with a grand total, then
// the one with more numbers; the earlier in a tie, and tables before sentences.
func bestSide(tables []balanceSide, sentences balanceSide) balanceSide {
	best := balanceSide{}
	for _, s := range append(slices.Clone(tables), sentences) {
		if s.score() > best.score() {
			best = s
		}
	}
	return best
}

func (s *balanceSide) score() int {
	n := 0
	for _, l := range s.lines {
		if l.value.Figure != nil && l.value.Figure.HasAmount() {
			n++
		}
	}
	if s.grand() >= 0 {
		n += 1000
	}
	if s.doubt != "" {
		n -= 500
	}
	return n
}

// tableSides reads the sides off the report's tables.
func tableSides(r *budget.Report, v *values) map[sideKey][]balanceSide {
	out := map[sideKey][]balanceSide{}
	for i := range r.Tables {
		t := &r.Tables[i]
		for j := range t.Blocks {
			block := &t.Blocks[j]
			for c, col := range block.Columns {
				if col.Kind != budget.ColAmount {
					continue
				}
				a, ok := columnAccount(r, block, c)
				if !ok {
					continue
				}
				side := tableSide(r, v, t, block, c)
				key := sideKey{a, block.Side}
				out[key] = append(out[key], side)
			}
		}
	}
	return out
}

// columnAccount is the account of a column: that of its grand total or of the
// book's own total. A column with neither is not a balance.
func columnAccount(r *budget.Report, block *budget.Block, c int) (account, bool) {
	var total *budget.Figure
	for _, item := range block.Items {
		f := itemFigure(r, item, c)
		if f == nil || f.Delta || !f.IsBudget() || f.Year == 0 || f.Side != block.Side || f.Basis != "" || !isBookTotal(f) {
			continue
		}
		if f.Role == budget.RoleGrandTotal {
			return accountOf(f), true
		}
		if f.Role == budget.RoleTotal && total == nil {
			total = f
		}
	}
	if total == nil {
		return account{}, false
	}
	return accountOf(total), true
}

func itemFigure(r *budget.Report, item budget.Item, c int) *budget.Figure {
	if c >= len(item.Cells) {
		return nil
	}
	return r.Figure(item.Cells[c])
}

func tableSide(r *budget.Report, v *values, t *budget.Table, block *budget.Block, c int) balanceSide {
	side := balanceSide{from: t, doubt: t.Doubt}
	lineOf := make([]int, len(block.Items)) // item → line
	for i, item := range block.Items {
		lineOf[i] = -1
		f := itemFigure(r, item, c)
		if item.Memo || f == nil && strings.TrimSpace(item.Label) == "" {
			continue
		}
		lineOf[i] = len(side.lines)
		side.lines = append(side.lines, balanceLine{label: strings.TrimSpace(item.Label), value: v.around(f), depth: item.Depth, bold: item.Grand,
			grand: item.Grand && f != nil && f.Role == budget.RoleGrandTotal})
	}
	if t.Doubt == "" {
		sumTable(block, lineOf, &side)
	}
	return side
}

// sumTable says which lines add up to which: children to their parent, the top
// lines to the grand total. A list under 其中 need not exhaust its parent, so it
// makes no sum; nor do several grand totals, whose parts the table does not tell.
func sumTable(block *budget.Block, lineOf []int, side *balanceSide) {
	children := map[int][]int{}
	open := map[int]bool{}
	var tops, grands []int
	for i, item := range block.Items {
		switch {
		case lineOf[i] < 0:
		case item.Grand:
			grands = append(grands, lineOf[i])
		case item.Parent < 0:
			tops = append(tops, lineOf[i])
		default:
			children[item.Parent] = append(children[item.Parent], lineOf[i])
			open[item.Parent] = open[item.Parent] || item.Among
		}
	}
	for parent, lines := range children {
		if !open[parent] && lineOf[parent] >= 0 && len(lines) > 1 {
			side.lines[lineOf[parent]].sum = lines
		}
	}
	if len(grands) == 1 && len(tops) > 0 {
		side.lines[grands[0]].sum = tops
	}
}
