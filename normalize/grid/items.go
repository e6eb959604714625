package grid

import (
	"strings"
	"unicode"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// amongWidth is the width of 其中： in half-width units.
const amongWidth = 6

// line is one row of a block before it becomes an item.
type line struct {
	row    int
	cells  []extract.Cell
	label  string
	code   string
	rank   int // of its numbering, 0 for none
	indent int // with the width of 其中：
	among  bool
	sub    *lexicon.Subject
	known  bool
	grand  bool
	memo   bool
	parent int
	depth  int
	scope  outline.Scope
	scoped bool
	level  bool        // the label is a level and nothing else: 其中：县级
	book   budget.Book // in a table of several books one below the other
}

func (g *reading) readItems() {
	g.splitSides()
	g.settleBook()
	for bi := range g.blocks {
		b := &g.blocks[bi]
		if b.side == "" {
			b.side = g.frame.side
		}
		lines := g.lines(b)
		if b.side == "" {
			b.side = majoritySide(lines)
			g.resolve(b, lines)
		}
		g.rowBooks(b, lines)
		g.nest(b, lines)
		g.emit(b, lines)
	}
}

// settleBook guesses the book of a table that neither caption nor heading names
// from what most of its labels belong to.
func (g *reading) settleBook() {
	if g.frame.book != "" {
		return
	}
	votes := map[budget.Book]int{}
	for bi := range g.blocks {
		for _, l := range g.lines(&g.blocks[bi]) {
			if l.known && len(l.sub.Books) == 1 {
				votes[l.sub.Books[0]]++
			}
		}
	}
	best, n := budget.Book(""), 0
	for _, bk := range []budget.Book{budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital, budget.SocialInsurance, budget.Debt} {
		if votes[bk] > n {
			best, n = bk, votes[bk]
		}
	}
	g.frame.book = best
	g.out.Table.Book = best
}

func majoritySide(lines []line) budget.Side {
	in, out, bal := 0, 0, 0
	for _, l := range lines {
		if !l.known {
			continue
		}
		switch l.sub.Side {
		case budget.Revenue:
			in++
		case budget.Expenditure:
			out++
		default:
			bal++
		}
	}
	switch {
	case in > out && in >= bal:
		return budget.Revenue
	case out > in && out >= bal:
		return budget.Expenditure
	}
	return ""
}

// lineKey is what the reading of a block's lines depends on.
type lineKey struct {
	block *block
	book  budget.Book
	side  budget.Side
}

// lines returns the labelled rows of a block, a copy that the caller may change.
func (g *reading) lines(b *block) []line {
	key := lineKey{b, g.frame.book, b.side}
	if g.read == nil {
		g.read = map[lineKey][]line{}
	}
	if _, ok := g.read[key]; !ok {
		g.read[key] = g.readLines(b)
	}
	return append([]line(nil), g.read[key]...)
}

// readLines collects the labelled rows of a block, joining labels that wrap.
func (g *reading) readLines(b *block) []line {
	out := make([]line, 0, len(g.rows)-g.header)
	carry := ""
	carryIndent := 0
	for i := g.header; i < len(g.rows); i++ {
		cells := g.rows[i].cells
		l := line{row: i, cells: cells, parent: -1}
		l.label, l.indent = g.labelOf(b, i)
		for _, c := range b.codes {
			switch t := squeeze(cells[c].Text); {
			case t == "":
			case strings.IndexFunc(t, han) < 0:
				l.code = joinCode(l.code, t)
			case l.label == "":
				l.label, l.indent = strings.Trim(cells[c].Text, "* \t\n\u3000\u00a0"), cells[c].Indent // 合计 in one cell over code and name
			}
		}
		if squeeze(l.label) == "" && l.code == "" || g.namesGroup(b, i) {
			continue
		}
		if carry != "" {
			joined := carry + strings.TrimSpace(l.label)
			if !g.knows(l.label, b) || g.knows(joined, b) {
				l.label, l.indent = joined, carryIndent
			}
			carry = ""
		}
		if n := len(out); n > 0 && g.goesOn(b, &out[n-1], &l) {
			g.describe(b, &out[n-1])
			continue
		}
		if g.wraps(b, l.label, i) {
			carry, carryIndent = strings.TrimRight(l.label, " \u3000"), l.indent
			continue
		}
		g.describe(b, &l)
		out = append(out, l)
	}
	return out
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// namesGroup reports whether a row holds nothing but the name of a group, 收入 or 支出,
// in the column before the labels: it stands beside the rows of the group.
func (g *reading) namesGroup(b *block, i int) bool {
	if len(b.labels) < 2 {
		return false
	}
	cells := g.rows[i].cells
	for c := range cells {
		if t := squeeze(cells[c].Text); c == b.labels[0] && t != "收入" && t != "支出" || c != b.labels[0] && t != "" {
			return false
		}
	}
	return true
}

// joinCode puts together a code that is printed in columns of its own for 类, 款 and 项.
func joinCode(before, code string) string {
	if len(code) == 2 && len(before) >= 3 && len(before) <= 5 {
		return before + code
	}
	return code
}

// knows reports whether the lexicon knows a label on this side.
func (g *reading) knows(label string, b *block) bool {
	_, ok := g.lex.Subject(label, g.frame.book, b.side)
	return ok
}

// wraps reports whether a row without numbers holds only the beginning of a
// label that ends in the next row.
func (g *reading) wraps(b *block, text string, i int) bool {
	for _, c := range b.nums {
		if g.rows[i].vals[c].Mark != budget.Blank {
			return false
		}
	}
	if i+1 >= len(g.rows) || g.knows(text, b) {
		return false
	}
	next, _ := g.labelOf(b, i+1)
	if squeeze(next) == "" {
		return false
	}
	return g.knows(text+strings.TrimSpace(next), b)
}

// goesOn joins a row without numbers to the label of the row above it, where only both
// together are a label that the lexicon knows: the rest of a label stands below its
// numbers, beside a row of the other side.
func (g *reading) goesOn(b *block, above, l *line) bool {
	if above.row != l.row-1 || l.code != "" || !g.empty(b, l) {
		return false
	}
	joined := strings.TrimRight(above.label, " \u3000") + strings.TrimSpace(l.label)
	sub, ok := g.lex.Subject(joined, g.frame.book, b.side)
	if !ok || above.known && sub.Name != above.sub.Name { // 社会保障和就业 over 支出 is known either way
		return false
	}
	above.label = joined
	return true
}

// labelOf returns the label of a row: the last text among its label columns, with
// the indentation in half-width units. 小计 beside the name of what it sums is that.
func (g *reading) labelOf(b *block, i int) (string, int) {
	sum := ""
	for k := len(b.labels) - 1; k >= 0; k-- {
		c := g.rows[i].cells[b.labels[k]]
		if strings.TrimSpace(c.Text) == "" || g.rows[i].vals[b.labels[k]].Mark == budget.Dash {
			continue
		}
		text, indent := strings.Trim(strings.ReplaceAll(c.Text, "\n", ""), "* \t\u3000\u00a0"), c.Indent+leading(c.Text)+2*k
		if k == 0 || !neutral(squeeze(text)) {
			if sum != "" && !g.knows(text, b) {
				return sum, indent
			}
			return text, indent
		}
		sum = text
	}
	return sum, 0
}

// leading is the width of the blanks at the start of a cell's own text.
func leading(s string) int {
	w := 0
	for _, r := range s {
		switch r {
		case ' ', '\u00a0':
			w++
		case '\u3000', '\t':
			w += 2
		default:
			return w
		}
	}
	return w
}

// describe reads numbering, 其中 and subject of a label.
func (g *reading) describe(b *block, l *line) {
	t := squeeze(l.label)
	if strings.HasPrefix(t, "其中") {
		if !l.among { // a label that wraps is described again
			l.indent += amongWidth
		}
		l.among = true
	} else if strings.HasPrefix(t, "#") {
		l.among = true
	}
	rest := strings.TrimLeft(strings.TrimPrefix(t, "其中"), "：:")
	l.rank, _ = outline.CutNumber(rest)
	l.memo = strings.HasPrefix(t, "注") || strings.HasPrefix(t, "备注") || strings.HasPrefix(t, "说明") || strings.HasPrefix(t, "附：")
	g.subject(b, l)
}

func (g *reading) resolve(b *block, lines []line) {
	for i := range lines {
		g.subject(b, &lines[i])
	}
}

// subject resolves a label, by its code where the words do not tell.
func (g *reading) subject(b *block, l *line) {
	l.sub, l.known = g.lex.Subject(l.label, g.frame.book, b.side)
	if l.known && b.side != "" && l.sub.Side != b.side && l.sub.Side != budget.Balance && len(g.blocks) > 1 {
		l.known = false
	}
	if l.code != "" && !g.ofProjects(b) {
		if s, ok := g.lex.ByCode(l.code); ok && (!l.known || s.Name != l.sub.Name && l.sub.Code == "") {
			l.sub, l.known = s, true
		}
	}
	if !l.known {
		l.sub, l.known = g.stockSubject(l.label)
	}
	t := squeeze(l.label)
	if sc := g.in.Meta.Government.Scopes(t); len(sc) > 0 {
		l.scope, l.scoped = sc[0], true
		l.level = !l.known && bareLevel(t, sc[0])
	}
	l.grand = l.known && l.sub.Role == budget.RoleGrandTotal || bareSum(t)
}

// ofProjects reports whether the labels are names of projects: a code beside one says
// from which subject it is paid, not what it is.
func (g *reading) ofProjects(b *block) bool {
	for _, c := range b.labels {
		if strings.Contains(g.cols[c].head, "项目名称") {
			return true
		}
	}
	return false
}

// bareSum matches rows that are a sum by their label alone.
func bareSum(t string) bool {
	switch strings.Trim(t, "：:") {
	case "总计", "合计", "收入总计", "支出总计", "收入合计", "支出合计", "共计":
		return true
	}
	return false
}
