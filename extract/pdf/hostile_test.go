package pdf

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"yusuan/extract"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/internal/make"
)

// plain are the options of a test that needs no other program.
var plain = extract.Options{OCR: "never"}

// Bounds of one hostile file. They catch what has no end: each takes a second at
// most, but a busy machine under the race detector takes fifty.
const (
	maxSeconds = 120
	maxMemory  = 1 << 30 // allocated in all, not at once
)

// survive reads a file and fails where it takes too long or too much.
func survive(t *testing.T, name string, data []byte) (string, error) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), maxSeconds*time.Second)
	defer cancel()
	doc, err := Read(ctx, name, bytes.NewReader(data), plain)
	spent := time.Since(start)
	if spent > maxSeconds*time.Second {
		t.Errorf("%s: took %v", name, spent)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > maxMemory {
		t.Errorf("%s: allocated %d MB", name, got>>20)
	}
	if err != nil && err.Error() == "" || err == nil && doc == nil {
		t.Errorf("%s: neither a document nor a message", name)
	}
	return words(doc), err
}

// words is the text of a document, and its problems in brackets.
func words(doc *extract.Document) string {
	if doc == nil {
		return ""
	}
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			b.WriteString(l.Text + "\n")
		}
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "[%s %s]\n", p.Code, p.Message)
	}
	return b.String()
}

func TestHostileShared(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/reports/hostile/*.pdf")
	if len(files) == 0 {
		t.Skip("skipped: no shared reports beside the repository")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := survive(t, filepath.Base(file), data)
		want := "883,868\n"
		if filepath.Base(file) == "lzw.pdf" { // its stream decodes to a dash
			want = "[E002 文件的各页上没有任何文字]\n"
		}
		if err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, %v", filepath.Base(file), got, err)
		}
	}
}

// doc is a file of one page with the content and resources given; extra objects
// come first and so have the numbers from 1.
func doc(content, resources string, objects ...string) []byte {
	f := &make.File{}
	for _, o := range objects {
		f.Add(o)
	}
	return f.Pages(make.Page{Content: content, Resources: resources}).Bytes()
}

const show = "BT /F1 12 Tf 20 200 Td (883,868) Tj ET "

func obj(dict, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

func TestHostileMade(t *testing.T) {
	bomb := make.Deflate(strings.Repeat(" ", 200<<20))
	for name, c := range map[string]struct {
		data []byte
		want string // that the text contains; empty: any end will do
	}{
		"q without end":         {doc(strings.Repeat("q ", 1<<20)+show, ""), "883,868"},
		"deep arrays":           {doc(strings.Repeat("[", 1<<20)+"] "+show, ""), ""},
		"deep dictionaries":     {doc(show, "/X "+strings.Repeat("<</A", 1<<18)), ""},
		"a million glyphs":      {doc("BT /F1 1 Tf 0.2 0 0 0.2 9 9 Tm "+strings.Repeat("("+strings.Repeat("8", 1000)+") Tj 0 2 Td ", 1000), ""), "more characters"},
		"a million glyphs here": {doc("BT /F1 1 Tf 20 200 Td "+strings.Repeat("1 0 0 1 20 200 Tm ("+strings.Repeat("8", 1000)+") Tj ", 1000), ""), ""},
		"a million rulings":     {doc(strings.Repeat("9 9 m 200 9 l S ", 1<<20)+show, ""), "more rulings"},
		"a path without end":    {doc("9 9 m "+strings.Repeat("20 20 l ", 1<<20)+"S "+show, ""), "883,868"},
		"content bomb":          {bombFile(bomb), ""},
		"bomb in a bomb":        {nested(bomb), ""},
		"forms squared": {doc("/X Do "+show, "/XObject<</X 1 0 R>>",
			forms(1), forms(2), forms(3), forms(4), forms(5), forms(6), forms(7), forms(8), forms(9), forms(10)), ""},
		"text of forms squared": {doc("/X Do", "/XObject<</X 1 0 R>>", forms(1), forms(2), forms(3), obj("/Subtype/Form/Resources<</Font<</F1 5 0 R>>>>", show)), "883,868"},
		"font that is itself":   {doc("BT /F2 9 Tf (8) Tj ET "+show, "/Font<</F1 3 0 R/F2 1 0 R>>", "<</Subtype/Type0/Encoding 1 0 R/DescendantFonts[1 0 R]/ToUnicode 1 0 R/FontDescriptor 1 0 R>>", "null", "<</Subtype/Type1/BaseFont/Helvetica>>"), "883,868"},
		"references in a ring":  {doc(show, "/ExtGState 1 0 R", "2 0 R", "1 0 R"), "883,868"},
		"length of itself":      {[]byte("%PDF-1.4\n1 0 obj<</Length 1 0 R>>stream\nendstream endobj 2 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 2 0 R>>"), ""},
		"numbers beyond reason": {doc("BT /F1 1e999 Tf 99999999999999999999 0 0 99999999999999999999999 0 0 Tm (8) Tj ET "+strings.Repeat("9", 5000)+" w "+show, ""), ""},
		"size nothing":          {doc("BT /F1 0 Tf (8) Tj ET 0 0 0 0 0 0 cm "+show, ""), ""},
		"negative size":         {doc("BT /F1 -12 Tf 1 0 0 -1 200 200 Tm (883,868) Tj ET", ""), "868"},
		"page of no size":       {boxed("/MediaBox[0 0 0 0]"), "883,868"},
		"page of great size":    {boxed("/MediaBox[0 0 1e9 1e9]"), "883,868"},
		"page box of names":     {boxed("/MediaBox[/A/B/C/D]/CropBox 7/Rotate/X"), "883,868"},
		"crop beside the page":  {boxed("/CropBox[900 900 990 990]"), "883,868"},
		"odd rotation":          {boxed("/Rotate 45"), "883,868"},
		"no pages":              {(&make.File{}).Pages().Bytes(), ""},
		"catalogue only":        {[]byte("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>"), ""},
		"unknown cipher":        {encrypted("/Filter/Standard/V 99/R 9"), ""},
		"cipher without keys":   {encrypted("/Filter/Standard/V 2/R 3/Length 1280"), ""},
		"cipher of another":     {encrypted("/Filter/Adobe.PubSec/V 4"), ""},
		"xref stream of lies":   {[]byte("%PDF-1.5\n" + xrefOfLies), ""},
		"object stream of lies": {doc(show, "/X 9 0 R", obj("/Type/ObjStm/N 999999999/First 2147483647/Extends 1 0 R", "1 0 2 0 3 0")), "883,868"},
		"inline image alone":    {doc(show+"BI /W 9999999 /H 9999999 ID "+strings.Repeat("\x00EI", 1<<18), ""), "883,868"},
		"widths without end":    {doc("BT /F2 9 Tf 9 9 Td (88) Tj ET "+show, "/Font<</F1 3 0 R/F2 1 0 R>>", "<</Subtype/TrueType/FirstChar -2147483648/LastChar 2147483647/Widths["+strings.Repeat("1 ", 1<<20)+"]>>", "null", "<</Subtype/Type1/BaseFont/Helvetica>>"), "883,868"},
		"contents in a ring":    {[]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Page/Contents[3 0 R]>>endobj 3 0 obj[3 0 R 3 0 R]endobj trailer<</Root 1 0 R>>"), ""},
	} {
		got, err := survive(t, name, c.data)
		if c.want != "" && !strings.Contains(got, c.want) {
			t.Errorf("%s: %.300q, %v", name, got, err)
		}
	}
}

// forms is the form n that shows the form after it twenty times.
func forms(n int) string {
	return obj(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", n+1), strings.Repeat("/X Do ", 20))
}

// bombFile shows one line, then a stream that decodes to 200 MB.
func bombFile(z string) []byte {
	return doc(show+"/X Do", "/XObject<</X 1 0 R>>", obj("/Subtype/Form/Filter/FlateDecode", z))
}

// nested is a bomb whose packing is packed again, as contents, font and map.
func nested(z string) []byte {
	twice := obj("/Subtype/Form/Filter[/FlateDecode/FlateDecode]", make.Deflate(z))
	return doc("/X Do BT /F2 9 Tf (8) Tj ET "+show, "/XObject<</X 1 0 R>>/Font<</F1 4 0 R/F2 2 0 R>>",
		twice, "<</Subtype/Type0/Encoding 1 0 R/ToUnicode 1 0 R/DescendantFonts[3 0 R]>>",
		"<</FontDescriptor<</FontFile2 1 0 R>>/CIDToGIDMap 1 0 R>>", "<</Subtype/Type1/BaseFont/Helvetica>>")
}

func boxed(entries string) []byte {
	f := &make.File{}
	return f.Pages(make.Page{Content: show, Entries: entries}).Bytes()
}

func encrypted(dict string) []byte {
	f := &make.File{}
	f.Trailer = "/Encrypt 1 0 R/ID[(a)(b)]"
	f.Add("<<" + dict + ">>")
	return f.Pages(make.Page{Content: show}).Bytes()
}

const xrefOfLies = "1 0 obj<</Type/XRef/Size 999999999999/W[1 8 8]/Index[0 999999999999 -5 7]/Root 2 0 R/Prev 9/DecodeParms<</Predictor 12/Columns 2147483647>>/Length 40>>stream\n" +
	"\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\nendstream endobj\nstartxref\n9\n%%EOF"

func TestTenThousandPages(t *testing.T) {
	f := &make.File{}
	var pages []make.Page
	for range 10000 {
		pages = append(pages, make.Page{Content: show})
	}
	got, err := survive(t, "10,000 pages", f.Pages(pages...).Bytes())
	if err != nil || strings.Count(got, "883,868") != len(pages) {
		t.Errorf("%d lines of %d, %v", strings.Count(got, "883,868"), len(pages), err)
	}
}

// A file cut off or changed anywhere ends in some way, and quickly.
func TestDamaged(t *testing.T) {
	whole := doc(show, "/ExtGState<</A 1 0 R>>", "<</LW 1>>", obj("/Type/ObjStm/N 1/First 4", "9 0 <<>>"))
	for i := range whole {
		if i%3 == 0 {
			quick(t, whole[:i])
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		b := bytes.Clone(whole)
		for range 1 + rnd.IntN(6) {
			b[rnd.IntN(len(b))] = "0123456789<>[]()/ \n%RXobjendstream\x00\xff"[rnd.IntN(36)]
		}
		quick(t, b)
	}
}

func quick(t *testing.T, data []byte) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), maxSeconds*time.Second)
	defer cancel()
	if err := Pages(ctx, bytes.NewReader(data), func(*glyph.Page) error { return nil }); ctx.Err() != nil {
		t.Fatalf("no end: %v\n%q", err, data)
	}
}
