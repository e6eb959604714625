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

// Page reads the picture of a page, drawn at dpi, into p: characters and
// rulings replace what is there. The picture is changed.
func (e *Engine) Page(ctx context.Context, img *image.Gray, dpi int, p *glyph.Page) error {
	strokes := rulings(img)
	erase(img, strokes)
	words, err := e.words(ctx, img)
	if err != nil {
		return err
	}
	scale := 72 / float64(dpi)
	p.Chars, p.Edges = nil, nil
	for _, s := range strokes {
		p.Edges = append(p.Edges, s.edge(scale))
	}
	p.Chars = spread(words, scale, bodySize(words))
	p.Engine, p.OCR = "ocr", true
	return nil
}

// noise tells what is left of rulings and specks: a word of nothing but bars.
// Digits and letters are never touched.
func noise(text string) bool {
	return strings.Trim(text, "|│丨_—-=~·.,'`‘’“”\"^*°") == "" && strings.ContainsAny(text, "|│丨_")
}

// bodySize is the usual height of a line in pixels.
func bodySize(words []word) float64 {
	var heights [400]int
	for i := range words {
		if h := words[i].y1 - words[i].y0; h < len(heights) {
			heights[h] += utf8.RuneCountInString(words[i].text)
		}
	}
	total := 0
	for _, n := range heights {
		total += n
	}
	seen := 0
	for h, n := range heights {
		if seen += n; seen*10 >= total*7 { // small print and punctuation aside
			return float64(h)
		}
	}
	return 0
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
	height := float64(w.lineBottom - w.lineTop)
	if height <= 0 || height > 1.6*body && body > 0 {
		height = min(height, max(float64(w.y1-w.y0), body))
	}
	bottom := float64(w.lineBottom) * scale
	if w.lineBottom <= 0 || float64(w.lineBottom-w.lineTop) > 1.6*body {
		bottom = float64(w.y1) * scale
	}
	size := height * scale
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
