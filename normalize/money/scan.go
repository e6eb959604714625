package money

import (
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

// Scan returns the amounts and percentages of a text in order. Numbers that are
// no money (years, counts, areas) are left out.
func Scan(text string) []Token {
	var out []Token
	for pos := 0; ; {
		at := nextNumber(text, pos)
		if at < 0 {
			break
		}
		p := read(text, at)
		pos = p.end
		if cutOff(text, at) {
			continue
		}
		tok, ok := p.token(text)
		if !ok {
			continue
		}
		if out == nil { // nearly every number of a text that is read ends in one of these
			out = make([]Token, 0, strings.Count(text, "元")+strings.Count(text, "%")+1)
		}
		out = append(out, tok)
	}
	if written := chinese(text); len(written) > 0 {
		out = append(out, written...)
		sortTokens(out)
	}
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

func (p printed) token(text string) (Token, bool) {
	t := Token{Start: p.start, End: p.end, Raw: text[p.start:p.end], Hedge: p.more}
	if p.unit == "" {
		return t, false
	}
	d, ok := parseDigits(p.digits)
	if !ok {
		return t, false
	}
	t.Problem = d.problem
	var err error
	switch p.unit {
	case "%", "％", "﹪":
		t.Kind = Percent
		t.Value, t.Step, err = scaled(d, 0, p.negative)
		return t, err == nil
	case "个百分点":
		t.Kind = Points
		t.Value, t.Step, err = scaled(d, 0, p.negative)
		return t, err == nil
	case "亿", "万":
		if p.low != "" {
			return compound(t, d, p.unit, p.low, p.lowUnit)
		}
		if !endsAmount(text[t.End:]) {
			return t, false
		}
	}
	t.Kind, t.Unit = Amount, canonicalUnit(p.unit)
	if dateLike(text, t) {
		return t, false
	}
	exp, _ := Exp10(t.Unit)
	t.Value, t.Step, err = scaled(d, exp, p.negative)
	return t, err == nil
}

// dateLike keeps words out that only begin like a unit: 5元素, 3元件.
func dateLike(text string, t Token) bool {
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
