package object

import (
	"bytes"
	"slices"
)

// Limits of what a file may ask for.
const (
	maxDepth    = 64      // nesting of arrays and dictionaries
	maxRefChain = 16      // references to references
	maxItems    = 4 << 20 // members of one array or dictionary
)

// parser makes objects of tokens.
type parser struct {
	lex   *Lexer
	crypt *cipherKey // of the indirect object being read, nil for none
	items []Object   // of the arrays being read
}

// ParseObject reads one direct object or reference from data at pos. The
// second result is the place after it.
func ParseObject(data []byte, pos int) (Object, int) {
	p := parser{lex: NewLexer(data, pos)}
	o := p.object(p.lex.Next(), 0)
	return o, p.lex.Pos()
}

func (p *parser) object(t Token, depth int) Object {
	if depth > maxDepth {
		return nil
	}
	switch t.Kind {
	case Number:
		return p.numberOrRef(t)
	case Literal:
		return String(p.crypt.text(t.Bytes))
	case NameTok:
		return Name(t.Bytes)
	case ArrayOpen:
		return p.array(depth)
	case DictOpen:
		return p.dict(depth)
	case Keyword:
		switch string(t.Bytes) {
		case "true":
			return true
		case "false":
			return false
		}
	}
	return nil
}

// numberOrRef looks ahead for "G R" after a whole number.
func (p *parser) numberOrRef(t Token) Object {
	if !t.Int || t.Num < 0 || t.Num > 1<<24 {
		return t.Num
	}
	if !p.lex.maybeReference() {
		return t.Num
	}
	back := p.lex.Pos()
	g := p.lex.Next()
	if g.Kind == Number && g.Int && g.Num >= 0 && g.Num <= 65535 {
		if r := p.lex.Next(); r.Kind == Keyword && string(r.Bytes) == "R" {
			return Ref{ID: int(t.Num), Gen: int(g.Num)}
		}
	}
	p.lex.Seek(back)
	return t.Num
}

func (p *parser) array(depth int) Object {
	from := len(p.items) // of this array, behind those of arrays around it
	for len(p.items)-from < maxItems {
		t := p.lex.Next()
		if t.Kind == EOF || t.Kind == ArrayClose {
			break
		}
		if t.Kind == DictClose { // an unclosed array: let the dictionary end
			p.lex.Seek(p.lex.Pos() - 2)
			break
		}
		if isEnd(t) {
			p.lex.Seek(p.lex.Pos() - len(t.Bytes))
			break
		}
		o := p.object(t, depth+1)
		p.items = append(p.items, o)
	}
	out := slices.Clone(p.items[from:])
	p.items = p.items[:from]
	return Array(out)
}

func isEnd(t Token) bool {
	return t.Kind == Keyword && (string(t.Bytes) == "endobj" || string(t.Bytes) == "stream")
}

func (p *parser) dict(depth int) Object {
	out := Dict{}
	for len(out) < maxItems {
		t := p.lex.Next()
		if t.Kind == EOF || t.Kind == DictClose {
			break
		}
		if isEnd(t) {
			p.lex.Seek(p.lex.Pos() - len(t.Bytes))
			break
		}
		if t.Kind != NameTok {
			continue
		}
		key := Name(t.Bytes)
		v := p.lex.Next()
		if v.Kind == DictClose || v.Kind == EOF {
			break
		}
		if o := p.object(v, depth+1); o != nil {
			out[key] = o
		}
	}
	return out
}

// indirect reads "N G obj …" at pos; false where no such object stands there.
func (f *File) indirect(pos int, want Ref) (Object, bool) {
	var (
		o      Object
		ref    Ref
		ok     bool
		behind int // of the word stream, 0 for none
	)
	f.in.lex(pos, func(l *Lexer) {
		if ref, ok = head(l, want); ok {
			o, behind = f.body(l, ref)
		}
	})
	if d, isDict := o.(Dict); isDict && behind > 0 {
		return f.streamAt(d, ref, pos+behind), ok
	}
	return o, ok
}

// head reads "N G obj".
func head(l *Lexer, want Ref) (Ref, bool) {
	id, gen, kw := l.Next(), l.Next(), l.Next()
	if id.Kind != Number || gen.Kind != Number || kw.Kind != Keyword || string(kw.Bytes) != "obj" || int(id.Num) != want.ID {
		return Ref{}, false
	}
	return Ref{ID: int(id.Num), Gen: int(gen.Num)}, true
}

// body reads what stands between obj and endobj. behind is the place behind the word
// stream, 0 where none follows.
func (f *File) body(l *Lexer, ref Ref) (o Object, behind int) {
	p := parser{lex: l, crypt: f.keyFor(ref)}
	o = p.object(l.Next(), 0)
	if _, ok := o.(Dict); !ok {
		return o, 0
	}
	if kw := l.Next(); kw.Kind != Keyword || string(kw.Bytes) != "stream" {
		return o, 0
	}
	return o, l.Pos()
}

// streamAt bounds the data of a stream: by /Length where "endstream" follows,
// else by looking for it.
func (f *File) streamAt(d Dict, ref Ref, pos int) *Stream {
	eol := f.in.bytes(pos, 2)
	pos += len(eol) - len(bytes.TrimPrefix(bytes.TrimPrefix(eol, []byte("\r")), []byte("\n")))
	s := &Stream{Dict: d, Ref: ref, at: pos}
	n := f.length(d)
	if n >= 0 && n <= f.in.size-pos && endsHere(f.in.bytes(pos+n, 16)) {
		s.size = n
		return s
	}
	end := f.in.index(pos, "endstream")
	if end < 0 {
		end = f.in.size
	}
	before := f.in.bytes(max(pos, end-2), end-max(pos, end-2))
	s.size = end - len(before) + len(bytes.TrimRight(before, "\r\n")) - pos
	return s
}

// length resolves /Length without going round in circles.
func (f *File) length(d Dict) int {
	if f.lengthDepth > 4 {
		return -1
	}
	f.lengthDepth++
	defer func() { f.lengthDepth-- }()
	return f.Int(d["Length"], -1)
}

func endsHere(b []byte) bool {
	for i := 0; i < len(b) && i < 4; i++ {
		if !IsSpace(b[i]) {
			b = b[i:]
			break
		}
	}
	return bytes.HasPrefix(b, []byte("endstream")) || bytes.HasPrefix(b, []byte("endobj"))
}
