package object

import (
	"bytes"
	"encoding/ascii85"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yusuan/extract/pdf/internal/make"
)

func TestParseObject(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Object
	}{
		{"12", 12.0}, {"-3.50", -3.5}, {"+.5", 0.5}, {"--7", -7.0}, {"4.", 4.0}, {"12-3", 12.0},
		{"true", true}, {"null", nil}, {"/A#20b", Name("A b")}, {"/A#zz", Name("A#zz")},
		{"(a(b)c\\)\\101\\q)", String("a(b)c)Aq")}, {"<41 42 4>", String("AB@")},
		{"[1 2 3 0 R]", Array{1.0, 2.0, Ref{3, 0}}},
		{"<</A 1/B[/C]/D<</E(f)>>>>", Dict{"A": 1.0, "B": Array{Name("C")}, "D": Dict{"E": String("f")}}},
		{"<</A 1/B>>", Dict{"A": 1.0}}, {"<</A [1 2 >>", Dict{"A": Array{1.0, 2.0}}},
		{strings.Repeat("[", 1000), nil},
	} {
		got, _ := ParseObject([]byte(c.in), 0)
		if c.want == nil && strings.HasPrefix(c.in, "[") {
			continue // only that it ends
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.in, d)
		}
	}
}

// open reads the first page's content of a file.
func open(data []byte) (string, error) {
	f, err := Open(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	var out string
	f.Pages(func(_ int, p PageNode) bool {
		if s := f.Stream(p.Dict["Contents"]); s != nil {
			var b []byte
			b, err = f.Decode(s, 1<<20)
			out = string(b)
		}
		return false
	})
	return out, err
}

// Damage to the structure that leaves the objects whole is made good.
func TestRepair(t *testing.T) {
	good := make.Text("883,868")
	for name, damage := range map[string]func([]byte) []byte{
		"nothing":             func(b []byte) []byte { return b },
		"bytes before":        func(b []byte) []byte { return append([]byte("junk\r\n"), b...) },
		"bytes behind":        func(b []byte) []byte { return append(b, bytes.Repeat([]byte(" \n"), 900)...) },
		"no EOF mark":         func(b []byte) []byte { return bytes.TrimSuffix(b, []byte("%%EOF\n")) },
		"no startxref":        func(b []byte) []byte { return bytes.Replace(b, []byte("startxref"), []byte("startxxxx"), 1) },
		"startxref elsewhere": func(b []byte) []byte { return bytes.Replace(b, []byte("startxref\n"), []byte("startxref\n9"), 1) },
		"offsets wrong":       func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("00000 n"), []byte("00007 n")) },
		"no trailer":          func(b []byte) []byte { return b[:bytes.Index(b, []byte("xref\n0"))] },
		"no endobj":           func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("endobj"), []byte("      ")) },
		"length wrong":        func(b []byte) []byte { return bytes.Replace(b, []byte("/Length 41"), []byte("/Length 99"), 1) },
		"version 2.0":         func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) },
		"mac line ends":       func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r")) },
		"objects moved": func(b []byte) []byte {
			return bytes.Replace(b, []byte("1 0 obj"), []byte("%moved\n1 0 obj"), 1)
		},
	} {
		got, err := open(damage(bytes.Clone(good)))
		if err != nil || !strings.Contains(got, "(883,868) Tj") {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestNotPDF(t *testing.T) {
	for _, in := range []string{"", "hello", strings.Repeat("x", 5000) + "%PDF-1.4"} {
		if _, err := Open(strings.NewReader(in)); !errors.Is(err, ErrNotPDF) {
			t.Errorf("%.10q: %v", in, err)
		}
	}
}

func TestFilters(t *testing.T) {
	const want = "BT (883,868) Tj ET"
	var a85 bytes.Buffer
	w := ascii85.NewEncoder(&a85)
	fmt.Fprint(w, want)
	w.Close()
	png := ""
	for _, row := range []string{want[:6], want[6:12], want[12:]} {
		png += "\x00" + row // rows without a filter
	}
	for _, c := range []struct{ dict, data string }{
		{"", want},
		{"/Filter/FlateDecode", make.Deflate(want)},
		{"/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 6>>]", make.Deflate(png)},
		{"/Filter/ASCIIHexDecode", fmt.Sprintf("%X>", want)},
		{"/Filter/ASCII85Decode", a85.String() + "~>"},
		{"/Filter[/ASCIIHexDecode/FlateDecode]", fmt.Sprintf("%x>", make.Deflate(want))},
		{"/Filter/RunLengthDecode", string(rune(len(want)-1)) + want + "\x80"},
		{"/Filter/FlateDecode", make.Deflate(want)[:len(make.Deflate(want))-4]}, // no checksum
		{"/Filter/Crypt", want},
	} {
		f := &make.File{}
		n := f.Stream(c.dict, c.data)
		f.Pages(make.Page{})
		file, err := Open(bytes.NewReader(f.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := file.Decode(file.Stream(Ref{ID: n}), 1000)
		if string(got) != want || err != nil {
			t.Errorf("%s: %q, %v", c.dict, got, err)
		}
	}
}

// The example of the standard (ISO 32000-2, 7.4.4.2).
func TestLZW(t *testing.T) {
	got, err := unLZW([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, true, 100)
	if want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}; !bytes.Equal(got, want) || err != nil {
		t.Errorf("%v, %v", got, err)
	}
}

func TestPNGRows(t *testing.T) {
	// the same row 1 2 3 4 by each of the five filters, over a row 1 1 1 1
	data := []byte{0, 1, 1, 1, 1}
	for kind, row := range [][]byte{{1, 2, 3, 4}, {1, 1, 1, 1}, {0, 1, 2, 3}, {1, 1, 2, 2}, {0, 1, 1, 1}} {
		in := append(bytes.Clone(data), append([]byte{byte(kind)}, row...)...)
		got := unPNG(in, 4, 1)
		if want := []byte{1, 1, 1, 1, 1, 2, 3, 4}; !bytes.Equal(got, want) {
			t.Errorf("filter %d: %v", kind, got)
		}
	}
}

func TestBombIsCut(t *testing.T) {
	f := &make.File{}
	n := f.Flate("", strings.Repeat("\x00", 8<<20))
	f.Pages(make.Page{})
	file, err := Open(bytes.NewReader(f.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.Decode(file.Stream(Ref{ID: n}), 1<<20)
	if len(got) != 1<<20 || !errors.Is(err, ErrTooLong) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func TestObjectStreams(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	at := map[int]int{}
	put := func(n int, body string) {
		at[n] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	put(4, "<</Length 8>>\nstream\n(inside)\nendstream")
	body := "<</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 9 9]>> <</Type/Page/Contents 4 0 R>>"
	inner := fmt.Sprintf("1 0 2 %d 3 %d ", strings.Index(body, "<</Type/Pages/"), strings.Index(body, "<</Type/Page/C"))
	z := make.Deflate(inner + body)
	put(5, fmt.Sprintf("<</Type/ObjStm/N 3/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", len(inner), len(z), z))
	at[6] = b.Len()
	rec := func(kind, a, c int) string { return string([]byte{byte(kind), byte(a >> 8), byte(a), byte(c)}) }
	table := rec(0, 0, 0) + rec(2, 5, 0) + rec(2, 5, 1) + rec(2, 5, 2) + rec(1, at[4], 0) + rec(1, at[5], 0) + rec(1, at[6], 0)
	put(6, fmt.Sprintf("<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Length %d>>\nstream\n%s\nendstream", len(table), table))
	whole := fmt.Sprintf("%sstartxref\n%d\n%%%%EOF", b.String(), at[6])
	for name, data := range map[string]string{"whole": whole, "rebuilt": b.String()} {
		if got, err := open([]byte(data)); got != "(inside)" || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}
