// Package docx reads Word documents: paragraphs with their visible numbers, tables
// with merged cells, footnotes, text boxes and tracked insertions. Headers,
// footers, comments, tracked deletions and hidden text are left out.
package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"yusuan/extract"
	"yusuan/extract/build"
	"yusuan/extract/text"
	"yusuan/extract/zipped"
)

// Read reads the bytes of a document called name. A document that breaks off is
// read up to there, with a problem (E002).
func Read(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("DOCX 文件已损坏，打不开其中的目录：%w", err)
	}
	if err := zipped.Check(z); err != nil {
		return nil, err
	}
	main := mainPart(z)
	if main == nil {
		return nil, errors.New("DOCX 文件已损坏：没有正文")
	}
	d := build.New(name, "docx", "docx")
	p := &parser{ctx: ctx, d: d, numbers: readNumbering(z), styles: readStyles(z)}
	if err := p.part(main); err != nil {
		return nil, err
	}
	for _, extra := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if f := zipped.Find(z, extra); f != nil {
			if err := p.part(f); err != nil {
				return nil, err
			}
		}
	}
	doc := d.Document()
	if len(doc.Pages[0].Lines) == 0 {
		return nil, errors.New("DOCX 文件中没有文字（可能全是图片），请转换为 PDF 后再读取")
	}
	if err := text.Mark(ctx, doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// mainPart finds the body of the document: word/document.xml, or another number of it.
func mainPart(z *zip.Reader) *zip.File {
	if f := zipped.Find(z, "word/document.xml"); f != nil {
		return f
	}
	for _, f := range z.File {
		if ok, _ := path.Match("word/document*.xml", strings.ToLower(f.Name)); ok {
			return f
		}
	}
	return nil
}

// part reads one part of the package. Only a cancelled context stops the document.
func (p *parser) part(f *zip.File) error {
	r, err := zipped.Open(f)
	if err != nil {
		return fmt.Errorf("DOCX 文件已损坏，读不出 %s：%w", f.Name, err)
	}
	defer r.Close()
	p.x = xml.NewDecoder(r)
	err = p.flow(0)
	if cerr := p.ctx.Err(); cerr != nil {
		return cerr
	}
	if err != nil && !errors.Is(err, io.EOF) {
		p.d.Problem("E002", "DOCX 文件的内容在此之后损坏，后面的部分未能读取："+err.Error())
	}
	return nil
}
