package pdf

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/pdf/content"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/ocr"
	"yusuan/extract/pdf/pdfium"
)

const sharedPDF = "../../../shared/reports/pdf/"

func shared(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		tb.Skip("skipped: no shared reports beside the repository")
	}
	return data
}

var number = regexp.MustCompile(`[0-9][0-9,.]*[0-9]|[0-9]`)

// numbers lists the numbers of the text that the report was typeset from, in
// order; those of tables with their separators.
func numbers(t *testing.T) []string {
	text := string(shared(t, "../../../shared/reports/beibei-2024.txt"))
	return number.FindAllString(strings.ReplaceAll(text, "*", ""), -1)
}

// found counts how many of the numbers stand in the text in order, each as a
// number of its own.
func found(text string, want []string) (n int, missing []string) {
	got := number.FindAllString(strings.ReplaceAll(text, "*", ""), -1)
	at := 0
	for _, w := range want {
		k := at
		for k < len(got) && k < at+40 && got[k] != w {
			k++
		}
		if k < len(got) && got[k] == w {
			at = k + 1
			n++
			continue
		}
		missing = append(missing, w)
	}
	return n, missing
}

// joined is the text of a document with its broken lines put together.
func joined(doc *extract.Document) string {
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			if l.Kind == extract.TableLn {
				b.WriteString("\n" + l.Text + "\n")
			} else {
				b.WriteString(l.Text)
			}
		}
	}
	return b.String()
}

// Every number of the report stands in each of its PDFs, in order.
func TestNumbersInOrder(t *testing.T) {
	want := numbers(t)
	for _, name := range []string{"ruled-office", "borderless-office", "ruled-browser", "rotated-90",
		"gbk-euc-no-tounicode", "owner-password-aes128", "owner-password-aes256", "owner-password-rc4-40"} {
		doc, err := Read(context.Background(), name, bytes.NewReader(shared(t, sharedPDF+name+".pdf")), plain)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if n, missing := found(joined(doc), want); n < len(want)*995/1000 {
			t.Errorf("%s: %d of %d numbers, without %v", name, n, len(want), missing[:min(len(missing), 10)])
		}
		for _, p := range doc.Pages {
			if p.Engine != "fast" {
				t.Errorf("%s: page %d by %s: %s", name, p.Number, p.Engine, p.Reason)
			}
		}
	}
}

// A file cut off keeps its text as far as its fonts are whole; what is lost is
// marked and told, never guessed.
func TestTruncated(t *testing.T) {
	doc, err := Read(context.Background(), "x", bytes.NewReader(shared(t, sharedPDF+"truncated.pdf")), plain)
	if err != nil || len(doc.Pages) != 18 || len(doc.Problems) == 0 {
		t.Fatalf("%v", err)
	}
	whole, err := Read(context.Background(), "x", bytes.NewReader(shared(t, sharedPDF+"ruled-browser.pdf")), plain)
	if err != nil {
		t.Fatal(err)
	}
	real := map[string]bool{}
	for _, n := range number.FindAllString(joined(whole), -1) {
		real[n] = true
	}
	for _, line := range strings.Split(joined(doc), "\n") {
		for _, n := range number.FindAllString(line, -1) {
			if !real[n] && !strings.ContainsAny(line, "\uFFFD〓") {
				t.Errorf("%s in %q was never printed", n, line)
			}
		}
	}
}

func TestUserPassword(t *testing.T) {
	_, err := Read(context.Background(), "x", bytes.NewReader(shared(t, sharedPDF+"user-password.pdf")), plain)
	if err == nil || !strings.Contains(err.Error(), "密码") {
		t.Errorf("%v", err)
	}
}

func TestScanWithoutRecognition(t *testing.T) {
	doc, err := Read(context.Background(), "x", bytes.NewReader(shared(t, sharedPDF+"scanned-3-pages.pdf")), plain)
	if err != nil || len(doc.Problems) != 1 {
		t.Fatalf("%v, %v", doc.Problems, err)
	}
	if p := doc.Problems[0]; p.Code != "E002" || !strings.Contains(p.Message, "第 1—3 页") {
		t.Errorf("%+v", p)
	}
}

func TestScan(t *testing.T) {
	if _, err := ocr.Find(); err != nil {
		t.Skipf("skipped: %v", err)
	}
	if testing.Short() {
		t.Skip("skipped: slow")
	}
	want := numbers(t)
	doc, err := Read(context.Background(), "x", bytes.NewReader(shared(t, sharedPDF+"scanned-3-pages.pdf")), extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := joined(doc)
	last, _ := found(text, want)
	want = want[:last*102/100] // the first three pages only
	if n, missing := found(text, want); n < len(want)*95/100 {
		t.Errorf("%d of %d numbers, without %v", n, len(want), missing)
	}
	for _, p := range doc.Pages {
		if !p.OCR || p.Reason == "" {
			t.Errorf("page %d: %+v", p.Number, p.Engine)
		}
	}
	if len(doc.Tables) != 3 {
		t.Errorf("%d tables", len(doc.Tables))
	}
}

// Both engines see the same characters at the same places.
func TestEnginesAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: slow")
	}
	for _, name := range []string{"ruled-office", "rotated-90", "owner-password-aes128"} {
		data := shared(t, sharedPDF+name+".pdf")
		second, err := pdfium.Open(context.Background(), data, "")
		if err != nil {
			t.Fatal(err)
		}
		_, err = pages(context.Background(), bytes.NewReader(data), func(_ *content.Reader, p *content.Result) error {
			if p.Number > 2 {
				return nil
			}
			chars, err := second.Chars(p.Number-1, p.Frame.Point)
			if err != nil {
				return err
			}
			other := &glyph.Page{Width: p.Frame.Width, Height: p.Frame.Height, Chars: chars}
			content.Upright(other)
			if same, all := agree(p.Chars, other.Chars); same*100 < all*99 {
				t.Errorf("%s page %d: %d of %d characters agree", name, p.Number, same, all)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		second.Close()
	}
}

// agree counts the characters of a that b has within a point.
func agree(a, b []glyph.Char) (same, all int) {
	type place struct {
		text string
		x, y int
	}
	have := map[place]bool{}
	for _, c := range b {
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				have[place{c.Text, int(c.OriginX) + dx, int(c.BaselineY) + dy}] = true
			}
		}
	}
	for _, c := range a {
		if c.Space {
			continue
		}
		all++
		if have[place{c.Text, int(c.OriginX), int(c.BaselineY)}] {
			same++
		}
	}
	return same, all
}

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"ruled-office", "borderless-office", "ruled-browser", "gbk-euc-no-tounicode", "owner-password-aes256"} {
		data := shared(b, sharedPDF+name+".pdf")
		b.Run("characters/"+name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				if err := Pages(context.Background(), bytes.NewReader(data), func(*glyph.Page) error { n++; return nil }); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
		})
		b.Run("document/"+name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				doc, err := Read(context.Background(), name, bytes.NewReader(data), plain)
				if err != nil {
					b.Fatal(err)
				}
				n += len(doc.Pages)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

func BenchmarkPDFium(b *testing.B) {
	data := shared(b, sharedPDF+"ruled-office.pdf")
	n := 0
	for b.Loop() {
		doc, err := pdfium.Open(context.Background(), data, "")
		if err != nil {
			b.Fatal(err)
		}
		for i := range 19 {
			if _, err := doc.Chars(i, func(x, y float64) (float64, float64) { return x, -y }); err != nil {
				b.Fatal(err)
			}
			n++
		}
		doc.Close()
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "pages/s")
}
