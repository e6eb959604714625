package font

import (
	"strings"

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
	names := differences(file, d["Encoding"])
	base := baseEncoding(file, d, desc)
	if d == nil || d["ToUnicode"] != nil && uni == nil && file.Get(d["Encoding"]) == nil {
		base = [256]string{} // lost or damaged: what a code means must not be guessed
	}
	widths := simpleWidths(file, d, desc, f.Name)
	for code := range f.simple {
		text, known := "", false
		if uni != nil {
			text, known = uni.text[uint32(code)]
		}
		if !known || text == "" || text == "\x00" {
			text = base[code]
			if n, ok := names[code]; ok {
				text = runeOfName(n)
				if text == "" && !f.Type3 && len(n) == 1 {
					text = n
				}
			} else if f.Type3 {
				text = ""
			}
		}
		if text == "" {
			text = Unknown
		}
		f.simple[code] = Glyph{Text: Fold(text), Width: widths(code, text) * scale, Space: code == 32}
	}
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

// differences reads the glyph names that a font's encoding changes.
func differences(file *object.File, enc object.Object) map[int]string {
	out := map[int]string{}
	code := 0
	for _, o := range file.Array(file.Key(enc, "Differences")) {
		switch v := file.Get(o).(type) {
		case float64:
			code = int(v)
		case object.Name:
			if code >= 0 && code < 256 {
				out[code] = string(v)
			}
			code++
		}
	}
	return out
}

// baseEncoding is the table that the differences change.
func baseEncoding(file *object.File, d, desc object.Dict) [256]string {
	name := file.Name(d["Encoding"])
	if name == "" {
		name = file.Name(file.Key(d["Encoding"], "BaseEncoding"))
	}
	switch name {
	case "WinAnsiEncoding":
		return byteTable(charmap.Windows1252)
	case "MacRomanEncoding":
		return byteTable(charmap.Macintosh)
	case "Identity-H", "Identity-V":
		return [256]string{}
	}
	symbolic := file.Int(desc["Flags"], 0)&4 != 0
	embedded := desc["FontFile"] != nil || desc["FontFile2"] != nil || desc["FontFile3"] != nil
	if symbolic && embedded && d["Encoding"] == nil {
		return [256]string{} // the codes mean what the embedded program says
	}
	return standardEncoding()
}

func byteTable(m *charmap.Charmap) (t [256]string) {
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

func standardEncoding() (t [256]string) {
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
}

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
