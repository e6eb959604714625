package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Errors of Open.
var (
	ErrNotPDF   = errors.New("not a PDF file")
	ErrPassword = errors.New("encrypted with a user password")
	ErrCipher   = errors.New("encrypted by a method that is not supported")
	ErrNoPages  = errors.New("no page tree")
)

// File is an open PDF file. It is not safe for concurrent use.
type File struct {
	in      *input
	xref    map[int]entry
	Trailer Dict
	Rebuilt bool   // cross references were broken and made anew
	Cipher  string // RC4, AES-128, AES-256; empty where not encrypted

	crypt       *crypt
	rebuiltOnce bool
	lengthDepth int
	loading     map[int]bool
	objects     map[int]Object
	objStreams  map[int]*objStream
	objOrder    []int
	spent       int64 // bytes decoded for the file's structure
	flate       io.ReadCloser
}

// entry says where an object is.
type entry struct {
	offset int // in the file; or the index in the object stream
	stream int // the object stream it is in, 0 for none
	gen    int
}

const (
	maxObjects    = 1024 // parsed objects kept
	headerWithin  = 4096 // bytes before %PDF-
	maxObjectID   = 1 << 24
	trailerWithin = 4096 // bytes from the end that startxref is looked for in
)

// Open reads the structure of a PDF file. src must not change as long as the File is
// used.
func Open(src Source) (*File, error) {
	in := newInput(src)
	at := bytes.Index(in.bytes(0, headerWithin), []byte("%PDF-"))
	if at < 0 {
		return nil, ErrNotPDF
	}
	in.from(at)
	f := &File{in: in}
	f.reset()
	if !f.readXrefs() && at > 0 { // offsets may count from the first byte
		in.from(0)
		f.reset()
		f.readXrefs()
	}
	if !f.hasRoot() {
		f.rebuild()
	}
	if err := f.decrypt(); err != nil {
		return nil, err
	}
	if !f.hasPages() {
		f.rebuild()
	}
	return f, nil
}

func (f *File) reset() {
	f.xref = map[int]entry{}
	f.Trailer = Dict{}
	f.forget()
}

func (f *File) forget() {
	f.objects = map[int]Object{}
	f.objStreams = map[int]*objStream{}
	f.objOrder = nil
	f.loading = map[int]bool{}
}

func (f *File) hasRoot() bool {
	return f.Dict(f.Trailer["Root"]) != nil
}

func (f *File) hasPages() bool {
	return f.Dict(f.Key(f.Trailer["Root"], "Pages")) != nil
}

// load reads an indirect object, from the cache where it can.
func (f *File) load(ref Ref) Object {
	if o, ok := f.objects[ref.ID]; ok {
		return o
	}
	if f.loading[ref.ID] {
		return nil
	}
	f.loading[ref.ID] = true
	defer delete(f.loading, ref.ID)
	o, ok := f.read(ref)
	if !ok && !f.rebuiltOnce {
		if e := f.found(ref.ID); e != nil {
			f.xref[ref.ID] = *e
			o, _ = f.read(ref)
		}
	}
	if len(f.objects) >= maxObjects {
		f.objects = map[int]Object{}
	}
	f.objects[ref.ID] = o
	return o
}

func (f *File) read(ref Ref) (Object, bool) {
	e, ok := f.xref[ref.ID]
	if !ok {
		return nil, true // a missing object is null
	}
	if e.stream > 0 {
		return f.fromStream(e.stream, ref.ID)
	}
	return f.indirect(e.offset, ref)
}

// found looks for an object that is not where the cross references say.
func (f *File) found(id int) *entry {
	head := fmt.Sprintf("%d 0 obj", id)
	for at := f.in.lastIndex(f.in.size, head); at >= 0; at = f.in.lastIndex(at, head) {
		if before := f.in.bytes(at-1, 1); len(before) == 0 || class[before[0]] != 0 {
			return &entry{offset: at}
		}
	}
	return nil
}

// Err says that the file could not be read as far as was asked for. What was missing
// has been taken for the end of the file.
func (f *File) Err() error { return f.in.err }

// Objects lists the ids that the cross references name, for looking through a
// file whose page tree is lost. The order is that of the ids.
func (f *File) Objects() []int {
	return sortedIDs(f.xref)
}
