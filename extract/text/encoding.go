package text

import (
	"bytes"
	"unicode/utf8"
)

// Encoding names a character encoding as it stands in Document.Encoding.
type Encoding string

// The encodings that are told apart. GB2312 and GBK are read as GB18030, which holds them.
const (
	UTF8    Encoding = "utf-8"
	GB18030 Encoding = "gb18030"
	UTF16LE Encoding = "utf-16le"
	UTF16BE Encoding = "utf-16be"
	Big5    Encoding = "big5"
	Binary  Encoding = "" // no text at all
)

// sampleSize is how many bytes are looked at to tell GB18030 from Big5.
const sampleSize = 1 << 16

// Detect tells the encoding of b from its bytes: byte order mark, then the
// pattern of NUL bytes, then the share of valid UTF-8, then which of GB18030 and
// Big5 gives the more common characters. It returns Binary for what is no text.
func Detect(b []byte) Encoding {
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		return UTF8
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return UTF16LE
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return UTF16BE
	}
	head := b[:min(len(b), sampleSize)]
	if n := bytes.Count(head, []byte{0}); n*500 > len(head) {
		return detectNUL(head)
	}
	if tooManyControls(head) {
		return Binary
	}
	if mostlyUTF8(b) {
		return UTF8
	}
	return chineseByFrequency(b)
}

// detectNUL tells UTF-16 without a mark, whose ASCII letters, digits and line ends
// bring NUL bytes, from a binary file: nearly all units are characters of a Chinese
// text in one of the two byte orders.
func detectNUL(b []byte) Encoding {
	le, be := plausibleUTF16(b, 1, 0), plausibleUTF16(b, 0, 1)
	switch {
	case max(le, be) < 0.95:
		return Binary
	case be > le:
		return UTF16BE
	}
	return UTF16LE
}

// plausibleUTF16 is the share of units that a Chinese text may hold; hi and lo are
// the places of a unit's high and low byte.
func plausibleUTF16(b []byte, hi, lo int) float64 {
	good, all := 0, 0
	for i := 0; i+1 < len(b); i += 2 {
		all++
		u := rune(b[i+hi])<<8 | rune(b[i+lo])
		switch {
		case u == '\n', u == '\r', u == '\t', u == '\f', u >= 0x20 && u < 0x7f,
			u >= 0xa0 && u < 0x500, u >= 0x2000 && u < 0x2700, u >= 0x3000 && u < 0x3130, u >= 0x4e00 && u < 0xa000,
			u >= 0xf900 && u < 0xfb00, u >= 0xfe30 && u < 0xfff0:
			good++
		}
	}
	return float64(good) / float64(max(all, 1))
}

// tooManyControls tells bytes of a program or picture: control characters that
// no text holds make up more than one in a hundred.
func tooManyControls(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1a && c != 0x1b || c == 0x7f {
			n++
		}
	}
	return n*100 > len(b)
}

// mostlyUTF8 tells whether at least 99 % of the characters beyond ASCII are valid UTF-8.
func mostlyUTF8(b []byte) bool {
	if utf8.Valid(b) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 0 && bad*100 <= good+bad
}
