package runes

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/traditional.txt
var traditionalPairs string

// The table covers the block of common ideographs.
const firstIdeograph, lastIdeograph = 0x4e00, 0x9fff

// simplified gives each ideograph its simplified form, 0 where it has no other.
var simplified = sync.OnceValue(func() *[lastIdeograph - firstIdeograph + 1]rune {
	var t [lastIdeograph - firstIdeograph + 1]rune
	for _, line := range strings.Split(traditionalPairs, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			if r := []rune(pair); len(r) == 2 {
				t[r[0]-firstIdeograph] = r[1]
			}
		}
	}
	return &t
})

// Simplify returns s with simplified characters for traditional ones. Both are
// three bytes of UTF-8, so every byte offset stays what it was.
func Simplify(s string) string {
	t := simplified()
	return strings.Map(func(r rune) rune {
		if r >= firstIdeograph && r <= lastIdeograph && t[r-firstIdeograph] != 0 {
			return t[r-firstIdeograph]
		}
		return r
	}, s)
}

// Traditional counts the ideographs of s and those of them that simplified print
// does not have.
func Traditional(s string) (traditional, ideographs int) {
	t := simplified()
	for _, r := range s {
		if r < firstIdeograph || r > lastIdeograph {
			continue
		}
		ideographs++
		if t[r-firstIdeograph] != 0 {
			traditional++
		}
	}
	return traditional, ideographs
}
