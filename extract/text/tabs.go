package text

import (
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// findTabs finds tables whose cells are separated by TAB.
func findTabs(s *source) []found {
	var out []found
	for i := 0; i < len(s.lines) && !s.stopped(); {
		if !tabRow(s.text(i)) {
			i++
			continue
		}
		lines, next := tabBlock(s, i)
		if f, ok := tabTable(s, lines); ok {
			out = append(out, f)
		}
		i = next
	}
	return out
}

// tabRow tells a line with a TAB behind its first character: TABs before it are
// the indent of a paragraph.
func tabRow(t string) bool {
	return strings.Contains(strings.TrimLeft(t, " \t\u3000"), "\t")
}

// tabBlock collects the rows from line i on. Running lines, and one blank line
// at a time, may stand between rows; a row of one cell counts where it begins with TABs.
func tabBlock(s *source, i int) (lines []int, next int) {
	gap, numbers := 0, false
	for j := i; j < len(s.lines); j++ {
		t := s.text(j)
		switch {
		case tabRow(t):
			figures := rowHasNumber(s.lines[j])
			if gap > 0 && numbers && !figures && !acrossPage(s, lines[len(lines)-1], j) {
				return lines, next // the header of another table
			}
			numbers = numbers || figures
			lines = append(lines, j)
			gap, next = 0, j+1
		case s.running(j):
		case s.blank(j):
			if gap++; gap > 1 && !acrossPage(s, lines[len(lines)-1], j) {
				return lines, next
			}
		default:
			return lines, next
		}
	}
	return lines, next
}

func rowHasNumber(l *extract.Line) bool {
	for _, c := range splitTabs(l) {
		if runes.IsNumber(c.Text) {
			return true
		}
	}
	return false
}

// acrossPage tells whether a running line or a page end lies between two lines.
func acrossPage(s *source, from, to int) bool {
	if s.page[from] != s.page[to] {
		return true
	}
	for k := from + 1; k < min(to+4, len(s.lines)); k++ {
		if s.running(k) {
			return true
		}
		if k > to && !s.blank(k) {
			return false
		}
	}
	return false
}

func tabTable(s *source, lines []int) (found, bool) {
	f := found{confidence: 1}
	for _, i := range lines {
		f.rows = append(f.rows, row{lines: []int{i}, cells: splitTabs(s.lines[i])})
	}
	if !isGrid(f.rows) {
		return f, false
	}
	return f, true
}

func splitTabs(l *extract.Line) []extract.Cell {
	var cells []extract.Cell
	start := 0
	for len(cells) < maxColumns {
		k := strings.IndexByte(l.Text[start:], '\t')
		if k < 0 {
			break
		}
		cells = append(cells, cellAt(l, start, start+k))
		start += k + 1
	}
	return append(cells, cellAt(l, start, len(l.Text)))
}

// isGrid tells a table from running text: two rows or more of two cells or more,
// and numbers in it, or the same number of cells in every row.
func isGrid(rows []row) bool {
	if len(rows) < 2 {
		return false
	}
	numbers, same := 0, true
	for _, r := range rows {
		same = same && len(r.cells) == len(rows[0].cells)
		for _, c := range r.cells {
			if runes.IsNumber(c.Text) || runes.IsDash(c.Text) {
				numbers++
			}
		}
	}
	return numbers > 0 && !isContents(rows) || same && len(rows[0].cells) > 2
}

// isContents tells a table of contents: two columns, the second of small
// numbers that never fall, no header.
func isContents(rows []row) bool {
	last := 0
	for _, r := range rows {
		if len(r.cells) != 2 {
			return false
		}
		n, ok := smallNumber(r.cells[1].Text)
		if !ok || n < last {
			return false
		}
		last = n
	}
	return true
}

func smallNumber(s string) (int, bool) {
	s = strings.Trim(s, "()（） ")
	if s == "" || len(s) > 3 {
		return 0, false
	}
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}
