package open_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yusuan/extract"
	"yusuan/extract/extracttest"
	"yusuan/extract/open"
	"yusuan/extract/text"
)

func packed(t testing.TB, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDetectLooksAtTheContent(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("<html><head><title>某区财政局预算执行情况</title></head>")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		in   string
		want open.Kind
	}{
		"nothing":        {"", open.Empty},
		"blanks":         {" \r\n\t　\n", open.Empty},
		"mark only":      {"\xef\xbb\xbf\n", open.Empty},
		"pdf":            {"%PDF-1.7\n", open.PDF},
		"pdf after junk": {"\x00\x01junk\n%PDF-1.4\n", open.PDF},
		"docx":           {string(packed(t, "word/document.xml", "")), open.DOCX},
		"docx, number":   {string(packed(t, "word/document2.xml", "")), open.DOCX},
		"xlsx":           {string(packed(t, "xl/workbook.xml", "")), open.XLSX},
		"ofd":            {string(packed(t, "OFD.xml", "")), open.OFD},
		"odt":            {string(packed(t, "META-INF/manifest.xml", "")), open.ODF},
		"zip":            {string(packed(t, "a.txt", "")), open.Zip},
		"broken zip":     {"PK\x03\x04 and then", open.BadZip},
		"doc":            {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", open.OLE},
		"rtf":            {`{\rtf1\ansi`, open.RTF},
		"page":           {"\n<!DOCTYPE html><p>收入", open.HTML},
		"xhtml":          {`<?xml version="1.0"?><html xmlns="x"><body>`, open.HTML},
		"gbk page":       {gbk, open.HTML},
		"archive":        {"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", open.MHT},
		"word xml":       {`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>`, open.XML},
		"text of tags":   {"关于 <html> 的说明", open.Text},
		"text":           {"一般公共预算收入12万元\n", open.Text},
		"picture":        {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", open.Unknown},
	} {
		if got := open.Detect([]byte(c.in)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestRefusedFilesSayWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		in      string
		want    error
		message string
	}{
		"a.txt": {"", open.ErrEmpty, "空"},
		"b.txt": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", text.ErrBinary, "不是文本"},
		"c.png": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", open.ErrUnknownType, "跳过"},
		"d.zip": {string(packed(t, "a.txt", "x")), open.ErrUnknownType, "跳过"},
		"e.doc": {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", nil, "另存为"},
		"f.ofd": {string(packed(t, "OFD.xml", "")), nil, "OFD"},
		"g.txt": {strings.Repeat("收入", 1000), nil, "上限"},
	} {
		doc, err := open.Bytes(context.Background(), name, []byte(c.in), extract.Options{MaxBytes: 4096})
		if doc != nil || err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.message) {
			t.Errorf("%s: document %v, error %v", name, doc, err)
		}
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "报告.md")
	if err := os.WriteFile(path, []byte("# 报告\n\n收入12万元。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	doc, err := open.File(context.Background(), path, extract.Options{})
	if err != nil || doc.Type != "txt" || doc.File != path {
		t.Fatalf("document %+v, error %v", doc, err)
	}
	if _, err := open.File(context.Background(), path, extract.Options{MaxBytes: 5}); err == nil {
		t.Error("a file above the limit was read")
	}
	if _, err := open.File(context.Background(), path+"x", extract.Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

// TestSharedReports reads the development reports where they are at hand: the
// number of tables that a person counts in each, and nothing unread.
func TestSharedReports(t *testing.T) {
	dir := "../../../shared/reports"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("development reports are not at hand")
	}
	for name, tables := range map[string]int{"dev-adjustment": 1, "dev-county-yi": 0, "dev-final-accounts": 3, "dev-half-year": 1, "dev-pdf-text": 2, "dev-pipe-and-debt": 3} {
		doc, err := open.File(context.Background(), filepath.Join(dir, name+".txt"), extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Check(t, doc)
		if len(doc.Tables) != tables || len(doc.Problems) != 0 {
			t.Errorf("%s: %d tables, want %d; problems %v", name, len(doc.Tables), tables, doc.Problems)
		}
	}
}

// FuzzDetect: any bytes are of some kind.
func FuzzDetect(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("<html>"))
	f.Add([]byte("\xff\xfe<\x00"))
	f.Add(packed(f, "word/document.xml", "x"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if open.Detect(b) == "" {
			t.Error("no kind")
		}
	})
}
