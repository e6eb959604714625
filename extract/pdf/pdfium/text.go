package pdfium

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"yusuan/extract/pdf/font"
	"yusuan/extract/pdf/glyph"
)

// maxChars bounds the characters taken of a page.
const maxChars = 200000

// Chars reads the characters of a page (from 0). place maps the page's user
// space to the page as it is seen.
func (d *Document) Chars(index int, place func(x, y float64) (float64, float64)) (out []glyph.Char, err error) {
	err = d.guard("read text", func() error {
		tp, err := d.instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: d.page(index)})
		if err != nil {
			return err
		}
		defer d.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage})
		n, err := d.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: tp.TextPage})
		if err != nil {
			return err
		}
		for i := 0; i < min(n.Count, maxChars); i++ {
			if c, ok := d.char(tp.TextPage, i, place); ok {
				out = append(out, c)
			}
		}
		return nil
	})
	return out, err
}

// char reads one character by its origin and its loose box: the tight box is
// the ink, by which no line holds together.
func (d *Document) char(tp references.FPDF_TEXTPAGE, i int, place func(x, y float64) (float64, float64)) (glyph.Char, bool) {
	uni, err := d.instance.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: tp, Index: i})
	if err != nil || uni.Unicode == '\r' || uni.Unicode == '\n' {
		return glyph.Char{}, false
	}
	if g, err := d.instance.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: tp, Index: i}); err == nil && g.IsGenerated {
		return glyph.Char{}, false // spaces and line ends that PDFium makes up
	}
	origin, err := d.instance.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: tp, Index: i})
	if err != nil {
		return glyph.Char{}, false
	}
	box, err := d.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: tp, Index: i})
	if err != nil {
		return glyph.Char{}, false
	}
	c := glyph.Char{Text: font.Unknown}
	if uni.Unicode != 0 && uni.Unicode != 0xFFFE && uni.Unicode <= 0x10FFFF && d.mapped(tp, i) {
		c.Text = font.Fold(string(rune(uni.Unicode)))
	}
	c.Space = strings.TrimSpace(c.Text) == ""
	c.OriginX, c.BaselineY = place(origin.X, origin.Y)
	ax, ay := place(float64(box.Rect.Left), float64(box.Rect.Bottom))
	bx, by := place(float64(box.Rect.Right), float64(box.Rect.Top))
	c.X0, c.X1, c.Y0, c.Y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
	d.style(tp, i, place, &c)
	return c, c.X1 >= c.X0 && !math.IsNaN(c.X0)
}

// mapped tells whether the character is known: PDFium puts the bare code in the
// place of one that is not, which reads as letters and digits that nobody printed.
func (d *Document) mapped(tp references.FPDF_TEXTPAGE, i int) bool {
	res, err := d.instance.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: tp, Index: i})
	return err != nil || !res.HasUnicodeMapError
}

// style reads size, font and direction.
func (d *Document) style(tp references.FPDF_TEXTPAGE, i int, place func(x, y float64) (float64, float64), c *glyph.Char) {
	c.Size = c.Y1 - c.Y0
	if m, err := d.instance.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: tp, Index: i}); err == nil {
		ox, oy := place(0, 0)
		rx, ry := place(float64(m.Matrix.A), float64(m.Matrix.B))
		c.Turn = turn(rx-ox, ry-oy)
		if s, err := d.instance.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: tp, Index: i}); err == nil {
			if size := s.FontSize * math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D)); size > 0.1 {
				c.Size = size
			}
		}
	}
	c.Vertical = c.Turn%2 == 1
	if info, err := d.instance.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: tp, Index: i}); err == nil {
		c.Font = info.FontName
		c.Bold = info.Flags&(1<<18) != 0 || strings.Contains(strings.ToLower(info.FontName), "bold")
	}
}

func turn(dx, dy float64) uint8 {
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return 0
	case math.Abs(dx) >= math.Abs(dy):
		return 2
	case dy > 0:
		return 1
	}
	return 3
}
