package table

import (
	"regexp"
	"strings"
	"unicode"
)

// isDatum tells whether a text is what stands in a data column: a number with
// its signs, a dash for nothing, a mark such as n/a.
func isDatum(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return false
	}
	if dashes[s] {
		return true
	}
	digits, letters, others := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune("０１２３４５６７８９", r):
			digits++
		case strings.ContainsRune("年月日季", r):
			return false
		case unicode.IsLetter(r):
			letters++
		case unicode.IsSpace(r):
		default:
			others++
		}
	}
	if digits == 0 {
		return len(s) <= 18 && strings.Trim(s, "-–—―−*†‡#… ") == ""
	}
	return letters <= 2 && letters < digits+1 && others <= 2*digits+3
}

var dashes = map[string]bool{"-": true, "–": true, "—": true, "―": true, "——": true, "－": true, "--": true, "---": true,
	"…": true, "...": true, "n/a": true, "N/A": true, "na": true, "NA": true, "n.a.": true, "*": true, "X": true, "x": true,
	"√": true, "/": true, "†": true, "‡": true, "#": true, "ns": true, "(X)": true, "(NA)": true, "＼": true, "\\": true}

// isAmount tells whether a text holds a digit and nothing that is no number.
func isAmount(s string) bool { return isDatum(s) && strings.ContainsFunc(s, unicode.IsDigit) }

var noteStart = regexp.MustCompile(`^(?i:notes?\b|sources?\b|\*|†|‡|注[:：]|备注[:：]|说明[:：]|资料来源|数据来源|填表|制表)`)

// isNote tells whether a text reads like a note under a table.
func isNote(s string) bool { return noteStart.MatchString(strings.TrimSpace(s)) }

var captionStart = regexp.MustCompile(`^(?i:table\s+[\divxA-Z]|exhibit\s|figure\s|appendix\b|[附续]?表\s*[0-9一二三四五六七八九十]|附件|附表)`)
var unitLine = regexp.MustCompile(`^[（(]?(?:金额|计量|计算|编制)?单位\s*[:：]`)

// isCaption tells whether a line stands above a table and is no part of it.
func isCaption(s string) bool {
	s = strings.TrimSpace(s)
	return captionStart.MatchString(s) || unitLine.MatchString(s)
}

var bullet = regexp.MustCompile(`^(?:[•●○◦▪■□◆➢➤❖*·-]|\(?[0-9]{1,2}[.)、．]|\(?[a-zA-Z][.)]|（[0-9一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、．])$`)

// isBullet tells whether a word only starts an item of a list.
func isBullet(s string) bool { return bullet.MatchString(s) }
