package open

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"

	"yusuan/extract/runes"
	"yusuan/extract/text"
)

// Kind is what the bytes of a file are.
type Kind string

// The kinds that Detect tells apart.
const (
	Empty   Kind = "empty"
	PDF     Kind = "pdf"
	DOCX    Kind = "docx"
	XLSX    Kind = "xlsx"
	HTML    Kind = "html"
	Text    Kind = "txt"
	OLE     Kind = "ole" // .doc, .xls, .wps, .et; an encrypted .docx too
	RTF     Kind = "rtf"
	OFD     Kind = "ofd"  // the Chinese page format, a zip
	ODF     Kind = "odf"  // OpenDocument, a zip
	XLSB    Kind = "xlsb" // a binary workbook, a zip
	MHT     Kind = "mht"  // a web page with its pictures in one file
	XML     Kind = "xml"  // an Office file as one XML, or any other XML
	Zip     Kind = "zip"  // any other archive
	BadZip  Kind = "badzip"
	Unknown Kind = "unknown"
)

// headSize is how much of a file's beginning is searched for a mark.
const headSize = 4 << 10

// Detect tells what b is from its content.
func Detect(b []byte) Kind {
	head := b[:min(len(b), headSize)]
	switch {
	case len(bytes.TrimSpace(bytes.Trim(head, "\xef\xbb\xbf"))) == 0 && len(b) <= headSize:
		return Empty
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return PDF
	case bytes.HasPrefix(b, []byte("PK\x03\x04")), bytes.HasPrefix(b, []byte("PK\x05\x06")):
		return detectZip(b)
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return OLE
	case bytes.HasPrefix(b, []byte(`{\rtf`)):
		return RTF
	}
	return detectText(b)
}

func detectText(b []byte) Kind {
	enc := text.Detect(b)
	if enc == text.Binary {
		return Unknown
	}
	// An even number of bytes: UTF-16 units stay whole.
	s, err := text.DecodeAs(b[:min(len(b), headSize)], enc)
	if err != nil {
		return Unknown
	}
	if runes.IsBlank(s) && len(b) <= headSize {
		return Empty
	}
	switch {
	case looksLikeHTML(s):
		return HTML
	case looksLikeArchive(s):
		return MHT
	case strings.HasPrefix(runes.Trim(s), "<?xml"):
		return XML
	}
	return Text
}

// looksLikeArchive tells a web archive by the header lines that it begins with.
func looksLikeArchive(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "mime-version:") && strings.Contains(s, "multipart/related")
}

// looksLikeHTML tells a web page from a text that speaks of tags: a page begins
// with a tag, and one of those that only pages have is near its beginning.
func looksLikeHTML(s string) bool {
	s = strings.ToLower(runes.Trim(s))
	if !strings.HasPrefix(s, "<") {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<div", "<p>", "<p "} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// detectZip tells an Office file by the parts it must have. Only the directory is read.
func detectZip(b []byte) Kind {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return BadZip
	}
	parts := map[string]Kind{"xl/workbook.xml": XLSX, "xl/workbook.bin": XLSB, "ofd.xml": OFD, "meta-inf/manifest.xml": ODF}
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if ok, _ := path.Match("word/document*.xml", name); ok {
			return DOCX
		}
		if k, ok := parts[strings.TrimPrefix(name, "/")]; ok {
			return k
		}
	}
	return Zip
}
