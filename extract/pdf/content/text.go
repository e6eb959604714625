package content

import (
	"math"

	"yusuan/extract/pdf/font"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
)

// textState is the text object's own matrices.
type textState struct{ matrix, line matrix }

func (in *interp) textOperator(op []byte) bool {
	s := &in.state
	switch string(op) {
	case "BT":
		in.text = textState{identity, identity}
	case "ET":
	case "Tf":
		in.setFont()
	case "Td":
		in.move(false)
	case "TD":
		in.move(true)
	case "Tm":
		if v, ok := in.nums(6); ok {
			in.text = textState{matrix(v), matrix(v)}
		}
	case "T*":
		in.nextLine()
	case "Tc":
		s.charSpace = in.num()
	case "Tw":
		s.wordSpace = in.num()
	case "Tz":
		s.stretch = in.num() / 100
	case "TL":
		s.leading = in.num()
	case "Ts":
		s.rise = in.num()
	case "Tr":
		s.render = int(in.num())
	case "Tj":
		in.show()
	case "TJ":
		in.showSpaced()
	case "'":
		in.nextLine()
		in.show()
	case "\"":
		if n := len(in.args); n >= 3 {
			s.wordSpace, s.charSpace = in.args[n-3].num, in.args[n-2].num
		}
		in.nextLine()
		in.show()
	default:
		return false
	}
	return true
}

func (in *interp) setFont() {
	n := len(in.args)
	if n < 2 || in.args[n-2].kind != object.NameTok {
		return
	}
	in.state.size = in.args[n-1].num
	name := object.Name(in.args[n-2].bytes)
	f, ok := in.fonts[name]
	if !ok {
		f = in.reader.font(in.file.RawKey(in.res["Font"], name))
		in.fonts[name] = f
	}
	in.state.font = f
}

// font loads a font once for the whole file.
func (r *Reader) font(o object.Object) *font.Font {
	ref, isRef := o.(object.Ref)
	if isRef {
		if f, ok := r.fonts[ref]; ok {
			return f
		}
	}
	f := font.Load(r.file, o)
	if isRef {
		if len(r.fonts) >= maxFonts {
			clear(r.fonts)
		}
		r.fonts[ref] = f
	}
	return f
}

func (in *interp) move(leading bool) {
	v, ok := in.nums(2)
	if !ok {
		return
	}
	if leading {
		in.state.leading = -v[1]
	}
	in.translate(v[0], v[1])
}

func (in *interp) nextLine() { in.translate(0, -in.state.leading) }

func (in *interp) translate(x, y float64) {
	in.text.line = matrix{1, 0, 0, 1, x, y}.mul(in.text.line)
	in.text.matrix = in.text.line
}

func (in *interp) show() {
	if n := len(in.args); n > 0 && in.args[n-1].kind == object.Literal {
		in.shown++
		in.showString(in.args[n-1].bytes)
	}
}

func (in *interp) showSpaced() {
	n := len(in.args)
	if n == 0 || in.args[n-1].kind != object.ArrayOpen {
		return
	}
	in.shown++
	s := &in.state
	for _, o := range in.args[n-1].list {
		switch o.kind {
		case object.Literal:
			in.showString(o.bytes)
		case object.Number:
			d := -o.num / 1000 * s.size
			if s.font != nil && s.font.Vertical {
				in.advance(0, d)
			} else {
				in.advance(d*s.stretch, 0)
			}
		}
	}
}

func (in *interp) advance(x, y float64) {
	m := &in.text.matrix
	m[4] += x*m[0] + y*m[2]
	m[5] += x*m[1] + y*m[3]
}

// showString places each glyph of a string.
func (in *interp) showString(str []byte) {
	s := &in.state
	f := s.font
	if f == nil || len(str) == 0 {
		return
	}
	trm := matrix{s.size * s.stretch, 0, 0, s.size, 0, s.rise}.mul(in.text.matrix).mul(s.ctm)
	step := in.text.matrix.mul(s.ctm)
	run := in.newRun(trm)
	for len(str) > 0 {
		g, n := f.Next(str)
		str = str[n:]
		if run.seen {
			in.place(&run, g)
		}
		wx, wy := g.Width*s.size+s.charSpace, 0.0
		if g.Space {
			wx += s.wordSpace
		}
		wx *= s.stretch
		if f.Vertical {
			wx, wy = 0, g.Down*s.size-s.charSpace
		}
		in.advance(wx, wy)
		run.x += wx*step[0] + wy*step[2]
		run.y += wx*step[1] + wy*step[3]
	}
}

// run is what the glyphs of one string share.
type run struct {
	x, y float64 // pen on the page
	trm  matrix
	size float64
	turn uint8
	seen bool
	bold bool
}

func (in *interp) newRun(trm matrix) run {
	r := run{x: trm[4], y: trm[5], trm: trm, size: math.Hypot(trm[2], trm[3])}
	r.seen = trm.finite() && r.size > 0.1 && r.size < maxPageSide
	r.turn = turnOf(trm)
	r.bold = in.state.font.Bold || in.state.render == 2
	return r
}

// turnOf says which way the text runs: 0 right, 1 down, 2 left, 3 up.
func turnOf(m matrix) uint8 {
	switch {
	case math.Abs(m[0]) >= math.Abs(m[1]) && m[0] >= 0:
		return 0
	case math.Abs(m[0]) >= math.Abs(m[1]):
		return 2
	case m[1] > 0:
		return 1
	}
	return 3
}

// place keeps one glyph with its box.
func (in *interp) place(r *run, g *font.Glyph) {
	p := in.page
	if len(p.Chars) >= MaxChars {
		in.fault("more characters than the limit")
		in.stop = true
		return
	}
	f := in.state.font
	left, width := 0.0, g.Width
	x, y := r.x, r.y
	if f.Vertical { // the origin of a vertical glyph is above its middle
		x -= r.trm[0]*g.Width/2 + r.trm[2]*0.88
		y -= r.trm[1]*g.Width/2 + r.trm[3]*0.88
	}
	ax, ay := r.trm[0]*(left+width), r.trm[1]*(left+width)
	ux, uy := r.trm[2]*f.Ascent, r.trm[3]*f.Ascent
	dx, dy := r.trm[2]*f.Descent, r.trm[3]*f.Descent
	c := glyph.Char{
		Text: g.Text,
		X0:   x + min(0, ax) + min(ux, dx), X1: x + max(0, ax) + max(ux, dx),
		Y0: y + min(0, ay) + min(uy, dy), Y1: y + max(0, ay) + max(uy, dy),
		OriginX: x, BaselineY: y,
		Size: r.size, Font: f.Name, Bold: r.bold,
		Turn:  r.turn,
		Space: isSpace(g.Text),
	}
	if c.X1 < -1 || c.Y1 < -1 || c.X0 > p.Width+1 || c.Y0 > p.Height+1 {
		return
	}
	if in.reader.marks.twice(p.Chars, &c, in.shown, g.Width > 0) {
		return
	}
	p.Chars = append(p.Chars, c)
}

func isSpace(s string) bool {
	switch s {
	case " ", "\u00a0", "\u3000", "\t", "\u2002", "\u2003", "\u2009":
		return true
	}
	return false
}
