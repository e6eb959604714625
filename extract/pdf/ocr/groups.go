package ocr

import (
	"regexp"
	"strings"
)

// mixed is a number whose groups of three digits are set apart by more than one kind of
// mark, or by the point that ends them too: 105.713.55, 204;931.10.
var mixed = regexp.MustCompile(`^[-−－]?[0-9]{1,3}(?:[.,;:，；：][0-9]{3})+(?:\.[0-9]{1,2})?$`)

// mendGroups gives a number the commas between its groups that tesseract read as other
// marks. One group behind a point may be decimals and is left.
func mendGroups(text string) string {
	if !mixed.MatchString(text) || strings.Count(text, ".") == 1 && !strings.ContainsAny(text, ";:；：") {
		return text
	}
	last := strings.LastIndex(text, ".")
	decimals := last >= 0 && len(text)-last-1 < 3
	var b strings.Builder
	for i, r := range text {
		switch {
		case decimals && i == last:
			b.WriteByte('.')
		case strings.ContainsRune(".;:；：，", r):
			b.WriteByte(',')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
