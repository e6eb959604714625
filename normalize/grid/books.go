package grid

import (
	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// rowBooks gives each line its book in a table that sets the books one below the
// other: 一般公共预算收入, 税收收入, 政府性基金预算收入, 国有土地使用权出让收入. Where the
// lines name fewer than two books nothing changes.
func (g *reading) rowBooks(b *block, lines []line) {
	own := make([]budget.Book, len(lines))
	named := map[budget.Book]bool{}
	for i := range lines {
		if own[i] = g.bookOfLine(b, &lines[i]); own[i] != "" {
			named[own[i]] = true
		}
	}
	if len(named) < 2 {
		return
	}
	current := budget.Book("")
	for i := range lines {
		l := &lines[i]
		if own[i] != "" {
			current = own[i]
		}
		if current == "" || l.memo {
			continue
		}
		if s, ok := g.lex.Subject(l.label, current, b.side); ok && s.InBook(current) && own[i] == "" {
			l.sub, l.known = s, true
		}
		if !l.known || l.sub.InBook(current) {
			l.book = current
		}
	}
}

// bookOfLine is the book that a line stands for: the own total of a book, or the name
// of a book alone, which is read as its total on the side of the block.
func (g *reading) bookOfLine(b *block, l *line) budget.Book {
	if l.memo {
		return ""
	}
	if bk := g.bareBook(l.label); bk != "" {
		if s, ok := g.bookTotal(bk, b.side); ok {
			l.sub, l.known = s, true
			return bk
		}
		return ""
	}
	if !l.known || l.sub.Role != budget.RoleTotal || l.among || len(l.sub.Books) != 1 || l.sub.Books[0] == budget.Debt || outline.BookOf(l.label) != l.sub.Books[0] {
		return ""
	}
	if s, ok := g.lex.Subject(l.label, budget.GeneralPublic, b.side); ok && s.Name != l.sub.Name {
		return "" // 国有资本经营收入 is an item of general revenue as well
	}
	return l.sub.Books[0]
}

// bareBook is the book that a label names and nothing else.
func (g *reading) bareBook(label string) budget.Book {
	if !phrase.Holds(label, "预算", "基金", "资本") {
		return ""
	}
	if t, ok := g.lex.Term(g.lex.Normalize(label)); ok && t.Class == lexicon.ClassBook {
		return budget.Book(t.Value)
	}
	return ""
}

// bookTotal is a book's own total on a side.
func (g *reading) bookTotal(bk budget.Book, side budget.Side) (*lexicon.Subject, bool) {
	switch side {
	case budget.Revenue:
		return g.lex.Subject("收入", bk, side)
	case budget.Expenditure:
		return g.lex.Subject("支出", bk, side)
	}
	return nil, false
}

// splitSides makes two blocks of one whose columns stand under 收入 and 支出: the
// label means another subject on each side. What stands beside these (上年结转 of each
// fund) is neither.
func (g *reading) splitSides() {
	if len(g.blocks) != 1 || g.blocks[0].side != "" {
		return
	}
	in, out := g.blocks[0], g.blocks[0]
	in.nums, out.nums = nil, nil
	in.side, out.side = budget.Revenue, budget.Expenditure
	var beside []int
	for _, c := range g.blocks[0].nums {
		switch fundMeasure(g.cols[c].head) {
		case "收入":
			in.nums = append(in.nums, c)
		case "支出":
			out.nums = append(out.nums, c)
		default:
			beside = append(beside, c)
		}
	}
	if len(in.nums) == 0 || len(out.nums) == 0 {
		return
	}
	for _, c := range beside {
		if !g.carried(c) && g.cols[c].spec.Kind == budget.ColAmount {
			return
		}
	}
	for _, c := range beside {
		g.unreadColumn(c, "不是各行科目本身的收入或支出")
	}
	g.blocks = []block{in, out}
}

// carried reports whether a head names what is carried over the turn of the year, a
// balance or another component of the accounts.
func (g *reading) carried(c int) bool {
	h := squeeze(lastLine(g.cols[c].head))
	if phrase.Holds(h, "结余", "结转") {
		return true
	}
	s, ok := g.lex.Subject(h, g.frame.book, "")
	return ok && s.Role == budget.RoleComponent
}
