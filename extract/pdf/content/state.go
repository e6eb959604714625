package content

import "yusuan/extract/pdf/font"

// state is the graphics state as far as text and rulings need it.
type state struct {
	ctm       matrix
	font      *font.Font
	size      float64
	charSpace float64
	wordSpace float64
	stretch   float64 // Tz / 100
	leading   float64
	rise      float64
	render    int
	lineWidth float64
	fill      ink
	stroke    ink
}

// ink is what a colour looks like: 0 black to 1 white.
type ink struct {
	light   float64
	pattern bool
	tint    bool // the colour space is one of inks: 1 is the full ink, not white
}

const nearlyWhite = 0.96

func newState(ctm matrix) state {
	return state{ctm: ctm, stretch: 1, lineWidth: 1}
}

// gray, rgb and cmyk give the lightness of a colour; other colour spaces are
// taken by the number of their components.
func lightness(c []float64) float64 {
	switch len(c) {
	case 1:
		return c[0]
	case 3:
		return 0.3*c[0] + 0.59*c[1] + 0.11*c[2]
	case 4:
		return max(0, 1-(0.3*c[0]+0.59*c[1]+0.11*c[2])-c[3])
	}
	return 0
}

// tinted gives the lightness of inks on white paper; which ink it is, is taken
// to be a dark one.
func tinted(c []float64) float64 {
	light := 1.0
	for _, v := range c {
		light -= v
	}
	return min(1, max(0, light))
}
