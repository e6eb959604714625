package workbook

import (
	"strings"
	"unicode"

	"yusuan/workbook/xl"
)

func join(words []string, sep string) string { return strings.Join(words, sep) }

// oneLine folds tabs and line breaks into spaces.
func oneLine(s string) string {
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// excerpt shows a number in its sentence: as much of both sides as fits into
// width half-width units, with … where something is left out.
func excerpt(quote, raw string, width int) string {
	quote, raw = oneLine(quote), oneLine(raw)
	if xl.TextWidth(quote) <= width {
		return quote
	}
	at := strings.Index(quote, raw)
	if raw == "" || at < 0 {
		return xl.Cut(quote, width)
	}
	before, after := []rune(quote[:at]), []rune(quote[at+len(raw):])
	room := width - xl.TextWidth(raw) - 4
	left, right := len(before), 0
	for room > 0 && (left > 0 || right < len(after)) {
		if left > 0 {
			left--
			room -= xl.TextWidth(string(before[left]))
		}
		if right < len(after) && room > 0 {
			room -= xl.TextWidth(string(after[right]))
			right++
		}
	}
	out := string(before[left:]) + raw + string(after[:right])
	if left > 0 {
		out = "…" + out
	}
	if right < len(after) {
		out += "…"
	}
	return out
}

// gist shortens a message for a list: what stands in brackets is left out, then
// the end is cut.
func gist(message string, width int) string {
	if xl.TextWidth(message) <= width {
		return message
	}
	var out strings.Builder
	depth := 0
	for _, r := range message {
		switch {
		case r == '（':
			depth++
		case r == '）':
			depth = max(0, depth-1)
		case depth == 0:
			out.WriteRune(r)
		}
	}
	return xl.Cut(out.String(), width)
}
