// Package object reads the objects of a PDF file: syntax, cross references,
// object streams, filters and the standard encryption with an empty password.
//
// It is made for hostile input. Nothing is allocated by a number that the file
// states (/Size, /Count, /Columns, /N), every chain (/Prev, /Extends, references,
// nesting) has a limit, every decoded stream has one too, and a file whose cross
// references are broken is read by looking for its objects. No function panics.
package object

// Object is one of nil, bool, float64, String, Name, Array, Dict, *Stream, Ref.
type Object any

// Name is a name without its slash.
type Name string

// String is the bytes of a string, decrypted.
type String string

// Array is an array of direct objects and references.
type Array []Object

// Dict is a dictionary of direct objects and references.
type Dict map[Name]Object

// Ref is an indirect reference.
type Ref struct{ ID, Gen int }

// Stream is a stream; its data are decoded by File.Decode.
type Stream struct {
	Dict Dict
	Ref  Ref
	at   int  // place of its data in the file, as they stand there
	size int  // of them
	open bool // not encrypted: came from an object stream or is exempt
}

// Get resolves an object: a reference gives what it refers to, nil if nothing.
func (f *File) Get(o Object) Object {
	for range maxRefChain {
		ref, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.load(ref)
	}
	return nil
}

// Key resolves the value of a dictionary or of a stream's dictionary.
func (f *File) Key(o Object, key Name) Object {
	return f.Get(f.RawKey(o, key))
}

// RawKey is Key without resolving the value: a reference stays one.
func (f *File) RawKey(o Object, key Name) Object {
	switch d := f.Get(o).(type) {
	case Dict:
		return d[key]
	case *Stream:
		return d.Dict[key]
	}
	return nil
}

// Dict resolves to a dictionary, that of a stream included; nil if it is none.
func (f *File) Dict(o Object) Dict {
	switch d := f.Get(o).(type) {
	case Dict:
		return d
	case *Stream:
		return d.Dict
	}
	return nil
}

// Array resolves to an array; nil if it is none.
func (f *File) Array(o Object) Array {
	a, _ := f.Get(o).(Array)
	return a
}

// Stream resolves to a stream; nil if it is none.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Get(o).(*Stream)
	return s
}

// Name resolves to a name; empty if it is none.
func (f *File) Name(o Object) Name {
	n, _ := f.Get(o).(Name)
	return n
}

// Number resolves to a number.
func (f *File) Number(o Object) (float64, bool) {
	n, ok := f.Get(o).(float64)
	return n, ok
}

// Int resolves to a whole number, def if it is none; it is kept within 32 bits.
func (f *File) Int(o Object, def int) int {
	n, ok := f.Number(o)
	if !ok || n != n {
		return def
	}
	return int(max(min(n, 1<<31-1), -1<<31))
}

// Numbers resolves an array of numbers; what is no number counts as 0.
func (f *File) Numbers(o Object) []float64 {
	a := f.Array(o)
	out := make([]float64, len(a))
	for i, v := range a {
		out[i], _ = f.Number(v)
	}
	return out
}
