package flow

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yusuan/extract/runes"
)

// marks are Markdown's signs around a line.
const marks = "*#>_` \t\u3000\u00a0"

// bare is a line without blanks and Markdown marks around it.
func bare(s string) string {
	if s == "" {
		return ""
	}
	return runes.Trim(strings.Trim(runes.Trim(s), marks))
}

var (
	numbered = regexp.MustCompile(`^(?:[一二三四五六七八九十百零]{1,4} ?[、．.]|[（(][一二三四五六七八九十百]{1,4}[)）]|第[一二三四五六七八九十百]{1,4}(?:部分|章|节|条|[，、：:])|\d{1,2} ?(?:[、．]|\.(?:[^\d]|$))|[（(]\d{1,2}[)）]|[①-⑳㈠-㈩⒈-⒛])`)
	listItem = regexp.MustCompile(`^(?:—{2,}|⸺|⸻|－{2,}|-{2,}|–{2,}|─{2,}|[-*+·] |[•●○■□◆◇▪▶★☆] ?)`)
	unitLine = regexp.MustCompile(`^[（(【\[]?(?:金额|货币|编制|计量|数据)?单 ?位 ?[：:]`)
	caption  = regexp.MustCompile(`^(?:附?[表图] ?[\d一二三四五六七八九十]{1,4}|附[表件图](?:[\d一二三四五六七八九十：:、]|$)|续表)`)
	note     = regexp.MustCompile(`^(?:注|备注|说明|附注|数据来源|资料来源)[\d：:]`)
)

// isUnitLine tells 单位：万元 and its like.
func isUnitLine(t string) bool {
	return strings.Contains(t, "位") && unitLine.MatchString(t) && utf8.RuneCountInString(t) < 30
}

// isNumbered tells a line that opens with the number of a heading or paragraph.
func isNumbered(t string) bool { return numbered.MatchString(t) }

// isListItem tells a line that opens with the mark of a list.
func isListItem(t string) bool { return listItem.MatchString(t) }

// opens tells a line that begins something of its own: a heading, an item, a
// caption, a unit, a note.
func opens(t string) bool {
	return isNumbered(t) || isListItem(t) || isUnitLine(t) || caption.MatchString(t) || note.MatchString(t) ||
		strings.HasPrefix(t, "【") || strings.HasPrefix(t, "附：") || strings.HasPrefix(t, "附:")
}

// isHeading tells a raw line that Markdown marks as a heading.
func isHeading(raw string) bool { return strings.HasPrefix(strings.TrimLeft(raw, " "), "#") }

// endsSentence tells a line whose last sign ends a sentence or opens a list: what
// follows is something new. Closing quotes and brackets behind the sign count to it.
func endsSentence(t string) bool {
	t = strings.TrimRight(t, "”’」』）)】》\"'")
	r, _ := utf8.DecodeLastRuneInString(t)
	switch r {
	case '。', '！', '？', '；', '：', '!', '?', ';', ':', '…':
		return true
	}
	return false
}

// isOpen tells a line whose last sign promises more: a comma, an opening bracket.
func isOpen(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune("，、,（(“《〈【", r)
}

// isLongProse tells the beginning of a paragraph from a heading, which has one comma at most.
func isLongProse(t string) bool {
	n := halfMarks(t)
	for _, r := range t {
		switch r {
		case '。':
			return true
		case '，', '；', '、':
			n++
		}
	}
	return n >= 2
}

// halfMarks counts the half-width commas and semicolons beside an ideograph: they part
// clauses as 「，」 does, and no groups of digits.
func halfMarks(t string) int {
	n := 0
	last := ' '
	for i, r := range t {
		if r == ',' || r == ';' {
			next, _ := utf8.DecodeRuneInString(t[i+1:])
			if runes.IsHan(last) || runes.IsHan(next) {
				n++
			}
		}
		last = r
	}
	return n
}

// isProse tells running text from titles, captions and names: it has the signs of
// clauses, or of sums (收入＋上级补助＝收入总计).
func isProse(t string) bool { return strings.ContainsAny(t, "，。、；＋＝") || halfMarks(t) > 0 }

// contentsLine tells a line of a table of contents by its leader and page number.
var contentsLine = regexp.MustCompile(`(?:…{2,}|[.．·・]{5,}|(?:[.．·] ){4,})\s*[（(]?\d{1,4}[)）]?$`)

func isContents(t string) bool {
	last, _ := utf8.DecodeLastRuneInString(t)
	if !runes.IsDigit(last) && last != ')' && last != '）' {
		return false
	}
	return len(t) < 300 && (strings.Contains(t, "……") || strings.ContainsAny(t, ".．·・")) && contentsLine.MatchString(folded(t))
}
