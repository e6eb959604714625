package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yusuan/extract/runes"
)

// findAligned finds tables whose columns are set by runs of blanks.
func findAligned(s *source) []found {
	var out []found
	for i := 0; i < len(s.lines) && !s.stopped(); {
		segs := rowSegments(s, i)
		if segs == nil {
			i++
			continue
		}
		block, next := alignedBlock(s, i)
		for _, part := range cutAtHeaders(s, block) {
			if f, ok := alignedTable(s, part); ok {
				out = append(out, f)
			}
		}
		i = next
	}
	return out
}

// entry is a line of a block of rows.
type entry struct {
	line   int
	segs   []segment
	after  bool // a blank line, or a line that is no row, stands before it
	page   bool // a page break stands before it
	single bool // a label alone
	rule   bool // only drawn
}

// rowSegments are the segments of line i where it may be a row, else nil.
func rowSegments(s *source, i int) []segment {
	t := s.text(i)
	if t == "" || hasClauseSign(t) || hasBar(t) {
		return nil
	}
	segs := segments(t)
	if !rowLike(t, segs) || isCaption(t, segs) {
		return nil
	}
	return segs
}

// captionNumber is what opens a numbered caption: 表2, 附表二, 附件1-3.
var captionNumber = regexp.MustCompile(`^(?:附?表|附件)(?:[一二三四五六七八九十]+|\d+(?:[-－—]\d+)?)[：:]?$`)

// isCaption tells a caption whose number blanks set apart.
func isCaption(t string, segs []segment) bool {
	return len(segs) == 2 && !segs[1].number && captionNumber.MatchString(segs[0].text(t))
}

// alignedBlock collects rows from line i on. Between rows may stand one blank
// line, labels without numbers, and at a page break the running lines with a
// repeated caption and unit.
func alignedBlock(s *source, i int) ([]entry, int) {
	block := []entry{{line: i, segs: rowSegments(s, i)}}
	next := i + 1
	var pending []entry
	blanks, page := 0, false
	for j := i + 1; j < len(s.lines); j++ {
		if s.running(j) || s.page[j] != s.page[j-1] {
			page = true
		}
		if s.running(j) || s.blank(j) {
			if s.blank(j) {
				blanks++
			}
			if blanks > 1 && !page && !acrossPage(s, block[len(block)-1].line, j) {
				break
			}
			continue
		}
		if segs := rowSegments(s, j); segs != nil {
			block = append(block, pending...)
			block = append(block, entry{line: j, segs: segs, after: blanks > 0 && !page, page: page})
			pending, blanks, page, next = nil, 0, false, j+1
			continue
		}
		e, ok := between(s, j, page)
		if !ok || len(pending) >= 3 {
			break
		}
		e.after, e.page = blanks > 0, page
		pending = append(pending, e)
		blanks = 0
	}
	return append(block, tail(s, block, pending)...), next
}

// between tells whether line j may stand between two rows.
func between(s *source, j int, page bool) (entry, bool) {
	t := s.text(j)
	if isRule(t) {
		return entry{line: j, rule: true}, true
	}
	if page && isUnit(t) {
		return entry{line: j, rule: true}, true
	}
	segs := segments(t)
	if len(segs) != 1 && !isCaption(t, segs) || hasClauseSign(t) || hasComma(t) || strings.HasPrefix(t, "#") || utf8.RuneCountInString(t) > 60 {
		return entry{}, false
	}
	if isUnit(segs[0].text(t)) || segs[0].number {
		return entry{}, false
	}
	return entry{line: j, segs: segs, single: true}, true
}

// tail keeps the labels without numbers that end a table: as far indented as a
// label above, which a heading isn't.
func tail(s *source, block, pending []entry) []entry {
	var out []entry
	for _, e := range pending {
		if !e.rule && !e.after && len(out) == 0 && wrapsOn(s, block, e) {
			out = append(out, e)
			continue
		}
		if e.rule || e.after || len(e.segs) == 0 || e.segs[0].x0 == 0 || headingNumber.MatchString(s.lines[e.line].Text) {
			break
		}
		same := false
		for _, b := range block {
			for _, g := range b.segs {
				same = same || g.x0 == e.segs[0].x0 && !g.number
			}
		}
		if !same || utf8.RuneCountInString(e.segs[0].text(s.lines[e.line].Text)) > 20 {
			break
		}
		out = append(out, e)
	}
	return out
}

// headingNumber opens a heading or a numbered row.
var headingNumber = regexp.MustCompile(`^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])`)

// cutAtHeaders cuts a block where the header of another table begins: a row
// without numbers behind rows with numbers, with a caption or a blank line before
// it. The same header after a page break is a repeated one.
func cutAtHeaders(s *source, block []entry) [][]entry {
	var parts [][]entry
	start, numbers := 0, false
	heads := map[string]bool{}
	for k, e := range block {
		if hasNumber(e.segs) {
			numbers = true
			continue
		}
		if e.single || e.rule {
			continue
		}
		text := squeezed(s, e)
		if !numbers {
			heads[text] = true
			continue
		}
		if heads[text] && brokenByPage(block, k) {
			dropRepeated(block, k)
			continue
		}
		begins := heads[text] || captioned(block, k) || e.after && !e.page
		if !begins {
			continue // a row of labels without numbers
		}
		end := k
		for end > start && (block[end-1].single || block[end-1].rule) {
			end--
		}
		parts = append(parts, block[start:end])
		start, numbers, heads = k, false, map[string]bool{text: true}
	}
	return append(parts, block[start:])
}

// captioned tells whether a line that is no row stands right before entry k.
func captioned(block []entry, k int) bool { return k > 0 && (block[k-1].single || block[k-1].rule) }

// brokenByPage tells whether entry k stands behind a page break, a caption aside.
func brokenByPage(block []entry, k int) bool {
	for ; k > 0; k-- {
		if block[k].page {
			return true
		}
		if !block[k-1].single && !block[k-1].rule {
			return false
		}
	}
	return false
}

// dropRepeated makes a repeated header, and the caption before it, lines that are no rows.
func dropRepeated(block []entry, k int) {
	block[k].rule = true
	for k--; k > 0 && (block[k].single || block[k].rule); k-- {
		block[k].rule = true
	}
}

func hasNumber(segs []segment) bool {
	for _, g := range segs {
		if g.number {
			return true
		}
	}
	return false
}

// squeezed is the text of an entry's line without blanks.
func squeezed(s *source, e entry) string {
	return strings.Map(func(r rune) rune {
		if runes.IsSpace(r) {
			return -1
		}
		return r
	}, s.lines[e.line].Text)
}
