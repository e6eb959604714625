package xl

import (
	"strconv"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"yusuan/internal/digits"
)

const (
	minWidth, maxWidth = 7, 60
	rowHeight          = 16.5
	// PlainHeight, given to RowHigh, spares the search for wrapped text.
	PlainHeight  = rowHeight
	lineHeight   = 14.5
	maxRowHeight = 405
	maxLinks     = 65530 // Excel's limit for one sheet
	// MaxRows is how many rows a sheet can have.
	MaxRows = 1048576
)

// Sheet is a sheet under construction. Rows are added from the top down.
type Sheet struct {
	Name string
	// Freeze keeps the rows above and the columns left of a cell in view: the
	// numbers of frozen columns and rows.
	FreezeCols, FreezeRows int
	// Filter is the row of the header over which a filter is set, 0 for none.
	Filter int
	// TitleRows are repeated on each printed page: first and last, 0 for none.
	TitleRows [2]int
	Tab       Color // of the tab
	GridLines bool
	Portrait  bool
	OnePage   bool // printed on one page
	// Widths fixes columns, in half-width units; the others follow their content.
	Widths map[int]float64
	// Table makes the filtered range an Excel table of this name.
	Table string

	book   *Book
	rows   rowBuffer
	row    int
	cols   int
	fit    []int
	links  sheetLinks
	notes  []note
	tones  []toned
	breaks []int
	charts []Chart
	header []string // texts of the filter row
	free   []reach
	last   []lastStyle // by column
}

// reach is a text that runs over its neighbours: from which column, how far.
type reach struct{ col, units int }

type lastStyle struct {
	style Style
	id    int
}

type note struct{ ref, text string }

// Row adds a row and returns its number. Its height follows the wrapped cells.
func (s *Sheet) Row(cells ...Cell) int { return s.RowHigh(0, cells...) }

// RowHigh adds a row of a given height in points; 0 lets it follow its content.
func (s *Sheet) RowHigh(height float64, cells ...Cell) int {
	s.row++
	if height == 0 {
		height = s.height(cells)
	}
	s.rows.openRow(s.row, height)
	for i := range cells {
		s.cell(i+1, &cells[i])
	}
	s.rows.closeRow()
	if s.row == s.Filter {
		s.header = texts(cells)
	}
	return s.row
}

func texts(cells []Cell) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i], _ = c.Value.(string)
	}
	return out
}

// Skip leaves n rows empty.
func (s *Sheet) Skip(n int) { s.row += n }

// Next is the number of the row that Row would add.
func (s *Sheet) Next() int { return s.row + 1 }

// Break starts a new printed page at the row that Row would add.
func (s *Sheet) Break() { s.breaks = append(s.breaks, s.row+1) }

func (s *Sheet) cell(col int, c *Cell) {
	if c.Value == nil && c.Formula == "" && c.Rich == nil && c.Style == (Style{}) {
		return
	}
	s.cols = max(s.cols, col)
	text, isText := c.Value.(string)
	if isText && c.Formula == "" {
		if guarded(text) && c.Style.Num == General {
			c.Style.Num = Text
		}
		if len(text) > MaxText {
			c.Value = cutUnits(text, MaxText)
		}
	}
	if len(c.Rich) > 0 && guarded(c.Rich[0].Text) && c.Style.Num == General {
		c.Style.Num = Text
	}
	s.rows.cell(col, s.row, s.styleID(col, c.Style), c)
	s.measure(col, c)
	if c.Link != "" {
		s.links.add(col, s.row, c.Link, c.Tip)
	}
	if c.Note != "" {
		s.notes = append(s.notes, note{Ref(col, s.row), c.Note})
	}
}

// styleID is the number of a style. Most cells look like the one above them.
func (s *Sheet) styleID(col int, style Style) int {
	for len(s.last) < col {
		s.last = append(s.last, lastStyle{})
	}
	last := &s.last[col-1]
	if last.style != style {
		*last = lastStyle{style, s.book.styles.id(style)}
	}
	return last.id
}

func (s *Sheet) measure(col int, c *Cell) {
	if c.Style.Wrap {
		return
	}
	if c.Free {
		text, _ := c.Value.(string)
		s.free = append(s.free, reach{col, int(float64(TextWidth(text)) * float64(max(fontSize, c.Style.points())) / fontSize)})
		return
	}
	if _, fixed := s.Widths[col]; fixed {
		return
	}
	for len(s.fit) < col {
		s.fit = append(s.fit, 0)
	}
	s.fit[col-1] = max(s.fit[col-1], shownWidth(c))
}

func shownWidth(c *Cell) int {
	n := 0
	switch v := c.Value.(type) {
	case string:
		n = TextWidth(v)
	case int:
		n = numberWidth(strconv.Itoa(v), c.Style.Num)
	case decimal.Decimal:
		var buf [32]byte
		n = numberWidth(string(digits.Append(buf[:0], v)), c.Style.Num)
	}
	for _, r := range c.Rich {
		n += TextWidth(r.Text)
	}
	n += 2 * int(c.Style.Indent)
	if c.Style.Bold {
		n++
	}
	return n
}

// height gives a row with wrapped text its height by the fixed widths of its
// columns; one line is the ordinary height.
func (s *Sheet) height(cells []Cell) float64 {
	lines := 1
	for i, c := range cells {
		if !c.Style.Wrap {
			continue
		}
		w, ok := s.Widths[i+1]
		if !ok {
			w = maxWidth
		}
		if text, ok := c.Value.(string); ok && len(text) >= int(w)-1 { // a text is not wider than it has bytes
			lines = max(lines, Lines(text, w))
		}
		if c.Rich != nil {
			lines = max(lines, runLines(c.Rich, w))
		}
	}
	return min(maxRowHeight, rowHeight+float64(lines-1)*lineHeight)
}

// width is the width of a column: as fixed, or as its content asks.
func (s *Sheet) width(col int) float64 {
	if w, ok := s.Widths[col]; ok {
		return w
	}
	if col > len(s.fit) {
		return minWidth
	}
	return float64(min(maxWidth, max(minWidth, s.fit[col-1]+2)))
}

// finish hands everything but the rows to excelize.
func (s *Sheet) finish() error {
	if s.row == 0 {
		s.Row(Cell{})
	}
	if err := s.tellWidths(); err != nil {
		return err
	}
	for _, step := range []func() error{s.filter, s.view, s.page, s.names, s.addNotes, s.addBreaks, s.addCharts} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) filter() error {
	if s.Filter == 0 || s.row <= s.Filter {
		return nil
	}
	ref := Ref(1, s.Filter) + ":" + Ref(s.cols, s.row)
	if s.Table != "" {
		return s.addTable(ref)
	}
	return s.book.file.AutoFilter(s.Name, ref, nil)
}

func (s *Sheet) view() error {
	f := s.book.file
	if err := f.SetSheetDimension(s.Name, "A1:"+Ref(max(1, s.cols), max(1, s.row))); err != nil {
		return err
	}
	if s.FreezeCols > 0 || s.FreezeRows > 0 {
		if err := f.SetPanes(s.Name, s.panes()); err != nil {
			return err
		}
	}
	return f.SetSheetView(s.Name, 0, &excelize.ViewOptions{ShowGridLines: &s.GridLines})
}

func (s *Sheet) panes() *excelize.Panes {
	pane := "bottomRight"
	switch {
	case s.FreezeCols == 0:
		pane = "bottomLeft"
	case s.FreezeRows == 0:
		pane = "topRight"
	}
	first := Ref(s.FreezeCols+1, s.FreezeRows+1)
	return &excelize.Panes{Freeze: true, XSplit: s.FreezeCols, YSplit: s.FreezeRows, TopLeftCell: first, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: first, ActiveCell: first, Pane: pane}}}
}

func (s *Sheet) addNotes() error {
	for _, n := range s.notes {
		text := clean(n.text)
		lines := Lines(text, 44)
		err := s.book.file.AddComment(s.Name, excelize.Comment{Cell: n.ref, Author: "yusuan", Text: cutUnits(text, MaxText),
			Width: 320, Height: uint(min(600, 24+18*lines))})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) addBreaks() error {
	for _, row := range s.breaks {
		if row <= 1 || row > s.row {
			continue
		}
		if err := s.book.file.InsertPageBreak(s.Name, Ref(1, row)); err != nil {
			return err
		}
	}
	return nil
}
