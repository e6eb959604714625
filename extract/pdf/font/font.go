// Package font turns the codes of a text string into characters and widths.
package font

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yusuan/extract/pdf/object"
)

// Unknown stands for a glyph whose character the font does not tell.
const Unknown = "\uFFFD"

// Glyph is what one code shows.
type Glyph struct {
	Text  string
	Width float64 // advance in text space: 1 is the font size
	Down  float64 // advance downwards of a vertical font, else 0
	Space bool    // the one-byte code 32, which word spacing widens
	set   bool
}

// Font is a font ready to be shown.
type Font struct {
	Name      string // without the subset tag
	Bold      bool
	Type3     bool
	Vertical  bool
	Ascent    float64 // of the font size
	Descent   float64 // negative
	Composite bool

	simple []Glyph // by code, made as they are met
	one    func(code int) Glyph
	pages  *[256]*[256]Glyph // composite fonts: by the two low bytes of the code
	rare   map[uint32]Glyph  // longer codes
	next   func(s []byte) int
	look   func(code uint32, raw []byte) Glyph
}

// Next reads one glyph of s and says how many bytes it took.
func (f *Font) Next(s []byte) (*Glyph, int) {
	if !f.Composite {
		if int(s[0]) >= len(f.simple) {
			f.simple = append(f.simple, make([]Glyph, 1<<bits.Len8(s[0])-len(f.simple))...)
		}
		g := &f.simple[s[0]]
		if !g.set {
			*g = f.one(int(s[0]))
			g.set = true
		}
		return g, 1
	}
	n := f.next(s)
	if n < 1 {
		n = 1
	}
	code := codeOf(s[:n])
	if n > 2 || n == 1 && code > 255 {
		g, ok := f.rare[code]
		if !ok {
			g = f.look(code, s[:n])
			if len(f.rare) < 1<<16 {
				f.rare[code] = g
			}
		}
		return &g, n
	}
	page := f.pages[code>>8]
	if page == nil {
		page = new([256]Glyph)
		f.pages[code>>8] = page
	}
	g := &page[code&255]
	if !g.set {
		*g = f.look(code, s[:n])
		g.set = true
	}
	return g, n
}

// Load reads a font dictionary. It always gives a font: what the file does not
// tell is Unknown.
func Load(file *object.File, dict object.Object) *Font {
	d := file.Dict(dict)
	f := &Font{Ascent: 0.88, Descent: -0.12}
	f.Name = baseName(string(file.Name(d["BaseFont"])))
	f.Bold = boldName(f.Name)
	var uni *cmap
	if s := file.Stream(d["ToUnicode"]); s != nil {
		if data, _ := file.Decode(s, maxCMapBytes); len(data) > 0 {
			uni = parseCMap(data)
		}
	}
	if file.Name(d["Subtype"]) == "Type0" {
		f.loadComposite(file, d, uni)
		return f
	}
	f.loadSimple(file, d, uni)
	return f
}

// baseName strips the subset tag and reads names that some writers give in GBK.
func baseName(s string) string {
	if len(s) > 7 && s[6] == '+' {
		s = s[7:]
	}
	if utf8.ValidString(s) {
		return s
	}
	if out, err := simplifiedchinese.GB18030.NewDecoder().String(s); err == nil {
		return out
	}
	return strings.ToValidUTF8(s, "?")
}

func boldName(name string) bool {
	low := strings.ToLower(name)
	for _, w := range []string{"bold", "heavy", "black", "粗"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// descriptor reads what the layout needs of a font descriptor.
func (f *Font) descriptor(file *object.File, o object.Object) object.Dict {
	d := file.Dict(o)
	if d == nil {
		return nil
	}
	if file.Int(d["Flags"], 0)&(1<<18) != 0 {
		f.Bold = true
	}
	up, _ := file.Number(d["Ascent"])
	down, _ := file.Number(d["Descent"])
	if down > 0 {
		down = -down
	}
	if up >= 500 && up <= 1300 && down >= -600 {
		f.Ascent, f.Descent = up/1000, down/1000
	}
	return d
}
