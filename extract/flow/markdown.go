package flow

import (
	"regexp"
	"sort"
	"strings"
)

var (
	// opening marks: # headings, > quotes, - * + list marks with a blank behind them
	opening = regexp.MustCompile(`^(?:\s*(?:#{1,6}\s+|#{2,6}|>\s?|[-*+]\s+))+`)
	// emphasis, escapes and the inline tags that converters leave
	inline = regexp.MustCompile("\\*{2,3}|__|\\\\[!-/:-@\\[-`{-~]|</?(?:br|b|i|u|em|strong|span|font|sup|sub)(?: [^<>]{0,80})?/?>")
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
	for _, loc := range findInline(p.Text) {
		if p.Text[loc[0]] == '\\' {
			loc[1] = loc[0] + 1
		}
		cut = append(cut, [2]int{loc[0], loc[1]})
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

// findInline asks the expression only where one of its marks stands.
func findInline(s string) [][]int {
	if !strings.ContainsAny(s, "\\<") && !strings.Contains(s, "**") && !strings.Contains(s, "__") {
		return nil
	}
	return inline.FindAllStringIndex(s, -1)
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
