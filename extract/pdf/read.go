package pdf

import (
	"context"
	"errors"
	"fmt"

	"yusuan/extract"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
)

// Read reads a PDF file that is in memory: its lines in reading order with the
// rows of its tables among them, the tables, and what could not be read.
// Running headers and joined sentences are left to package flow.
//
// An error means that nothing could be read; its text is Chinese. When ctx ends,
// the pages read so far come with ctx's error.
func Read(ctx context.Context, name string, data []byte, o extract.Options) (*extract.Document, error) {
	a := newAssembly(name)
	err := Pages(ctx, data, func(p *glyph.Page) error {
		a.add(p)
		return nil
	})
	a.finish()
	if err != nil && (len(a.doc.Pages) == 0 || ctx.Err() == nil) {
		return nil, explain(err)
	}
	return a.doc, err
}

// explain says in Chinese why a file could not be opened.
func explain(err error) error {
	switch {
	case errors.Is(err, object.ErrPassword):
		return fmt.Errorf("文件设有打开密码，无法读取：请先用密码打开并另存为无密码的 PDF（%w）", err)
	case errors.Is(err, object.ErrCipher):
		return fmt.Errorf("文件的加密方式不受支持，无法读取（%w）", err)
	case errors.Is(err, object.ErrNotPDF):
		return fmt.Errorf("不是 PDF 文件或文件头已损坏（%w）", err)
	}
	return fmt.Errorf("读取 PDF 出错：%w", err)
}
