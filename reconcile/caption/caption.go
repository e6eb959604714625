// Package caption reads what the caption of a table prints: its year, and whether
// it lists all.
package caption

import (
	"strconv"
	"strings"

	"yusuan/internal/phrase"
)

// Years lists the calendar years (20XX年) that a caption prints, in order, each
// as often as it is printed.
func Years(s string) []int {
	var out []int
	for i := 0; i+4 < len(s); i++ {
		if y, ok := yearAt(s, i); ok {
			out = append(out, y)
		}
	}
	return out
}

// yearAt reads a calendar year that begins at byte i.
func yearAt(s string, i int) (int, bool) {
	if s[i] != '2' || s[i+1] != '0' || i > 0 && digit(s[i-1]) || !strings.HasPrefix(strings.TrimLeft(s[i+4:], " "), "年") {
		return 0, false
	}
	y, err := strconv.Atoi(s[i : i+4])
	return y, err == nil
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// Year returns the one year that a caption prints; false where it prints none or
// several.
func Year(s string) (year int, ok bool) {
	for i := 0; i+4 < len(s); i++ {
		y, is := yearAt(s, i)
		if is && ok && y != year {
			return 0, false
		}
		if is {
			year, ok = y, true
		}
	}
	return year, ok
}

// Twice finds a year that a caption joins to itself: 2024年和2024年.
func Twice(s string) (int, bool) {
	for i := 0; i+4 < len(s); i++ {
		y, ok := yearAt(s, i)
		if !ok {
			continue
		}
		_, rest, _ := strings.Cut(s[i+4:], "年")
		rest = strings.TrimPrefix(rest, "度")
		for _, and := range [...]string{"和", "与", "及", "、", "至", "—", "-", "～", "/"} {
			next, joined := strings.CutPrefix(rest, and)
			if !joined || len(next) < 5 {
				continue
			}
			if z, ok := yearAt(next, 0); ok && z == y {
				return y, true
			}
		}
	}
	return 0, false
}

// Selective reports whether a caption says that its table lists main items only.
func Selective(s string) bool { return phrase.Holds(s, "主要", "重点", "部分") }
