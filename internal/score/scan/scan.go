// Package scan counts the money amounts of a text without knowing what they
// mean. It shares no code with the reader of reports, so a test can hold the one
// against the other: an amount that the scanner sees and the reader does not was
// lost.
package scan

import (
	"regexp"
	"sort"
	"strings"

	"github.com/shopspring/decimal"
)

// Amount is one number with a unit of money.
type Amount struct {
	Raw        string // as it stands, line breaks and bold marks taken out
	Wan        decimal.Decimal
	Start, End int // bytes of the text
}

// number is digits in either width with separators and one decimal point; bold
// marks and one line break may stand inside. What may not follow the unit: 元/
// 人均 units (元每, 元/), and words that begin with 元 (元旦, 元月, 元素).
var number = regexp.MustCompile(`[-－−]?[0-9０-９][0-9０-９,，]*(?:\*\*)?(?:[ \t]*\r?\n[ \t　]*)?(?:\*\*)?[0-9０-９,，]*(?:[.．](?:[ \t]*\r?\n[ \t　]*)?[0-9０-９]+(?:[ \t]*\r?\n[ \t　]*[0-9０-９]+)?)?(?:\*\*)?[ \t　]*(?:\r?\n[ \t　]*)?(千万|百万|万|亿|千)?[ \t　]*(?:\r?\n[ \t　]*)?元`)

var notMoney = []string{"元旦", "元月", "元素", "元宵", "元年", "元宇宙"}

// money are the times that follow an amount and begin like a word of notMoney:
// 结余26万元年末并入.
var money = []string{"元年初", "元年底", "元年度", "元年末", "元年内", "元年终"}

var sizes = map[string]int64{"": 1, "千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8}

// Text returns the amounts of a text in their order. Amounts without a unit
// beside them (cells of tables, lists that share one unit) are not seen.
func Text(s string) []Amount {
	var out []Amount
	for _, m := range number.FindAllStringSubmatchIndex(s, -1) {
		if rest := s[m[1]-len("元"):]; begins(rest, notMoney) && !begins(rest, money) {
			continue
		}
		unit := ""
		if m[2] >= 0 {
			unit = s[m[2]:m[3]]
		}
		d, ok := value(s[m[0]:m[1]])
		if !ok {
			continue
		}
		d = d.Mul(decimal.NewFromInt(sizes[unit])).Div(decimal.NewFromInt(10000))
		out = append(out, Amount{Raw: fold(s[m[0]:m[1]]), Wan: d, Start: m[0], End: m[1]})
	}
	out = append(out, inChinese(s)...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

func begins(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// value reads the digits of an amount.
func value(s string) (decimal.Decimal, bool) {
	var b strings.Builder
	for _, r := range fold(s) {
		switch {
		case r >= '0' && r <= '9', r == '.':
			b.WriteRune(r)
		case r == '-':
			b.WriteRune(r)
		}
	}
	d, err := decimal.NewFromString(b.String())
	return d, err == nil
}

// fold takes out blanks, line breaks and bold marks and narrows digits.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．':
			return '.'
		case r == '－', r == '−':
			return '-'
		case r == '*', r == '\n', r == '\r', r == ' ', r == '\t', r == '　', r == ',', r == '，':
			return -1
		}
		return r
	}, s)
}
