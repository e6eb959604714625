package money

import (
	"slices"
	"sort"
	"strings"
)

func sortTokens(t []Token) {
	sort.Slice(t, func(i, j int) bool { return t[i].Start < t[j].Start })
}

// shareUnits gives the numbers of a list the unit at its end (分别为3、4、5万元).
// A bare number counts only in a list that the word 分别 announces, and a bare
// 亿 or 万 only beside a real amount of the same sentence.
func shareUnits(text string, toks []Token) []Token {
	if !strings.Contains(text, "分别") && !slices.ContainsFunc(toks, func(t Token) bool { return bareUnit(t.Raw) }) {
		return toks
	}
	out := toks[:0:0]
	for i := range toks {
		t := toks[i]
		if t.Kind == Amount && bareUnit(t.Raw) && !neighbourAmount(text, toks, i) {
			continue
		}
		if t.Kind == Amount && !t.Shared {
			out = append(out, listBefore(text, t)...)
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
