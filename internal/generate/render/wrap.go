package render

import (
	"strings"

	"yusuan/internal/generate/pen"
)

// paragraph breaks a paragraph as the settings say.
func paragraph(text string, s Settings) []string {
	if !s.Whole || s.Wrap == 0 {
		return wrap(text, s.Wrap)
	}
	var lines []string
	line := ""
	for _, piece := range pieces(text) {
		if line != "" && width(line)+width(piece) > 2*s.Wrap {
			lines = append(lines, line)
			line = ""
		}
		line += piece
	}
	return append(lines, line)
}

// pieces cuts a text where a word processor may break a line: not inside a
// number, and not before closing punctuation.
func pieces(text string) []string {
	var out []string
	inNumber := false
	for _, r := range text {
		number := r >= '0' && r <= '9' || strings.ContainsRune(".,%-", r)
		switch {
		case len(out) > 0 && (pen.IsMark(r) && !pen.Opens(r) || number && inNumber || strings.ContainsRune("，。；、：）”》％", r)):
			out[len(out)-1] += string(r)
		case len(out) > 0 && holdsNext(out[len(out)-1]):
			out[len(out)-1] += string(r)
		default:
			out = append(out, string(r))
		}
		if !pen.IsMark(r) {
			inNumber = number
		}
	}
	return out
}

// holdsNext reports whether a line may not end here: after an opening bracket,
// or in a mark before its text.
func holdsNext(s string) bool {
	rs := []rune(s)
	last := rs[len(rs)-1]
	return strings.ContainsRune("（“《", last) || pen.IsMark(last) && !pen.Closes(last)
}

// wrap breaks a paragraph at a width in Chinese characters, wherever that falls:
// numbers and words are cut in two, as the text of a PDF is.
func wrap(text string, chars int) []string {
	if chars == 0 {
		return []string{text}
	}
	var lines []string
	var b strings.Builder
	n := 0
	for _, r := range text {
		w := 2
		if pen.IsMark(r) {
			w = 0
		} else if r < 0x2000 {
			w = 1
		}
		if n+w > 2*chars {
			lines = append(lines, b.String())
			b.Reset()
			n = 0
		}
		b.WriteRune(r)
		n += w
	}
	return append(lines, b.String())
}
