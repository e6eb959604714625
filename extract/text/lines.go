package text

import (
	"fmt"
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// maxLines is the most lines that are kept of a file; a report of a thousand pages
// has some 40,000.
const maxLines = 500000

// maxBrokenLines is how many lines with broken bytes are reported one by one.
const maxBrokenLines = 20

// pages cuts s into lines as they stand in the file (ended by LF, CR LF, or CR
// where the file has no LF) and into pages at form feeds, which converters set at
// the beginning of a page's first line. Lines beyond maxLines are left out: cut says so.
func pages(s string) (out []extract.Page, cut bool) {
	end := "\n"
	if !strings.Contains(s, "\n") && strings.Contains(s, "\r") {
		end = "\r"
	}
	n := min(strings.Count(s, end)+1, maxLines)
	lines := make([]extract.Line, 0, n)
	start := 0
	turn := func() {
		out = append(out, extract.Page{Number: len(out) + 1, Engine: "text", Lines: lines[start:len(lines):len(lines)]})
		start = len(lines)
	}
	for s != "" && len(lines) < maxLines {
		var text string
		text, s, _ = strings.Cut(s, end)
		text = strings.TrimSuffix(text, "\r")
		if strings.HasPrefix(text, "\f") {
			if len(lines) > start {
				turn()
			}
			text = strings.TrimLeft(text, "\f")
		}
		after := strings.HasSuffix(text, "\f")
		text = strings.TrimRight(text, "\f")
		lines = append(lines, extract.Line{Number: len(lines) + 1, Text: text, Indent: float64(runes.Indent(text))})
		if after {
			turn()
		}
	}
	if len(lines) > start || len(out) == 0 {
		turn()
	}
	return out, s != ""
}

// broken reports the lines that hold bytes their encoding doesn't know.
func broken(doc *extract.Document) {
	n := 0
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			c := strings.Count(l.Text, "\uFFFD")
			if c == 0 {
				continue
			}
			if n++; n > maxBrokenLines {
				continue
			}
			doc.Problems = append(doc.Problems, extract.Problem{Code: "E002", Page: p.Number, Line: l.Number,
				Message: fmt.Sprintf("第%d行有%d处无法按%s解码的字节，已用“�”代替，请核对原文", l.Number, c, doc.Encoding)})
		}
	}
	if n > maxBrokenLines {
		doc.Problems = append(doc.Problems, extract.Problem{Code: "E002",
			Message: fmt.Sprintf("另有%d行含有无法解码的字节，未逐行列出", n-maxBrokenLines)})
	}
}
