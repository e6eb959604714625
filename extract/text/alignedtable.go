package text

import (
	"fmt"

	"yusuan/extract"
)

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
	for k := range rows[:first] {
		rows[k] = splitHeader(s, rows, first, k)
	}
	n, cols := chooseColumns(s, rows, first)
	if cols == nil {
		return f, false
	}
	byChars := inCharacters(rows)
	if n2, cols2 := chooseColumns(s, byChars, first); cols2 != nil && n2 == n && looseness(cols2)*2+2 < looseness(cols) {
		rows, cols = byChars, cols2
	}
	rows, first = dropWide(rows, first, n)
	rows = trimStrangers(rows, first, cols)
	if !convincing(rows, first, n, cols) {
		return f, false
	}
	if (cols[0].number || opensWithNumber(rows[first:])) && !isSerial(s, rows, first) {
		suspect(s, rows, first)
		return f, false
	}
	b := &gridBuilder{s: s, f: &f, cols: cols, need: needed(cols, rows[first:])}
	b.headers(rows[:first])
	if b.unsure {
		f.confidence = 0.6
		f.reasons = append(f.reasons, "header: groups could span other columns as well")
		f.problems = append(f.problems, extract.Problem{Code: "E003", Line: rows[0].line,
			Message: fmt.Sprintf("第%d行的表头分组跨列不明确，请核对各列所属的年度或口径", s.lines[rows[0].line].Number)})
	}
	for _, e := range rows[first:] {
		if s.stopped() {
			return f, false
		}
		b.data(e)
	}
	b.unwrap(first)
	if len(f.rows) < 2 || isContents(f.rows) {
		return f, false
	}
	b.indent(first)
	return f, true
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
