package text

import (
	"fmt"
	"regexp"
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// captionWord opens the caption of a table: 表1, 附表二.
var captionWord = regexp.MustCompile(`^\s*(?:附?[表图]|附件)\s?[\d一二三四五六七八九十]`)

// alignedTable makes a grid of a block, or says that it is none: at least two
// columns, one of numbers, over two rows of numbers or one below a header.
func alignedTable(s *source, block []entry) (found, bool) {
	f := found{confidence: 1}
	var rows []entry
	for _, e := range block {
		if e.rule {
			f.extra = append(f.extra, e.line)
			continue
		}
		rows = append(rows, e)
	}
	for len(rows) > 0 && !hasNumber(rows[0].segs) && captionWord.MatchString(s.lines[rows[0].line].Text) {
		rows = rows[1:]
	}
	rows = trimLabels(rows)
	first := firstData(rows)
	if first < 0 {
		return f, false
	}
	if h, ok := wordHeader(s, rows, first); ok {
		rows, first = append([]entry{h}, rows...), first+1
	}
	if first > 0 {
		rows[first-1] = splitHeader(s, rows, first)
	}
	n, cols := chooseColumns(s, rows, first)
	if cols == nil {
		return f, false
	}
	byChars := inCharacters(rows)
	if n2, cols2 := chooseColumns(s, byChars, first); cols2 != nil && n2 == n && looseness(cols2) < looseness(cols) {
		rows, cols = byChars, cols2
	}
	rows, first = dropWide(rows, first, n)
	if !convincing(rows, first, n, cols) {
		return f, false
	}
	if opensWithNumber(rows[first:]) && !isSerial(s, rows, first) {
		suspect(s, rows, first)
		return f, false
	}
	b := &gridBuilder{s: s, f: &f, cols: cols, need: needed(cols, rows[first:])}
	for k, e := range rows {
		if k < first {
			b.header(e)
		} else {
			b.data(e)
		}
	}
	if len(f.rows) < 2 || isContents(f.rows) {
		return f, false
	}
	b.indent(first)
	return f, true
}

// splitHeader cuts the row above the data at every blank where that gives as many
// words as the fullest row has cells, and its wider gaps don't.
func splitHeader(s *source, rows []entry, first int) entry {
	e, most := rows[first-1], 0
	for _, r := range rows[first:] {
		most = max(most, len(r.segs))
	}
	if len(e.segs) != most {
		if words := spreadWords(s.lines[e.line].Text); len(words) == most {
			e.segs = words
		}
	}
	return e
}

// wordHeader reads the line above a table without a header as one whose words one
// blank sets apart, where it has as many as the fullest row.
func wordHeader(s *source, rows []entry, first int) (entry, bool) {
	i := rows[0].line - 1
	if first > 0 || i < 0 || s.text(i) == "" || !rowLikeText(s.text(i)) {
		return entry{}, false
	}
	most := 0
	for _, e := range rows {
		most = max(most, len(e.segs))
	}
	words := spreadWords(s.text(i))
	if len(words) != most || hasNumber(words) {
		return entry{}, false
	}
	return entry{line: i, segs: words}, true
}

// dropWide drops lines above the data that have more words than the table has
// columns: they are no header.
func dropWide(rows []entry, first, n int) ([]entry, int) {
	for k := first - 1; k >= 0; k-- {
		if len(rows[k].segs) > n {
			return rows[k+1:], first - k - 1
		}
	}
	return rows, first
}

// trimLabels drops labels alone at the beginning of a block.
func trimLabels(rows []entry) []entry {
	for len(rows) > 0 && rows[0].single {
		rows = rows[1:]
	}
	return rows
}

// firstData is the first row with numbers that are no years; -1 without one.
func firstData(rows []entry) int {
	for k, e := range rows {
		if hasNumber(e.segs) {
			return k
		}
	}
	return -1
}

// chooseColumns finds the number of columns that places the rows best: that of
// the header, the commonest, or the greatest.
func chooseColumns(s *source, rows []entry, first int) (int, []column) {
	count := map[int]int{}
	most, common := 0, 0
	for _, e := range rows[first:] {
		if e.single {
			continue
		}
		n := len(e.segs)
		count[n]++
		most = max(most, n)
		if count[n] > count[common] || count[n] == count[common] && n > common {
			common = n
		}
	}
	tries := []int{common, most}
	if first > 0 {
		tries = []int{len(rows[first-1].segs), common, most}
	}
	bestN, bestCost := 0, far
	var best []column
	for _, n := range tries {
		if n < 2 || n < most {
			continue
		}
		cols := columnsOf(rows, n)
		if cols == nil {
			continue
		}
		cost := 0
		for _, e := range rows[first:] {
			if s.stopped() {
				return 0, nil
			}
			_, c, _ := assign(e.segs, cols)
			cost += c
		}
		if cost < bestCost {
			bestN, bestCost, best = n, cost, cols
		}
	}
	return bestN, best
}

// convincing asks for what running text doesn't have: a column of numbers, and
// two rows of numbers, or one right below a header of as many cells.
func convincing(rows []entry, first, n int, cols []column) bool {
	numbers, labels := 0, 0
	for _, c := range cols {
		if c.number {
			numbers++
		} else {
			labels++
		}
	}
	if numbers == 0 {
		return false
	}
	data, wide := 0, 0
	for _, e := range rows[first:] {
		if hasNumber(e.segs) {
			data++
		}
		if len(e.segs) >= 2 {
			wide++
		}
	}
	header := first > 0 && len(rows[first-1].segs) == n && n >= 2
	if data*2 < wide {
		return false
	}
	if !header && labels == 0 {
		return false
	}
	return data >= 2 || data == 1 && header && labels > 0
}

// needed is the margin that tells one placing from another: little where columns
// stand straight, more than their spread where they don't, and a difference in kind
// where one blank stands between all cells.
func needed(cols []column, rows []entry) int {
	if singleBlanks(rows) {
		return mismatch
	}
	if aligned(cols) {
		return 3
	}
	widest := 0
	for _, c := range cols[1:] {
		widest = max(widest, c.spread)
	}
	return max(8, widest+2)
}

// singleBlanks tells rows whose cells one blank sets apart: their places mean nothing.
func singleBlanks(rows []entry) bool {
	single, all := 0, 0
	for _, e := range rows {
		for i := 1; i < len(e.segs); i++ {
			all++
			if e.segs[i].c0-e.segs[i-1].c1 <= 1 {
				single++
			}
		}
	}
	return single*3 > all*2
}

// opensWithNumber tells whether some row begins with a number and not a label.
func opensWithNumber(rows []entry) bool {
	for _, e := range rows {
		if e.segs[0].number {
			return true
		}
	}
	return false
}

// isSerial tells whether the numbers that open the rows are serial numbers or codes:
// digits alone. Amounts there mean that the labels got lost to other lines.
func isSerial(s *source, rows []entry, first int) bool {
	for _, e := range rows[first:] {
		g := e.segs[0]
		if g.number && strings.Trim(g.text(s.lines[e.line].Text), "0123456789") != "" {
			return false
		}
	}
	return first > 0
}

// suspect reports lines that look like a table but can't be read as one.
func suspect(s *source, rows []entry, first int) {
	if len(rows)-first < 3 {
		return
	}
	line := rows[first].line
	s.problems = append(s.problems, extract.Problem{Code: "E003", Page: s.page[line], Line: s.lines[line].Number,
		Message: fmt.Sprintf("第%d行起疑似表格，但数在项目名称之前，行列无法还原，其中的数未取，请核对原文", s.lines[line].Number)})
}

// gridBuilder puts the rows of a block into columns.
type gridBuilder struct {
	s    *source
	f    *found
	cols []column
	need int // how much worse the next best placing of a row with gaps must be
}

func (b *gridBuilder) cells(e entry, place []int) row {
	l := b.s.lines[e.line]
	cells := make([]extract.Cell, len(b.cols))
	for i, c := range place {
		g := e.segs[i]
		cells[c] = extract.Cell{Text: l.Text[g.start:g.end], Line: l.Number, Start: g.start, End: g.end, Indent: g.x0}
	}
	return row{lines: []int{e.line}, cells: cells}
}

// header places a row above the data: cell by cell where it has one for each
// column, else over the columns that each word stands above.
func (b *gridBuilder) header(e entry) {
	if len(e.segs) == len(b.cols) {
		b.f.rows = append(b.f.rows, b.cells(e, upTo(len(e.segs))))
		return
	}
	place, span := b.evenly(e.segs)
	if place == nil {
		place, span = b.above(e.segs)
	}
	r := b.cells(e, place)
	for i, c := range place {
		if span[i] < 2 {
			continue
		}
		r.cells[c].ColSpan = span[i]
		for k := c + 1; k < c+span[i]; k++ {
			r.cells[k].Covered = true
		}
	}
	b.f.rows = append(b.f.rows, r)
}

// evenly gives every word of a group header as many of the columns behind the first,
// where the middle of each word lies above its own; nil where not.
func (b *gridBuilder) evenly(segs []segment) (place, span []int) {
	each := (len(b.cols) - 1) / len(segs)
	if each < 2 || each*len(segs) != len(b.cols)-1 {
		return nil, nil
	}
	for i, g := range segs {
		first, last := 1+i*each, i*each+each
		if middle := (g.x0 + g.x1) / 2; middle < b.cols[first].left || middle > b.cols[last].right {
			return nil, nil
		}
		place, span = append(place, first), append(span, each)
	}
	return place, span
}

// above gives every word of a header the columns that it stands above.
func (b *gridBuilder) above(segs []segment) (place, span []int) {
	next := 0
	for i, g := range segs {
		left := len(segs) - i - 1
		first, last := b.under(g, next, len(b.cols)-left)
		place, span = append(place, first), append(span, last-first+1)
		next = last + 1
	}
	return place, span
}

// under finds the columns from..to-1 that a header word stands above: column
// borders lie halfway between the columns' cells.
func (b *gridBuilder) under(g segment, from, to int) (int, int) {
	first, last := -1, -1
	for c := from; c < to; c++ {
		lo, hi := b.cols[c].left, b.cols[c].right
		if c > 0 {
			lo = (b.cols[c-1].right + lo) / 2
		}
		if c+1 < len(b.cols) {
			hi = (hi + b.cols[c+1].left) / 2
		} else {
			hi = far
		}
		if min(g.x1, hi)-max(g.x0, lo) >= 1 {
			if first < 0 {
				first = c
			}
			last = c
		}
	}
	if first < 0 {
		return from, from
	}
	return first, last
}

// data places a row of labels and numbers. Where a row has gaps and its places
// can't be trusted or fit two ways, the numbers stay out of the grid and a problem
// says so.
func (b *gridBuilder) data(e entry) {
	place, _, margin := assign(e.segs, b.cols)
	full := len(e.segs) == len(b.cols)
	sure := full || margin >= b.need
	if sure || !hasNumber(e.segs) {
		b.f.rows = append(b.f.rows, b.cells(e, place))
		return
	}
	r := b.cells(entry{line: e.line, segs: e.segs[:1]}, place[:1])
	if e.segs[0].number {
		r = row{lines: []int{e.line}, cells: make([]extract.Cell, len(b.cols))}
	}
	b.f.rows = append(b.f.rows, r)
	b.f.confidence = min(b.f.confidence, 0.5)
	b.f.reasons = append(b.f.reasons, fmt.Sprintf("line %d: fewer cells than columns, places unclear", b.s.lines[e.line].Number))
	b.f.problems = append(b.f.problems, extract.Problem{Code: "E003", Line: e.line,
		Message: fmt.Sprintf("第%d行的数比表的列数少，无法确定各数属于哪一列，未取数，请核对原文", b.s.lines[e.line].Number)})
}

// indent makes the places of labels relative to the leftmost label of their column.
func (b *gridBuilder) indent(first int) {
	for c := range b.cols {
		left := far
		for k, r := range b.f.rows {
			if k >= first && r.cells[c].Text != "" && !runes.IsNumber(r.cells[c].Text) {
				left = min(left, r.cells[c].Indent)
			}
		}
		for k := range b.f.rows {
			cell := &b.f.rows[k].cells[c]
			if k < first || cell.Text == "" || b.cols[c].number {
				cell.Indent = 0
				continue
			}
			cell.Indent = max(0, cell.Indent-left)
		}
	}
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
