// Package table turns the positioned characters and drawn lines of one page
// into grids of cells. It knows geometry only: no file format, no wording of
// reports, no money.
//
// The way is that of pdfplumber and Camelot. Drawn lines are snapped, joined
// and intersected; the boxes between them are cells (file lattice.go). Where
// lines are missing on an axis, the alignment of words takes their place
// (aligned.go and the files named after its steps). docs/reading-tables.md
// tells the whole story.
package table

import "yusuan/extract"

// Char is one printed character. Coordinates are points, y from the top of the
// page down, in the orientation in which the page is read (a rotated page is
// turned upright before).
type Char struct {
	Text           string // usually one rune; a ligature may have more
	X0, Y0, X1, Y1 float64
	Base           float64 // y of the baseline; 0: Y1 stands in for it
	Size           float64 // font size in points
	Bold           bool
}

// Edge is a drawn straight line: a stroke, or a filled rectangle so thin that
// it is meant as one. Lines that are neither level nor upright are ignored.
type Edge struct{ X0, Y0, X1, Y1 float64 }

// Band is a filled rectangle that is no line: the shade behind a header, a
// zebra stripe or a single cell. Gray runs from 0 (black) to 1 (white).
type Band struct {
	X0, Y0, X1, Y1 float64
	Gray           float64
}

// Page is what one page offers. It must not change once tables were looked for.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Chars         []Char
	Edges         []Edge
	Bands         []Band

	lines []*line // of all characters, once they were asked for
	seen  *result // what find gave
}

// Cell is one cell of a found table. A cell that spans several stands in its
// first place; the others are empty with Covered set.
type Cell struct {
	Text             string // lines of the cell joined, spaces inside kept as one
	Box              extract.Box
	RowSpan, ColSpan int // 0 and 1 both mean one
	Covered          bool
	Indent           int // left offset of the text in half-width characters

	end, reach, size float64 // where the last line of the text ends, how far any line reaches, type size
	start, firstSize float64 // where the first line of a label begins, and its type size
	set              bool    // start is known: text in one column
}

// Found is one table of a page.
type Found struct {
	Page       int
	Box        extract.Box
	Method     extract.Method // Ruled or Aligned
	Rows       [][]Cell
	Xs, Ys     []float64 // column and row boundaries: one more than columns and rows
	Header     int       // leading rows that hold no data, 0 where unknown
	Continues  bool      // goes on with the table before it, over a page break
	Confidence float64   // 0…1, graded by the worst part
	Reasons    []string  // what lowered it, English
	Problems   []extract.Problem
	Chars      []int // indices into Page.Chars of what the cells hold, ascending

	white  []gap     // between columns found by alignment
	narrow []bool    // columns that break the numbers in them
	lefts  []float64 // left edges of the labels of each column, over all pages so far
}

// Grid returns the texts of the cells.
func (f *Found) Grid() [][]string {
	out := make([][]string, len(f.Rows))
	for i, row := range f.Rows {
		out[i] = make([]string, len(row))
		for j, c := range row {
			out[i][j] = c.Text
		}
	}
	return out
}
