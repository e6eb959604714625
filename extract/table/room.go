package table

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A number that a narrow cell breaks in two lines at no separator, or among its
// decimals, looks like two numbers. It is one where the first line had no room left: no line of the
// column is wider by a digit, and a drawn cell ends close behind. What is left
// for the next line is shorter, and both lines share an edge or their middle.

// bare is a piece that may be a number of its own; a sign may stand alone.
var bare = regexp.MustCompile(`^(?:[-−]|[-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)$`)

const (
	leftFree = 1.8  // of the font size: most white beside a full line in a drawn cell, margins and all
	margins  = 11.5 // points: what an office suite leaves free on both sides of a cell
	sameEdge = 1.0  // points
)

// runOn tells whether the line x0…x1 holds the beginning of a number that ends in
// the line below it, y0…y1: the next digit had no room in a column whose widest
// line takes room. Its last line must be shorter unless even is set.
func runOn(upper, lower string, x0, x1, y0, y1, room float64, even bool) bool {
	if !mayRunOn(upper, lower) {
		return false
	}
	width, below := x1-x0, y1-y0
	sign := isSign(upper)
	if n, m := utf8.RuneCountInString(upper), utf8.RuneCountInString(lower); !sign && (m > n || !even && m == n) {
		return false
	}
	if math.Abs(x0-y0) > sameEdge && math.Abs(x1-y1) > sameEdge && math.Abs(x0+x1-y0-y1) > 2*sameEdge {
		return false
	}
	digit := 0.9 * below / float64(utf8.RuneCountInString(lower))
	if sign { // it is parted from its number where that had no room beside it, or fills a line and more
		return width+below > room || below+digit > room
	}
	return width+digit > room
}

// mayRunOn tells whether two pieces make one number, whatever their room.
func mayRunOn(upper, lower string) bool {
	return bare.MatchString(upper) && bare.MatchString(lower) && wellSet.MatchString(upper+lower)
}

// lineEnds is where a line of words begins and ends.
func lineEnds(ws []*word) (x0, x1 float64) {
	x0, x1 = ws[0].x0, ws[0].x1
	for _, w := range ws {
		x0, x1 = math.Min(x0, w.x0), math.Max(x1, w.x1)
	}
	return x0, x1
}

// widest is how wide the widest line in each column is.
func (g *grid) widest() []float64 {
	out := make([]float64, g.cols())
	for i, a := range g.areas {
		if a.c0 != a.c1 {
			continue
		}
		for _, ws := range wordLines(g.words[i]) {
			x0, x1 := lineEnds(ws)
			out[a.c0] = math.Max(out[a.c0], x1-x0)
		}
	}
	return out
}

// rooms is what the columns of a grid say about the numbers that they break.
type rooms struct {
	drawn  bool
	widest []float64 // how wide the widest line of each column is
	narrow []bool    // columns that break numbers for sure, and those no wider
}

func (g *grid) rooms(drawn bool) *rooms {
	rm := &rooms{drawn: drawn, widest: g.widest(), narrow: make([]bool, g.cols())}
	sure := make([]int, g.cols())
	for i, a := range g.areas {
		if a.c0 == a.c1 && len(g.words[i]) > 1 && g.runsOn(i, rm) {
			sure[a.c0]++
		}
	}
	for c, n := range sure {
		rm.narrow[c] = n > 1 || n > 0 && drawn
	}
	if !drawn {
		return rm
	}
	widest := 0.0
	for c, narrow := range rm.narrow {
		if narrow {
			widest = math.Max(widest, g.xs[c+1]-g.xs[c])
		}
	}
	for c := range rm.narrow {
		rm.narrow[c] = g.xs[c+1]-g.xs[c] <= widest+sameEdge
	}
	return rm
}

// runsOn tells whether the lines of the words in area i are one number.
func (g *grid) runsOn(i int, rm *rooms) bool {
	a, rows := g.areas[i], wordLines(g.words[i])
	if a.c0 != a.c1 || len(rows) < 2 {
		return false
	}
	even := rm.narrow[a.c0] || rm.drawn && (len(rows) > 2 && g.single(a.r0) || g.matched(a, rows))
	for k := 1; k < len(rows); k++ {
		x0, x1 := lineEnds(rows[k-1])
		y0, y1 := lineEnds(rows[k])
		upper, lower := joinWords(rows[k-1]), joinWords(rows[k])
		if free := g.xs[a.c1+1] - g.xs[a.c0] - (x1 - x0); rm.drawn && !isSign(upper) && free > leftFree*rows[k][0].size &&
			free > margins+(y1-y0)/float64(utf8.RuneCountInString(lower)) {
			return false
		}
		if isSign(upper) && x1-x0+widthOf(rows[k:]) > rm.widest[a.c0] && wellSet.MatchString(upper+lower) {
			continue // the whole number had no room beside its sign, though its first line has
		}
		if !runOn(upper, lower, x0, x1, y0, y1, rm.widest[a.c0], even || k < len(rows)-1) {
			return false
		}
	}
	return true
}

// matched tells whether a number as long as all the lines of area a together stands in
// a single line of its row.
func (g *grid) matched(a area, lines [][]*word) bool {
	n := 0
	for _, ws := range lines {
		n += utf8.RuneCountInString(joinWords(ws))
	}
	for i, b := range g.areas {
		if b.r0 != a.r0 || b.r1 != a.r1 || len(g.words[i]) != 1 {
			continue
		}
		if text := g.words[i][0].text; bare.MatchString(text) && utf8.RuneCountInString(text) >= n {
			return true
		}
	}
	return false
}

// widthOf is how wide lines are that stand one behind the other.
func widthOf(lines [][]*word) float64 {
	sum := 0.0
	for _, ws := range lines {
		x0, x1 := lineEnds(ws)
		sum += x1 - x0
	}
	return sum
}

func isSign(s string) bool { return strings.Trim(s, "-−") == "" }

// single tells whether a drawn row is one row of the table: a cell beside the others
// has a single line.
func (g *grid) single(row int) bool {
	for i, a := range g.areas {
		if a.r0 == row && a.r1 == row && len(g.words[i]) > 0 && len(wordLines(g.words[i])) == 1 {
			return true
		}
	}
	return false
}

// text is what area i holds.
func (g *grid) text(i int, rm *rooms) (string, *word) {
	text, first := cellText(g.words[i])
	if g.runsOn(i, rm) {
		text = strings.ReplaceAll(text, " ", "")
	}
	return text, first
}
