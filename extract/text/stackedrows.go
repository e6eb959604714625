package text

import (
	"strings"
	"unicode/utf8"

	"yusuan/extract/runes"
)

// stackedRows cuts a run that begins with a header of k cells into rows. First it
// takes every wider gap for empty cells; then, in a table with labels in its first
// column alone, it tries without.
func stackedRows(run []piece, k int) ([][]piece, int) {
	if grouped(run, k) {
		return chunks(run, k, true)
	}
	for _, each := range []int{usualGap(run) + 1, 1} {
		if rows, n := paddedRows(withEmpty(run, each), k); rows != nil {
			return rows, n
		}
	}
	rows, n := chunks(run, k, false)
	if rows == nil || labelColumns(rows, k) > 1 {
		return nil, 0
	}
	return rows, n
}

// paddedRows cuts cells into rows of k, the last one filled up.
func paddedRows(cells []piece, k int) ([][]piece, int) {
	whole := len(cells) / k
	for len(cells)%k != 0 {
		cells = append(cells, piece{line: -1})
	}
	rows, n := chunks(cells, k, false)
	if rows == nil {
		return nil, 0
	}
	if len(rows) > whole && !hasNumbers(rows[whole]) {
		rows, n = rows[:whole], whole*k // a heading behind the table
	}
	return rows, lines(cells[:n])
}

// grouped tells whether wider gaps stand between rows of k cells, and only there.
func grouped(run []piece, k int) bool {
	if len(run) < 3*k {
		return false
	}
	inside, between := 0, maxBlank+1
	for i, p := range run[:len(run)/k*k] {
		switch {
		case i == 0:
		case i%k == 0:
			between = min(between, p.gap)
		default:
			inside = max(inside, p.gap)
		}
	}
	return between > inside
}

// labelColumns counts the columns that hold labels.
func labelColumns(rows [][]piece, k int) int {
	n := 0
	for _, number := range kindsOf(rows[1:], k) {
		if !number {
			n++
		}
	}
	return n
}

// lines counts the pieces that are lines.
func lines(cells []piece) int {
	n := 0
	for _, c := range cells {
		if c.line >= 0 {
			n++
		}
	}
	return n
}

// usualGap is the commonest number of blank lines between two cells.
func usualGap(run []piece) int {
	count := map[int]int{}
	usual := 0
	for _, p := range run[1:] {
		count[p.gap]++
		if count[p.gap] > count[usual] || count[p.gap] == count[usual] && p.gap < usual {
			usual = p.gap
		}
	}
	return usual
}

// withEmpty puts an empty cell for every time that a gap is wider than the commonest
// by each lines: those of a whole cell, or one where an empty cell leaves no more.
func withEmpty(run []piece, each int) []piece {
	usual := usualGap(run)
	out := make([]piece, 0, len(run))
	for i, p := range run {
		if i > 0 && p.gap > usual && (p.gap-usual)%each == 0 {
			for n := (p.gap - usual) / each; n > 0; n-- {
				out = append(out, piece{line: -1})
			}
		}
		out = append(out, p)
	}
	return out
}

// chunks cuts cells into rows of k and checks that every column holds one kind of
// cell, from the header to the end of the numbers. n is how many cells the rows take.
// sure says that the places of the rows are known by the gaps between them.
func chunks(cells []piece, k int, sure bool) (rows [][]piece, n int) {
	for len(cells)-n >= k {
		rows = append(rows, cells[n:n+k])
		n += k
	}
	if len(rows) < 3 || hasNumbers(rows[0]) || hasNumbering(rows[0]) || !hasNumbers(rows[1]) {
		return nil, 0
	}
	kinds := kindsOf(rows[1:], k)
	good := 1
	for good < len(rows) && fits(rows[good], kinds) {
		good++
	}
	rows, n = rows[:good], good*k
	data := 0
	for _, r := range rows[1:] {
		if hasNumbers(r) {
			data++
		}
	}
	// what is left may be the next table's caption and header, never numbers that
	// belong to this one
	if data < 2 || kinds[0] || !sure && !(sidesAgree(rows[0], kinds) && twoSidesInOrder(rows, kinds)) || hasEarlyNumber(cells[n:]) {
		return nil, 0
	}
	return rows, n
}

// kindsOf tells for each column whether it holds numbers. A row may be short: a label
// that stands alone between the others.
func kindsOf(rows [][]piece, k int) []bool {
	kinds := make([]bool, k)
	for c := range kinds {
		numbers, words := 0, 0
		for _, r := range rows {
			switch {
			case c >= len(r):
			case runes.IsDash(r[c].text):
			case r[c].number:
				numbers++
			case r[c].text != "":
				words++
			}
		}
		kinds[c] = numbers > words
	}
	return kinds
}

// hasNumbering tells a row with numbered labels, which no header holds.
func hasNumbering(row []piece) bool {
	for _, p := range row {
		if headingNumber.MatchString(p.text) {
			return true
		}
	}
	return false
}

func hasNumbers(row []piece) bool {
	for _, p := range row {
		if p.number {
			return true
		}
	}
	return false
}

// hasEarlyNumber tells whether a number comes before a new header could stand.
func hasEarlyNumber(rest []piece) bool {
	i := firstNumber(rest)
	return i >= 0 && i < 3
}

// fits tells whether the cells of a row are of their columns' kinds. The first cell
// of a row that prints anything is a label. A dash stands for nothing, of either kind:
// the side of a balance that is shorter than the other ends in pairs of them.
func fits(row []piece, kinds []bool) bool {
	printed := false
	for c, p := range row {
		if p.text == "" || runes.IsDash(p.text) && (!kinds[c] || !printed) {
			continue
		}
		if p.number != kinds[c] || !printed && p.number {
			return false
		}
		printed = true
	}
	return printed
}

// sidesAgree checks the header of a table with labels in several columns: two halves,
// each a label column with the same words behind it.
func sidesAgree(header []piece, kinds []bool) bool {
	labels := 0
	for _, number := range kinds {
		if !number {
			labels++
		}
	}
	half := len(kinds) / 2
	if labels < 2 {
		return true
	}
	if labels > 2 || len(kinds)%2 != 0 || kinds[half] {
		return false
	}
	for c := 1; c < half; c++ {
		if !sameHeading(header[c].text, header[half+c].text) {
			return false
		}
	}
	return true
}

// sameHeading tells whether two headings are one: 预算 stands for 预算数.
func sameHeading(a, b string) bool {
	return strings.TrimSuffix(a, "数") == strings.TrimSuffix(b, "数")
}

// twoSidesInOrder checks a table with labels in several columns: where a converter
// drops empty cells, the right side runs into the left. Then 一、二、 don't count on in
// a column; and a table without any empty cell must end in a row whose labels are
// of a pair, like 收入总计 and 支出总计, or its numbers prove the places.
func twoSidesInOrder(rows [][]piece, kinds []bool) bool {
	var labels []int
	for c, number := range kinds {
		if !number {
			labels = append(labels, c)
		}
	}
	if len(labels) < 2 {
		return true
	}
	empty := false
	for _, c := range labels {
		last := 0
		for _, r := range rows[1:] {
			empty = empty || r[c].text == ""
			n := section(r[c].text)
			if n == 0 {
				continue
			}
			if n != last+1 {
				return false
			}
			last = n
		}
	}
	end := rows[len(rows)-1]
	a, b := end[labels[0]].text, end[labels[1]].text
	return empty || sumsClose(rows, labels) || strings.ReplaceAll(a, "收入", "支出") == b || section(a) > 0 && section(a) == section(b)
}

// section is the number of a label like 二、转移性收入; 0 without one.
func section(t string) int {
	before, _, ok := strings.Cut(t, "、")
	if !ok || utf8.RuneCountInString(before) != 1 {
		return 0
	}
	return strings.Index("一二三四五六七八九十", before)/len("一") + 1
}
