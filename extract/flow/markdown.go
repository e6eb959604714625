package flow

import (
	"regexp"
	"sort"
	"strings"
)

var (
	// opening marks: # headings, > quotes, - * + list marks with a blank behind them
	opening = regexp.MustCompile(`^(?:\s*(?:#{1,6}\s+|#{2,6}|>\s?|[-*+]\s+))+`)
	// the inline tags that converters leave
	tag = regexp.MustCompile("^</?(?:br|b|i|u|em|strong|span|font|sup|sub)(?: [^<>]{0,80})?/?>")
	// one pair of stars around words
	starred = regexp.MustCompile(`\*([^*\s][^*]*[^*\s]|[^*\s])\*`)
)

// Plain gives the paragraph without Markdown's marks: # before headings, > before
// quotes, list marks, ** around words, \ before signs. Its pieces lead to the
// same places of the source.
func (p *Paragraph) Plain() Paragraph {
	if !strings.ContainsAny(p.Text, "*_\\<#>-+") {
		return *p
	}
	var cut [][2]int
	if loc := opening.FindStringIndex(p.Text); loc != nil {
		cut = append(cut, [2]int{0, loc[1]})
	}
	for at := 0; at < len(p.Text); {
		i := strings.IndexAny(p.Text[at:], "*_\\<")
		if i < 0 {
			break
		}
		at += i
		mark, length := inlineAt(p.Text[at:])
		if mark > 0 {
			cut = append(cut, [2]int{at, at + mark})
		}
		at += max(length, 1)
	}
	q := p.without(merge(cut))
	if !strings.Contains(q.Text, "*") {
		return q
	}
	cut = cut[:0]
	for _, loc := range starred.FindAllStringIndex(q.Text, -1) {
		cut = append(cut, [2]int{loc[0], loc[0] + 1}, [2]int{loc[1] - 1, loc[1]})
	}
	return q.without(cut)
}

// inlineAt returns the length of the emphasis, escape or tag that a text begins
// with: of the mark itself, and with the sign that it makes plain.
func inlineAt(s string) (mark, length int) {
	switch {
	case strings.HasPrefix(s, "***"):
		return 3, 3
	case strings.HasPrefix(s, "**"), strings.HasPrefix(s, "__"):
		return 2, 2
	case s[0] == '\\' && len(s) > 1 && isSign(s[1]):
		return 1, 2
	case s[0] == '<':
		n := len(tag.FindString(s))
		return n, n
	}
	return 0, 0
}

// isSign tells the ASCII signs that a backslash can stand before.
func isSign(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// merge sorts ranges and joins those that overlap.
func merge(in [][2]int) [][2]int {
	sort.Slice(in, func(i, j int) bool { return in[i][0] < in[j][0] })
	var out [][2]int
	for _, r := range in {
		if n := len(out); n > 0 && r[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], r[1])
			continue
		}
		out = append(out, r)
	}
	return out
}
