package flow

import (
	"regexp"
	"strconv"
	"strings"

	"yusuan/extract/runes"
)

var (
	// — 1 —, －3－, -12-, · 4 ·
	dashedNumber = regexp.MustCompile(`^[—–―─－\-·•~～]+ *(\d{1,4}) *[—–―─－\-·•~～]+$`)
	// 第3页, 第 3 页 共 20 页, 第三页/共二十页, 3/20, Page 3 of 20
	namedNumber = regexp.MustCompile(`^[（(]?(?:第 *([\d一二三四五六七八九十百]{1,5}) *页 *[，,/／]? *(?:[（(]?共 *[\d一二三四五六七八九十百]{1,5} *页[)）]?)?|共 *\d{1,5} *页 *[，,/／]? *第 *(\d{1,5}) *页|[Pp]age +(\d{1,4})(?: +of +\d+)?|(\d{1,4}) ?[/／] ?\d{1,4})[)）]?$`)
	bareNumber  = regexp.MustCompile(`^\d{1,4}$`)
)

// folded turns full-width digits and blanks into half-width ones.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case runes.IsZeroWidth(r):
			return -1
		case runes.IsSpace(r):
			return ' '
		}
		return r
	}, s)
}

// isPageNumber tells a line that can be nothing but a page number.
func isPageNumber(t string) bool {
	if len(t) > 60 || !strings.Contains(t, "页") && !strings.ContainsFunc(t, runes.IsDigit) {
		return false
	}
	t = folded(t)
	return dashedNumber.MatchString(t) || namedNumber.MatchString(t)
}

// asBareNumber reads a line of nothing but a small number, which is a page number
// only where the lines around say so.
func asBareNumber(t string) (int, bool) {
	if len(t) > 12 || !strings.ContainsFunc(t, runes.IsDigit) {
		return 0, false
	}
	t = folded(t)
	if !bareNumber.MatchString(t) {
		return 0, false
	}
	n, err := strconv.Atoi(t)
	return n, err == nil && n > 0
}
