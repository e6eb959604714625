package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// findStacked finds tables with one cell a line, as they fall out of web pages and
// converters: a header, then rows of as many lines.
func findStacked(s *source) []found {
	var out []found
	for i := 0; i < len(s.lines) && !s.stopped(); {
		run, next := cellRun(s, i)
		for len(run) > 0 {
			f, used, ok := stackedTable(s, run)
			if ok {
				out = append(out, f)
			}
			run = run[used:]
		}
		i = next
	}
	return out
}

// piece is one cell of a run: a line or a part of it, or an empty cell where lines
// are missing.
type piece struct {
	line   int // -1 for an empty cell without a line
	at     int // where text begins in it
	text   string
	number bool
	gap    int // blank lines before it
}

// minPieces is the least number of cells of a table: a header and two rows of two.
const minPieces = 6

// maxStacked is the most columns of such a table; what seems to have more is a
// column of labels with columns of numbers behind it.
const maxStacked = 14

// maxCell is the longest cell in characters.
const maxCell = 30

// maxBlank is the most blank lines between two cells.
const maxBlank = 6

// cellRun collects the lines from i on that may be cells; running lines between
// them don't count.
func cellRun(s *source, i int) ([]piece, int) {
	var run []piece
	blanks := 0
	for ; i < len(s.lines); i++ {
		switch {
		case s.running(i):
			continue
		case s.blank(i):
			blanks++
			continue
		}
		cells := asPieces(s.text(i))
		if cells == nil || blanks > maxBlank && len(run) > 0 {
			if len(run) == 0 {
				return nil, i + 1
			}
			return run, max(i, run[len(run)-1].line+1)
		}
		cells[0].gap = blanks
		for _, c := range cells {
			c.line = i
			run = append(run, c)
		}
		blanks = 0
	}
	return run, i
}

// asPieces reads a line as a cell: short, no clause in it. A bar at its end is what
// is left of a border. A line of numbers, after a label or alone, is as many cells.
func asPieces(t string) []piece {
	if t == "" || len(t) > 4*maxCell || hasClauseSign(t) || isUnit(t) || strings.HasPrefix(t, "#") {
		return nil
	}
	start, end := runes.TrimSpan(t, 0, len(t))
	if barAt(t[start:end], 0) == end-start {
		return []piece{{}} // the border of an empty cell
	}
	for n := barBefore(t, end); n > 0; n = barBefore(t, end) {
		end -= n
	}
	start, end = runes.TrimSpan(t, start, end)
	cell := t[start:end]
	if cell == "" || hasComma(cell) || utf8.RuneCountInString(cell) > maxCell+30 || strings.ContainsAny(cell, "\t|") || strings.HasPrefix(cell, "——") {
		return nil
	}
	if segs := segments(t[:end]); len(segs) > 1 && allNumbers(segs[1:]) {
		out := make([]piece, len(segs))
		for i, g := range segs {
			out[i] = piece{at: g.start, text: g.text(t), number: g.number}
		}
		return out
	}
	if utf8.RuneCountInString(cell) > maxCell {
		return nil
	}
	return []piece{{at: start, text: cell, number: runes.IsNumber(cell) || runes.IsDash(cell)}}
}

func allNumbers(segs []segment) bool {
	for _, g := range segs {
		if !g.number {
			return false
		}
	}
	return true
}

// stackedTable reads the first table of a run. used is how many pieces it and what
// stands before it take.
func stackedTable(s *source, run []piece) (f found, used int, ok bool) {
	first := firstNumber(run)
	if first < 2 || len(run) < minPieces {
		return f, len(run), false
	}
	for _, cells := range [][]piece{run, splitWords(s, run, first-1)} {
		if rows, n := anyRows(cells); rows != nil {
			return stackedFound(s, rows, len(rows[0])), pieces(run, cells[n-1].line), true
		}
	}
	return unreadable(s, run, first)
}

// pieces counts the pieces of run up to a line.
func pieces(run []piece, line int) int {
	n := 0
	for n < len(run) && run[n].line <= line {
		n++
	}
	return n
}

// anyRows reads the first table of a run that begins with its header, or with
// captions before it. n is how many pieces it and what stands before it take.
func anyRows(run []piece) (rows [][]piece, n int) {
	first := firstNumber(run)
	for _, read := range []func([]piece, int) ([][]piece, int){stackedRows, labelledRows} {
		for h := max(0, first-1-maxStacked); h <= first-3; h++ {
			if h > 0 && !aboveHeader(run[h-1].text) {
				continue
			}
			k := first - 1 - h
			if rows, n := read(run[h:], k); rows != nil {
				return rows, h + n
			}
		}
	}
	return nil, 0
}

// splitWords cuts the first n pieces of a run at every blank: a line of header words.
func splitWords(s *source, run []piece, n int) []piece {
	var out []piece
	for _, p := range run[:n] {
		end := p.at + len(p.text)
		for _, w := range spreadWords(s.lines[p.line].Text[:end]) {
			out = append(out, piece{line: p.line, at: w.start, text: w.text(s.lines[p.line].Text), gap: p.gap})
		}
	}
	return append(out, run[n:]...)
}

// aboveHeader tells what may stand right above a header: a caption or a heading, not
// another short word, which would be the header's own.
func aboveHeader(t string) bool {
	return utf8.RuneCountInString(t) >= 9 || strings.HasSuffix(t, "表") || strings.HasSuffix(t, "情况") || captionWord.MatchString(t) || headingNumber.MatchString(t)
}

func firstNumber(run []piece) int {
	for i, p := range run {
		if p.number {
			return i
		}
	}
	return -1
}

// stackedRows cuts a run that begins with a header of k cells into rows. First it
// takes every wider gap for empty cells; then, in a table with labels in its first
// column alone, it tries without.
func stackedRows(run []piece, k int) ([][]piece, int) {
	if grouped(run, k) {
		return chunks(run, k, true)
	}
	cells := withEmpty(run)
	whole := len(cells) / k
	for len(cells)%k != 0 {
		cells = append(cells, piece{line: -1})
	}
	if rows, n := chunks(cells, k, false); rows != nil {
		if len(rows) > whole && !hasNumbers(rows[whole]) {
			rows, n = rows[:whole], whole*k // a heading behind the table
		}
		return rows, lines(cells[:n])
	}
	rows, n := chunks(run, k, false)
	if rows == nil || labelColumns(rows, k) > 1 {
		return nil, 0
	}
	return rows, n
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

// withEmpty puts an empty cell for every time that a gap is wider than the
// commonest by one whole cell.
func withEmpty(run []piece) []piece {
	count := map[int]int{}
	usual := 0
	for _, p := range run[1:] {
		count[p.gap]++
		if count[p.gap] > count[usual] || count[p.gap] == count[usual] && p.gap < usual {
			usual = p.gap
		}
	}
	out := make([]piece, 0, len(run))
	for i, p := range run {
		if i > 0 && p.gap > usual && (p.gap-usual)%(usual+1) == 0 {
			for n := (p.gap - usual) / (usual + 1); n > 0; n-- {
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
	if data < 2 || kinds[0] || !sure && !twoSidesInOrder(rows, kinds) || hasEarlyNumber(cells[n:]) {
		return nil, 0
	}
	return rows, n
}

// kindsOf tells for each column whether it holds numbers.
func kindsOf(rows [][]piece, k int) []bool {
	kinds := make([]bool, k)
	for c := range kinds {
		numbers, words := 0, 0
		for _, r := range rows {
			switch {
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
// of a row that prints anything is a label.
func fits(row []piece, kinds []bool) bool {
	printed := false
	for c, p := range row {
		if p.text == "" {
			continue
		}
		if p.number != kinds[c] || !printed && p.number {
			return false
		}
		printed = true
	}
	return printed
}

// twoSidesInOrder checks a table with labels in several columns: where a converter
// drops empty cells, the right side runs into the left. Then 一、二、 don't count on in
// a column; and a table without any empty cell must end in a row whose labels are
// of a pair, like 收入总计 and 支出总计.
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
	return empty || strings.ReplaceAll(a, "收入", "支出") == b || section(a) > 0 && section(a) == section(b)
}

// section is the number of a label like 二、转移性收入; 0 without one.
func section(t string) int {
	before, _, ok := strings.Cut(t, "、")
	if !ok || utf8.RuneCountInString(before) != 1 {
		return 0
	}
	return strings.Index("一二三四五六七八九十", before)/len("一") + 1
}

func stackedFound(s *source, rows [][]piece, k int) found {
	f := found{confidence: 0.8, reasons: []string{"one cell a line: rows cut by the number of headers"}}
	for _, r := range rows {
		out := row{cells: make([]extract.Cell, k)}
		if len(r) < k && hasNumbers(r) {
			f.unplaced(s, r)
		}
		for c, p := range r {
			if p.line < 0 {
				continue
			}
			if n := len(out.lines); n == 0 || out.lines[n-1] != p.line {
				out.lines = append(out.lines, p.line)
			}
			if len(r) < k && p.number {
				continue
			}
			if p.text == "" {
				continue
			}
			l := s.lines[p.line]
			out.cells[c] = cellAt(l, p.at, p.at+len(p.text))
			if !p.number && p.at == len(l.Text)-len(strings.TrimLeftFunc(l.Text, runes.IsSpace)) {
				out.cells[c].Indent = runes.Indent(l.Text)
			}
		}
		f.rows = append(f.rows, out)
	}
	return f
}

// minUnread is how many numbers on lines of their own are reported as a table that
// couldn't be read.
const minUnread = 6

// unreadable gives up on a run: where it holds many numbers, a problem says so.
func unreadable(s *source, run []piece, first int) (found, int, bool) {
	numbers := 0
	for _, p := range run {
		if p.number {
			numbers++
		}
	}
	if numbers >= minUnread && numbers*4 >= len(run) {
		line := run[first].line
		s.problems = append(s.problems, extract.Problem{Code: "E003", Page: s.page[line], Line: s.lines[line].Number,
			Message: fmt.Sprintf("第%d行起疑似一格一行的表格，行列无法还原，其中的数未取，请核对原文", s.lines[line].Number)})
	}
	return found{}, len(run), false
}
