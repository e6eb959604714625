package money

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

func sortTokens(t []Token) {
	sort.Slice(t, func(i, j int) bool { return t[i].Start < t[j].Start })
}

// shareUnits gives the numbers of a list the unit at its end (分别为3、4、5万元).
// A bare number counts only in a list that the word 分别 announces, and a bare
// 亿 or 万 only beside a real amount of the same sentence.
func shareUnits(text string, toks []Token) []Token {
	labelled := bareInList(text) && labelledRE.MatchString(text)
	if !labelled && !strings.Contains(text, "分别") && !slices.ContainsFunc(toks, func(t Token) bool { return bareUnit(t.Raw) }) {
		return toks
	}
	out := toks[:0:0]
	for i := range toks {
		t := toks[i]
		if t.Kind == Amount && bareUnit(t.Raw) && !neighbourAmount(text, toks, i) {
			continue
		}
		if t.Kind == Amount && !t.Shared {
			list := listBefore(text, t)
			if len(list) == 0 && labelled {
				list = labelledBefore(text, t)
			}
			out = append(out, list...)
		}
		out = append(out, t)
	}
	return out
}

func bareUnit(raw string) bool {
	return strings.HasSuffix(raw, "亿") || strings.HasSuffix(raw, "万")
}

// neighbourAmount reports whether a fully written amount stands in the sentence.
func neighbourAmount(text string, toks []Token, i int) bool {
	for j := range toks {
		if j == i || toks[j].Kind != Amount || bareUnit(toks[j].Raw) {
			continue
		}
		a, b := toks[i].Start, toks[j].Start
		if a > b {
			a, b = b, a
		}
		if b-a < 120 && !strings.ContainsAny(text[a:b], "。；") {
			return true
		}
	}
	return false
}

// listBefore returns the bare numbers of the list that t ends.
func listBefore(text string, t Token) []Token {
	start := t.Start
	from := strings.LastIndexAny(text[:start], "。；\n")
	announced := strings.LastIndex(text[from+1:start], "分别")
	if announced < 0 {
		return nil
	}
	head := from + 1 + announced
	var list []Token
	for start > head {
		sep := lastSeparator(text[head:start])
		if sep == 0 {
			break
		}
		end := start - sep
		begin := numberStart(text, head, end)
		if begin == end {
			break
		}
		d, ok := parseDigits(text[begin:end])
		if !ok {
			break
		}
		exp, _ := Exp10(t.Unit)
		v, step, err := scaled(d, exp, false)
		if err != nil {
			break
		}
		list = append([]Token{{Kind: Amount, Start: begin, End: end, Raw: text[begin:end], Unit: t.Unit,
			Value: v, Step: step, Shared: true, Problem: d.problem}}, list...)
		start = begin
	}
	return list
}

// labelledRE finds two members of a list in which only the last number has a unit:
// 增值税69000、契税1500万元. Their labels end as those of revenue and expenditure do.
var labelledRE = regexp.MustCompile(`[税入出费金助付款][0-9][0-9,]*[0-9](?:\.[0-9]+)?[、，,][^0-9、，。；：]{1,24}[税入出费金助付款][0-9][0-9,]*(?:\.[0-9]+)?[0-9、，,]?`)

// bareInList reports whether a digit stands right before a 、 or comma, as in such a list.
func bareInList(text string) bool {
	for _, mark := range [...]string{"、", "，"} {
		for rest := text; ; {
			i := strings.Index(rest, mark)
			if i < 0 {
				break
			}
			if i > 0 && rest[i-1] >= '0' && rest[i-1] <= '9' {
				return true
			}
			rest = rest[i+len(mark):]
		}
	}
	return strings.Contains(text, ",") && !strings.Contains(text, "，")
}

// labelEnds are the last characters of such labels.
const labelEnds = "税入出费金助付款"

// labelledBefore returns the numbers without a unit in the list of labels and numbers
// that t ends.
func labelledBefore(text string, t Token) []Token {
	var list []Token
	for start := t.Start; ; {
		head := strings.TrimRight(text[:start], " ")
		if !endsAsLabel(head) {
			return list
		}
		sep := strings.LastIndexAny(head, "、，,。；：:（(")
		if sep < 0 {
			return list
		}
		mark, size := utf8.DecodeRuneInString(head[sep:])
		if mark != '、' && mark != '，' && mark != ',' || strings.ContainsAny(head[sep+size:], "0123456789") {
			return list
		}
		begin := numberStart(text, 0, sep)
		digits := text[begin:sep]
		if len(digits) < 2 || !endsAsLabel(text[:begin]) {
			return list
		}
		d, ok := parseDigits(digits)
		if !ok {
			return list
		}
		exp, _ := Exp10(t.Unit)
		v, step, err := scaled(d, exp, false)
		if err != nil {
			return list
		}
		list = append([]Token{{Kind: Amount, Start: begin, End: sep, Raw: digits, Unit: t.Unit, Value: v, Step: step, Shared: true, Problem: d.problem}}, list...)
		start = begin
	}
}

func endsAsLabel(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " "))
	return strings.ContainsRune(labelEnds, r)
}

func lastSeparator(s string) int {
	for _, sep := range []string{"、", "和", "与", "及", "以及", "，"} {
		if strings.HasSuffix(s, sep) {
			return len(sep)
		}
	}
	return 0
}

// numberStart walks back from end over digits, points and grouping commas.
func numberStart(text string, floor, end int) int {
	i := end
	for i > floor {
		c := text[i-1]
		if (c >= '0' && c <= '9') || c == '.' || c == ',' {
			i--
			continue
		}
		break
	}
	return i
}
