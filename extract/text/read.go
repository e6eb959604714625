// Package text reads plain text in any of the encodings that Chinese offices
// write, with the tables that stand in it: separated by tabs or pipes, aligned
// by runs of spaces, or one cell a line as web pages and converters leave them.
package text

import (
	"context"
	"fmt"

	"yusuan/extract"
	"yusuan/extract/flow"
)

// MaxBytes is the largest text that is read: some thousand times a long report.
const MaxBytes = 64 << 20

// ErrTooLarge says that a text is larger than MaxBytes.
var ErrTooLarge = fmt.Errorf("文本超过 %d MB，不像是报告，未读取", MaxBytes>>20)

// Read reads the bytes of a text file called name. Bytes that can't be decoded
// are reported with their line (E002) and don't stop the reading; ErrBinary
// comes back for what is no text at all.
func Read(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error) {
	if len(b) > MaxBytes {
		return nil, ErrTooLarge
	}
	s, enc, err := Decode(b)
	if err != nil {
		return nil, err
	}
	doc := &extract.Document{File: name, Type: "txt", Engine: "text", Encoding: string(enc)}
	var cut bool
	if doc.Pages, cut = pages(s); cut {
		doc.Problems = append(doc.Problems, extract.Problem{Code: "E002", Page: 1, Line: maxLines,
			Message: fmt.Sprintf("文件超过%d行，此后内容未读取", maxLines)})
	}
	closeUp(doc.Pages)
	broken(doc)
	if err := Mark(ctx, doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// Mark finds running headers, tables and joined lines in a document that has
// only its lines.
func Mark(ctx context.Context, doc *extract.Document) error {
	flow.MarkRunning(doc)
	if err := FindTables(ctx, doc); err != nil {
		return fmt.Errorf("find tables: %w", err)
	}
	flow.MarkJoins(doc)
	return nil
}
