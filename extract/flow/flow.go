// Package flow puts the lines of a document together: which of them are running
// headers, footers and page numbers, and which go on with the sentence of the
// line before. It works on the lines of every reader alike, by their boxes where
// those are known and by the width of the text where not.
package flow

import (
	"yusuan/extract"
	"yusuan/extract/runes"
)

// Mark marks running lines, then joined ones.
func Mark(doc *extract.Document) {
	MarkRunning(doc)
	MarkJoins(doc)
}

// item is a line with what the rules of this package look at.
type item struct {
	line  *extract.Line
	page  int
	text  string // without blanks and Markdown marks around it
	blank bool
	left  float64 // where the print of a line begins and ends, see measure
	right float64
}

// items lists the lines of all pages in reading order.
func items(doc *extract.Document) []item {
	n := 0
	for _, p := range doc.Pages {
		n += len(p.Lines)
	}
	out := make([]item, 0, n)
	for i := range doc.Pages {
		for j := range doc.Pages[i].Lines {
			l := &doc.Pages[i].Lines[j]
			t := bare(l.Text)
			out = append(out, item{line: l, page: doc.Pages[i].Number, text: t, blank: t == "" && runes.IsBlank(l.Text)})
		}
	}
	return out
}
