package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// buildID identifies this very build, so that another one does not take over what
// this one stored. Go's linker leaves a hash of the whole program near its
// beginning; a program without one is hashed here, which takes longer than reading
// a report.
func buildID() string {
	path, err := os.Executable()
	if err != nil {
		return programVersion()
	}
	f, err := os.Open(path)
	if err != nil {
		return programVersion()
	}
	defer f.Close()
	head := make([]byte, linkedWithin)
	n, _ := f.ReadAt(head, 0) // a short file is searched as far as it goes
	if id := linkedID(head[:n]); id != "" {
		return id
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return programVersion()
	}
	return hex.EncodeToString(h.Sum(nil))
}

// linkedWithin is how far from the beginning of a program its identity stands.
const linkedWithin = 64 << 10

// linkedID is the identity that Go's linker gave a program: a note of type 4 by
// "Go" in an ELF file, a marked text elsewhere. Its last part is a hash of the
// program; an identity without one is none.
func linkedID(head []byte) string {
	id, ok := between(head, []byte("\xff Go build ID: \""), []byte("\"\n \xff"))
	if i := bytes.Index(head, []byte("\x04\x00\x00\x00Go\x00\x00")); !ok && i >= 4 {
		rest := head[i+8:]
		id = rest[:min(int(head[i-4])|int(head[i-3])<<8, len(rest))]
	}
	if bytes.Count(id, []byte("/")) != 3 {
		return ""
	}
	return string(id)
}

func between(b, before, after []byte) ([]byte, bool) {
	_, b, ok := bytes.Cut(b, before)
	if !ok {
		return nil, false
	}
	b, _, ok = bytes.Cut(b, after)
	return b, ok
}
