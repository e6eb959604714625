package table

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run of characters without a gap; text holds no spaces.
type word struct {
	text           string
	x0, y0, x1, y1 float64
	base, size     float64
	bold           bool
	spaced         bool // white stands before it on its line
	blank          bool // a space character stands before it
	pad            int  // leading space characters right before it, in half-width units
	chars          []int
}

// line is one printed line over the whole page width.
type line struct {
	words          []*word
	x0, y0, x1, y1 float64
	base, size     float64
}

const (
	wordGap = 0.22 // of the font size: a gap wider than this parts words
	baseTol = 0.25 // of the font size: baselines nearer than this are one line
)

func base(c *Char) float64 {
	if c.Base != 0 {
		return c.Base
	}
	return c.Y1
}

func isSpace(s string) bool { return strings.TrimSpace(s) == "" }

func usable(c *Char) bool {
	if !onPaper(c.X0, c.Y0, c.X1, c.Y1, c.Base, c.Size) {
		return false
	}
	return c.X1 >= c.X0 && c.Y1 >= c.Y0 && c.Text != ""
}

// textLines groups the characters of a page, without those marked in skip, to
// lines of words, from the top down.
func textLines(p *Page, skip []bool) []*line {
	if skip != nil {
		return newLines(p, skip)
	}
	if p.lines == nil {
		p.lines = newLines(p, nil)
	}
	return p.lines
}

func newLines(p *Page, skip []bool) []*line {
	order := make([]int, 0, len(p.Chars))
	for i := range p.Chars {
		if (skip == nil || !skip[i]) && usable(&p.Chars[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(base(&p.Chars[a]), base(&p.Chars[b])) })
	var groups [][]int
	for at := 0; at < len(order); {
		first := &p.Chars[order[at]]
		end := at + 1
		limit := base(first) + baseTol*charSize(first)
		for end < len(order) && base(&p.Chars[order[end]]) <= limit {
			end++
		}
		groups = append(groups, order[at:end:end])
		at = end
	}
	groups = attachScripts(p, groups)
	out := make([]*line, 0, len(groups))
	for _, g := range groups {
		if l := makeLine(p, g); l != nil {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *line) int { return cmp.Compare(a.base, b.base) })
	return out
}

func charSize(c *Char) float64 {
	if c.Size > 0 {
		return c.Size
	}
	return math.Max(c.Y1-c.Y0, 1)
}

// attachScripts moves raised and lowered small characters to the line they
// belong to: the neighbouring group whose characters they touch.
func attachScripts(p *Page, groups [][]int) [][]int {
	for i := range groups {
		for _, j := range [...]int{i + 1, i - 1} {
			if j < 0 || j >= len(groups) || len(groups[i]) == 0 || len(groups[j]) == 0 {
				continue
			}
			groups[i], groups[j] = moveScripts(p, groups[i], groups[j])
		}
	}
	out := groups[:0]
	for _, g := range groups {
		if len(g) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func moveScripts(p *Page, from, to []int) (rest, grown []int) {
	touches := func(i int) bool { return touchesLarger(p, &p.Chars[i], to) }
	if !slices.ContainsFunc(from, touches) {
		return from, to
	}
	grown = to
	for _, i := range from {
		if touches(i) {
			grown = append(grown, i)
			continue
		}
		rest = append(rest, i)
	}
	return rest, grown
}

// touchesLarger tells whether c is a super- or subscript of a character in to.
func touchesLarger(p *Page, c *Char, to []int) bool {
	size := charSize(c)
	if math.Abs(base(c)-base(&p.Chars[to[0]])) > 0.6*charSize(&p.Chars[to[0]]) {
		return false
	}
	if isSpace(c.Text) {
		return false
	}
	for _, i := range to {
		o := &p.Chars[i]
		big := charSize(o)
		if size > 0.82*big || isSpace(o.Text) {
			continue
		}
		if math.Abs(base(o)-base(c)) < 0.6*big && c.X0-o.X1 < 1.2*size && o.X0-c.X1 < 0.3*size {
			return true
		}
	}
	return false
}

func makeLine(p *Page, group []int) *line {
	slices.SortStableFunc(group, func(a, b int) int { return cmp.Compare(p.Chars[a].X0, p.Chars[b].X0) })
	l := &line{}
	var text strings.Builder // of all words; each has a part of it
	var w *word
	var starts []int
	spaced, pad, last := false, 0, rune(0)
	for at, i := range group {
		c := &p.Chars[i]
		if isSpace(c.Text) {
			spaced, pad = true, pad+width(c.Text)
			if w != nil {
				w.chars = w.chars[:len(w.chars)+1]
			}
			continue
		}
		if w == nil || spaced || parted(w, last, c) {
			w = &word{x0: c.X0, y0: c.Y0, x1: c.X1, y1: c.Y1, base: base(c), size: charSize(c), bold: c.Bold, pad: pad, blank: spaced,
				spaced: w != nil && (spaced || c.X0-w.x1 > wordGap*math.Max(w.size, charSize(c)))}
			w.chars = group[at:at]
			l.words, starts = append(l.words, w), append(starts, text.Len())
		}
		spaced, pad = false, 0
		text.WriteString(c.Text)
		last, _ = utf8.DecodeLastRuneInString(c.Text)
		w.chars = w.chars[:len(w.chars)+1]
		w.x1, w.y0, w.y1 = math.Max(w.x1, c.X1), math.Min(w.y0, c.Y0), math.Max(w.y1, c.Y1)
		if s := charSize(c); s > w.size {
			w.size, w.base = s, base(c)
		}
	}
	if len(l.words) == 0 {
		return nil
	}
	all := text.String()
	for k, w := range l.words {
		end := len(all)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		w.text, w.chars = all[starts[k]:end], slices.Clip(w.chars)
	}
	l.measure()
	return l
}

// parted tells whether a character starts a new word after w, which ends in last:
// behind a gap, or behind a small one where a number ends and a Chinese word begins.
func parted(w *word, last rune, c *Char) bool {
	gap, size := c.X0-w.x1, math.Max(w.size, charSize(c))
	if gap > wordGap*size {
		return true
	}
	first, _ := utf8.DecodeRuneInString(c.Text)
	return gap > tightGap*size && wide(first) != wide(last)
}

func (l *line) measure() {
	f := l.words[0]
	l.x0, l.y0, l.x1, l.y1, l.base, l.size = f.x0, f.y0, f.x1, f.y1, f.base, f.size
	for _, w := range l.words[1:] {
		l.x0, l.y0 = math.Min(l.x0, w.x0), math.Min(l.y0, w.y0)
		l.x1, l.y1 = math.Max(l.x1, w.x1), math.Max(l.y1, w.y1)
		if w.size > l.size {
			l.size, l.base = w.size, w.base
		}
	}
}

// width is the number of half-width places a text takes.
func width(s string) int {
	n := 0
	for _, r := range s {
		if wide(r) {
			n++
		}
		n++
	}
	return n
}

func wide(r rune) bool {
	return r >= 0x2E80 && r <= 0xFFDC && !(r >= 0xFF61 && r <= 0xFFDC) || r >= 0x20000 && r <= 0x3FFFF
}

// joinWords writes words of one line as text.
func joinWords(ws []*word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 && w.spaced {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// brokenNumber is a number that a narrow cell breaks behind a separator.
var brokenNumber = regexp.MustCompile(`[0-9],\n[0-9]{3}(?:[^0-9]|$)`)

// joinLines joins the lines of one cell. Chinese needs no space at a line end;
// other scripts do.
func joinLines(lines []string) string {
	if isBroken(lines) {
		return strings.Join(lines, "")
	}
	var out string
	for _, s := range lines {
		if out == "" {
			out = s
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(out)
		first, _ := utf8.DecodeRuneInString(s)
		if wide(last) || wide(first) && !unicode.IsDigit(last) || s == "%" || brokenNumber.MatchString(out+"\n"+s) {
			out += s
		} else {
			out += " " + s
		}
	}
	return out
}
