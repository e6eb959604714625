package xl

import "golang.org/x/text/width"

// TextWidth measures a string in half-width units, the unit of column widths:
// a Chinese character or full-width sign counts two, a Latin letter or digit one.
// Of a text with line breaks it is the widest line.
func TextWidth(s string) int {
	widest, n := 0, 0
	for _, r := range s {
		if r == '\n' {
			widest, n = max(widest, n), 0
			continue
		}
		n += runeWidth(r)
	}
	return max(widest, n)
}

func runeWidth(r rune) int {
	switch {
	case r < 0x2000:
		return 1
	case 0x4E00 <= r && r < 0xA000: // Chinese characters, most of every text
		return 2
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

// Lines estimates how many lines a text needs in a wrapped cell of the given
// width, so that a row can be given its height: not every program fits the
// height of a wrapped row by itself.
func Lines(s string, columnWidth float64) int { return runLines([]Run{{Text: s}}, columnWidth) }

// runLines is Lines of a text in runs.
func runLines(runs []Run, columnWidth float64) int {
	room := max(2, int(columnWidth)-1)
	lines, n := 1, 0 // n is the width of the present paragraph
	wrapped := func() int { return max(0, (n-1)/room) }
	for _, run := range runs {
		for _, r := range run.Text {
			if r == '\n' {
				lines, n = lines+1+wrapped(), 0
				continue
			}
			n += runeWidth(r)
		}
	}
	return lines + wrapped()
}

// Cut shortens a text to at most n half-width units, marking the cut with ….
func Cut(s string, n int) string {
	if TextWidth(s) <= n {
		return s
	}
	used := 2
	for i, r := range s {
		used += runeWidth(r)
		if used > n {
			return s[:i] + "…"
		}
	}
	return s
}
