package ocr

import (
	"image"
	"strings"
	"unicode/utf8"

	"yusuan/extract/pdf/glyph"
)

// Tesseract gives the words of a line in the right order, but their boxes
// overlap and leave gaps that no print has. In parts of the line's height:
const (
	closeHan   = 1.2  // a gap between Chinese characters up to this is closed
	closeOther = 0.15 // and one beside a letter or digit
	narrowest  = 0.3  // part of its own width that a word keeps when pushed aside
)

// spread gives the characters of the words of a page. Within a line they stand
// one after the other as tesseract read them.
func spread(img *image.Gray, strokes []stroke, words []word, scale, body float64) []glyph.Char {
	var out []glyph.Char
	for i := 0; i < len(words); {
		j := i + 1
		for j < len(words) && words[j].line == words[i].line {
			j++
		}
		line := words[i:j]
		dropMarks(img, line)
		straighten(line)
		clip(line, strokes)
		for k := range line {
			if line[k].text != "" && !noise(line[k].text) {
				out = append(out, chars(&line[k], scale, body)...)
			}
		}
		i = j
	}
	return out
}

// straighten makes the boxes of a line follow each other without overlap and
// without the small gaps beside the ink of characters.
func straighten(line []word) {
	top, bottom := inkOf(line)
	widen(line, float64(bottom-top))
	for k := 1; k < len(line); k++ {
		a, b := &line[k-1], &line[k]
		if b.x0 < a.x1 {
			width := b.x1 - b.x0
			b.x0 = a.x1
			b.x1 = max(b.x1, b.x0+int(narrowest*float64(width))+1)
			continue
		}
		limit := closeOther
		if last, _ := utf8.DecodeLastRuneInString(a.text); parts(last) == 2 {
			if first, _ := utf8.DecodeRuneInString(b.text); parts(first) == 2 {
				limit = closeHan
			}
		}
		if gap := b.x0 - a.x1; float64(gap) <= limit*float64(bottom-top) {
			a.x1 = b.x0
		}
	}
}

// widen gives words of Chinese the width that their characters must have, as
// far as the next word leaves room: some boxes cover only a part of the word.
func widen(line []word, em float64) {
	for k := range line {
		w := &line[k]
		if strings.ContainsFunc(w.text, func(r rune) bool { return parts(r) == 1 }) {
			continue
		}
		want := w.x0 + int(0.95*em*float64(utf8.RuneCountInString(w.text)))
		if k+1 < len(line) {
			want = min(want, line[k+1].x0)
		}
		w.x1 = max(w.x1, want)
	}
}
