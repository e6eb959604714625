package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// nest finds the parent of every line: by numbering, by 其中, by indentation, and
// where a table has none of these by what the classification says. Where the sums do
// not close that way, another hierarchy may be meant.
func (g *reading) nest(b *block, lines []line) {
	as := append([]line(nil), lines...)
	g.nestAs(b, lines, printed)
	best := g.closing(b, lines)
	if best.broken == 0 {
		return
	}
	for _, w := range []way{flat, flatGathered} {
		rival := append([]line(nil), as...)
		g.nestAs(b, rival, w)
		if c := g.closing(b, rival); c.better(best) {
			copy(lines, rival)
			best = c
		}
	}
}

// way is what a hierarchy is read from.
type way int

const (
	printed      way = iota // numbering, 其中 and indentation
	flat                    // without indentation, which a page may have lost
	flatGathered            // likewise, and the components behind 转移性收入 are its parts
)

// nestAs finds the parents of the lines in one way.
func (g *reading) nestAs(b *block, lines []line, w way) {
	numbered, indented := styles(lines)
	indented = indented && w == printed
	total := g.ownTotal(lines)
	coded := codes(lines)
	for i := range lines {
		l := &lines[i]
		if l.grand || l.memo || i == total && l.rank == 0 {
			l.parent = -1
			continue
		}
		switch {
		case coded && l.code != "":
			l.parent = codeParent(lines, i)
		case l.among:
			l.parent = amongParent(lines, i)
		case l.rank > 0:
			l.parent = numberParent(lines, i)
		default:
			l.parent = g.plainParent(lines, i, numbered, indented)
		}
	}
	if w == flatGathered {
		g.gather(b, lines, false)
	} else {
		g.gather(b, lines, true)
	}
	g.underTotal(lines, total)
	if coded && total < 0 {
		namedSum(lines)
	}
	for i := range lines {
		lines[i].depth = depth(lines, i)
	}
}

// codes reports whether the codes of the classification say how the lines nest: most
// lines have one, and some go on with another's.
func codes(lines []line) bool {
	n, with, deeper := 0, 0, false
	for i := range lines {
		if lines[i].grand || lines[i].memo {
			continue
		}
		n++
		if code := lines[i].code; len(code) >= 3 && strings.Trim(code, "0123456789") == "" {
			with++
			deeper = deeper || codeParent(lines, i) >= 0
		}
	}
	return with >= 3 && with*10 >= n*8 && (deeper || with == n)
}

// codeParent is the nearest line above whose code the code of line i goes on with.
func codeParent(lines []line, i int) int {
	for j := i - 1; j >= 0; j-- {
		if p := lines[j].code; len(p) >= 3 && len(p) < len(lines[i].code) && strings.HasPrefix(lines[i].code, p) {
			return j
		}
	}
	return -1
}

func styles(lines []line) (numbered, indented bool) {
	low, high := 1<<30, -1
	for _, l := range lines {
		if l.rank > 0 {
			numbered = true
		}
		if l.grand || l.among {
			continue
		}
		low, high = min(low, l.indent), max(high, l.indent)
	}
	return numbered, high > low
}

// amongParent is the line that a 其中 line splits: the last line before it that is
// not under 其中 itself, or the parent of its sibling.
func amongParent(lines []line, i int) int {
	for j := i - 1; j >= 0; j-- {
		p := &lines[j]
		if p.memo {
			continue
		}
		if p.among && p.indent >= lines[i].indent && p.parent >= 0 {
			return p.parent
		}
		return j
	}
	return -1
}

// numberParent is the nearest line above with a numbering further out.
func numberParent(lines []line, i int) int {
	for j := i - 1; j >= 0; j-- {
		p := &lines[j]
		if p.rank > 0 && p.rank < lines[i].rank && !p.memo {
			return j
		}
		if p.rank == 0 && !p.grand && !p.among && p.indent < lines[i].indent && p.parent == -1 && lines[i].indent > 0 {
			return j
		}
	}
	return -1
}

// plainParent places a line that is neither numbered nor under 其中 by words.
func (g *reading) plainParent(lines []line, i int, numbered, indented bool) int {
	l := &lines[i]
	prev := i - 1
	for prev >= 0 && (lines[prev].memo) {
		prev--
	}
	if prev >= 0 && lines[prev].among && (!indented || l.indent >= lines[prev].indent || besideAmong(l, &lines[prev])) && g.fitsAmong(lines, prev, i) {
		l.among = true
		return lines[prev].parent
	}
	if indented {
		for j := prev; j >= 0; j-- {
			p := &lines[j]
			if p.grand && closesAll(lines, j) {
				return -1
			}
			if p.grand && p.indent >= l.indent || p.memo {
				continue
			}
			if p.indent < l.indent && !p.grand && !siblings(l, p) {
				return j
			}
			if beside(lines, j, l) {
				return -1
			}
			if p.rank > 0 && p.indent <= l.indent && numbered {
				if siblings(l, p) {
					return p.parent // 21.债务发行费用支出, 预备费
				}
				return j
			}
		}
	}
	if numbered {
		return numberedAbove(lines, prev, l)
	}
	return g.lexicalParent(lines, i)
}

// closesAll reports whether the total at line j stands below the sections that it sums:
// what follows it (年终结转结余 behind 支出总计) is under none of them.
func closesAll(lines []line, j int) bool {
	if !lines[j].known || lines[j].sub.Role != budget.RoleGrandTotal {
		return false
	}
	for i := j - 1; i >= 0 && !lines[i].grand; i-- {
		if lines[i].rank > 0 && lines[i].parent < 0 {
			return true
		}
	}
	return false
}

// beside reports whether a component of the balance (上级补助收入) stands beside the
// numbered own total at line j (一、本年收入), whose items are indented: it is not one
// of them.
func beside(lines []line, j int, l *line) bool {
	p := &lines[j]
	return p.rank > 0 && p.known && p.sub.Role == budget.RoleTotal && l.known && l.sub.Role == budget.RoleComponent &&
		l.indent <= p.indent && lines[j+1].indent > p.indent
}

// numberedAbove is the last numbered line above one that is not numbered itself. A
// total between them closes the sections, and a component of the balance (调出资金)
// is no part of an item before it.
func numberedAbove(lines []line, prev int, l *line) int {
	if strings.HasSuffix(squeeze(l.label), "合计") || strings.HasSuffix(squeeze(l.label), "总计") {
		return -1 // 区级财政收入合计 sums the sections, it is no part of the last item
	}
	for j := prev; j >= 0; j-- {
		p := &lines[j]
		if p.grand || p.known && p.sub.Role == budget.RoleTotal && p.rank == 0 && phrase.Holds(p.label, "合计", "总计") {
			return -1
		}
		if p.rank == 0 {
			continue
		}
		if siblings(l, p) {
			return p.parent // 21.债务发行费用支出, 预备费
		}
		if l.known && p.known && l.sub.Role == budget.RoleComponent && (p.sub.Role == budget.RoleItem || p.sub.Role == budget.RoleFunction) {
			return -1
		}
		return j
	}
	return -1
}

// siblings reports whether the classification has two lines side by side, whatever
// their indentation: labels that are centred are not nested.
func siblings(l, p *line) bool {
	if !l.known || !p.known || l.sub.Role != p.sub.Role {
		return false
	}
	return l.sub.Role == budget.RoleFunction || l.sub.Role == budget.RoleItem && l.sub.Parent != "" && l.sub.Parent == p.sub.Parent
}

// besideAmong reports whether a line goes on with the 其中 line before it though it is
// not set in to its text: 其中：一般债务限额 over 专项债务限额.
func besideAmong(l, p *line) bool {
	return l.indent >= p.indent-amongWidth && (siblings(l, p) || l.known && p.known && l.sub.Parent != "" && l.sub.Parent == p.sub.Parent)
}

// fitsAmong reports whether line i can be a further part beside the 其中 line
// before it: the classification does not say that it belongs elsewhere.
func (g *reading) fitsAmong(lines []line, prev, i int) bool {
	l, p := &lines[i], &lines[prev]
	if p.level != l.level {
		return false // 其中：县级 is not the first of the items behind it
	}
	if !l.known || !p.known || p.parent < 0 {
		return true
	}
	if l.sub.Role == budget.RoleComponent || l.sub.Role == budget.RoleTotal || l.sub.Role == budget.RoleSubtotal {
		return l.sub.Role == p.sub.Role && l.sub.Parent == p.sub.Parent
	}
	if l.sub.Parent == "" || p.sub.Parent == "" || l.sub.Parent == p.sub.Parent {
		return true
	}
	// 其中：新增一般债券 beside 再融资专项债券, both of 地方政府债券发行
	w := &lines[p.parent]
	return w.known && g.lex.Below(l.sub, w.sub.Name, g.frame.book) && g.lex.Below(p.sub, w.sub.Name, g.frame.book)
}

// lexicalParent uses the classification: 增值税 belongs under 税收收入.
func (g *reading) lexicalParent(lines []line, i int) int {
	l := &lines[i]
	if !l.known || l.sub.Parent == "" {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		if lines[j].known && !lines[j].grand && lines[j].sub.Name == l.sub.Parent {
			return j
		}
	}
	return -1
}

// ownTotal is the line of the book's own total where it stands apart from the
// numbered sections, -1 where there is none or several.
func (g *reading) ownTotal(lines []line) int {
	at := -1
	for i, l := range lines {
		if !l.known || l.sub.Role != budget.RoleTotal || l.grand || l.among || strings.Contains(squeeze(l.label), "小计") {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// underTotal decides what the own total sums: everything on top where no grand
// total stands in the block, else the classes and items beside it.
func (g *reading) underTotal(lines []line, total int) {
	if total < 0 || lines[total].rank > 0 {
		return
	}
	grand := false
	for i, l := range lines {
		if l.grand && i != total {
			grand = true
		}
	}
	if !grand {
		lines[total].grand = !components(lines, total)
		return
	}
	for i := range lines {
		l := &lines[i]
		if i == total || l.parent >= 0 || l.grand || l.memo || !l.known {
			continue
		}
		switch {
		case l.sub.Role == budget.RoleFunction, l.sub.Role == budget.RoleItem, l.sub.Name == "税收收入", l.sub.Name == "非税收入":
			l.parent = total
		}
	}
}

// namedSum makes the one row without a code that begins or ends a list of codes the sum
// of them, where its label says 合计 of something: 基本支出合计.
func namedSum(lines []line) {
	at := -1
	for i := range lines {
		switch l := &lines[i]; {
		case l.grand:
			return
		case l.code == "" && !l.memo:
			if at >= 0 || !l.known || l.sub.Role != budget.RolePart || !strings.HasSuffix(squeeze(l.label), "合计") {
				return
			}
			at = i
		}
	}
	if at == 0 || at > 0 && at == len(lines)-1 {
		lines[at].grand, lines[at].parent = true, -1
	}
}

// components reports whether components of the balance (上级补助收入) stand beside the
// own total: then it is one of the addends.
func components(lines []line, total int) bool {
	for i := range lines {
		l := &lines[i]
		if i != total && l.parent < 0 && l.known && l.sub.Role == budget.RoleComponent && l.sub.Name != "税收收入" && l.sub.Name != "非税收入" {
			return true
		}
	}
	return false
}

func depth(lines []line, i int) int {
	d := 0
	for p := lines[i].parent; p >= 0 && d < 10; p = lines[p].parent {
		d++
	}
	return d
}
