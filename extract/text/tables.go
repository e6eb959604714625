package text

import (
	"context"
	"sort"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// maxLine is the longest line in bytes that is looked at as a row.
const maxLine = 8 << 10

// maxColumns bounds a grid.
const maxColumns = 200

// source is a document's lines with the page of each.
type source struct {
	ctx   context.Context
	lines []*extract.Line
	page  []int
	taken []bool // running lines, and rows of a table found before

	problems []extract.Problem // tables that were seen but not read
}

func newSource(ctx context.Context, doc *extract.Document) *source {
	s := &source{ctx: ctx}
	for i := range doc.Pages {
		p := &doc.Pages[i]
		for j := range p.Lines {
			l := &p.Lines[j]
			s.lines = append(s.lines, l)
			s.page = append(s.page, p.Number)
			s.taken = append(s.taken, l.Kind != extract.Body)
		}
	}
	return s
}

// stopped tells whether the reading was cancelled; the finders then give up.
func (s *source) stopped() bool { return s.ctx.Err() != nil }

// text is line i, empty where it is taken or too long to be a row.
func (s *source) text(i int) string {
	if s.taken[i] || len(s.lines[i].Text) > maxLine {
		return ""
	}
	return s.lines[i].Text
}

// blank tells whether line i prints nothing.
func (s *source) blank(i int) bool { return runes.IsBlank(s.lines[i].Text) }

// running tells whether line i is a running header or footer.
func (s *source) running(i int) bool { return s.lines[i].Kind == extract.Running }

// row is one row of a found table. lines are the lines it takes, in order; unplaced
// says that its numbers are not among its cells.
type row struct {
	lines    []int
	cells    []extract.Cell
	unplaced bool
	around   bool // its label began in the line above and may end in the one below
}

// found is a table before it is numbered. Lines that belong to it without being
// a row (rules of dashes, repeated headers) are in extra.
type found struct {
	rows       []row
	extra      []int
	continues  bool // goes on with the table before it
	confidence float64
	reasons    []string
	problems   []extract.Problem // Line is an index of source
}

func (f *found) first() int { return f.rows[0].lines[0] }

// finder finds tables of one make among the lines that are not taken.
type finder func(*source) []found

// FindTables finds tables among the Body lines of a document and marks their lines.
// Tables that the document has already stay; all are numbered in reading order.
func FindTables(ctx context.Context, doc *extract.Document) error {
	s := newSource(ctx, doc)
	var all []found
	for _, find := range []finder{findPipes, findTabs, findAligned, findStacked} {
		got := find(s)
		if err := ctx.Err(); err != nil {
			return err
		}
		for i := range got {
			take(s, &got[i])
		}
		all = append(all, got...)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].first() < all[j].first() })
	resumed(s, all)
	doc.Problems = append(doc.Problems, s.problems...)
	had := len(doc.Tables)
	for i := range all {
		emit(doc, s, &all[i])
	}
	if had > 0 && len(all) > 0 {
		renumber(doc, s)
	}
	return nil
}

// renumber numbers tables by the first line they stand on.
func renumber(doc *extract.Document, s *source) {
	first := map[int]int{}
	for i, l := range s.lines {
		if _, seen := first[l.Table]; l.Table > 0 && !seen {
			first[l.Table] = i
		}
	}
	sort.SliceStable(doc.Tables, func(i, j int) bool { return first[doc.Tables[i].Number] < first[doc.Tables[j].Number] })
	number := map[int]int{}
	for i := range doc.Tables {
		number[doc.Tables[i].Number] = i + 1
		doc.Tables[i].Number = i + 1
	}
	for _, l := range s.lines {
		l.Table = number[l.Table]
	}
	for i := range doc.Problems {
		doc.Problems[i].Table = number[doc.Problems[i].Table]
	}
}

func take(s *source, f *found) {
	for _, r := range f.rows {
		for _, i := range r.lines {
			s.taken[i] = true
		}
	}
	for _, i := range f.extra {
		s.taken[i] = true
	}
}

// emit numbers a table, one entry a page, and marks its lines.
func emit(doc *extract.Document, s *source, f *found) {
	pad(f.rows)
	first := len(doc.Tables)
	for start := 0; start < len(f.rows); {
		page := s.page[f.rows[start].lines[0]]
		end := start + 1
		for end < len(f.rows) && s.page[f.rows[end].lines[0]] == page {
			end++
		}
		t := extract.Table{Number: len(doc.Tables) + 1, Page: page, Method: extract.Delimited,
			Continues: start > 0 || f.continues, Confidence: f.confidence, Reasons: f.reasons}
		for _, r := range f.rows[start:end] {
			t.Rows = append(t.Rows, r.cells)
			mark(s, r.lines, t.Number)
		}
		doc.Tables = append(doc.Tables, t)
		start = end
	}
	number := func(line int) int {
		for _, t := range doc.Tables[first:] {
			if t.Page == s.page[line] {
				return t.Number
			}
		}
		return len(doc.Tables)
	}
	for _, i := range f.extra {
		mark(s, []int{i}, number(i))
	}
	for _, p := range f.problems {
		p.Page, p.Table, p.Line = s.page[p.Line], number(p.Line), s.lines[p.Line].Number
		doc.Problems = append(doc.Problems, p)
	}
}

func mark(s *source, lines []int, table int) {
	for _, i := range lines {
		s.lines[i].Kind = extract.TableLn
		s.lines[i].Table = table
	}
}

// pad gives all rows the same number of cells.
func pad(rows []row) {
	n := 0
	for _, r := range rows {
		n = max(n, len(r.cells))
	}
	for i := range rows {
		for len(rows[i].cells) < n {
			rows[i].cells = append(rows[i].cells, extract.Cell{})
		}
	}
}

// cellAt is the cell that prints line[start:end], without the blanks around it.
// Indent counts the blanks before a label.
func cellAt(l *extract.Line, start, end int) extract.Cell {
	a, b := runes.TrimSpan(l.Text, start, end)
	indent := runes.Indent(l.Text[start:b])
	if a >= b {
		return extract.Cell{Line: l.Number, Start: start, End: start}
	}
	if runes.IsNumber(l.Text[a:b]) {
		indent = 0
	}
	return extract.Cell{Text: l.Text[a:b], Line: l.Number, Start: a, End: b, Indent: indent}
}
