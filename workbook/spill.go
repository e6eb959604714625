package workbook

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// spillAt is how many bytes of records a panel holds before it uses a file.
const spillAt = 4 << 20

// spill keeps byte strings until they are read again by their place.
type spill struct {
	dir  string
	mem  bytes.Buffer
	file *os.File
	size int64
}

// segment is the place of one of them.
type segment struct {
	at, n int64
}

// part is the place of the bytes from, to (exclusive) of a string.
func (s segment) part(from, to int) segment { return segment{s.at + int64(from), int64(to - from)} }

func (s *spill) add(b []byte) (segment, error) {
	at := segment{s.size, int64(len(b))}
	s.size += int64(len(b))
	if s.file == nil && int64(s.mem.Len()+len(b)) <= spillAt {
		s.mem.Write(b)
		return at, nil
	}
	if s.file == nil {
		f, err := os.CreateTemp(s.dir, ".yusuan-writing-*")
		if err != nil {
			return at, fmt.Errorf("create a temporary file for the panel: %w", err)
		}
		s.file = f
		if _, err := s.file.Write(s.mem.Bytes()); err != nil {
			return at, fmt.Errorf("write the panel's temporary file: %w", err)
		}
		s.mem = bytes.Buffer{}
	}
	if _, err := s.file.Write(b); err != nil {
		return at, fmt.Errorf("write the panel's temporary file: %w", err)
	}
	return at, nil
}

func (s *spill) read(at segment) ([]byte, error) {
	if s.file == nil {
		return s.mem.Bytes()[at.at : at.at+at.n], nil
	}
	b := make([]byte, at.n)
	if _, err := s.file.ReadAt(b, at.at); err != nil && err != io.EOF {
		return nil, fmt.Errorf("read the panel's temporary file: %w", err)
	}
	return b, nil
}

func (s *spill) close() {
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
		s.file = nil
	}
}
