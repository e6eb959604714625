package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yusuan/extract/runes"
)

// segment is a part of a line that blanks set apart: line[start:end], printed
// from x0 to x1 in half-width units.
type segment struct {
	start, end int
	x0, x1     int
	c0, c1     int  // the same in characters, which is what some converters count
	number     bool // a number, or a dash in its place
	single     bool // ends with a Chinese character that blanks set apart: 收 入
}

func (s segment) text(line string) string { return line[s.start:s.end] }

// tabStop is the width that a TAB fills up to.
const tabStop = 8

// maxSpread is the widest gap inside a spread word (项        目), in half-width units.
const maxSpread = 10

// measureWord is what goes on with a number of running text (2024 年, 18 个).
var measureWord = regexp.MustCompile(`^(?:年[^终]|年$|月|万|亿|元|%|％|个(?:[^人]|$)|家|户|人次|公里|平方|亩|吨|项|名|所[^得]|余|多|至)`)

// segments cuts a line at its blanks. One blank inside a label stays; a blank
// beside a number cuts; single characters spread over a cell (总  计) are one word.
func segments(line string) []segment {
	words := split(line)
	var out []segment
	for _, w := range words {
		if n := len(out); n > 0 && sameCell(line, out[n-1], w) {
			p := &out[n-1]
			p.end, p.x1, p.c1, p.single, p.number = w.end, w.x1, w.c1, w.single, false
			continue
		}
		out = append(out, w)
	}
	return unglue(line, out)
}

// glued is a label that runs into an amount with thousands separators, the blank
// between them lost.
var glued = regexp.MustCompile(`^.*[\p{Han}）)](-?\d{1,3}(?:,\d{3})+(?:\.\d+)?)$`)

// unglue cuts such a label from its amount in a row that has other numbers.
func unglue(line string, segs []segment) []segment {
	if len(segs) < 2 || !hasNumber(segs) {
		return segs
	}
	for i := 0; i < len(segs); i++ {
		word := segs[i].text(line)
		if !strings.Contains(word, ",") {
			continue
		}
		m := glued.FindStringSubmatchIndex(word)
		if m == nil {
			continue
		}
		a, b := segs[i], segs[i]
		at := a.start + m[2]
		a.end, a.x1 = at, a.x0+runes.StringWidth(line[a.start:at])
		a.c1 = a.c0 + utf8.RuneCountInString(line[a.start:at])
		b.start, b.x0, b.c0, b.number = at, a.x1, a.c1, true
		segs = append(segs[:i], append([]segment{a, b}, segs[i+1:]...)...)
		i++
	}
	return segs
}

// spreadWords cuts a line at every blank but those inside a spread word.
func spreadWords(line string) []segment {
	var out []segment
	for _, w := range split(line) {
		if n := len(out); n > 0 && out[n-1].single && w.single && w.x0-out[n-1].x1 <= maxSpread {
			out[n-1].end, out[n-1].x1, out[n-1].c1 = w.end, w.x1, w.c1
			continue
		}
		out = append(out, w)
	}
	return out
}

// split cuts a line at every blank.
func split(line string) []segment {
	var out []segment
	x, chars, in := 0, -1, false
	for i, r := range line {
		chars++
		if runes.IsSpace(r) {
			if r == '\t' {
				x += tabStop - x%tabStop
			} else {
				x += runes.Width(r)
			}
			in = in && runes.IsZeroWidth(r)
			continue
		}
		if !in {
			out = append(out, segment{start: i, x0: x, c0: chars})
			in = true
		}
		x += runes.Width(r)
		s := &out[len(out)-1]
		s.end, s.x1, s.c1 = i+utf8.RuneLen(r), x, chars+1
		if r == utf8.RuneError {
			s.end = i + runeLenAt(line, i)
		}
	}
	for i := range out {
		t := out[i].text(line)
		out[i].number = runes.IsNumber(t) || runes.IsDash(t)
		r, n := utf8.DecodeRuneInString(t)
		out[i].single = n == len(t) && runes.IsHan(r)
	}
	return out
}

func runeLenAt(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

// sameCell tells whether word b goes on with the cell that a ends.
func sameCell(line string, a, b segment) bool {
	gap := b.x0 - a.x1
	switch {
	case a.single && b.single:
		return gap <= maxSpread
	case gap >= 2:
		return false
	case a.number && b.number:
		return false
	case b.number:
		return strings.HasSuffix(a.text(line), "：") && !strings.ContainsAny(b.text(line), ",.")
	case a.number:
		return measureWord.MatchString(b.text(line))
	}
	return true
}

// hasClauseSign tells a line with a sign that ends or divides sentences: no row of a
// table holds one.
func hasClauseSign(t string) bool {
	for _, s := range []string{"。", "；", "！", "？", ";", "!", "?"} {
		if strings.Contains(t, s) {
			return true
		}
	}
	return false
}

// rowLikeText tells whether nothing in a line forbids that it is a row.
func rowLikeText(line string) bool {
	return !hasClauseSign(line) && line[0] != '#' && !hasComma(line) && !isUnit(line)
}

// rowLike tells whether a line with these segments may be a row of an aligned table.
func rowLike(line string, segs []segment) bool {
	if len(segs) < 2 || len(segs) > maxColumns || hasClauseSign(line) || line[0] == '#' {
		return false
	}
	for _, s := range segs {
		t := s.text(line)
		if isUnit(t) || hasComma(t) || utf8.RuneCountInString(t) > 60 {
			return false
		}
	}
	return true
}

// isUnit tells the line that names a table's unit.
func isUnit(t string) bool { return strings.Contains(t, "位") && unitWord.MatchString(runes.Trim(t)) }

// unitWord opens the line that names a table's unit.
var unitWord = regexp.MustCompile(`^[（(【\[]?(?:金额|货币|编制|计量|数据)?单\s?位\s?[：:]`)

// hasComma tells a comma that divides clauses; one between digits divides thousands.
func hasComma(t string) bool {
	for i, r := range t {
		if r != '，' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(t[:i])
		after, _ := utf8.DecodeRuneInString(t[i+len("，"):])
		if !runes.IsDigit(before) || !runes.IsDigit(after) {
			return true
		}
	}
	return false
}
