package docx_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/docx"
	"yusuan/extract/extracttest"
)

// pack makes a document of the parts of a case; the case leaves the namespaces out.
func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"document.xml", "styles.xml", "numbering.xml", "footnotes.xml"} {
		s, ok := parts[name]
		if !ok {
			continue
		}
		w, err := z.Create("word/" + name)
		if err != nil {
			t.Fatal(err)
		}
		root := map[string]string{"document.xml": "document", "styles.xml": "styles", "numbering.xml": "numbering", "footnotes.xml": "footnotes"}[name]
		ns := ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
		_, err = w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?><w:` + root + ns + ">" + s + "</w:" + root + ">"))
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCases(t *testing.T) {
	extracttest.Cases(t, "testdata/*.txtar", func(t *testing.T, a *extracttest.Archive) *extract.Document {
		parts := map[string]string{}
		for _, f := range a.Files {
			parts[f.Name] = string(f.Data)
		}
		doc, err := docx.Read(context.Background(), "in.docx", pack(t, parts), extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	})
}

const par = `<w:p><w:r><w:t>收入12万元。</w:t></w:r></w:p>`

func TestBrokenDocuments(t *testing.T) {
	whole := pack(t, map[string]string{"document.xml": "<w:body>" + par + "</w:body>"})
	for name, c := range map[string]struct {
		in   []byte
		want string // part of the error; empty: read, with a problem
	}{
		"cut":       {whole[:len(whole)/2], "已损坏"},
		"no body":   {pack(t, map[string]string{"styles.xml": ""}), "没有正文"},
		"no text":   {pack(t, map[string]string{"document.xml": "<w:body><w:p/></w:body>"}), "没有文字"},
		"bad xml":   {pack(t, map[string]string{"document.xml": "<w:body>" + par + "<w:p><w:r></w:p>"}), ""},
		"deep":      {pack(t, map[string]string{"document.xml": "<w:body>" + par + strings.Repeat("<w:tbl><w:tr><w:tc>", 50000)}), ""},
		"deep flow": {pack(t, map[string]string{"document.xml": "<w:body>" + par + strings.Repeat("<w:sdt>", 50000)}), ""},
	} {
		doc, err := docx.Read(context.Background(), "in.docx", c.in, extract.Options{})
		switch {
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		case c.want == "" && (err != nil || len(doc.Problems) != 1 || doc.Pages[0].Lines[0].Text != "收入12万元。"):
			t.Errorf("%s: document %+v, error %v; want the text and a problem", name, doc, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	in := pack(t, map[string]string{"document.xml": "<w:body>" + strings.Repeat(par, 10000) + "</w:body>"})
	if _, err := docx.Read(ctx, "in.docx", in, extract.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want Canceled", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<w:body>" + par + "</w:body>")
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/><w:vMerge w:val="restart"/></w:tcPr>` + par + `</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:tab/><w:br/><w:sym w:char="F0A7"/></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := docx.Read(context.Background(), "in.docx", pack(t, map[string]string{"document.xml": body}), extract.Options{})
		if err == nil {
			extracttest.Check(t, doc)
		}
	})
}
