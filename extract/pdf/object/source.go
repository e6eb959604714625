package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Source is the bytes of a file, read where they are wanted: *bytes.Reader and
// *io.SectionReader are such. A file of a thousand pages need not be in memory.
type Source interface {
	io.ReaderAt
	Size() int64
}

// input reads a Source. It holds one stretch of it, around the place that was read
// last: what is wanted next mostly stands near.
type input struct {
	src  io.ReaderAt
	base int64 // of the source, where the file begins
	size int   // of the file
	held []byte
	at   int   // place of held
	err  error // the first of reading; what could not be read is missing
}

const (
	stretch  = 16 << 10 // bytes held, at least
	lookBack = 256      // bytes held before the place that was asked for
)

func newInput(src Source) *input { return &input{src: src, size: int(src.Size())} }

// from moves the beginning of the file.
func (in *input) from(base int) {
	in.size += int(in.base) - base
	in.base, in.held = int64(base), in.held[:0]
}

// bytes returns the n bytes at pos, fewer where the file ends before. They are
// valid until the next call.
func (in *input) bytes(pos, n int) []byte {
	if pos < 0 || pos >= in.size || n <= 0 {
		return nil
	}
	n = min(n, in.size-pos)
	if pos < in.at || pos+n > in.at+len(in.held) {
		in.hold(max(pos-lookBack, 0), n+lookBack)
	}
	if pos >= in.at+len(in.held) {
		return nil
	}
	return in.held[pos-in.at : min(pos-in.at+n, len(in.held))]
}

func (in *input) hold(at, n int) {
	n = min(max(n, stretch), in.size-at)
	if cap(in.held) < n || cap(in.held) > 4*max(n, stretch) {
		in.held = make([]byte, n)
	}
	in.held, in.at = in.held[:n], at
	in.held = in.held[:in.read(in.held, at)]
}

// copy returns the n bytes at pos in memory of their own.
func (in *input) copy(pos, n int) []byte {
	n = min(n, in.size-pos)
	if pos < 0 || n <= 0 {
		return nil
	}
	b := make([]byte, n)
	return b[:in.read(b, pos)]
}

func (in *input) read(b []byte, pos int) int {
	n, err := in.src.ReadAt(b, in.base+int64(pos))
	if n < len(b) && in.err == nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		in.err = fmt.Errorf("read at byte %d: %w", in.base+int64(pos), err)
	}
	return n
}

// index returns the first place of pat at or after pos, or -1.
func (in *input) index(pos int, pat string) int {
	for ; pos >= 0 && pos < in.size; pos += stretch - len(pat) + 1 {
		if i := bytes.Index(in.bytes(pos, stretch), []byte(pat)); i >= 0 {
			return pos + i
		}
	}
	return -1
}

// lastIndex returns the last place of pat that ends at or before end, or -1.
func (in *input) lastIndex(end int, pat string) int {
	for end = min(end, in.size); end >= len(pat); end -= stretch - len(pat) + 1 {
		from := max(end-stretch, 0)
		if i := bytes.LastIndex(in.bytes(from, end-from), []byte(pat)); i >= 0 {
			return from + i
		}
	}
	return -1
}

// lex calls read with a lexer over the bytes at pos, and again with more of them
// until it has not looked as far as the last one. What read does must hold as well
// when it is done anew.
func (in *input) lex(pos int, read func(*Lexer)) {
	for n := firstLook; ; n *= 4 {
		b := in.bytes(pos, n)
		l := NewLexer(b, 0)
		read(l)
		if len(b) < n || !l.exhausted() {
			return
		}
	}
}

// firstLook is how many bytes an object may have to be read at once; most have less.
const firstLook = 2 << 10

// object reads one object at pos.
func (in *input) object(pos int) (o Object) {
	in.lex(pos, func(l *Lexer) { o = (&parser{lex: l}).object(l.Next(), 0) })
	return o
}
