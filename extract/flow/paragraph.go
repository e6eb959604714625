package flow

import (
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// Paragraph is one or more Body lines put together without anything between them.
type Paragraph struct {
	Text   string
	Page   int     // of its first line
	Pieces []Piece // where Text comes from, in order, without gaps
}

// Piece says that Text[Start:End] is the text of line number Line from byte Offset on.
type Piece struct {
	Start, End int
	Line       int
	Offset     int
}

// Paragraphs puts the Body lines of doc together by their Joins. Tables and
// running lines are left out; blank lines give no paragraph. The text of a line
// stands in it without the blanks at both ends.
func Paragraphs(doc *extract.Document) []Paragraph {
	var out []Paragraph
	var texts []string // of the pieces; most paragraphs have only one, which is not copied
	var pieces []Piece
	page, end := 0, 0
	flush := func() {
		if len(pieces) > 0 {
			out = append(out, Paragraph{Text: strings.Join(texts, ""), Page: page, Pieces: pieces})
		}
		texts, pieces, end = texts[:0], nil, 0
	}
	for i := range doc.Pages {
		for j := range doc.Pages[i].Lines {
			l := &doc.Pages[i].Lines[j]
			if l.Kind != extract.Body {
				continue
			}
			from, to := runes.TrimSpan(l.Text, 0, len(l.Text))
			if from == to {
				continue
			}
			if !l.Joins {
				flush()
				page = doc.Pages[i].Number
			}
			start := end
			end += to - from
			texts = append(texts, l.Text[from:to])
			pieces = append(pieces, Piece{Start: start, End: end, Line: l.Number, Offset: from})
		}
	}
	flush()
	return out
}

// Line is the number of the paragraph's first line.
func (p *Paragraph) Line() int { return p.Pieces[0].Line }

// Locate gives the line of Text[start:end] and its byte span there. A span over
// several lines ends with the first of them: broken says so.
func (p *Paragraph) Locate(start, end int) (line, from, to int, broken bool) {
	for i, c := range p.Pieces {
		if start >= c.End && i < len(p.Pieces)-1 {
			continue
		}
		from = c.Offset + min(start, c.End) - c.Start
		line, to, broken = c.Line, c.Offset+min(end, c.End)-c.Start, false
		for _, d := range p.Pieces[i+1:] {
			if end <= d.Start {
				break
			}
			if d.Line != line {
				return line, from, to, true
			}
			to = d.Offset + min(end, d.End) - d.Start
		}
		return line, from, to, false
	}
	return 0, 0, 0, false
}

// without gives the paragraph without the byte ranges cut, which are in order.
func (p *Paragraph) without(cut [][2]int) Paragraph {
	if len(cut) == 0 {
		return *p
	}
	out := Paragraph{Page: p.Page}
	var b strings.Builder
	b.Grow(len(p.Text))
	for _, c := range p.Pieces {
		at := c.Start
		keep := func(to int) {
			if to <= at {
				return
			}
			start := b.Len()
			b.WriteString(p.Text[at:to])
			out.Pieces = append(out.Pieces, Piece{Start: start, End: b.Len(), Line: c.Line, Offset: c.Offset + at - c.Start})
		}
		for _, x := range cut {
			if x[1] <= at || x[0] >= c.End {
				continue
			}
			keep(x[0])
			at = min(x[1], c.End)
		}
		keep(c.End)
	}
	out.Text = b.String()
	if len(out.Pieces) == 0 {
		out.Pieces = []Piece{{Line: p.Line(), Offset: p.Pieces[0].Offset}}
	}
	return out
}
