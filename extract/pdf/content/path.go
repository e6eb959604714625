package content

import (
	"math"

	"yusuan/extract/pdf/glyph"
)

// path is the path being made, in page coordinates.
type path struct {
	segs   []segment
	x, y   float64 // current point
	sx, sy float64 // start of the subpath
}

type segment struct {
	x0, y0, x1, y1 float64
	rect           bool // segs from here on are the four sides of a rectangle
}

const (
	straight = 0.6 // points that a ruling may lean
	thin     = 3.0 // a filled rectangle up to this is a ruling
	shortest = 1.0 // of a ruling
)

func (in *interp) pathOperator(op []byte) bool {
	switch string(op) {
	case "m":
		in.moveTo()
	case "l":
		if v, ok := in.nums(2); ok {
			in.lineTo(in.state.ctm.apply(v[0], v[1]))
		}
	case "c":
		if v, ok := in.nums(6); ok {
			in.curveTo(v[4], v[5])
		}
	case "v", "y":
		if v, ok := in.nums(4); ok {
			in.curveTo(v[2], v[3])
		}
	case "h":
		in.closePath()
	case "re":
		in.rectangle()
	case "S":
		in.paint(true, false)
	case "s":
		in.closePath()
		in.paint(true, false)
	case "f", "F", "f*":
		in.paint(false, true)
	case "B", "B*":
		in.paint(true, true)
	case "b", "b*":
		in.closePath()
		in.paint(true, true)
	case "n":
		in.path.segs = in.path.segs[:0]
	case "W", "W*":
	default:
		return false
	}
	return true
}

func (in *interp) moveTo() {
	v, ok := in.nums(2)
	if !ok {
		return
	}
	p := &in.path
	p.x, p.y = in.state.ctm.apply(v[0], v[1])
	p.sx, p.sy = p.x, p.y
}

func (in *interp) lineTo(x, y float64) {
	p := &in.path
	if len(p.segs) < maxSegments {
		p.segs = append(p.segs, segment{x0: p.x, y0: p.y, x1: x, y1: y})
	}
	p.x, p.y = x, y
}

// curveTo moves the pen; a curve is no ruling, but it keeps a filled area from
// being taken for a rectangle.
func (in *interp) curveTo(x, y float64) {
	p := &in.path
	in.page.Curves++
	x, y = in.state.ctm.apply(x, y)
	if len(p.segs) < maxSegments {
		p.segs = append(p.segs, segment{x0: p.x, y0: p.y, x1: math.NaN(), y1: math.NaN()})
	}
	p.x, p.y = x, y
}

func (in *interp) closePath() {
	if p := &in.path; p.x != p.sx || p.y != p.sy {
		in.lineTo(p.sx, p.sy)
	}
}

func (in *interp) rectangle() {
	v, ok := in.nums(4)
	p := &in.path
	if !ok || len(p.segs) >= maxSegments {
		return
	}
	x, y, w, h := v[0], v[1], v[2], v[3]
	m := in.state.ctm
	corners := [5][2]float64{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}
	for i := range 4 {
		ax, ay := m.apply(corners[i][0], corners[i][1])
		bx, by := m.apply(corners[i+1][0], corners[i+1][1])
		p.segs = append(p.segs, segment{ax, ay, bx, by, i == 0})
	}
	p.x, p.y = m.apply(x, y)
	p.sx, p.sy = p.x, p.y
}

// paint turns the path into edges and ends it.
func (in *interp) paint(stroke, fill bool) {
	segs := in.path.segs
	if fill {
		in.fillPath(segs)
	}
	if stroke {
		width := in.state.lineWidth * in.state.ctm.scale()
		light := in.state.stroke.light > nearlyWhite
		inRect := 0
		for _, s := range segs {
			if s.rect {
				inRect = 4
			}
			in.ruling(s.x0, s.y0, s.x1, s.y1, width, light, inRect > 0)
			inRect--
		}
	}
	in.path.segs = segs[:0]
}

// fillPath takes each closed figure of four upright sides as a rectangle.
func (in *interp) fillPath(segs []segment) {
	for i := 0; i < len(segs); {
		j := i + 1
		for j < len(segs) && !segs[j].rect && segs[j].x0 == segs[j-1].x1 && segs[j].y0 == segs[j-1].y1 {
			j++
		}
		if r, ok := upright(segs[i:j]); ok {
			in.filled(r)
		}
		i = j
	}
}

// upright is the box of a figure whose sides all run along the axes.
func upright(segs []segment) (rect, bool) {
	if len(segs) < 3 || len(segs) > 6 {
		return rect{}, false
	}
	r := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, s := range segs {
		if !(math.Abs(s.x0-s.x1) < straight || math.Abs(s.y0-s.y1) < straight) {
			return rect{}, false
		}
		r.x0, r.x1 = min(r.x0, s.x0, s.x1), max(r.x1, s.x0, s.x1)
		r.y0, r.y1 = min(r.y0, s.y0, s.y1), max(r.y1, s.y0, s.y1)
	}
	return r, true
}

func (in *interp) filled(r rect) {
	w, h := r.x1-r.x0, r.y1-r.y0
	light := in.state.fill.light > nearlyWhite && !in.state.fill.pattern
	switch {
	case h <= thin && w > 2*h:
		y := (r.y0 + r.y1) / 2
		in.ruling(r.x0, y, r.x1, y, h, light, false)
	case w <= thin && h > 2*w:
		x := (r.x0 + r.x1) / 2
		in.ruling(x, r.y0, x, r.y1, w, light, false)
	case w > thin && h > thin:
		in.edge(glyph.Edge{Kind: glyph.Filled, X0: r.x0, Y0: r.y0, X1: r.x1, Y1: r.y1, Gray: in.state.fill.light, Light: light})
	}
}

// ruling keeps a line that runs along an axis.
func (in *interp) ruling(x0, y0, x1, y1, width float64, light, fromRect bool) {
	e := glyph.Edge{
		X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1),
		Width: width, Light: light, FromRect: fromRect,
	}
	dx, dy := e.X1-e.X0, e.Y1-e.Y0
	switch {
	case dy <= straight && dx >= shortest:
		e.Kind = glyph.Horizontal
		e.Y0 = (e.Y0 + e.Y1) / 2
		e.Y1 = e.Y0
	case dx <= straight && dy >= shortest:
		e.Kind = glyph.Vertical
		e.X0 = (e.X0 + e.X1) / 2
		e.X1 = e.X0
	default:
		return
	}
	in.edge(e)
}

// edge keeps what can be seen on the page.
func (in *interp) edge(e glyph.Edge) {
	p := in.page
	if len(p.Edges) >= MaxEdges {
		in.fault("more rulings than the limit")
		return
	}
	if !(e.X1 >= 0 && e.Y1 >= 0 && e.X0 <= p.Width && e.Y0 <= p.Height) {
		return
	}
	p.Edges = append(p.Edges, e)
}
