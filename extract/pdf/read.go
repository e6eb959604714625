package pdf

import (
	"context"
	"errors"
	"fmt"

	"yusuan/extract"
	"yusuan/extract/pdf/content"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
	"yusuan/extract/pdf/ocr"
)

// Read reads a PDF file: its lines in reading order with the
// rows of its tables among them, the tables, and what could not be read.
// Running headers and joined sentences are left to package flow.
//
// An error means that nothing could be read; its text is Chinese. When ctx ends,
// the pages read so far come with ctx's error.
func Read(ctx context.Context, name string, src object.Source, o extract.Options) (*extract.Document, error) {
	c := &chooser{ctx: ctx, src: src, options: o}
	defer c.close()
	a := newAssembly(name)
	cut, err := pages(ctx, src, func(r *content.Reader, p *content.Result) error {
		if err := c.choose(r.File(), p); err != nil {
			return err
		}
		if done := a.add(p.Page); done != nil {
			r.Recycle(done)
		}
		return nil
	})
	if err != nil && len(a.doc.Pages) == 0 && a.held == nil && ctx.Err() == nil && readable(err) {
		err = c.pdfiumPages(err, func(p *glyph.Page) error { a.add(p); return nil })
	}
	a.finish()
	a.problems(c, cut)
	if err != nil && (len(a.doc.Pages) == 0 || ctx.Err() == nil) {
		return nil, explain(err)
	}
	return a.doc, err
}

// explain says in Chinese why a file could not be opened.
func explain(err error) error {
	switch {
	case errors.Is(err, object.ErrPassword):
		return fmt.Errorf("文件设有打开密码，无法读取：请用密码打开后另存为不加密的 PDF（%w）", err)
	case errors.Is(err, object.ErrCipher):
		return fmt.Errorf("文件的加密方式不受支持，无法读取（%w）", err)
	case errors.Is(err, object.ErrNotPDF):
		return fmt.Errorf("不是 PDF 文件，或文件头已损坏（%w）", err)
	case errors.Is(err, ErrNoPages):
		return fmt.Errorf("PDF 中没有页面，文件可能不完整（%w）", err)
	}
	return fmt.Errorf("读取 PDF 出错：%w", err)
}

// problems adds what concerns the file as a whole.
func (a *assembly) problems(c *chooser, cut bool) {
	if len(c.unread) > 0 {
		a.doc.Problems = append(a.doc.Problems, extract.Problem{
			Code: "E002", Page: c.unread[0],
			Message: fmt.Sprintf("第 %s 页没有可用的文字层（%v）；请提供带文字的版本%s", extract.PageRanges(c.unread), c.why, remedy(c.why)),
		})
	}
	if len(c.partly) > 0 {
		a.doc.Problems = append(a.doc.Problems, extract.Problem{
			Code: "E002", Page: c.partly[0],
			Message: fmt.Sprintf("第 %s 页的文字层残缺，部分文字无法识别（以 〓 或 \uFFFD 标出），这些页的数据可能不全，请核对原件", extract.PageRanges(c.partly)),
		})
	}
	if len(c.unread) == 0 && a.chars == 0 && len(a.doc.Pages) > 0 {
		a.doc.Problems = append(a.doc.Problems, extract.Problem{Code: "E002", Page: 1, Message: "文件的各页上没有任何文字"})
	}
	if cut {
		a.doc.Problems = append(a.doc.Problems, extract.Problem{
			Code: "E005", Message: fmt.Sprintf("页数超过上限，只读取了前 %d 页", len(a.doc.Pages)),
		})
	}
}

// remedy says what else helps against an unreadable page.
func remedy(why error) string {
	if errors.Is(why, ocr.ErrMissing) || errors.Is(why, ocr.ErrLanguage) {
		return "，或安装 tesseract 及其中文语言包 chi_sim 后重试"
	}
	return ""
}
