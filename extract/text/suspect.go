package text

import (
	"fmt"
	"strings"

	"yusuan/extract"
)

// opensWithNumber tells whether many rows begin with a number and not a label. A few
// do where a label is set around its numbers, a part above and a part below.
func opensWithNumber(rows []entry) bool {
	n, all := 0, 0
	for _, e := range rows {
		if e.single {
			continue
		}
		all++
		if e.segs[0].number {
			n++
		}
	}
	return n*4 > all
}

// trimStrangers drops rows at the end of a block that fit no columns: the foot of a
// page behind a blank line.
func trimStrangers(rows []entry, first int, cols []column) []entry {
	for len(rows) > first+1 {
		last := rows[len(rows)-1]
		if _, cost, _ := assign(last.segs, cols); !last.after || last.single || cost < mismatch {
			break
		}
		rows = rows[:len(rows)-1]
	}
	return rows
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
	if len(rows)-first < 3 || bulleted(s, rows[first:]) {
		return
	}
	line := rows[first].line
	s.problems = append(s.problems, extract.Problem{Code: "E003", Page: s.page[line], Line: s.lines[line].Number,
		Message: fmt.Sprintf("第%d行起疑似表格，但数在项目名称之前，行列无法还原，其中的数未取，请核对原文", s.lines[line].Number)})
}

// bulleted tells whether dashes open the rows, and no digits: then they are the points
// of a list, a menu mostly.
func bulleted(s *source, rows []entry) bool {
	for _, e := range rows {
		if g := e.segs[0]; g.number && strings.ContainsAny(g.text(s.lines[e.line].Text), "0123456789０１２３４５６７８９") {
			return false
		}
	}
	return true
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
