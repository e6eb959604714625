package object

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
)

// Errors of Decode. The data decoded so far come with them.
var (
	ErrTooLong = errors.New("stream decodes to more than its limit")
	ErrFilter  = errors.New("unknown stream filter")
	ErrPicture = errors.New("stream is a picture") // its data come as they are
)

const (
	maxFilters   = 8
	maxStructure = 64 << 20  // one cross-reference or object stream
	maxSpent     = 512 << 20 // all of them together
)

// Decode undoes the encryption and the filters of a stream. No more than limit
// bytes come out of any step. Damaged data give what could be read of them.
func (f *File) Decode(s *Stream, limit int) ([]byte, error) {
	data := f.in.copy(s.at, s.size)
	if !s.open {
		data = f.decryptStream(s, data)
	}
	names, parms := f.filters(s)
	if len(names) > maxFilters {
		return nil, fmt.Errorf("%w: %d filters", ErrFilter, len(names))
	}
	for i, name := range names {
		if picture(name) {
			return data, ErrPicture
		}
		out, err := f.filter(name, data, parms[i], limit)
		if err != nil {
			return out, err
		}
		data = out
	}
	if len(data) > limit {
		return data[:limit], ErrTooLong
	}
	if limit == maxStructure {
		if f.spent += int64(len(data)); f.spent > maxSpent {
			return nil, ErrTooLong
		}
	}
	return data, nil
}

// picture names the filters that only pictures have.
func picture(name Name) bool {
	switch name {
	case "DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode":
		return true
	}
	return false
}

func (f *File) filters(s *Stream) (names []Name, parms []Dict) {
	filter := f.Get(firstOf(s.Dict, "Filter", "F"))
	parm := f.Get(firstOf(s.Dict, "DecodeParms", "DP"))
	if n, ok := filter.(Name); ok {
		d := f.Dict(parm)
		if a, ok := parm.(Array); ok && len(a) > 0 {
			d = f.Dict(a[0])
		}
		return []Name{n}, []Dict{d}
	}
	list, _ := filter.(Array)
	given, _ := parm.(Array)
	for i, o := range list {
		var d Dict
		if i < len(given) {
			d = f.Dict(given[i])
		}
		names = append(names, f.Name(o))
		parms = append(parms, d)
	}
	return names, parms
}

func firstOf(d Dict, keys ...Name) Object {
	for _, k := range keys {
		if v, ok := d[k]; ok {
			return v
		}
	}
	return nil
}

func (f *File) filter(name Name, data []byte, parm Dict, limit int) ([]byte, error) {
	var out []byte
	var err error
	switch name {
	case "FlateDecode", "Fl":
		out, err = f.inflate(data, limit)
	case "LZWDecode", "LZW":
		out, err = unLZW(data, f.Int(parm["EarlyChange"], 1) != 0, limit)
	case "ASCIIHexDecode", "AHx":
		l := Lexer{data: data}
		return l.hex(), nil
	case "ASCII85Decode", "A85":
		return unASCII85(data), nil
	case "RunLengthDecode", "RL":
		return unRunLength(data, limit)
	case "Crypt":
		return data, nil
	default:
		return nil, fmt.Errorf("%w %q", ErrFilter, string(name))
	}
	if err != nil && len(out) == 0 {
		return nil, err
	}
	if errors.Is(err, ErrTooLong) {
		return out, err
	}
	return f.unpredict(out, parm)
}

// inflate reads zlib data without its checksum: what a damaged stream still
// gives is kept.
func (f *File) inflate(data []byte, limit int) ([]byte, error) {
	if len(data) == 0 {
		return nil, nil
	}
	out, err := f.inflateFrom(zlibBody(data), limit)
	if len(out) == 0 && err != nil { // a zlib header that is none
		if again, err2 := f.inflateFrom(data, limit); len(again) > 0 || err2 == nil {
			return again, err2
		}
	}
	return out, err
}

func zlibBody(data []byte) []byte {
	for len(data) > 0 && (data[0] == '\r' || data[0] == '\n') {
		data = data[1:]
	}
	if len(data) >= 2 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		return data[2:]
	}
	return data
}

func (f *File) inflateFrom(data []byte, limit int) ([]byte, error) {
	src := bytes.NewReader(data)
	if f.flate == nil { // kept for the next stream: its tables are large
		f.flate = flate.NewReader(src)
	} else if err := f.flate.(flate.Resetter).Reset(src, nil); err != nil {
		return nil, fmt.Errorf("inflate: %w", err)
	}
	var buf bytes.Buffer
	buf.Grow(min(len(data)*4, limit, 1<<20))
	n, err := io.Copy(&buf, io.LimitReader(f.flate, int64(limit)+1))
	if n > int64(limit) {
		return buf.Bytes()[:limit], ErrTooLong
	}
	if err != nil {
		return buf.Bytes(), fmt.Errorf("inflate: %w", err)
	}
	return buf.Bytes(), nil
}
