// Package outline reads the skeleton of a report: its title, headings and
// captions, and the context (book, scope, year, stage, side) that they give to
// the lines below them.
package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// The ranks of numbering styles, from the outside in. A report may skip some.
const (
	rankPart    = 1 // 第一部分
	rankChapter = 2 // 一、
	rankSection = 3 // （一）
	rankPoint   = 4 // 1. 1、 1．
	rankSub     = 5 // （1）
	rankCircle  = 6 // ①
)

var numberings = []struct {
	rank int
	re   *regexp.Regexp
}{
	{rankPart, regexp.MustCompile(`^第[一二三四五六七八九十]+[部分章篇编]+[\s　、:：]*`)},
	{rankSection, regexp.MustCompile(`^第[一二三四五六七八九十]+[节条][\s　、:：]*`)},
	{rankChapter, regexp.MustCompile(`^[甲乙丙丁戊己庚辛][、．.\s　]+`)},
	{rankChapter, regexp.MustCompile(`^[壹贰叁肆伍陆柒捌玖拾]{1,2}[、．.][\s　]*`)},
	{rankChapter, regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[、．.][\s　]*`)},
	{rankSection, regexp.MustCompile(`^[㈠-㈩][\s　、]*`)},
	{rankSub, regexp.MustCompile(`^[⑴-⒇][\s　、]*`)},
	{rankPoint, regexp.MustCompile(`^[⒈-⒛][\s　、]*`)},
	{rankSection, regexp.MustCompile(`^[（(〔][一二三四五六七八九十]{1,3}[）)〕][\s　、]*`)},
	{rankPoint, regexp.MustCompile(`^[0-9０-９]{1,2}[.．、](?:[\s　]+|[^0-9０-９\s]|$)`)},
	{rankSub, regexp.MustCompile(`^[1-9][0-9]?(?:[.．][1-9][0-9]?){2}[.．、\s　]\s*`)},
	{rankSection, regexp.MustCompile(`^[1-9][0-9]?[.．][1-9][0-9]?[\s　]+`)},
	{rankChapter, regexp.MustCompile(`^[1-9][0-9]?[　\t][\s　]*`)},
	{rankSub, regexp.MustCompile(`^[（(][0-9０-９]{1,2}[）)][\s　、]*`)},
	{rankCircle, regexp.MustCompile(`^[①②③④⑤⑥⑦⑧⑨⑩][\s　、]*`)},
}

var pointRE = regexp.MustCompile(`^[0-9０-９]{1,2}[.．、][\s　]*`)

// mayNumber looks at the first character only: most lines begin with none that a
// number can begin with.
func mayNumber(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r >= '0' && r <= '9', r >= '０' && r <= '９', r >= '①' && r <= '⒛', r >= '㈠' && r <= '㈩':
		return true
	}
	return strings.ContainsRune("甲乙丙丁戊己庚辛第一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾（(〔", r)
}

// CutNumber splits a leading number of any style from a line. rank is 0 where
// there is none.
func CutNumber(s string) (rank int, rest string) {
	s = strings.TrimLeftFunc(s, isBlank)
	if !mayNumber(s) {
		return 0, s
	}
	for _, n := range numberings {
		m := n.re.FindString(s)
		if m == "" {
			continue
		}
		if n.rank == rankPoint && !strings.ContainsAny(m, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖") { // the pattern looks one rune ahead to tell 1.收入 from 1.5
			m = pointRE.FindString(s)
		}
		return n.rank, s[len(m):]
	}
	if m := spacedRE.FindString(s); m != "" && titled(s[len(m):]) {
		return rankChapter, s[len(m):]
	}
	return 0, s
}

// spacedRE is a number and plain spaces, as paper and copies leave of 5　2021年预算安排.
var spacedRE = regexp.MustCompile(`^[1-9][0-9]? +`)

// titled reports whether a line behind such a number is a title: it begins with a
// year, or is short and ends as titles do. Anything else may be an amount with its unit.
func titled(t string) bool {
	if start, _, end := nextYear(t); end > 0 && start == 0 {
		return runes(t) <= maxHeading && !strings.ContainsAny(t, "，。；、") && yearOnly(t)
	}
	return runes(t) <= 16 && (strings.HasSuffix(t, "情况") || strings.HasSuffix(t, "安排")) && !strings.ContainsAny(t, "，。；、0123456789")
}

// runes counts characters without spaces.
func runes(s string) int {
	n := 0
	for _, r := range s {
		if !isBlank(r) {
			n++
		}
	}
	return n
}

// squeeze drops every space, as in 总 计 and 名 词 解 释.
func squeeze(s string) string {
	if !strings.ContainsFunc(s, isBlank) {
		return s
	}
	return blanks.Replace(s)
}

var blanks = strings.NewReplacer(" ", "", "\t", "", "\u3000", "", "\u00a0", "")

func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u3000' || r == '\u00a0'
}
