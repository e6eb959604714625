// Package make writes small PDF files for tests: well-formed ones and ones
// that break readers.
package make

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// File collects objects. Their numbers are given in the order of Add, from 1.
type File struct {
	Header  string // default %PDF-1.7
	Root    int    // object of the catalogue
	Trailer string // more entries of the trailer
	objects [][]byte
}

// Add appends an object and gives its number.
func (f *File) Add(body string) int {
	f.objects = append(f.objects, []byte(body))
	return len(f.objects)
}

// Reserve appends an empty place for Set, to make references forwards.
func (f *File) Reserve() int { return f.Add("null") }

// Set replaces the body of an object.
func (f *File) Set(n int, body string) { f.objects[n-1] = []byte(body) }

// Stream appends a stream as it stands; dict is its dictionary without brackets.
func (f *File) Stream(dict, data string) int {
	return f.Add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

// Flate appends a compressed stream.
func (f *File) Flate(dict, data string) int {
	return f.Stream(dict+"/Filter/FlateDecode", Deflate(data))
}

// Deflate compresses data.
func Deflate(data string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, err := w.Write([]byte(data))
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a bytes.Buffer does not fail
	}
	return b.String()
}

// Bytes writes the file with a classic cross-reference table.
func (f *File) Bytes() []byte {
	var b bytes.Buffer
	head := f.Header
	if head == "" {
		head = "%PDF-1.7\n"
	}
	b.WriteString(head)
	at := make([]int, len(f.objects))
	for i, o := range f.objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, f.Root, f.Trailer, start)
	return b.Bytes()
}

// Page is one page of Pages: its content, more entries of its dictionary, and
// of its resources.
type Page struct {
	Content   string
	Entries   string
	Resources string
}

// Pages adds a catalogue and pages in Helvetica as /F1, 300 points square.
func (f *File) Pages(pages ...Page) *File {
	font := f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	tree := f.Reserve()
	kids := ""
	for _, p := range pages {
		c := f.Stream("", p.Content)
		n := f.Add(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F1 %d 0 R>>%s>>/Contents %d 0 R%s>>",
			tree, font, p.Resources, c, p.Entries))
		kids += fmt.Sprintf("%d 0 R ", n)
	}
	f.Set(tree, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(pages), kids))
	f.Root = f.Add(fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", tree))
	return f
}

// Text is a file of one page that shows one line.
func Text(s string) []byte {
	f := &File{}
	return f.Pages(Page{Content: "BT /F1 12 Tf 20 200 Td (" + s + ") Tj ET"}).Bytes()
}
