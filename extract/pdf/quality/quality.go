// Package quality judges whether the text layer of a page can be believed.
package quality

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"yusuan/extract/pdf/glyph"
)

// Report counts what speaks against a text layer.
type Report struct {
	Chars   int // without spaces
	Unknown int // U+FFFD, private use, unassigned, control characters
	Han     int
	Rare    int // ideographs outside the common ones of simplified and of traditional text
	Latin1  int // letters U+00C0 to U+00FF: Chinese bytes read as Western ones
}

// Limits of a believable page. A common Chinese text has less than 2 % of rare
// ideographs; one whose codes mean something else has four in five.
const (
	fewUnknown = 3 // list bullets of a symbol font
	maxUnknown = 0.005
	minHan     = 40
	maxRare    = 0.35
	minLatin1  = 30
	maxLatin1  = 0.3
	hopeless   = 0.2 // share of unknown characters that makes a page unreadable
	pastLevel1 = 0xD8
)

// Judge counts the characters of a page.
func Judge(chars []glyph.Char) Report {
	var r Report
	common := newCommon()
	for i := range chars {
		c := &chars[i]
		if c.Space {
			continue
		}
		r.Chars++
		for _, u := range c.Text {
			r.count(u, common)
			break
		}
	}
	return r
}

func (r *Report) count(u rune, c *common) {
	switch {
	case u == 0xFFFD, unicode.Is(unicode.Co, u), unicode.IsControl(u):
		r.Unknown++
	case unicode.Is(unicode.Han, u):
		r.Han++
		if u >= 0x3400 && !c.has(u) {
			r.Rare++
		}
	case u >= 0xC0 && u <= 0xFF:
		r.Latin1++
	case u > 0x7F && !unicode.IsGraphic(u) && !unicode.Is(unicode.Cf, u):
		r.Unknown++
	}
}

// common tells ideographs of the first level of GB 2312 or Big5: those in
// everyday use.
type common struct {
	gbk, big5 *encoding.Encoder
	src, buf  [4]byte
}

func newCommon() *common {
	return &common{gbk: simplifiedchinese.GBK.NewEncoder(), big5: traditionalchinese.Big5.NewEncoder()}
}

func (c *common) has(u rune) bool {
	src, buf := c.src[:], c.buf[:]
	n := utf8.EncodeRune(src, u)
	if k, _, err := c.gbk.Transform(buf, src[:n], true); err == nil && k == 2 {
		if buf[0] >= 0xB0 && buf[0] < pastLevel1 && buf[1] >= 0xA1 {
			return true
		}
	}
	k, _, err := c.big5.Transform(buf, src[:n], true)
	return err == nil && k == 2 && buf[0] >= 0xA4 && buf[0] <= 0xC6
}

// Bad says in Chinese what is wrong with the text layer; empty if it is good.
func (r Report) Bad() string {
	switch {
	case r.Unknown > fewUnknown && float64(r.Unknown) > maxUnknown*float64(r.Chars):
		return fmt.Sprintf("文字层有 %d 个字无法识别", r.Unknown)
	case r.Han >= minHan && float64(r.Rare) > maxRare*float64(r.Han):
		return fmt.Sprintf("文字层像是乱码（%d 个汉字中 %d 个是生僻字）", r.Han, r.Rare)
	case r.Latin1 >= minLatin1 && float64(r.Latin1) > maxLatin1*float64(r.Chars):
		return "文字层像是乱码（汉字被当作西文字符）"
	}
	return ""
}

// Hopeless says that the text layer is of no use.
func (r Report) Hopeless() bool {
	bad := r.Bad()
	return bad != "" && (float64(r.Unknown) > hopeless*float64(r.Chars) || r.Unknown <= fewUnknown)
}

// Better tells whether r is a better reading of the page than other.
func (r Report) Better(other Report) bool {
	if r.Chars*10 < other.Chars*9 {
		return false
	}
	if r.Bad() == "" {
		return true
	}
	return (r.Unknown+r.Rare+r.Latin1)*2 < other.Unknown+other.Rare+other.Latin1
}
