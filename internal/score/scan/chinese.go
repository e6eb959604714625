package scan

import (
	"regexp"

	"github.com/shopspring/decimal"
)

// spoken is an amount in Chinese numerals: 三千五百万元. 百亿元 alone, as in
// 百亿元产业, is none.
var spoken = regexp.MustCompile(`[一二两三四五六七八九十百千零]*[一二两三四五六七八九][一二两三四五六七八九十百千零]*(万|亿)元`)

var numerals = map[rune]int64{'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

var places = map[rune]int64{'十': 10, '百': 100, '千': 1000}

func inChinese(s string) []Amount {
	var out []Amount
	for _, m := range spoken.FindAllStringSubmatchIndex(s, -1) {
		var total, digit int64
		for _, r := range s[m[0]:m[2]] {
			switch {
			case numerals[r] > 0:
				digit = numerals[r]
			case places[r] > 0:
				total += max(digit, 1) * places[r]
				digit = 0
			}
		}
		wan := decimal.NewFromInt((total + digit) * sizes[s[m[2]:m[3]]]).Div(decimal.NewFromInt(10000))
		out = append(out, Amount{Raw: s[m[0]:m[1]], Wan: wan, Start: m[0], End: m[1]})
	}
	return out
}
