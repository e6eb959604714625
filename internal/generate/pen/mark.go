package pen

import "strings"

// Marks around an amount: opening, the label's number, the printed amount,
// closing. They are private-use runes, so no report holds them.
const (
	markOpen  = '\uE000'
	markClose = '\uE001'
	numberAt  = 0xF0000
)

func mark(label int, raw string) string {
	return string(markOpen) + string(rune(numberAt+label)) + raw + string(markClose)
}

// IsMark reports whether a rune is part of a mark and has no width in print.
func IsMark(r rune) bool { return r == markOpen || r == markClose || r >= numberAt }

// Opens and Closes report whether a rune begins or ends a marked amount.
func Opens(r rune) bool  { return r == markOpen }
func Closes(r rune) bool { return r == markClose }

// Strip removes marks, and calls found with each label and the line, from 1, in
// which its amount begins, in the order of the text.
func Strip(text string, found func(label, line int)) string {
	var b strings.Builder
	b.Grow(len(text))
	line := 1
	for _, r := range text {
		switch {
		case r >= numberAt:
			found(int(r)-numberAt, line)
			continue
		case IsMark(r):
			continue
		case r == '\n':
			line++
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Marked finds what is printed for a label: the text before it, what stands
// between its marks, and the text after.
func Marked(text string, label int) (before, printed, after string, ok bool) {
	open := string(markOpen) + string(rune(numberAt+label))
	i := strings.Index(text, open)
	if i < 0 {
		return "", "", "", false
	}
	i += len(open)
	n := strings.IndexRune(text[i:], markClose)
	if n < 0 {
		return "", "", "", false
	}
	return text[:i], text[i : i+n], text[i+n:], true
}

// Labels returns the labels marked in a text, in its order.
func Labels(text string) []int {
	var out []int
	for _, r := range text {
		if r >= numberAt {
			out = append(out, int(r)-numberAt)
		}
	}
	return out
}

// Relabel gives a marked amount another label number.
func Relabel(text string, from, to int) string {
	return strings.ReplaceAll(text, string(rune(numberAt+from)), string(rune(numberAt+to)))
}
