package content

import (
	"bytes"
	"context"
	"math"
	"strings"
	"testing"

	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/internal/make"
	"yusuan/extract/pdf/object"
)

// read interprets the first page of a file.
func read(t *testing.T, data []byte) *Result {
	t.Helper()
	f, err := object.Open(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(f)
	var out *Result
	f.Pages(func(n int, p object.PageNode) bool {
		if out, err = r.Page(context.Background(), n, p); err != nil {
			t.Fatal(err)
		}
		return false
	})
	if out == nil {
		t.Fatal("no page")
	}
	return out
}

func one(content, entries, resources string) []byte {
	f := &make.File{}
	return f.Pages(make.Page{Content: content, Entries: entries, Resources: resources}).Bytes()
}

func text(p *glyph.Page) string {
	var b strings.Builder
	for _, c := range p.Chars {
		b.WriteString(c.Text)
	}
	return b.String()
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

func TestShowOperators(t *testing.T) {
	for _, c := range []struct {
		name, content, want string
		x, y                float64 // of the last character's origin
	}{
		{"Tj", "BT /F1 10 Tf 20 200 Td (AB) Tj ET", "AB", 26.67, 100},
		{"TJ", "BT /F1 10 Tf 20 200 Td [(A) -1000 (B)] TJ ET", "AB", 36.67, 100},
		{"quote", "BT /F1 10 Tf 12 TL 20 200 Td (A) Tj (B) ' ET", "AB", 20, 112},
		{"double quote", "BT /F1 10 Tf 12 TL 20 200 Td (A) Tj 5 1 (B C) \" ET", "AB C", 36.45, 112},
		{"TD sets the leading", "BT /F1 10 Tf 20 200 Td (A) Tj 0 -15 TD (B) Tj T* (C) Tj ET", "ABC", 20, 130},
		{"Tm and cm", "2 0 0 2 0 0 cm BT /F1 5 Tf 1 0 0 1 10 100 Tm (A) Tj ET", "A", 20, 100},
		{"Tz", "BT /F1 10 Tf 50 Tz 20 200 Td (AB) Tj ET", "AB", 23.335, 100},
		{"Tc", "BT /F1 10 Tf 3 Tc 20 200 Td (AB) Tj ET", "AB", 29.67, 100},
		{"Ts", "BT /F1 10 Tf 4 Ts 20 200 Td (A) Tj ET", "A", 20, 96},
		{"escapes", `BT /F1 10 Tf 20 200 Td (\050\)\q) Tj ET`, "()q", 26.66, 100},
		{"hexadecimal, odd", "BT /F1 10 Tf 20 200 Td <41 4> Tj ET", "A@", 26.67, 100},
		{"Q on an empty stack", "Q Q BT /F1 10 Tf 20 200 Td (A) Tj ET", "A", 20, 100},
		{"inline image", "BI /W 2 /H 1 /BPC 8 /CS /G ID \x00EIx EI BT /F1 10 Tf 20 200 Td (A) Tj ET", "A", 20, 100},
	} {
		p := read(t, one(c.content, "", ""))
		if got := text(p.Page); got != c.want {
			t.Errorf("%s: text %q, want %q", c.name, got, c.want)
			continue
		}
		last := p.Chars[len(p.Chars)-1]
		if !near(last.OriginX, c.x) || !near(last.BaselineY, c.y) {
			t.Errorf("%s: at %.3f %.3f, want %.3f %.3f", c.name, last.OriginX, last.BaselineY, c.x, c.y)
		}
	}
}

func TestPageIsTurnedAndCropped(t *testing.T) {
	const show = "BT /F1 10 Tf 20 200 Td (A) Tj ET"
	for _, c := range []struct {
		entries    string
		x, y, w, h float64
		turn       uint8
	}{
		{"", 20, 100, 300, 300, 0},
		{"/CropBox[10 50 310 250]", 10, 50, 290, 200, 0},
		{"/Rotate 360", 20, 100, 300, 300, 0},
		{"/MediaBox[300 300 0 0]", 20, 100, 300, 300, 0},
	} {
		p := read(t, one(show, c.entries, ""))
		got := p.Chars[0]
		if !near(got.OriginX, c.x) || !near(got.BaselineY, c.y) || !near(p.Width, c.w) || !near(p.Height, c.h) {
			t.Errorf("%s: %.1f %.1f on %.0f × %.0f, want %.1f %.1f on %.0f × %.0f",
				c.entries, got.OriginX, got.BaselineY, p.Width, p.Height, c.x, c.y, c.w, c.h)
		}
	}
}

// Text that runs across the page is turned upright, whichever way the page and
// its text are turned.
func TestUpright(t *testing.T) {
	matrices := []string{"1 0 0 1 100 150", "0 1 -1 0 100 150", "-1 0 0 -1 100 150", "0 -1 1 0 100 150"}
	for _, rotate := range []string{"0", "90", "180", "270", "-90"} {
		for _, m := range matrices {
			p := read(t, one("BT /F1 10 Tf "+m+" Tm (AB) Tj ET", "/Rotate "+rotate, ""))
			a, b := p.Chars[0], p.Chars[1]
			if a.Turn != 0 || b.X0 <= a.X0 || !near(a.BaselineY, b.BaselineY) || a.Y0 >= a.BaselineY {
				t.Errorf("rotate %s, matrix %s: %+v then %+v", rotate, m, a, b)
			}
		}
	}
}

func TestRulings(t *testing.T) {
	p := read(t, one("0.5 w 10 100 m 200 100 l S 10 50 190 0.7 re f 10 20 m 10 90 l S "+
		"50 200 80 30 re S 0.9 g 50 150 80 30 re f 1 g 10 110 50 0.5 re f 5 5 m 50 80 l S 10 10 m 20 20 30 30 40 10 c f", "", ""))
	var h, v, rects, filled, light int
	for _, e := range p.Edges {
		switch {
		case e.Kind == glyph.Filled:
			filled++
		case e.FromRect:
			rects++
		case e.Kind == glyph.Horizontal:
			h++
		default:
			v++
		}
		if e.Light {
			light++
		}
	}
	if h != 3 || v != 1 || rects != 4 || filled != 1 || light != 1 {
		t.Errorf("%d level, %d upright, %d sides, %d filled, %d light: %+v", h, v, rects, filled, light, p.Edges)
	}
}

func TestFakeBold(t *testing.T) {
	p := read(t, one("BT /F1 12 Tf 20 200 Td (883,868) Tj ET BT /F1 12 Tf 20.4 200 Td (883,868) Tj ET", "", ""))
	if got := text(p.Page); got != "883,868" {
		t.Errorf("text %q", got)
	}
	for _, c := range p.Chars {
		if !c.Bold {
			t.Errorf("%q is not bold", c.Text)
		}
	}
}

// A font without widths draws every glyph of a string at one place.
func TestNoWidthsLosesNothing(t *testing.T) {
	f := &make.File{}
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/X/FirstChar 0/LastChar 0/Widths[0]>>")
	f.Pages(make.Page{Content: "BT /F2 12 Tf 20 200 Td (883,868) Tj ET", Resources: "/Font<</F2 1 0 R>>"})
	// a second /Font takes the place of the first
	p := read(t, f.Bytes())
	if got := text(p.Page); got != "883,868" {
		t.Errorf("text %q", got)
	}
}

func TestForms(t *testing.T) {
	f := &make.File{}
	a, b := f.Reserve(), f.Reserve()
	f.Set(a, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 10 0]/Resources<</Font<</F1 3 0 R>>/XObject<</B 2 0 R/A 1 0 R>>>>/Length 43>>\nstream\nBT /F1 9 Tf 20 200 Td (A) Tj ET /B Do /A Do\nendstream")
	f.Set(b, "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</A 1 0 R>>>>/Length 37>>\nstream\nBT /F1 9 Tf 20 100 Td (B) Tj ET /A Do\nendstream")
	f.Pages(make.Page{Content: "/A Do BT /F1 9 Tf 20 50 Td (C) Tj ET /A Do", Resources: "/XObject<</A 1 0 R>>"})
	p := read(t, f.Bytes())
	if got := text(p.Page); got != "ABC" { // the second time over itself
		t.Errorf("text %q", got)
	}
	if !near(p.Chars[0].OriginX, 30) || !near(p.Chars[2].OriginX, 20) {
		t.Errorf("origins %.1f %.1f", p.Chars[0].OriginX, p.Chars[2].OriginX)
	}
}
