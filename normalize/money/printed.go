package money

import "strings"

// printed is a number as it stands in a text, with what follows it: a word
// between number and unit, and the unit.
type printed struct {
	start, end int // byte offsets
	negative   bool
	digits     string
	more       string // 余, 多, 几
	unit       string // empty where no unit of money or percent sign follows
	low        string // the 3400 of 12亿3400万元
	lowUnit    string
}

// num is the expression of a number, for cells.
const num = `[0-9０-９]+(?:[,，'’\x{00a0}\x{2009}\x{202f}][0-9０-９]+)*(?:[.．][0-9０-９]+)?`

var (
	minuses   = []string{"-", "－", "−", "﹣"}
	more      = []string{"余", "多", "几"}
	groupings = []string{",", "，", "'", "’", "\u00a0", "\u2009", "\u202f"}
	points    = []string{".", "．"}
	// units go from long to short; 亿 and 万 without 元 count only where no other
	// noun follows.
	units = []string{"万亿元", "亿元", "千万元", "百万元", "十万元", "万元", "千元", "百元", "人民币亿元", "人民币万元", "元",
		"%", "％", "﹪", "个百分点", "亿", "万"}
	lowUnits = []string{"万元", "元"}
)

// read reads the number (or its sign) that stands at a byte offset.
func read(text string, at int) printed {
	p := printed{start: at}
	rest := text[at:]
	take := func(word string) string {
		rest = rest[len(word):]
		return word
	}
	p.negative = take(prefixOf(rest, minuses)) != ""
	p.digits = take(numberAt(rest))
	take(strayMark(p.digits, rest))
	p.more = take(prefixOf(rest, more))
	rest = strings.TrimLeft(rest, " \t\n\f\r")
	p.unit = take(prefixOf(rest, units))
	if p.unit == "亿" || p.unit == "万" {
		low := numberAt(rest)
		if unit := prefixOf(rest[len(low):], lowUnits); low != "" && unit != "" {
			p.low, p.lowUnit = take(low), take(unit)
		}
	}
	p.end = len(text) - len(rest)
	return p
}

// strayMark is a separator that was left standing between a number with groups and its
// unit: 70,734,万元.
func strayMark(digits, rest string) string {
	mark := prefixOf(rest, groupings)
	if mark == "" || !strings.ContainsAny(digits, ",，") || prefixOf(rest[len(mark):], units[:11]) == "" {
		return ""
	}
	return mark
}

// numberAt returns the digits that a text begins with, with separators between
// groups and at most one point.
func numberAt(s string) string {
	n := digitsAt(s)
	if n == 0 {
		return ""
	}
	for {
		more := digitsBehind(s[n:], groupings)
		if more == 0 {
			break
		}
		n += more
	}
	return s[:n+digitsBehind(s[n:], points)]
}

// digitsBehind returns the length of a mark with digits behind it, 0 where a text
// begins with no such thing.
func digitsBehind(s string, marks []string) int {
	mark := len(prefixOf(s, marks))
	if mark == 0 {
		return 0
	}
	n := digitsAt(s[mark:])
	if n == 0 {
		return 0
	}
	return mark + n
}

// digitsAt returns the length in bytes of the digits of either width that a text
// begins with.
func digitsAt(s string) int {
	for i, r := range s {
		if (r < '0' || r > '9') && (r < '０' || r > '９') {
			return i
		}
	}
	return len(s)
}

func prefixOf(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}
