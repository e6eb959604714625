package flow

import (
	"strings"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// MarkJoins sets Joins on Body lines that go on with the sentence or paragraph of
// the Body line before, over line ends, blank lines and page breaks.
func MarkJoins(doc *extract.Document) {
	all := items(doc)
	m := measure(all)
	var prev *item // last printed Body line, nil after a table
	inProse := false
	gap := 0
	for i := range all {
		it := &all[i]
		switch {
		case it.line.Kind == extract.Running || it.blank:
			if it.blank {
				gap++
			}
			continue
		case it.line.Kind != extract.Body:
			prev, inProse, gap = nil, false, 0
			continue
		}
		it.line.Joins = prev != nil && joins(m, prev, it, inProse, gap)
		inProse = it.line.Joins || startsProse(m, it)
		prev, gap = it, 0
	}
}

// maxGap is the most blank lines that a broken sentence runs over: a page break
// leaves a few.
const maxGap = 4

// joins tells whether b goes on with a. inProse says that a is known to be part of
// a paragraph.
func joins(m measures, a, b *item, inProse bool, gap int) bool {
	if gap == 0 && a.page == b.page && opensBracket(a.text) && closesBracket(b.text) {
		return true // a heading or caption that was too long for its line, too
	}
	if gap == 0 && m.oneTitle(a, b) {
		return true
	}
	if isHeading(a.line.Text) || isHeading(b.line.Text) || isUnitLine(a.text) || gap > maxGap || a.text == "" || b.text == "" {
		return false
	}
	if splitNumber(a, b) {
		return inProse || isProse(a.text)
	}
	if opens(b.text) || m.indented(b) {
		return false
	}
	if m.wrapped {
		return joinsWrapped(m, a, b, inProse, gap)
	}
	return joinsBroken(a, b)
}

// opensBracket tells a line that ends inside a bracket.
func opensBracket(t string) bool {
	depth := 0
	for _, r := range t {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth = max(depth-1, 0)
		}
	}
	return depth > 0
}

// closesBracket tells a line that ends a bracket of the line before.
func closesBracket(t string) bool {
	i := strings.IndexAny(t, "（()）")
	return i >= 0 && (strings.HasPrefix(t[i:], "）") || t[i] == ')')
}

// joinsWrapped judges in a text whose lines are cut at a fixed width.
func joinsWrapped(m measures, a, b *item, inProse bool, gap int) bool {
	full := m.full(a)
	if endsSentence(a.text) {
		apart := gap > 0 && a.page == b.page || m.apart(a, b)
		return inProse && full && !apart && (isProse(b.text) || m.full(b))
	}
	switch {
	case m.centred(a) || m.centred(b) && !full:
		return false
	case inProse:
		return full || isProse(a.text) || a.line.Joins
	}
	return full && isProse(a.text+b.text) || isOpen(a.text)
}

// joinsBroken judges in a text whose lines are whole paragraphs: only a sentence
// that was cut joins.
func joinsBroken(a, b *item) bool {
	if endsSentence(a.text) || !isProse(a.text) {
		return false
	}
	if isOpen(a.text) {
		return true
	}
	if isNumbered(a.text) && !strings.Contains(a.text, "。") && utf8.RuneCountInString(a.text) < 40 {
		return false // a heading
	}
	return startsAmount(b.text) || utf8.RuneCountInString(a.text) >= 20 && isProse(b.text)
}

// startsAmount tells a line that begins with an amount of money: no paragraph does.
func startsAmount(t string) bool {
	rest := strings.TrimLeft(t, "0123456789０１２３４５６７８９,.．，")
	return rest != t && moneyUnit(rest)
}

// startsProse tells the first line of a paragraph from a title.
func startsProse(m measures, it *item) bool {
	if isHeading(it.line.Text) || isUnitLine(it.text) {
		return false
	}
	if m.wrapped {
		return m.indented(it) && !m.centred(it) || isListItem(it.text) || isProse(it.text) && m.full(it) || isLongProse(it.text)
	}
	return isProse(it.text)
}

// splitNumber tells whether an amount was cut between a and b: digits or a decimal
// point at the end of a, and digits or a unit of money at the beginning of b; or in
// the middle of its unit.
func splitNumber(a, b *item) bool {
	last, n := utf8.DecodeLastRuneInString(a.text)
	if strings.ContainsRune(".．,，", last) {
		before, _ := utf8.DecodeLastRuneInString(a.text[:len(a.text)-n])
		first, size := utf8.DecodeRuneInString(b.text)
		if !runes.IsDigit(before) || !runes.IsDigit(first) {
			return false
		}
		second, _ := utf8.DecodeRuneInString(b.text[size:])
		return last != '，' || runes.IsDigit(second)
	}
	if last == '万' || last == '亿' {
		before, _ := utf8.DecodeLastRuneInString(a.text[:len(a.text)-n])
		return runes.IsDigit(before) && strings.HasPrefix(b.text, "元")
	}
	if !runes.IsDigit(last) || isNumberOnly(a.text) {
		return false
	}
	if moneyUnit(b.text) {
		return true
	}
	return startsAmount(b.text)
}

func isNumberOnly(t string) bool { return runes.IsNumber(t) }

func moneyUnit(t string) bool {
	for _, u := range []string{"万元", "亿元", "元", "万", "亿", "%", "％", "个百分点"} {
		if strings.HasPrefix(t, u) {
			return true
		}
	}
	return false
}
