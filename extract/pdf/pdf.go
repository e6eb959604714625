// Package pdf reads PDF files: characters with their places, lines in reading
// order, tables. docs/reading-pdf.md tells how its engines are chosen.
package pdf

import (
	"context"
	"errors"
	"fmt"

	"yusuan/extract/pdf/content"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
	"yusuan/extract/pdf/pdfium"
)

// ErrNoPages says that a file is a PDF without pages.
var ErrNoPages = errors.New("no pages")

// Pages reads the pages of a PDF file with the fast engine, in order, and calls
// yield for each. It stops at the first error of yield or when ctx ends.
// Errors are those of package object: ErrNotPDF, ErrPassword, ErrCipher.
func Pages(ctx context.Context, src object.Source, yield func(*glyph.Page) error) error {
	_, err := pages(ctx, src, func(_ *content.Reader, p *content.Result) error { return yield(p.Page) })
	return err
}

// pages is Pages with all that is known of each page. cut says that there were more
// pages than are read.
func pages(ctx context.Context, src object.Source, yield func(*content.Reader, *content.Result) error) (cut bool, err error) {
	file, err := object.Open(src)
	if err != nil {
		return false, fmt.Errorf("open PDF: %w", err)
	}
	r := content.NewReader(file)
	n := 0
	cut = file.Pages(func(number int, node object.PageNode) bool {
		var page *content.Result
		n++
		if page, err = r.Page(ctx, number, node); err == nil {
			err = yield(r, page)
		}
		return err == nil
	})
	if n == 0 && err == nil {
		err = ErrNoPages
	}
	if file.Err() != nil {
		err = file.Err()
	}
	return cut, err
}

// pdfiumPages reads every page with the second engine, for a file that the
// first one cannot open.
func (c *chooser) pdfiumPages(first error, yield func(*glyph.Page) error) error {
	doc, err := c.pdfium()
	if err != nil {
		if errors.Is(err, pdfium.ErrPassword) {
			return object.ErrPassword
		}
		return first
	}
	n, err := doc.Pages()
	if err != nil || n == 0 {
		return first
	}
	for i := range min(n, maxPages) {
		p, err := pdfiumPage(doc, i)
		if err != nil {
			return err
		}
		p.Reason = "文件结构无法直接读取（" + first.Error() + "）"
		if err := yield(p); err != nil {
			return err
		}
	}
	return nil
}

const maxPages = 20000

func pdfiumPage(doc *pdfium.Document, index int) (*glyph.Page, error) {
	w, h, err := doc.Size(index)
	if err != nil {
		return nil, err
	}
	p := &glyph.Page{Number: index + 1, Width: w, Height: h, Engine: "pdfium"}
	p.Chars, err = doc.Chars(index, func(x, y float64) (float64, float64) { return x, h - y })
	content.Upright(p)
	return p, err
}
