package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// stackedTable reads the first table of a run. used is how many pieces it and what
// stands before it take.
func stackedTable(s *source, run []piece) (f found, used int, ok bool) {
	first := firstNumber(run)
	if first < 2 || len(run) < minPieces {
		return f, len(run), false
	}
	for _, cells := range [][]piece{run, splitWords(s, run, first-1)} {
		if rows, n := anyRows(cells); rows != nil {
			return stackedFound(s, rows, len(rows[1])), pieces(run, cells[n-1].line), true
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
			k := first - 1 - h
			group := h == sides && k%sides == 0 && k > sides
			if h > 0 && !group && !aboveHeader(run[h-1].text) {
				continue
			}
			rows, n := read(run[h:], k)
			switch {
			case rows == nil:
			case group && labelColumns(rows, k) == sides:
				return append([][]piece{run[:h]}, rows...), h + n
			case h == 0 || aboveHeader(run[h-1].text):
				return rows, h + n
			}
		}
	}
	return nil, 0
}

// sides is how many words stand above a header that two sides share: 收入, 支出.
const sides = 2

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

func firstNumber(run []piece) int {
	for i, p := range run {
		if p.number {
			return i
		}
	}
	return -1
}

// aboveHeader tells what may stand right above a header: a caption or a heading, not
// another short word, which would be the header's own.
func aboveHeader(t string) bool {
	return utf8.RuneCountInString(t) >= 9 || strings.HasSuffix(t, "表") || strings.HasSuffix(t, "情况") || captionWord.MatchString(t) || headingNumber.MatchString(t)
}

func stackedFound(s *source, rows [][]piece, k int) found {
	f := found{confidence: 0.8, reasons: []string{"one cell a line: rows cut by the number of headers"}}
	for i, r := range rows {
		out := row{cells: make([]extract.Cell, k)}
		if i == 0 && len(r) < k {
			f.rows = append(f.rows, groupRow(s, r, k))
			continue
		}
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

// groupRow puts the words of two sides over their halves.
func groupRow(s *source, r []piece, k int) row {
	out := row{cells: make([]extract.Cell, k)}
	each := k / len(r)
	for i, p := range r {
		c := cellAt(s.lines[p.line], p.at, p.at+len(p.text))
		c.ColSpan = each
		out.cells[i*each] = c
		for j := i*each + 1; j < (i+1)*each; j++ {
			out.cells[j].Covered = true
		}
		if n := len(out.lines); n == 0 || out.lines[n-1] != p.line {
			out.lines = append(out.lines, p.line)
		}
	}
	return out
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
