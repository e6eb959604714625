package font

import (
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"

	"yusuan/extract/pdf/object"
)

// loadSimple reads a Type 1, TrueType or Type 3 font: 256 codes.
func (f *Font) loadSimple(file *object.File, d object.Dict, uni *cmap) {
	f.Type3 = file.Name(d["Subtype"]) == "Type3"
	desc := f.descriptor(file, d["FontDescriptor"])
	scale := 0.001
	if f.Type3 {
		scale = f.type3(file, d)
	}
	c := &simple{uni: uni, scale: scale, type3: f.Type3}
	c.names = sync.OnceValue(func() []string { return differences(file, d["Encoding"]) })
	c.base = baseEncoding(file, d, desc)
	if d == nil || d["ToUnicode"] != nil && uni == nil && file.Get(d["Encoding"]) == nil {
		c.base = nil // lost or damaged: what a code means must not be guessed
	}
	c.symbol, c.dingbats = isSymbol(f.Name), dingbats(f.Name)
	if c.symbol && c.uni == nil {
		c.base = symbolEncoding()
	}
	c.width = simpleWidths(file, d, desc, f.Name)
	f.one = c.glyph
}

// simple tells what the codes of a simple font are.
type simple struct {
	uni   *cmap
	names func() []string // by code, from the encoding's differences
	base  *[256]string    // nil where nothing is known
	width func(code int, text string) float64
	scale float64
	type3 bool

	symbol, dingbats bool
}

func (c *simple) glyph(code int) Glyph {
	text := c.text(code)
	switch {
	case c.symbol:
		text = fromSymbol(text)
	case c.dingbats && text != " ":
		text = Bullet
	}
	if text == "" {
		text = Unknown
	}
	return Glyph{Text: Fold(text), Width: c.width(code, text) * c.scale, Space: code == 32}
}

func (c *simple) text(code int) string {
	if c.uni != nil {
		if s := c.uni.text[uint32(code)]; s != "" && s != "\x00" {
			return s
		}
	}
	if names := c.names(); code < len(names) && names[code] != "" {
		n := names[code]
		if s := runeOfName(n); s != "" || c.type3 || len(n) != 1 {
			return s
		}
		return n
	}
	if c.type3 || c.base == nil {
		return ""
	}
	return c.base[code]
}

// type3 gives the scale of the font's own glyph space.
func (f *Font) type3(file *object.File, d object.Dict) float64 {
	scale := 0.001
	if m := file.Numbers(d["FontMatrix"]); len(m) == 6 && m[0] != 0 {
		scale = m[0]
		if scale < 0 {
			scale = -scale
		}
	}
	if f.Name == "" {
		f.Name = baseName(string(file.Name(d["Name"])))
	}
	return scale
}

// differences reads the glyph names that a font's encoding changes, by code.
func differences(file *object.File, enc object.Object) []string {
	out := make([]string, 0, 256)
	code := 0
	for _, o := range file.Array(file.Key(enc, "Differences")) {
		switch v := file.Get(o).(type) {
		case float64:
			code = int(v)
		case object.Name:
			if code >= 0 && code < 256 {
				for len(out) <= code {
					out = append(out, "")
				}
				out[code] = string(v)
			}
			code++
		}
	}
	return out
}

// baseEncoding is the table that the differences change.
func baseEncoding(file *object.File, d, desc object.Dict) *[256]string {
	name := file.Name(d["Encoding"])
	if name == "" {
		name = file.Name(file.Key(d["Encoding"], "BaseEncoding"))
	}
	switch name {
	case "WinAnsiEncoding":
		return winAnsi()
	case "MacRomanEncoding":
		return macRoman()
	case "Identity-H", "Identity-V":
		return nil
	}
	symbolic := file.Int(desc["Flags"], 0)&4 != 0
	embedded := desc["FontFile"] != nil || desc["FontFile2"] != nil || desc["FontFile3"] != nil
	if symbolic && embedded && d["Encoding"] == nil {
		return nil // the codes mean what the embedded program says
	}
	return standardEncoding()
}

var (
	winAnsi  = sync.OnceValue(func() *[256]string { return byteTable(charmap.Windows1252) })
	macRoman = sync.OnceValue(func() *[256]string { return byteTable(charmap.Macintosh) })
)

func byteTable(m *charmap.Charmap) *[256]string {
	t := new([256]string)
	for c := 32; c < 256; c++ {
		if r := m.DecodeByte(byte(c)); r != '\uFFFD' {
			t[c] = string(r)
		}
	}
	return t
}

// standardUpper is the upper half of Adobe's StandardEncoding.
const standardUpper = "\u00a1\u00a2\u00a3\u2044\u00a5\u0192\u00a7\u00a4'\u201c\u00ab\u2039\u203a\ufb01\ufb02\x00" +
	"\u2013\u2020\u2021\u00b7\x00\u00b6\u2022\u201a\u201e\u201d\u00bb\u2026\u2030\x00\u00bf"

var standardEncoding = sync.OnceValue(func() *[256]string {
	t := new([256]string)
	for c := 32; c < 127; c++ {
		t[c] = string(rune(c))
	}
	t['\''], t['`'] = "\u2019", "\u2018"
	code := 0xA1
	for _, r := range standardUpper {
		if r != 0 {
			t[code] = string(r)
		}
		code++
	}
	return t
})

// simpleWidths gives the advance of a code in thousandths (Type 3: glyph space).
func simpleWidths(file *object.File, d, desc object.Dict, name string) func(code int, text string) float64 {
	first := file.Int(d["FirstChar"], 0)
	list := file.Numbers(d["Widths"])
	missing, _ := file.Number(desc["MissingWidth"])
	std := standardMetrics(name)
	return func(code int, text string) float64 {
		if i := code - first; i >= 0 && i < len(list) {
			return list[i]
		}
		if len(list) > 0 {
			return missing
		}
		if d == nil {
			return 1000 // a lost font: most likely of Chinese characters
		}
		if len(text) == 1 && text[0] >= 32 && text[0] < 127 {
			return std.ascii[text[0]-32]
		}
		return std.other
	}
}

// standardMetrics finds the widths of a standard font or of what passes for it.
func standardMetrics(name string) *metrics {
	low := strings.ToLower(name)
	bold := strings.Contains(low, "bold")
	slanted := strings.Contains(low, "italic") || strings.Contains(low, "oblique")
	table := standard14()
	switch {
	case strings.Contains(low, "courier"), strings.Contains(low, "mono"):
		return table["Courier"]
	case strings.Contains(low, "times") && bold && slanted:
		return table["Times-BoldItalic"]
	case strings.Contains(low, "times") && bold:
		return table["Times-Bold"]
	case strings.Contains(low, "times") && slanted:
		return table["Times-Italic"]
	case strings.Contains(low, "times"):
		return table["Times-Roman"]
	case bold:
		return table["Helvetica-Bold"]
	}
	return table["Helvetica"]
}
