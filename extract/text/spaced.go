package text

import (
	"strings"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// minSpaced is the fewest Chinese characters of a line that tell whether it is set
// with blanks between its letters.
const minSpaced = 6

// closeUp takes out the blanks between the letters of a text that some converters set
// them into (财 政 收 入), where most of its lines are like that. Wider gaps stay.
func closeUp(pages []extract.Page) {
	spaced, plain := 0, 0
	for i := range pages {
		for _, l := range pages[i].Lines {
			switch han, apart := lettersApart(l.Text); {
			case han < minSpaced:
			case apart*10 >= (han-1)*8:
				spaced++
			default:
				plain++
			}
		}
	}
	if spaced == 0 || spaced < 2*plain {
		return
	}
	for i := range pages {
		for k := range pages[i].Lines {
			l := &pages[i].Lines[k]
			l.Text = joinLetters(l.Text)
		}
	}
}

// lettersApart counts the Chinese characters of a line and those among them that one
// blank parts from what stands before.
func lettersApart(s string) (han, apart int) {
	fields := strings.Split(s, " ")
	for i, f := range fields {
		for _, r := range f {
			if runes.IsHan(r) {
				han++
			}
		}
		if r, n := utf8.DecodeRuneInString(f); i > 0 && fields[i-1] != "" && n == len(f) && runes.IsHan(r) {
			apart++
		}
	}
	return han, apart
}

// joinLetters joins what single blanks part, but for two numbers: those are two cells,
// unless four digits make a year (2 0 2 4 年).
func joinLetters(s string) string {
	fields := strings.Split(s, " ")
	var b strings.Builder
	for i, f := range fields {
		if i > 0 && !joinsLetter(fields, i) {
			b.WriteByte(' ')
		}
		b.WriteString(f)
	}
	return b.String()
}

func joinsLetter(fields []string, i int) bool {
	a, b := fields[i-1], fields[i]
	if a == "" || b == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if !runes.IsDigit(last) || !runes.IsDigit(first) {
		return true
	}
	return inYear(fields, i)
}

// inYear reports whether fields i-1 and i are digits of four that 年 follows.
func inYear(fields []string, i int) bool {
	from, to := i, i
	for from > 0 && isOneDigit(fields[from-1]) {
		from--
	}
	for to < len(fields) && isOneDigit(fields[to]) {
		to++
	}
	return to-from == 4 && to < len(fields) && strings.HasPrefix(fields[to], "年")
}

func isOneDigit(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && n == len(s) && runes.IsDigit(r)
}
