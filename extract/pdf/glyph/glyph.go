// Package glyph holds what an engine saw on a page: characters with their
// places, and ruled edges. It is the seam between the engines that read a page
// and the packages that make lines and tables of it; it imports nothing of ours.
//
// Coordinates are points (1/72 inch), x from the left and y from the top of the
// visible page (CropBox) down, after the page's own rotation.
package glyph

// Char is one printed character.
type Char struct {
	Text           string  // usually one rune; several for a ligature
	X0, Y0, X1, Y1 float64 // advance box: origin to origin + advance, ascent to descent of the font
	OriginX        float64 // where the pen stood
	BaselineY      float64
	Size           float64 // font size in points, as printed (matrices applied)
	Font           string  // base name without the subset tag
	Bold           bool    // by name, flags, text render mode, or drawn twice
	Turn           uint8   // 0 runs right, 1 down, 2 left, 3 up
	Vertical       bool    // runs across the page's reading direction (rotated text)
	Space          bool    // a printed space of any kind
	Doubtful       bool    // an OCR character of low confidence
}

// EdgeKind says what drew an edge.
type EdgeKind uint8

const (
	Horizontal EdgeKind = iota // a stroke, or a filled rectangle thinner than its length
	Vertical
	Filled // an area filled with a colour: header bands, cell shading
)

// Edge is a ruling (its centre line; Y0 = Y1 or X0 = X1) or a filled area.
// X0 ≤ X1 and Y0 ≤ Y1 always.
type Edge struct {
	Kind           EdgeKind
	X0, Y0, X1, Y1 float64
	Width          float64 // thickness of a ruling in points; 0 for Filled
	Gray           float64 // 0 black to 1 white
	Light          bool    // white or nearly so: not visible on paper
	FromRect       bool    // a side of a stroked rectangle, not a line of its own
}

// Page is what one engine saw on one page.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Chars         []Char // in the order they were drawn
	Edges         []Edge
	Engine        string // fast, pdfium or ocr
	Reason        string // why this engine, where it is not the first choice
	OCR           bool
	Unread        bool     // its text is of no use and could not be recognised
	Images        int      // pictures drawn on the page
	ImageArea     float64  // share of the page that the pictures cover, 0…1
	Curves        int      // curved segments drawn: letters as outlines have many
	Faults        []string // what the engine had to skip, English
}
