package xl

import "github.com/xuri/excelize/v2"

// Font is the face of every cell. 等线 is what Chinese Excel itself has used
// since 2016 (Windows and Mac), its digits have one width, and it is marked as
// a sans face of the GB character set, so that WPS and LibreOffice without it
// fall back to their own Chinese sans face instead of to a Latin one.
const Font = "等线"

const (
	fontSize  = 10
	gbCharset = 134
)

// Colours of the workbooks. The first four follow the custom of financial
// models; no meaning is carried by colour alone.
const (
	Blue   = "1F4E9E" // a value that was read: an input
	Black  = "1A1A1A" // computed on the sheet
	Green  = "00703C" // brought from another sheet
	Red    = "B42318" // negative, or wrong
	Amber  = "9A6700"
	Grey   = "6B7280"
	White  = "FFFFFF"
	Navy   = "1F3864" // title bars
	Band   = "E8EDF5" // headers
	Pale   = "F6F8FB" // totals
	Rule   = "C9D1DE" // thin lines
	FillOK = "E6F4EA"
	FillNo = "FDE7E4"
	FillHm = "FFF4D6"
)

// Number formats. Units stand in the headers, not in the cells.
// "_ " leaves the room of a space between a number and the border.
const (
	Integer = `#,##0_ ;[Red]-#,##0_ ;0_ `
	Plain   = `0`
	Percent = `0.0%_ ;[Red]-0.0%_ ;0.0%_ `
	Text    = `@`
)

// AmountFormat is the thousands-separated format with a fixed number of decimals.
func AmountFormat(places int) string {
	return decimals("#,##0", places)
}

// RateFormat is the format of a printed percentage with its decimals.
func RateFormat(places int) string {
	return decimals("0", places)
}

func decimals(whole string, places int) string {
	f := whole
	for i := range min(places, 8) {
		if i == 0 {
			f += "."
		}
		f += "0"
	}
	f += "_ "
	return f + ";[Red]-" + f + ";" + f
}

// Edge is the border of a cell.
type Edge uint8

// Borders: a thin grid for data, a heavier rule above totals.
const (
	NoEdge Edge = iota
	Grid
	TotalEdge
	Underline
)

// Style is the look of a cell. It is comparable: equal styles share one entry
// of the workbook's style table.
type Style struct {
	Num    string
	Bold   bool
	Italic bool
	Under  bool
	Color  string
	Fill   string
	Size   float64
	Align  string // left, center, right; empty: text left, numbers right
	Top    bool   // aligned to the top instead of the middle
	Wrap   bool
	Indent int
	Edge   Edge
}

func (s Style) excelize() *excelize.Style {
	charset := gbCharset
	font := &excelize.Font{Family: Font, Size: fontSize, Charset: &charset, Bold: s.Bold, Italic: s.Italic, Color: s.Color, ColorIndexed: -1}
	if s.Size > 0 {
		font.Size = s.Size
	}
	if s.Under {
		font.Underline = "single"
	}
	if font.Color == "" {
		font.Color = Black
	}
	out := &excelize.Style{Font: font, Border: s.Edge.borders()}
	if s.Fill != "" {
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}}
	}
	switch s.Num {
	case "":
	case Text:
		out.NumFmt = 49
	default:
		num := s.Num
		out.CustomNumFmt = &num
	}
	vertical := "center"
	if s.Top {
		vertical = "top"
	}
	out.Alignment = &excelize.Alignment{Horizontal: s.Align, Vertical: vertical, WrapText: s.Wrap, Indent: s.Indent}
	if s.Indent > 0 && s.Align == "" {
		out.Alignment.Horizontal = "left"
	}
	return out
}

func (e Edge) borders() []excelize.Border {
	const thin, medium, hair = 1, 2, 7
	side := func(name string, style int, color string) excelize.Border {
		return excelize.Border{Type: name, Style: style, Color: color}
	}
	switch e {
	case Grid:
		return []excelize.Border{side("left", thin, Rule), side("right", thin, Rule), side("top", thin, Rule), side("bottom", thin, Rule)}
	case TotalEdge:
		return []excelize.Border{side("left", thin, Rule), side("right", thin, Rule), side("top", thin, Navy), side("bottom", thin, Rule)}
	case Underline:
		return []excelize.Border{side("bottom", medium, Navy)}
	}
	return nil
}
