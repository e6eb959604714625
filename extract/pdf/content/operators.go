package content

import (
	"yusuan/extract/pdf/object"
)

// num is the i-th operand of the last n as a number.
func (in *interp) nums(n int) ([6]float64, bool) {
	var out [6]float64
	if len(in.args) < n {
		return out, false
	}
	for i, a := range in.args[len(in.args)-n:] {
		if a.kind != object.Number {
			return out, false
		}
		out[i] = a.num
	}
	return out, true
}

func (in *interp) num() float64 {
	v, _ := in.nums(1)
	return v[0]
}

func (in *interp) name() object.Name {
	if n := len(in.args); n > 0 && in.args[n-1].kind == object.NameTok {
		return object.Name(in.args[n-1].bytes)
	}
	return ""
}

// operator obeys one operator; unknown ones are ignored.
func (in *interp) operator(lex *object.Lexer, data, op []byte, depth int) {
	if in.textOperator(op) || in.pathOperator(op) || in.colorOperator(op) {
		return
	}
	switch string(op) {
	case "q":
		if len(in.stack) < maxStates {
			in.stack = append(in.stack, in.state)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			in.state = in.stack[n-1]
			in.stack = in.stack[:n-1]
		}
	case "cm":
		if v, ok := in.nums(6); ok {
			in.state.ctm = matrix(v).mul(in.state.ctm)
		}
	case "w":
		in.state.lineWidth = in.num()
	case "gs":
		in.graphicsState(in.name())
	case "Do":
		in.xobject(in.name(), depth)
	case "BI":
		in.inlineImage(lex, data)
	}
}

// graphicsState takes over what an ExtGState sets of font and line width.
func (in *interp) graphicsState(name object.Name) {
	d := in.file.Dict(in.file.Key(in.res["ExtGState"], name))
	if n, ok := in.file.Number(d["LW"]); ok {
		in.state.lineWidth = n
	}
	if f := in.file.Array(d["Font"]); len(f) == 2 {
		in.state.font = in.reader.font(f[0])
		in.state.size, _ = in.file.Number(f[1])
	}
}

func (in *interp) colorOperator(op []byte) bool {
	switch string(op) {
	case "g", "rg", "k":
		in.state.fill = in.ink(false)
	case "sc", "scn":
		in.state.fill = in.ink(in.state.fill.tint)
	case "G", "RG", "K":
		in.state.stroke = in.ink(false)
	case "SC", "SCN":
		in.state.stroke = in.ink(in.state.stroke.tint)
	case "cs":
		in.state.fill = ink{tint: in.inks(in.name())}
	case "CS":
		in.state.stroke = ink{tint: in.inks(in.name())}
	default:
		return false
	}
	return true
}

// inks tells whether a colour space names printing inks (Separation, DeviceN).
func (in *interp) inks(name object.Name) bool {
	a := in.file.Array(in.file.Key(in.res["ColorSpace"], name))
	if len(a) == 0 {
		return false
	}
	kind := in.file.Name(a[0])
	return kind == "Separation" || kind == "DeviceN"
}

func (in *interp) ink(tint bool) ink {
	var c [6]float64
	n := 0
	for _, a := range in.args {
		if a.kind == object.Number && n < len(c) {
			c[n] = a.num
			n++
		}
	}
	if tint {
		return ink{light: tinted(c[:n]), pattern: in.name() != "", tint: true}
	}
	return ink{light: lightness(c[:n]), pattern: in.name() != ""}
}

// xobject shows a form or counts an image.
func (in *interp) xobject(name object.Name, depth int) {
	raw := in.file.RawKey(in.res["XObject"], name)
	s := in.file.Stream(raw)
	if s == nil {
		return
	}
	switch in.file.Name(s.Dict["Subtype"]) {
	case "Image":
		in.image()
		in.noteScan(s)
	case "Form":
		in.form(s, raw, depth)
	}
}

func (in *interp) form(s *object.Stream, raw object.Object, depth int) {
	id := s.Ref.ID
	if in.active[id] && id != 0 {
		return // a form that shows itself
	}
	if depth >= maxFormDepth || in.nforms >= maxForms {
		in.fault("forms nested or repeated beyond the limit")
		return
	}
	in.nforms++
	in.active[id] = true
	saved, text, stack := in.state, in.text, in.stack
	in.stack = nil
	if m := in.file.Numbers(s.Dict["Matrix"]); len(m) == 6 {
		in.state.ctm = matrix(m).mul(in.state.ctm)
	}
	in.run(in.formData(s), s.Dict["Resources"], depth+1)
	in.state, in.text, in.stack = saved, text, stack
	delete(in.active, id)
}

// formData decodes a form once for all the pages that show it.
func (in *interp) formData(s *object.Stream) []byte {
	r := in.reader
	if data, ok := r.forms[s.Ref]; ok {
		return data
	}
	data := in.decode(s, maxFormBytes)
	if r.formed+len(data) <= maxFormBytes {
		r.formed += len(data)
		r.forms[s.Ref] = data
	}
	return data
}

// image notes how much of the page a picture covers.
func (in *interp) image() {
	in.page.Images++
	m := in.state.ctm
	area := m.scale() * m.scale()
	if whole := in.page.Width * in.page.Height; whole > 0 && m.finite() {
		in.images += min(area/whole, 1)
	}
}
