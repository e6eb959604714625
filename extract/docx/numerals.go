package docx

import (
	"strconv"
	"strings"
)

// render writes a list number in one of Word's formats; unknown ones as digits.
func render(n int, format string) string {
	if n < 0 || n > 99999 {
		return strconv.Itoa(n)
	}
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographTraditional":
		return chinese(n, "零一二三四五六七八九", "十百千万")
	case "chineseLegalSimplified":
		return chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟万")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return mapDigits(n, "〇一二三四五六七八九")
	case "decimalFullWidth", "decimalFullWidth2":
		return mapDigits(n, "０１２３４５６７８９")
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "lowerLetter", "upperLetter":
		s := string(rune('a' + (n+25)%26))
		if format == "upperLetter" {
			return strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	}
	return strconv.Itoa(n)
}

func mapDigits(n int, digits string) string {
	d := []rune(digits)
	return strings.Map(func(r rune) rune { return d[r-'0'] }, strconv.Itoa(n))
}

// chinese writes 12 as 十二 and 105 as 一百零五.
func chinese(n int, digits, units string) string {
	d, u := []rune(digits), []rune(units)
	if n == 0 {
		return string(d[0])
	}
	var b strings.Builder
	s := strconv.Itoa(n)
	zero := false
	for i, c := range s {
		place := len(s) - i - 1
		switch {
		case c == '0':
			zero = true
			continue
		case zero && b.Len() > 0:
			b.WriteRune(d[0])
		}
		zero = false
		if !(c == '1' && place == 1 && i == 0) {
			b.WriteRune(d[c-'0'])
		}
		if place > 0 {
			b.WriteRune(u[place-1])
		}
	}
	return b.String()
}

func roman(n int) string {
	if n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= r.v {
			b.WriteString(r.s)
			n -= r.v
		}
	}
	return b.String()
}
