// Package content interprets the content of a page: which characters stand
// where, and which lines are ruled.
package content

import (
	"context"
	"errors"
	"fmt"

	"yusuan/extract/pdf/font"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
)

// Limits of one page. What goes beyond is left out and said in Page.Faults.
const (
	MaxChars     = 200000
	MaxEdges     = 50000
	maxBytes     = 64 << 20 // content, forms not counted
	maxOps       = 20 << 20
	maxForms     = 20000 // forms shown
	maxFormDepth = 16
	maxFormBytes = 16 << 20
	maxStates    = 512 // q inside q
	maxOperands  = 512
	maxSegments  = 100000 // of one path
	maxFonts     = 256    // kept between pages
	usualChars   = 4000   // room made for a page before it is read
)

// Reader reads the pages of one file; fonts and forms are kept between pages.
type Reader struct {
	file   *object.File
	fonts  map[object.Ref]*font.Font
	forms  map[object.Ref][]byte
	formed int
	marks  dedup
	usual  int // characters of a page so far
	spare  []glyph.Char
}

// Recycle gives the room of a page's characters to the next page: the caller is
// through with them.
func (r *Reader) Recycle(p *glyph.Page) {
	if cap(p.Chars) > cap(r.spare) && cap(p.Chars) <= 4*usualChars {
		r.spare = p.Chars[:0]
	}
	p.Chars = nil
}

// NewReader makes a reader of an open file.
func NewReader(file *object.File) *Reader {
	return &Reader{file: file, fonts: map[object.Ref]*font.Font{}, forms: map[object.Ref][]byte{}}
}

// File is the file that is read.
func (r *Reader) File() *object.File { return r.file }

// Result is a page as it was read, how it is seen, and the scan that fills it.
type Result struct {
	*glyph.Page
	Frame Frame
	Scan  *Scan // nil where no single picture fills the page
}

// Page interprets one page.
func (r *Reader) Page(ctx context.Context, number int, node object.PageNode) (*Result, error) {
	seen := FrameOf(r.file, node)
	page := &glyph.Page{Number: number, Width: seen.Width, Height: seen.Height, Engine: "fast"}
	if page.Chars, r.spare = r.spare, nil; page.Chars == nil {
		page.Chars = make([]glyph.Char, 0, r.usual)
	}
	in := &interp{
		reader: r, file: r.file, ctx: ctx, page: page,
		state: newState(seen.base), active: map[int]bool{},
	}
	r.marks.reset()
	data := in.contents(node.Dict["Contents"])
	in.run(data, node.Resources, 0)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("page %d: %w", number, err)
	}
	r.usual = min(max(r.usual, len(page.Chars)), usualChars)
	page.ImageArea = min(in.images, 1)
	Upright(page)
	return &Result{Page: page, Frame: seen, Scan: in.scan}, nil
}

// contents joins the streams of a page with white space: an operator may not
// be split between two, but its operands may stand in the one before.
func (in *interp) contents(o object.Object) []byte {
	if s := in.file.Stream(o); s != nil {
		return in.decode(s, maxBytes)
	}
	var out []byte
	for _, part := range in.file.Array(o) {
		if s := in.file.Stream(part); s != nil {
			out = append(append(out, in.decode(s, maxBytes-len(out))...), ' ')
		}
		if len(out) >= maxBytes {
			break
		}
	}
	return out
}

func (in *interp) decode(s *object.Stream, limit int) []byte {
	data, err := in.file.Decode(s, max(limit, 0))
	switch {
	case errors.Is(err, object.ErrPicture):
		in.fault("a picture in the place of content")
		return nil
	case errors.Is(err, object.ErrTooLong):
		in.fault("content longer than its limit")
	case errors.Is(err, object.ErrFilter):
		in.fault(err.Error())
	case err != nil:
		in.fault("damaged content: " + err.Error())
	}
	return data
}

// interp is the interpreter of one page.
type interp struct {
	reader *Reader
	file   *object.File
	ctx    context.Context
	page   *glyph.Page
	state  state
	stack  []state
	text   textState
	path   path
	args   []operand
	res    object.Dict
	fonts  map[object.Name]*font.Font // of the current resources
	active map[int]bool               // forms being shown
	shown  int32                      // show operators so far
	ops    int
	nforms int
	stop   bool
	images float64
	scan   *Scan
}

// operand is a number, a string, a name or an array of such.
type operand struct {
	kind  object.Kind
	num   float64
	bytes []byte
	list  []operand
}

// run interprets one content stream with its resources.
func (in *interp) run(data []byte, resources object.Object, depth int) {
	oldRes, oldFonts, oldArgs := in.res, in.fonts, in.args
	if d := in.file.Dict(resources); d != nil || depth == 0 {
		in.res = d
		in.fonts = map[object.Name]*font.Font{}
	}
	in.args = nil
	lex := object.NewLexer(data, 0)
	for !in.stop {
		t := lex.Next()
		if t.Kind == object.EOF {
			break
		}
		if t.Kind != object.Keyword {
			in.operand(lex, t)
			continue
		}
		if in.ops++; in.ops > maxOps {
			in.fault("too many operators")
			in.stop = true
		}
		if in.ops&0x3ff == 0 && in.ctx.Err() != nil {
			in.stop = true
		}
		in.operator(lex, data, t.Bytes, depth)
		in.args = in.args[:0]
	}
	in.res, in.fonts, in.args = oldRes, oldFonts, oldArgs
}

func (in *interp) operand(lex *object.Lexer, t object.Token) {
	if len(in.args) >= maxOperands {
		in.args = in.args[:0]
	}
	// the slot keeps its buffers from the operator before
	n := len(in.args)
	if n < cap(in.args) {
		in.args = in.args[:n+1]
	} else {
		in.args = append(in.args, operand{})
	}
	in.fill(&in.args[n], lex, t, 0)
}

func (in *interp) fill(o *operand, lex *object.Lexer, t object.Token, depth int) {
	o.kind, o.num = t.Kind, t.Num
	o.bytes, o.list = o.bytes[:0], o.list[:0]
	switch t.Kind {
	case object.Literal, object.NameTok, object.Keyword:
		o.bytes = append(o.bytes, t.Bytes...)
	case object.ArrayOpen, object.DictOpen:
		for {
			t = lex.Next()
			if t.Kind == object.EOF || t.Kind == object.ArrayClose || t.Kind == object.DictClose {
				return
			}
			n := len(o.list)
			if n < cap(o.list) {
				o.list = o.list[:n+1]
			} else {
				o.list = append(o.list, operand{})
			}
			if depth > 8 {
				o.list = o.list[:n]
				continue
			}
			in.fill(&o.list[n], lex, t, depth+1)
		}
	}
}

func (in *interp) fault(what string) {
	for _, f := range in.page.Faults {
		if f == what {
			return
		}
	}
	if len(in.page.Faults) < 20 {
		in.page.Faults = append(in.page.Faults, what)
	}
}
