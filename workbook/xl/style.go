package xl

// Font is the face of every cell. 等线 is what Chinese Excel itself has used
// since 2016 (Windows and Mac), its digits have one width, and it is marked as
// a sans face of the GB character set, so that WPS and LibreOffice without it
// fall back to their own Chinese sans face instead of to a Latin one.
const Font = "等线"

const (
	fontSize  = 10
	gbCharset = 134
)

// Color is an entry of the palette. The first ones follow the custom of
// financial models; no meaning is carried by colour alone.
type Color uint8

const (
	NoColor Color = iota
	Blue          // a value that was read: an input
	Black         // computed on the sheet
	Green         // brought from another sheet
	Red           // negative, or wrong
	Amber
	Grey
	White
	Navy // title bars
	Band // headers
	Pale // totals
	Rule // thin lines
	FillOK
	FillNo
	FillHm
)

var palette = [...]string{"", "1F4E9E", "1A1A1A", "00703C", "B42318", "9A6700", "6B7280", "FFFFFF", "1F3864", "E8EDF5", "F6F8FB", "C9D1DE", "E6F4EA", "FDE7E4", "FFF4D6"}

// RGB is the colour in six hexadecimal digits, empty for none.
func (c Color) RGB() string { return palette[c] }

// Align is where a cell's content stands; the zero value puts texts left and
// numbers right.
type Align uint8

const (
	Left Align = iota + 1
	Center
	Right
	CenterAcross // over the empty cells that follow
)

func (a Align) word() string {
	return [...]string{"", "left", "center", "right", "centerContinuous"}[a]
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

// Style is the look of a cell. It is comparable, small and without pointers:
// every cell carries one, and equal styles share one entry of the workbook's
// style table.
type Style struct {
	Num    Format
	Color  Color
	Fill   Color
	Size   uint8 // in points, 0 for the usual size
	Align  Align
	Indent uint8
	Edge   Edge
	Bold   bool
	Italic bool
	Under  bool
	Top    bool // aligned to the top instead of the middle
	Wrap   bool
}

func (s Style) points() int {
	if s.Size > 0 {
		return int(s.Size)
	}
	return fontSize
}
