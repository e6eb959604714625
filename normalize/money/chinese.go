package money

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// chineseRE finds amounts written in Chinese numerals: 三千万元, 一亿二千万元,
// 十五万元. A lone numeral before 元 (一元化, 二元结构) is no amount.
var chineseRE = regexp.MustCompile(`[一二两三四五六七八九十][〇零一二两三四五六七八九十百千万亿]*(?:点[〇零一二三四五六七八九]+)?[万亿]元`)

var numeral = map[rune]int64{'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

func chinese(text string) []Token {
	if !containsChineseAmount(text) {
		return nil
	}
	var out []Token
	for _, m := range chineseRE.FindAllStringIndex(text, -1) {
		raw := text[m[0]:m[1]]
		unit := raw[len(raw)-6:]
		wan, ok := chineseValue([]rune(raw[:len(raw)-3])) // keeps 万 or 亿, drops 元
		if !ok || ordinalBefore(text[:m[0]]) {
			continue
		}
		exp, _ := Exp10(unit)
		out = append(out, Token{Kind: Amount, Start: m[0], End: m[1], Raw: raw, Unit: unit,
			Value: wan, Step: decimal.New(1, exp)})
	}
	return out
}

func containsChineseAmount(text string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], "元")
		if i < 0 {
			return false
		}
		at := from + i
		from = at + len("元")
		unit, n := utf8.DecodeLastRuneInString(text[:at])
		if unit != '万' && unit != '亿' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at-n])
		if strings.ContainsRune("〇零一二两三四五六七八九十百千万", before) {
			return true
		}
	}
}

// ordinalBefore keeps 第一亿元 and 数十亿元 out: neither is a number.
func ordinalBefore(before string) bool {
	for _, w := range []string{"第", "数", "几", "上"} {
		if len(before) >= len(w) && before[len(before)-len(w):] == w {
			return true
		}
	}
	return false
}

// chineseValue reads a numeral that ends in 万 or 亿 as an amount in 万元.
func chineseValue(r []rune) (decimal.Decimal, bool) {
	var total, section, digit int64
	frac, fracExp, inFrac := int64(0), int32(0), false
	wanUnit := int64(10000)
	for i, c := range r {
		if inFrac {
			if v, ok := numeral[c]; ok {
				frac, fracExp = frac*10+v, fracExp-1
				continue
			}
		}
		switch c {
		case '点':
			inFrac = true
		case '十', '百', '千':
			m := map[rune]int64{'十': 10, '百': 100, '千': 1000}[c]
			if digit == 0 && c == '十' && section == 0 {
				digit = 1
			}
			section, digit = section+digit*m, 0
		case '万', '亿':
			m := wanUnit
			if c == '亿' {
				m = 100000000
			}
			if inFrac {
				if i != len(r)-1 {
					return decimal.Zero, false
				}
				v := decimal.NewFromInt(section + digit).Add(decimal.New(frac, fracExp))
				return v.Mul(decimal.NewFromInt(m)).Add(decimal.NewFromInt(total)).Shift(-4), true
			}
			if section+digit == 0 && total > 0 { // 一万亿: a unit on a unit
				total, section, digit = total*m, 0, 0
				continue
			}
			total, section, digit = total+(section+digit)*m, 0, 0
		default:
			v, ok := numeral[c]
			if !ok {
				return decimal.Zero, false
			}
			digit = v
		}
	}
	if total == 0 {
		return decimal.Zero, false
	}
	return decimal.NewFromInt(total + section + digit).Shift(-4), true
}
