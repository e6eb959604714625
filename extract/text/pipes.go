package text

import (
	"regexp"
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// bars separate the cells of a pipe table; the box-drawing ones are what
// terminals and old word processors draw.
const bars = "|｜│┃║"

// findPipes finds Markdown tables and tables drawn with bars.
func findPipes(s *source) []found {
	var out []found
	for i := 0; i < len(s.lines) && !s.stopped(); {
		if !pipeRow(s.text(i)) && !(i+1 < len(s.lines) && isRule(s.text(i)) && pipeRow(s.text(i+1))) {
			i++
			continue
		}
		f, next := pipeBlock(s, i)
		if len(f.rows) >= 2 && len(f.rows[0].cells) >= 2 {
			out = append(out, f)
		}
		i = next
	}
	return out
}

// pipeRow tells a line that begins with a bar, or holds one between two cells.
// A bar at the end alone is a cell of a table with one cell a line.
func pipeRow(t string) bool {
	if !hasBar(t) {
		return false
	}
	return hasBar(strings.TrimRight(runes.Trim(t), bars))
}

// hasBar tells whether a line holds a bar.
func hasBar(t string) bool {
	for _, b := range []string{"|", "｜", "│", "┃", "║"} {
		if strings.Contains(t, b) {
			return true
		}
	}
	return false
}

// isRule tells a line that only draws: |---|:--:|, +----+, ┌──┬──┐.
func isRule(t string) bool {
	t = runes.Trim(t)
	if t == "" {
		return false
	}
	drawn := false
	for _, r := range t {
		switch {
		case r == '-' || r == '=' || r == '—' || r == '─' || r >= 0x2500 && r <= 0x257f && !strings.ContainsRune(bars, r):
			drawn = true
		case strings.ContainsRune(bars, r) || r == '+' || r == ':' || runes.IsSpace(r):
		default:
			return false
		}
	}
	return drawn
}

func pipeBlock(s *source, i int) (found, int) {
	f, next := pipeLines(s, i)
	left, right := f.framed(s)
	for k := range f.rows {
		f.rows[k].cells = splitPipes(s.lines[f.rows[k].lines[0]], left, right)
	}
	for k := 0; k+2 < len(f.rows); k++ {
		underLast(f.rows[k].cells, f.rows[k+1].cells, f.rows[k+2].cells)
	}
	return f, next
}

// underLast moves the second line of a header below the last heading of the first, where
// a page lost which cells span rows: the headings of both, but for the one that the
// second line splits, are then as many as the columns of the row below.
func underLast(first, second, data []extract.Cell) {
	n, m, width := heads(first), heads(second), 0
	for i, c := range data {
		if c.Text != "" {
			width = i + 1
		}
		if i > 0 && c.Text != "" && !runes.IsNumber(c.Text) {
			return
		}
	}
	if n < 3 || m < 2 || n-1+m != width || n >= width || len(second) < width {
		return
	}
	moved := append([]extract.Cell(nil), second[:m]...)
	clear(second)
	copy(second[n-1:], moved)
}

// heads counts the texts with which a row begins; 0 where it holds a number or goes on
// behind a gap.
func heads(cells []extract.Cell) int {
	n := 0
	for i, c := range cells {
		switch {
		case c.Text == "":
		case i != n || runes.IsNumber(c.Text):
			return 0
		default:
			n++
		}
	}
	return n
}

// framed tells whether most rows begin, and end, with a bar: then it is the frame
// of the table, else it parts an empty cell from its neighbour.
func (f *found) framed(s *source) (left, right bool) {
	l, r := 0, 0
	for _, row := range f.rows {
		t := runes.Trim(s.text(row.lines[0]))
		if barAt(t, 0) > 0 {
			l++
		}
		if barBefore(t, len(t)) > 0 {
			r++
		}
	}
	return 2*l > len(f.rows), 2*r > len(f.rows)
}

func pipeLines(s *source, i int) (found, int) {
	f := found{confidence: 1}
	next := i
	for j := i; j < len(s.lines); j++ {
		t := s.text(j)
		switch {
		case isRule(t):
			f.extra = append(f.extra, j)
			next = j + 1
		case pipeRow(t):
			if len(f.rows) > 0 && titled(t) && !titled(s.text(f.rows[len(f.rows)-1].lines[0])) {
				return f, next // another table of the page goes on in the same columns
			}
			f.rows = append(f.rows, row{lines: []int{j}})
			next = j + 1
		case s.running(j):
		case s.blank(j) && len(f.rows) > 0 && acrossPage(s, f.rows[len(f.rows)-1].lines[0], j):
		default:
			return f, next
		}
	}
	return f, next
}

// tableTitle finds the number of a table in a row that holds nothing else: 表1, 附表二：.
var tableTitle = regexp.MustCompile(`^附?表\s?[一二三四五六七八九十0-9]{1,3}[-—之0-9]{0,3}[：:]?$`)

// titled tells whether a row holds nothing but the number of a table.
func titled(t string) bool {
	return tableTitle.MatchString(strings.Trim(t, bars+" \t\u3000"))
}

// splitPipes cuts a row at its bars; a bar after a backslash is text. left and
// right say that the outer bars are the frame.
func splitPipes(l *extract.Line, left, right bool) []extract.Cell {
	t := l.Text
	start, end := runes.TrimSpan(t, 0, len(t))
	if n := barAt(t, start); n > 0 && left {
		start += n
	}
	if n := barBefore(t, end); n > 0 && right {
		end = max(start, end-n)
	}
	var cells []extract.Cell
	from := start
	for k, r := range t[start:end] {
		at := start + k
		if !strings.ContainsRune(bars, r) || at > 0 && t[at-1] == '\\' || len(cells) >= maxColumns {
			continue
		}
		cells = append(cells, unmark(l, cellAt(l, from, at)))
		from = at + len(string(r))
	}
	return append(cells, unmark(l, cellAt(l, from, end)))
}

func barAt(t string, i int) int {
	for _, r := range bars {
		if strings.HasPrefix(t[i:], string(r)) {
			return len(string(r))
		}
	}
	return 0
}

func barBefore(t string, i int) int {
	for _, r := range bars {
		if strings.HasSuffix(t[:i], string(r)) && !strings.HasSuffix(t[:i], `\`+string(r)) {
			return len(string(r))
		}
	}
	return 0
}

// unmark drops Markdown's emphasis around the text of a cell. The space that
// pads every cell of a pipe table is no indent.
func unmark(l *extract.Line, c extract.Cell) extract.Cell {
	c.Indent = max(0, c.Indent-1)
	for _, m := range []string{"**", "__", "*", "`"} {
		if len(c.Text) > 2*len(m) && strings.HasPrefix(c.Text, m) && strings.HasSuffix(c.Text, m) {
			a, b := runes.TrimSpan(l.Text, c.Start+len(m), c.End-len(m))
			c.Start, c.End, c.Text = a, b, l.Text[a:b]
		}
	}
	return c
}
