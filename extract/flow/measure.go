package flow

import (
	"sort"
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// measures are the margins of a document's running text in half-width units.
type measures struct {
	wrapped     bool    // lines are cut at a fixed width
	left, right float64 // the margins
	indents     bool    // paragraphs begin with an indent
	leading     float64 // from line to line in points, 0 where unknown
	size        float64 // usual type size, 0 where unknown
}

// minWrapped is the narrowest column of hard-wrapped text, 18 Chinese characters.
const minWrapped = 36

// span is where a line's print begins and ends, in half-width units. With a box it
// is measured in the line's own letters.
func span(l *extract.Line) (float64, float64) {
	if (l.Box != extract.Box{}) {
		em := l.Size
		if em <= 0 {
			em = max(l.Box[3]-l.Box[1], 1)
		}
		return (l.Box[0] - l.Column) / em * 2, (l.Box[2] - l.Column) / em * 2
	}
	a, b := runes.TrimSpan(l.Text, 0, len(l.Text))
	left := float64(runes.Indent(l.Text))
	return left, left + float64(runes.StringWidth(l.Text[a:b]))
}

// measure fills in where each printed line begins and ends, and finds the margins: the text is hard-wrapped where many of its printed
// lines end at one right edge, nothing goes beyond, and the sentence often isn't over there.
// Lines in another type than the usual one have margins of their own.
func measure(all []item) measures {
	var lefts, rights []float64
	usual := usualSize(all)
	for i := range all {
		if all[i].blank || all[i].line.Kind != extract.Body {
			continue
		}
		it := &all[i]
		if it.left, it.right = span(it.line); otherType(it.line, usual) {
			continue
		}
		lefts, rights = append(lefts, it.left), append(rights, it.right)
	}
	var m measures
	if len(rights) == 0 {
		return m
	}
	sort.Float64s(lefts)
	sort.Float64s(rights)
	m.left = lowEdge(lefts)
	m.right = rights[len(rights)*95/100]
	if len(rights) < 20 {
		m.right = rights[len(rights)-1]
	}
	width := m.right - m.left
	near, open, indented := 0, 0, 0
	for i := range all {
		if all[i].blank || all[i].line.Kind != extract.Body || otherType(all[i].line, usual) {
			continue
		}
		l, r := all[i].left, all[i].right
		if r >= m.right-5 {
			near++
			if !endsSentence(all[i].text) {
				open++
			}
		}
		if l >= m.left+2.5 && l <= m.left+6 && isProse(all[i].text) {
			indented++
		}
	}
	m.wrapped = width >= minWrapped && !beyond(all, rights, m.right*1.3+4) && near >= 3 && near*5 >= len(rights) && open*2 >= near
	m.indents = indented >= 2
	m.leading, m.size = leading(all), usual
	return m
}

// beyond tells whether lines end further right than a margin allows. On paper a few
// may: titles and units over two columns of text.
func beyond(all []item, rights []float64, limit float64) bool {
	n := len(rights) - sort.SearchFloat64s(rights, limit)
	if all[0].line.Box == (extract.Box{}) {
		return n > 0
	}
	return n*20 > len(rights)
}

// otherType tells a line whose type is larger or smaller than the usual one.
func otherType(l *extract.Line, usual float64) bool {
	return usual > 0 && l.Size > 0 && (l.Size < 0.92*usual || l.Size > 1.08*usual)
}

// leading is the commonest distance from one line of running text to the next on a page:
// rows of tables stand closer or wider.
func leading(all []item) float64 {
	var steps []float64
	for i := 1; i < len(all); i++ {
		a, b := &all[i-1], &all[i]
		if a.line.Kind != extract.Body || b.line.Kind != extract.Body {
			continue
		}
		if d := b.line.Box[1] - a.line.Box[1]; a.page == b.page && d > 0 {
			steps = append(steps, d)
		}
	}
	if len(steps) == 0 {
		return 0
	}
	sort.Float64s(steps)
	return steps[len(steps)/2]
}

// apart tells whether more than the usual distance lies between two lines of a page.
func (m measures) apart(a, b *item) bool {
	return m.leading > 0 && a.page == b.page && b.line.Box[1]-a.line.Box[1] > m.leading*1.25
}

// lowEdge is the left margin: the smallest place where at least one line in
// twenty begins.
func lowEdge(sorted []float64) float64 { return sorted[len(sorted)/20] }

// full tells a line that reaches the right margin, give or take a character and a
// sign that may not begin a line.
func (m measures) full(it *item) bool {
	return it.right >= m.right-5
}

// indented tells the first line of a paragraph by its indent of one to three characters.
func (m measures) indented(it *item) bool {
	return m.indents && it.left >= m.left+2.5
}

// centred tells a title: as much room on its left as on its right, and plenty. A
// sentence over most of the width is none: it only begins with a deep indent.
func (m measures) centred(it *item) bool {
	before, after := it.left-m.left, m.right-it.right
	if strings.ContainsAny(it.text, "，。；") && it.right-it.left > 0.7*(m.right-m.left) {
		return false
	}
	return m.wrapped && before >= 7 && after >= 3 && before-after < 8 && after-before < 8
}
