package font

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Bullet stands for the pictures of dingbats fonts: list marks, boxes, arrows.
const Bullet = "•"

// dingbats tells fonts whose glyphs are pictures, whatever their codes say.
func dingbats(name string) bool {
	low := strings.ToLower(name)
	return strings.Contains(low, "dingbats") || strings.Contains(low, "wingdings") || strings.Contains(low, "webdings")
}

// isSymbol tells Adobe's Symbol font, which has an encoding of its own.
func isSymbol(name string) bool {
	return name == "Symbol" || strings.HasPrefix(name, "Symbol,") || strings.HasPrefix(name, "SymbolMT")
}

// Letters of the Symbol font from A and from a (ISO 32000-2, annex D.5).
const (
	symbolUpper = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	symbolLower = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

var symbolEncoding = sync.OnceValue(func() *[256]string {
	t := new([256]string)
	for c := 32; c < 127; c++ {
		t[c] = string(rune(c))
	}
	put := func(at int, letters string) {
		for _, r := range letters {
			t[at] = string(r)
			at++
		}
	}
	put('A', symbolUpper)
	put('a', symbolLower)
	for code, s := range map[int]string{
		0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: Bullet, 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
	} {
		t[code] = s
	}
	return t
})

// fromSymbol reads a character that Windows keeps in its private area for
// symbol fonts (U+F020 to U+F0FF).
func fromSymbol(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == len(text) && r >= 0xF020 && r <= 0xF0FF {
		if s := symbolEncoding()[r-0xF000]; s != "" {
			return s
		}
	}
	return text
}
