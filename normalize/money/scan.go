package money

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Kind says what a scanned number is.
type Kind int

const (
	Amount  Kind = iota // money, in 万元
	Percent             // 10.2%
	Points              // 3.8个百分点
)

// Token is one number of a text. Start and End are byte offsets of Raw.
type Token struct {
	Kind    Kind
	Start   int
	End     int
	Raw     string
	Unit    string // 元, 千元, 万元, 亿元 …
	Value   decimal.Decimal
	Step    decimal.Decimal
	Hedge   string // 余, 多 between number and unit, or the lower end of a range
	Shared  bool   // the unit stands at the end of a list: 分别为3、4、5万元
	Problem string // Chinese; a suspicious grouping (U111)
}

const num = `[0-9０-９]+(?:[,，'’\x{00a0}\x{2009}\x{202f}][0-9０-９]+)*(?:[.．][0-9０-９]+)?`

// amountRE finds a number with what follows it. The alternatives of the unit go
// from long to short; 亿 and 万 without 元 count only where no other noun follows.
var amountRE = regexp.MustCompile(`([-－−﹣])?(` + num + `)(余|多|几)?\s*(?:` +
	`(万亿元|亿元|千万元|百万元|十万元|万元|千元|百元|人民币亿元|人民币万元|元)` +
	`|(%|％|﹪)|(个百分点)` +
	`|(亿|万)(` + num + `)(万元|元)` +
	`|(亿|万))?`)

// Scan returns the amounts and percentages of a text in order. Numbers that are
// no money (years, counts, areas) are left out.
func Scan(text string) []Token {
	var out []Token
	pos := 0
	for pos < len(text) {
		at := nextNumber(text, pos)
		if at < 0 {
			break
		}
		m := amountRE.FindStringSubmatchIndex(text[at:])
		if m == nil || m[0] != 0 {
			pos = at + 1
			continue
		}
		tok, ok := token(text, at, m)
		if ok && !cutOff(text, at) {
			out = append(out, tok)
		}
		pos = at + m[1]
	}
	out = append(out, chinese(text)...)
	sortTokens(out)
	return shareUnits(text, out)
}

// cutOff tells a number right behind a character that the reader could not make
// out: a digit may be missing in front of it.
func cutOff(text string, at int) bool {
	r, n := utf8.DecodeLastRuneInString(text[:at])
	return r == utf8.RuneError && n == 3 // U+FFFD as it is printed
}

// nextNumber returns the offset of the next number (or its sign) at or after pos.
func nextNumber(text string, pos int) int {
	for i := pos; i < len(text); {
		c := text[i]
		if c >= '0' && c <= '9' {
			return withSign(text, i, pos)
		}
		if c < 0x80 {
			i++
			continue
		}
		if c == 0xEF && i+2 < len(text) && text[i+1] == 0xBC && text[i+2] >= 0x90 && text[i+2] <= 0x99 {
			return withSign(text, i, pos)
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return -1
}

// withSign moves back over a minus that belongs to the number at i: one that
// follows neither a digit nor a letter (2024-2025, A-3).
func withSign(text string, i, floor int) int {
	r, n := utf8.DecodeLastRuneInString(text[floor:i])
	if r != '-' && r != '－' && r != '−' && r != '﹣' {
		return i
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i-n])
	if _, digit := fold(before); digit || (before >= 'A' && before <= 'z') || before == '-' || before == '—' || before == '－' ||
		before == '年' || before == '月' || before == '%' || before == '元' {
		return i
	}
	return i - n
}

func group(text string, at int, m []int, g int) string {
	if m[2*g] < 0 {
		return ""
	}
	return text[at+m[2*g] : at+m[2*g+1]]
}

func token(text string, at int, m []int) (Token, bool) {
	sign, printed, more := group(text, at, m, 1), group(text, at, m, 2), group(text, at, m, 3)
	t := Token{Start: at, End: at + m[1], Raw: text[at : at+m[1]], Hedge: more}
	d, ok := parseDigits(printed)
	if !ok {
		return t, false
	}
	t.Problem = d.problem
	unit := group(text, at, m, 4)
	var err error
	switch {
	case unit != "":
		t.Kind, t.Unit = Amount, canonicalUnit(unit)
	case group(text, at, m, 5) != "" || group(text, at, m, 6) != "":
		t.Kind = Percent
		if group(text, at, m, 6) != "" {
			t.Kind = Points
		}
		t.Value, t.Step, err = scaled(d, 0, sign != "")
		return t, err == nil
	case group(text, at, m, 7) != "":
		return compound(t, d, group(text, at, m, 7), group(text, at, m, 8), group(text, at, m, 9))
	case group(text, at, m, 10) != "":
		if !endsAmount(text[t.End:]) {
			return t, false
		}
		t.Kind, t.Unit = Amount, canonicalUnit(group(text, at, m, 10))
	default:
		return t, false
	}
	if dateLike(text, t, printed) {
		return t, false
	}
	exp, _ := Exp10(t.Unit)
	t.Value, t.Step, err = scaled(d, exp, sign != "")
	return t, err == nil
}

// dateLike keeps words out that only begin like a unit: 5元素, 3元件.
func dateLike(text string, t Token, printed string) bool {
	if t.Unit != "元" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[t.End:])
	return strings.ContainsRune("素旦月件器", r)
}

// compound reads 12亿3400万元 as one amount.
func compound(t Token, hi digits, hiUnit, low, lowUnit string) (Token, bool) {
	lo, ok := parseDigits(low)
	if !ok || hi.decimals > 0 {
		return t, false
	}
	hiExp, _ := Exp10(hiUnit)
	loExp, _ := Exp10(lowUnit)
	a, _, err1 := scaled(hi, hiExp, false)
	b, step, err2 := scaled(lo, loExp, false)
	if err1 != nil || err2 != nil || loExp >= hiExp {
		return t, false
	}
	t.Kind, t.Unit, t.Value, t.Step = Amount, lowUnit, a.Add(b), step
	return t, true
}

// endsAmount reports whether nothing that could be counted follows a bare 亿 or
// 万: 3.2亿、 4.1亿元 is money, 3.9亿斤 and 33万人次 are not.
func endsAmount(rest string) bool {
	if rest == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("、，,。；;）)和与及", r)
}
