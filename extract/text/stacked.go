package text

import (
	"strings"
	"unicode/utf8"

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
	if strings.Trim(t[start:end], bars) == "" {
		return make([]piece, max(1, utf8.RuneCountInString(t[start:end]))) // the borders of empty cells
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
