// Package pdf reads PDF files: characters with their places, lines in reading
// order, tables. docs/reading-pdf.md tells how its engines are chosen.
package pdf

import (
	"context"
	"fmt"

	"yusuan/extract/pdf/content"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
)

// Pages reads the pages of a PDF file with the fast engine, in order, and calls
// yield for each. It stops at the first error of yield or when ctx ends.
// Errors are those of package object: ErrNotPDF, ErrPassword, ErrCipher.
func Pages(ctx context.Context, data []byte, yield func(*glyph.Page) error) error {
	file, err := object.Open(data)
	if err != nil {
		return fmt.Errorf("open PDF: %w", err)
	}
	r := content.NewReader(file)
	file.Pages(func(n int, node object.PageNode) bool {
		var page *glyph.Page
		if page, err = r.Page(ctx, n, node); err == nil {
			err = yield(page)
		}
		return err == nil
	})
	return err
}
