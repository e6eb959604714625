// Package zipped opens the parts of Office files, which are zip archives, with
// bounds against archives that unpack to more than any real document.
package zipped

import (
	"archive/zip"
	"errors"
	"io"
	"strings"
)

// Bounds of an archive. The largest annexes of real reports unpack to some 100 MB.
const (
	maxParts    = 20000
	maxPart     = 256 << 20
	maxTotal    = 1 << 30
	maxRatio    = 1000     // deflate can't do better than 1032
	ratioStarts = 64 << 20 // smaller parts may be as empty as they like
)

// ErrBomb says that an archive unpacks to more than a document can hold.
var ErrBomb = errors.New("压缩包展开后过大，疑似异常文件，未读取")

// Check looks at the directory of an archive before anything is unpacked.
func Check(z *zip.Reader) error {
	if len(z.File) > maxParts {
		return ErrBomb
	}
	var total uint64
	for _, f := range z.File {
		size := f.UncompressedSize64
		total += size
		if size > maxPart && isMarkup(f.Name) || total > maxTotal {
			return ErrBomb
		}
		if size > ratioStarts && size/maxRatio > f.CompressedSize64 {
			return ErrBomb
		}
	}
	return nil
}

func isMarkup(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

// Find finds a part by its name, whatever its case and slashes; nil without one.
func Find(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"), name) {
			return f
		}
	}
	return nil
}

// Open opens a part. Reading more than a part may hold gives ErrBomb, whatever the
// directory said about its size.
func Open(f *zip.File) (io.ReadCloser, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &bounded{r: r, left: maxPart}, nil
}

type bounded struct {
	r    io.ReadCloser
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, ErrBomb
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.r.Read(p)
	b.left -= int64(n)
	return n, err
}

func (b *bounded) Close() error { return b.r.Close() }
