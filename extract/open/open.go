// Package open reads a file of any kind: it looks at the content, not at the
// name, and hands the bytes to the reader that knows them. It is the only package
// that knows all readers.
package open

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"yusuan/extract"
	"yusuan/extract/docx"
	"yusuan/extract/flow"
	"yusuan/extract/html"
	"yusuan/extract/pdf"
	"yusuan/extract/pdf/object"
	"yusuan/extract/text"
	"yusuan/extract/xlsx"
)

// ErrUnknownType marks a file of a kind that is no report (a picture, a program,
// an archive): it is listed as skipped, not as unreadable.
var ErrUnknownType = errors.New("不是可识别的文件类型，已跳过")

// ErrEmpty marks a file without content.
var ErrEmpty = errors.New("文件是空的")

// defaultMaxBytes is the largest input where Options name none.
const defaultMaxBytes = 512 << 20

// File reads the file at path: a PDF page by page, any other at once. An error's text
// is Chinese and says what to do; errors.Is(err, ErrUnknownType) tells what is to be
// skipped.
func File(ctx context.Context, path string, o extract.Options) (*extract.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("打不开文件：%w", err)
	}
	defer f.Close()
	limit := maxBytes(o)
	if src := pdfSource(f); src != nil && src.Size() <= limit {
		return readPDF(ctx, path, src, o)
	}
	b, err := readAll(f, limit)
	if err != nil {
		return nil, err
	}
	return Bytes(ctx, path, b, o)
}

// pdfSource is a file to be read where its bytes are wanted, nil where it is no PDF or
// can only be read from its beginning to its end.
func pdfSource(f *os.File) *io.SectionReader {
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	head := make([]byte, min(info.Size(), headSize))
	if _, err := f.ReadAt(head, 0); err != nil || Detect(head) != PDF {
		return nil
	}
	return io.NewSectionReader(f, 0, info.Size())
}

// readAll reads a file at once into a buffer of its size: growing one would take
// several times as much.
func readAll(f *os.File, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() <= limit {
		buf.Grow(int(info.Size()) + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("读取文件出错：%w", err)
	}
	if n > limit {
		return nil, tooLarge(limit)
	}
	return buf.Bytes(), nil
}

// Bytes reads a file called name that is in memory already.
func Bytes(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if int64(len(b)) > maxBytes(o) {
		return nil, tooLarge(maxBytes(o))
	}
	switch kind := Detect(b); kind {
	case Empty:
		return nil, ErrEmpty
	case PDF:
		return readPDF(ctx, name, bytes.NewReader(b), o)
	case HTML:
		return html.Read(ctx, name, b, o)
	case DOCX:
		return docx.Read(ctx, name, b, o)
	case XLSX:
		return xlsx.Read(ctx, name, b, o)
	case Text:
		return text.Read(ctx, name, b, o)
	default:
		return nil, refuse(name, kind)
	}
}

// readPDF reads a PDF and puts its lines together.
func readPDF(ctx context.Context, name string, src object.Source, o extract.Options) (*extract.Document, error) {
	doc, err := pdf.Read(ctx, name, src, o)
	if err != nil {
		return nil, err
	}
	flow.Mark(doc)
	return doc, nil
}

func maxBytes(o extract.Options) int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return defaultMaxBytes
}

func tooLarge(limit int64) error {
	return fmt.Errorf("文件超过 %d MB 的大小上限，未读取", limit>>20)
}
