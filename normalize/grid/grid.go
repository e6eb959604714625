// Package grid reads tables: it finds header and blocks, gives every column its
// kind, stage and year, every row its subject and its place in the hierarchy, and
// turns cells into figures.
package grid

import (
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// Input is one table (over one or more pages) with what stands above it.
type Input struct {
	Number   int // table number of the first part
	Parts    []*extract.Table
	Captions []string // lines above, nearest last
	Unit     string   // last unit declared in the report, or empty
	Context  outline.Context
	Meta     outline.Meta
	Scope    string // carried from the section where neither caption nor heading names one
	Level    budget.Level
	Own      outline.Scope // that a column of the table names; Word is empty where none does
}

// Output is the table understood, with its figures. Figure IDs and cell
// references are positions in Figures, from 1.
type Output struct {
	Table   budget.Table
	Figures []budget.Figure
	Notes   []budget.Note
	Unit    string // the unit found, to carry on
	// LevelNamed is set where a caption says whose accounts the table gives.
	LevelNamed bool
}

// Reader reads tables.
type Reader struct {
	lex *lexicon.Lexicon
}

// New returns a reader over a lexicon.
func New(l *lexicon.Lexicon) *Reader { return &Reader{lex: l} }

// row is one row with the number of the part that it stands in.
type row struct {
	cells []extract.Cell
	vals  []money.Cell // what each cell prints
	part  *extract.Table
	quote string // see reading.quote
}

// reading is the work on one table.
type reading struct {
	*Reader
	in     Input
	rows   []row // all rows, headers included
	header int   // number of header rows
	cols   []column
	blocks []block
	frame  frame
	out    Output
	read   map[lineKey][]line // lines of a block as last read
	// settled are the kinds found for heads that leave them open
	settled map[string]budget.ColumnKind
}

// Read understands a table. ok is false where it holds no budget figures: no
// numbers, or nothing that a label could be. What was left unread is noted all the
// same.
func (r *Reader) Read(in Input) (out Output, ok bool) {
	g := &reading{Reader: r, in: in, settled: map[string]budget.ColumnKind{}}
	g.collect()
	g.takeTitles()
	g.findHeader()
	g.readFrame()
	g.readColumns()
	if g.findBlocks() {
		g.out.Unit, g.out.LevelNamed = g.frame.unit, g.frame.levelNamed
		g.out.Table = budget.Table{Number: in.Number, Page: in.Parts[0].Page, Line: g.firstLine(), Caption: g.frame.caption, Unit: g.frame.unit,
			Book: g.frame.book, Scope: g.frame.scope, Level: g.frame.level, Year: g.frame.year, Doubt: g.doubt()}
		if !g.crossed() && !g.byFund() && !g.byPlace() && !g.axial() {
			g.readItems()
		}
	}
	if len(g.out.Figures) == 0 {
		return Output{Notes: g.nothingRead(), Unit: g.out.Unit}, false
	}
	return g.out, true
}

// nothingRead says of a table with numbers that none of them was understood, where it
// stands in a chapter on the accounts.
func (g *reading) nothingRead() []budget.Note {
	if g.in.Context.Policy {
		return nil
	}
	said := slices.DeleteFunc(g.out.Notes, func(n budget.Note) bool { return n.Rule != "E003" })
	if len(said) > 0 {
		return said
	}
	if !slices.ContainsFunc(g.rows, func(r row) bool { return hasAmount(r.cells) }) {
		return nil
	}
	name := "本表"
	if g.frame.caption != "" {
		name = "表“" + g.frame.caption + "”"
	}
	return []budget.Note{{Rule: "E003", Severity: budget.Info, Quote: g.frame.caption, Place: budget.Place{Page: g.in.Parts[0].Page, Line: g.firstLine()},
		Message: name + "的行列含义未能判定，表内数字未读取。"}}
}

// collect puts the rows of all parts together, leaving repeated headers out.
func (g *reading) collect() {
	width := 0
	for _, p := range g.in.Parts {
		for _, r := range p.Rows {
			width = max(width, len(r))
		}
	}
	for n, p := range g.in.Parts {
		g.rows = slices.Grow(g.rows, len(p.Rows))
		for k, r := range p.Rows {
			if n > 0 && k < 4 && g.seen(r) {
				continue
			}
			cells := make([]extract.Cell, width)
			copy(cells, r)
			g.rows = append(g.rows, row{cells: cells, vals: values(cells), part: p})
		}
	}
}

func values(cells []extract.Cell) []money.Cell {
	out := make([]money.Cell, len(cells))
	for c := range cells {
		out[c] = money.ParseCell(cells[c].Text)
	}
	return out
}

// value is what the cell of a line in column c prints.
func (g *reading) value(l *line, c int) money.Cell { return g.rows[l.row].vals[c] }

// seen reports whether a row repeats one of the first rows of the table.
func (g *reading) seen(cells []extract.Cell) bool {
	text := rowText(cells)
	if text == "" || hasAmount(cells) {
		return false
	}
	for i := 0; i < len(g.rows) && i < 4; i++ {
		if rowText(g.rows[i].cells) == text {
			return true
		}
	}
	return false
}

func rowText(cells []extract.Cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(squeeze(c.Text))
	}
	return b.String()
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0' || r == '\n' || r == '*' {
			return -1
		}
		return r
	}, s)
}

func (g *reading) firstLine() int {
	for _, r := range g.rows {
		for _, c := range r.cells {
			if c.Line > 0 {
				return c.Line
			}
		}
	}
	return 0
}

// doubt says why arithmetic in this table should not be trusted.
func (g *reading) doubt() string {
	for _, p := range g.in.Parts {
		if p.Confidence > 0 && p.Confidence < 0.5 {
			return budget.DoubtfulGrid
		}
	}
	return ""
}
