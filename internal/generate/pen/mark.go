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
