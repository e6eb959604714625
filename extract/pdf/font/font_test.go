package font

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"yusuan/extract/pdf/internal/make"
	"yusuan/extract/pdf/object"
)

// load makes a font of a dictionary; objects that it refers to come first.
func load(t *testing.T, dict string, objects ...string) *Font {
	t.Helper()
	f := &make.File{}
	for _, o := range objects {
		f.Add(o)
	}
	n := f.Add(dict)
	f.Pages(make.Page{})
	file, err := object.Open(bytes.NewReader(f.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return Load(file, object.Ref{ID: n})
}

// show gives the text and the whole advance of a string.
func show(f *Font, s string) (string, float64) {
	var b strings.Builder
	width := 0.0
	for raw := []byte(s); len(raw) > 0; {
		g, n := f.Next(raw)
		b.WriteString(g.Text)
		width += g.Width
		raw = raw[n:]
	}
	return b.String(), width
}

func stream(data string) string {
	f := &make.File{}
	f.Stream("", data)
	b := string(f.Bytes())
	return b[strings.Index(b, "<<"):strings.Index(b, "\nendobj")]
}

func TestFonts(t *testing.T) {
	const cid = "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Ordering(GB1)>>/DW 1000/W[1 95 500 814 908 500]>>]"
	for _, c := range []struct {
		name, dict, in, want string
		width                float64
		objects              []string
	}{
		{"standard font", "<</Subtype/Type1/BaseFont/Helvetica>>", "1,A'", "1,A\u2019", .556 + .278 + .667 + .556, nil},
		{"WinAnsi", "<</Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding>>", "\x80\x93", "€“", 2 * .556, nil},
		{"widths", "<</Subtype/TrueType/BaseFont/X/FirstChar 65/Widths[100 200]/Encoding/WinAnsiEncoding>>", "ABC", "ABC", .3, nil},
		{"differences", "<</Subtype/Type1/BaseFont/X/FirstChar 1/Widths[500 500 500 500]/Encoding<</Differences[1/five/uni4E07/u4EBF 4/g99]>>>>", "\x01\x02\x03\x04", "5万亿\uFFFD", 2, nil},
		{"ToUnicode first", "<</Subtype/TrueType/BaseFont/X/FirstChar 1/Widths[500]/Encoding/WinAnsiEncoding/ToUnicode 1 0 R>>", "\x01", "亿", .5,
			[]string{stream("1 beginbfchar <01> <4EBF> endbfchar")}},
		{"ToUnicode ranges", "<</Subtype/Type0/Encoding/Identity-H" + cid + "/ToUnicode 1 0 R>>", "\x00\x10\x00\x11\x00\x20\x00\x21", "一丁AB", 2,
			[]string{stream("2 beginbfrange <0010> <0011> <4E00> <0020> <0021> [<0041> <0042>] endbfrange")}},
		{"GBK", "<</Subtype/Type0/Encoding/GBK-EUC-H" + cid + ">>", "\xd4\xa4\xcb\xe318", "预算18", 3, nil},
		{"GB2312", "<</Subtype/Type0/Encoding/GB-EUC-H" + cid + ">>", "\xd4\xa41", "预1", 1.5, nil},
		{"UTF-16", "<</Subtype/Type0/Encoding/UniGB-UTF16-H" + cid + ">>", "\x98\x84\x00\x31\xd8\x40\xdc\x00", "预1\U00020000", 2.5, nil},
		{"UCS-2", "<</Subtype/Type0/Encoding/UniGB-UCS2-H" + cid + ">>", "\x98\x84\x00.", "预.", 1.5, nil},
		{"Big5", "<</Subtype/Type0/Encoding/ETen-B5-H" + cid + ">>", "\xb9\x77", "預", 1, nil},
		{"GB1 glyph numbers", "<</Subtype/Type0/Encoding/Identity-H" + cid + ">>", "\x00\x12\x03\x3f\x10\x00", "11\uFFFD", 2, nil},
		{"embedded encoding", "<</Subtype/Type0/Encoding 1 0 R" + cid + ">>", "\x41", "A", .5,
			[]string{stream("1 begincodespacerange <00> <ff> endcodespacerange 1 begincidrange <20> <7e> 1 endcidrange")}},
		{"radicals", "<</Subtype/Type0/Encoding/UniGB-UCS2-H" + cid + ">>", "\x2f\x8f\x2e\xdb\x2f\x3e", "行风户", 3, nil},
		{"Type 3", "<</Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 65/Widths[50 60]/Encoding<</Differences[65/a/B]>>/ToUnicode 1 0 R>>", "AB", "亿B", 1.1,
			[]string{stream("1 beginbfchar <41> <4EBF> endbfchar")}},
		{"Symbol", "<</Subtype/Type1/BaseFont/Symbol>>", "m\xb7\xb3", "μ•≥", .556 * 3, nil},
		{"Windows symbols", "<</Subtype/TrueType/BaseFont/AAAAAA+SymbolMT/FirstChar 1/Widths[500]/ToUnicode 1 0 R>>", "\x01", "•", .5,
			[]string{stream("1 beginbfchar <01> <F0B7> endbfchar")}},
		{"dingbats", "<</Subtype/TrueType/BaseFont/Wingdings-Regular/FirstChar 108/Widths[500]>>", "l", "•", .5, nil},
		{"nothing known", "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]>>", "\x00\x12", "\uFFFD", 1, nil},
		{"no font at all", "null", "A", "\uFFFD", 1, nil},
		{"map lost", "<</Subtype/TrueType/BaseFont/X/ToUnicode 99 0 R>>", "1", "\uFFFD", .556, nil},
	} {
		got, width := show(load(t, c.dict, c.objects...), c.in)
		if got != c.want || math.Abs(width-c.width) > 1e-9 {
			t.Errorf("%s: %q %.3f, want %q %.3f", c.name, got, width, c.want, c.width)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{"five": "5", "five.tnum": "5", "f_i": "fi", "uni4E074EBF": "万亿", "u20000": "\U00020000", "nonsense": "", "fi": "ﬁ"} {
		if got := runeOfName(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	f := load(t, "<</Subtype/TrueType/BaseFont/ABCDEF+#CB#CE#CC#E5,Bold>>")
	if f.Name != "宋体,Bold" || !f.Bold {
		t.Errorf("name %q, bold %v", f.Name, f.Bold)
	}
}

// A map that asks for more than it may gets no more.
func TestMapsAreBounded(t *testing.T) {
	m := parseCMap([]byte("beginbfrange " + strings.Repeat("<00000000> <0000ffff> <4E00> <00010000> <0001ffff> <4E00> <00020000> <0002ffff> <41> <00030000> <0003ffff> <41> <00040000> <0004ffff> <41> ", 50)))
	if len(m.text) > maxMappings+1 {
		t.Errorf("%d mappings", len(m.text))
	}
	f := load(t, "<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+strings.Repeat("0 65535 500 ", 1000)+"]>>]>>")
	if _, w := show(f, "\x00\x01"); w != .5 && w != 1 {
		t.Errorf("width %v", w)
	}
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <7e> <0041> endbfrange"))
	f.Add([]byte("beginbfrange <00> <ff> [<41> <42>] <01> endbfrange begincidrange <00> <ff> 7 endcidrange /WMode 1 def"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m := parseCMap(data)
		for _, s := range []string{"a", "ab", "\xff\xff\xff\xff\xff"} {
			if n := m.codeLength([]byte(s)); n < 1 || n > len(s) {
				t.Fatalf("a code of %d bytes in %d", n, len(s))
			}
		}
	})
}

func FuzzReverseCMap(f *testing.F) {
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x40" +
		"\x00\x00\x00\x01\x00\x03\x00\x01\x00\x00\x00\x0c\x00\x04\x00\x20\x00\x00\x00\x04\x00\x04\x00\x01\x00\x00\x4e\x00\xff\xff\x00\x00\x4e\x00\xff\xff\xb2\x01\x00\x01\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m := reverseCMap(data); len(m) > maxMappings*4 {
			t.Fatalf("%d glyphs", len(m))
		}
	})
}

func TestReverseCMap(t *testing.T) {
	sub := "\x00\x04\x00\x20\x00\x00\x00\x04\x00\x04\x00\x01\x00\x00" + "\x4e\x00\xff\xff" + "\x00\x00" + "\x4e\x00\xff\xff" + "\xb2\x07\x00\x01" + "\x00\x00\x00\x00"
	table := "\x00\x00\x00\x01\x00\x03\x00\x01\x00\x00\x00\x0c" + sub
	sfnt := "\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00" + string(rune(len(table))) + table
	if m := reverseCMap([]byte(sfnt)); len(m) != 1 || m[7] != 0x4E00 {
		t.Errorf("%v", m)
	}
}
