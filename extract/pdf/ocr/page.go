package ocr

import (
	"context"
	"image"
	"strings"
	"unicode/utf8"

	"yusuan/extract/pdf/glyph"
)

// doubtful is the confidence (of 100) below which a character is doubtful.
const doubtful = 60

// Picture is a page as a picture.
type Picture struct {
	Image  *image.Gray
	DPI    float64
	X0, Y0 float64 // place of its upper left corner on the page, in points
}

// Page reads a picture into p: characters and rulings replace what is there.
// The picture is changed.
func (e *Engine) Page(ctx context.Context, pic *Picture, p *glyph.Page) error {
	pic.Image = upright(pic.Image)
	strokes := rulings(pic.Image)
	erase(pic.Image, strokes)
	mode := blockMode
	if len(strokes) > 0 {
		mode = columnMode
	}
	words, err := e.words(ctx, pic.Image, mode)
	if err != nil {
		return err
	}
	if words, err = e.tables(ctx, pic.Image, strokes, words); err != nil {
		return err
	}
	scale := 72 / pic.DPI
	p.Chars, p.Edges = nil, nil
	for _, s := range strokes {
		p.Edges = append(p.Edges, s.edge(scale))
	}
	clip(words, strokes)
	p.Chars = spread(pic.Image, strokes, words, scale, bodySize(words))
	shift(p, pic.X0, pic.Y0)
	p.Engine, p.OCR = "ocr", true
	return nil
}

// clip ends the boxes of words at the upright rulings that they reach over.
func clip(words []word, strokes []stroke) {
	for _, s := range strokes {
		if s.horizontal {
			continue
		}
		for i := range words {
			w := &words[i]
			mid := (w.y0 + w.y1) / 2
			if mid < s.from || mid > s.to || s.at0 <= w.x0+1 || s.at1 >= w.x1-1 {
				continue
			}
			if (w.x0+w.x1)/2 < s.at0 {
				w.x1 = s.at0
			} else {
				w.x0 = s.at1
			}
		}
	}
}

// shift moves everything to where the picture stands on the page.
func shift(p *glyph.Page, dx, dy float64) {
	for i := range p.Chars {
		c := &p.Chars[i]
		c.X0, c.X1, c.OriginX = c.X0+dx, c.X1+dx, c.OriginX+dx
		c.Y0, c.Y1, c.BaselineY = c.Y0+dy, c.Y1+dy, c.BaselineY+dy
	}
	for i := range p.Edges {
		e := &p.Edges[i]
		e.X0, e.X1, e.Y0, e.Y1 = e.X0+dx, e.X1+dx, e.Y0+dy, e.Y1+dy
	}
}

// noise tells what is left of rulings and specks: a word of nothing but bars.
// Digits and letters are never touched.
func noise(text string) bool {
	return strings.Trim(text, "|│丨_—-=~·.,'`‘’“”\"^*°") == "" && strings.ContainsAny(text, "|│丨_")
}

// bodySize is the usual height of a line in pixels.
func bodySize(words []word) float64 {
	var heights [400]int
	total := 0
	for i := range words {
		if h := words[i].lineBottom - words[i].lineTop; h > 0 && h < len(heights) {
			n := utf8.RuneCountInString(words[i].text)
			heights[h] += n
			total += n
		}
	}
	seen := 0
	for h, n := range heights {
		if seen += n; seen*2 >= total {
			return float64(h)
		}
	}
	return 0
}

// size is the height of a word's line. The ink of a line says little of its
// font, so lines about as high as most are taken to be of one size.
func (w *word) size(body float64) float64 {
	h := float64(w.lineBottom - w.lineTop)
	switch {
	case h <= 0:
		return max(body, 1)
	case body > 0 && h > 0.7*body && h < 1.35*body:
		return body
	}
	return h
}

// chars spreads a word over its box: a Chinese character takes two parts of
// the width, a letter or digit one. The foot of the line is the baseline, for
// the ink of a comma says nothing of it.
func chars(w *word, scale, body float64) []glyph.Char {
	total := 0
	for _, r := range w.text {
		total += parts(r)
	}
	x := float64(w.x0) * scale
	unit := float64(w.x1-w.x0) * scale / float64(max(total, 1))
	bottom := float64(w.lineBottom) * scale
	if w.lineBottom <= 0 {
		bottom = float64(w.y1) * scale
	}
	size := w.size(body) * scale
	out := make([]glyph.Char, 0, len(w.text))
	for _, r := range w.text {
		c := glyph.Char{
			Text: string(r), X0: x, X1: x + unit*float64(parts(r)), Y0: bottom - size, Y1: bottom,
			OriginX: x, BaselineY: bottom - 0.1*size, Size: size, Doubtful: w.confidence < doubtful,
		}
		x = c.X1
		out = append(out, c)
	}
	return out
}

func parts(r rune) int {
	if r < 0x2E80 {
		return 1
	}
	return 2
}
