package font

import (
	"strings"

	"yusuan/extract/pdf/object"
)

// composite is a CID font and its encoding.
type composite struct {
	enc      *cmap    // an encoding that the file brings
	set      *charset // or a predefined one
	uni      *cmap
	reverse  map[uint32]rune // from the embedded program: glyph to character
	toGID    []byte          // CIDToGIDMap
	widths   map[uint32]float64
	dw       float64
	down     float64 // vertical advance
	vertical bool
	gb1      bool

	symbol, dingbats bool
}

// loadComposite reads a Type 0 font.
func (f *Font) loadComposite(file *object.File, d object.Dict, uni *cmap) {
	f.Composite = true
	f.pages, f.rare = new([256]*[256]Glyph), map[uint32]Glyph{}
	c := &composite{uni: uni, dw: 1000, down: -1000}
	kids := file.Array(d["DescendantFonts"])
	var cid object.Dict
	if len(kids) > 0 {
		cid = file.Dict(kids[0])
	}
	desc := f.descriptor(file, cid["FontDescriptor"])
	if f.Name == "" {
		f.Name = baseName(string(file.Name(cid["BaseFont"])))
	}
	c.symbol, c.dingbats = isSymbol(f.Name), dingbats(f.Name)
	c.loadEncoding(file, d["Encoding"])
	ordering, _ := file.Key(cid["CIDSystemInfo"], "Ordering").(object.String)
	c.gb1 = ordering == "GB1"
	c.loadWidths(file, cid)
	c.loadProgram(file, cid, desc)
	f.Vertical = c.vertical
	f.next = c.codeLength
	f.look = c.glyph
}

func (c *composite) loadEncoding(file *object.File, o object.Object) {
	if s := file.Stream(o); s != nil {
		data, _ := file.Decode(s, maxCMapBytes)
		c.enc = parseCMap(data)
		c.vertical = c.enc.wmode == 1
		if base := file.Name(s.Dict["UseCMap"]); base != "" && len(c.enc.cids) == 0 {
			c.set = predefined(string(base))
		}
		return
	}
	name := string(file.Name(o))
	c.vertical = strings.HasSuffix(name, "-V") || name == "V"
	c.set = predefined(name)
}

func (c *composite) codeLength(s []byte) int {
	if c.set != nil {
		return c.set.next(s)
	}
	if c.enc != nil {
		return c.enc.codeLength(s)
	}
	return min(2, len(s))
}

func (c *composite) glyph(code uint32, raw []byte) Glyph {
	cid := c.cid(code, raw)
	w, ok := c.widths[cid]
	if !ok {
		w = c.dw
	}
	text := c.text(code, cid, raw)
	switch {
	case c.symbol:
		text = fromSymbol(text)
	case c.dingbats && text != " ":
		text = Bullet
	}
	g := Glyph{Text: Fold(text), Width: w / 1000, Space: len(raw) == 1 && raw[0] == 32}
	if c.vertical {
		g.Down = c.down / 1000
	}
	return g
}

// cid is the character's number in its collection. Of the predefined encodings
// only ASCII is told, the rest has the default width anyway.
func (c *composite) cid(code uint32, raw []byte) uint32 {
	switch {
	case c.enc != nil && len(c.enc.cids) > 0:
		return c.enc.cid(code)
	case c.set == nil:
		return code
	}
	text := c.set.decode(raw)
	if len(text) != 1 || text[0] < 32 || text[0] > 126 {
		return 1 << 24
	}
	proportional := uint32(text[0]-32) + 1
	if _, ok := c.widths[proportional]; !ok && c.gb1 {
		return uint32(text[0]-32) + 814 // half-width in Adobe-GB1
	}
	return proportional
}

func (c *composite) text(code, cid uint32, raw []byte) string {
	if c.uni != nil {
		if s, ok := c.uni.text[code]; ok && s != "" && s != "\x00" {
			return s
		}
	}
	if c.set != nil {
		if s := c.set.decode(raw); s != "" {
			return s
		}
	}
	if c.gb1 && c.set == nil {
		if cid >= 1 && cid <= 95 {
			return string(rune(cid + 31))
		}
		if cid >= 814 && cid <= 908 {
			return string(rune(cid - 814 + 32))
		}
	}
	if r, ok := c.reverse[c.gid(cid)]; ok {
		return string(r)
	}
	return Unknown
}

func (c *composite) gid(cid uint32) uint32 {
	if i := int(cid) * 2; c.toGID != nil && i+1 < len(c.toGID) {
		return uint32(c.toGID[i])<<8 | uint32(c.toGID[i+1])
	}
	return cid
}

// loadWidths reads W (c [w…] or first last w) and DW.
func (c *composite) loadWidths(file *object.File, cid object.Dict) {
	c.widths = map[uint32]float64{}
	if n, ok := file.Number(cid["DW"]); ok {
		c.dw = n
	}
	if v := file.Numbers(cid["DW2"]); len(v) == 2 && v[1] != 0 {
		c.down = v[1]
	}
	list := file.Array(cid["W"])
	budget := maxMappings * 4
	for i := 0; i+1 < len(list) && len(c.widths) < maxMappings; {
		first := uint32(file.Int(list[i], 0))
		if a, ok := file.Get(list[i+1]).(object.Array); ok {
			for k, w := range file.Numbers(a) {
				c.widths[first+uint32(k)] = w
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			return
		}
		last := uint32(file.Int(list[i+1], 0))
		w, _ := file.Number(list[i+2])
		budget -= int(last) - int(first)
		if last >= first && last-first <= maxRangeSpan && budget > 0 {
			for k := first; k <= last; k++ {
				c.widths[k] = w
			}
		}
		i += 3
	}
}

// loadProgram reads the character map of an embedded TrueType program, which
// tells the characters of a font without ToUnicode.
func (c *composite) loadProgram(file *object.File, cid, desc object.Dict) {
	if c.uni != nil && len(c.uni.text) > 0 || c.set != nil {
		return
	}
	s := file.Stream(desc["FontFile2"])
	if s == nil {
		return
	}
	data, _ := file.Decode(s, 64<<20)
	c.reverse = reverseCMap(data)
	if m := file.Stream(cid["CIDToGIDMap"]); m != nil {
		c.toGID, _ = file.Decode(m, 1<<18)
	}
}
