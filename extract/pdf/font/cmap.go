package font

import (
	"unicode/utf16"

	"yusuan/extract/pdf/object"
)

// Limits of a character map.
const (
	maxCMapBytes  = 8 << 20
	maxCMapRanges = 100000
	maxRangeSpan  = 1 << 16
	maxMappings   = 1 << 18 // of one map in all
)

// cmap is a character map of a file: ToUnicode, or the encoding of a CID font.
type cmap struct {
	spaces [5][]span // code space ranges by length of the code
	text   map[uint32]string
	cids   []cidRange
	wmode  int
}

type span struct{ lo, hi uint32 }

type cidRange struct {
	span
	cid uint32
}

// parseCMap reads the operators it knows and skips what it doesn't; a damaged
// map gives what could be read.
func parseCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}}
	p := &cmapParser{cmap: m, lex: object.NewLexer(data, 0)}
	for {
		t := p.lex.Next()
		switch t.Kind {
		case object.EOF:
			return m
		case object.Keyword:
			p.keyword(string(t.Bytes))
		case object.NameTok:
			p.name = string(t.Bytes)
		case object.Number:
			p.number = t.Num
		}
	}
}

type cmapParser struct {
	*cmap
	lex    *object.Lexer
	name   string
	number float64
	ranges int
}

func (p *cmapParser) keyword(word string) {
	switch word {
	case "def":
		if p.name == "WMode" {
			p.wmode = int(p.number)
		}
	case "begincodespacerange":
		p.pairs(func(lo, hi []byte) {
			if n := len(lo); n >= 1 && n <= 4 {
				p.spaces[n] = append(p.spaces[n], span{codeOf(lo), codeOf(hi)})
			}
		})
	case "beginbfchar":
		p.pairs(func(code, to []byte) { p.text[codeOf(code)] = utf16Text(to) })
	case "beginbfrange":
		p.bfRanges()
	case "begincidrange":
		p.cidRanges(true)
	case "begincidchar":
		p.cidRanges(false)
	}
}

// literal reads a string; false at the end of the section.
func (p *cmapParser) literal() ([]byte, bool) {
	t := p.lex.Next()
	if t.Kind != object.Literal {
		return nil, false
	}
	if p.ranges++; p.ranges > maxCMapRanges {
		return nil, false
	}
	return append([]byte(nil), t.Bytes...), true
}

func (p *cmapParser) pairs(f func(a, b []byte)) {
	for {
		a, ok := p.literal()
		if !ok {
			return
		}
		b, ok := p.literal()
		if !ok {
			return
		}
		f(a, b)
	}
}

func (p *cmapParser) bfRanges() {
	for {
		lo, ok := p.literal()
		if !ok {
			return
		}
		hi, ok := p.literal()
		if !ok {
			return
		}
		first, last := codeOf(lo), codeOf(hi)
		if last < first || last-first > maxRangeSpan {
			last = first
		}
		t := p.lex.Next()
		switch t.Kind {
		case object.Literal:
			p.increasing(first, last, append([]byte(nil), t.Bytes...))
		case object.ArrayOpen:
			p.listed(first, last)
		default:
			return
		}
	}
}

// increasing maps a range to characters that count up in their last place.
func (p *cmapParser) increasing(first, last uint32, to []byte) {
	runes := []rune(utf16Text(to))
	if len(runes) == 0 {
		return
	}
	for code := first; ; code++ {
		p.text[code] = string(runes)
		runes[len(runes)-1]++
		if code == last || len(p.text) >= maxMappings {
			return
		}
	}
}

func (p *cmapParser) listed(first, last uint32) {
	for code := first; ; code++ {
		t := p.lex.Next()
		if t.Kind != object.Literal {
			return
		}
		if code <= last {
			p.text[code] = utf16Text(t.Bytes)
		}
	}
}

func (p *cmapParser) cidRanges(pair bool) {
	for {
		lo, ok := p.literal()
		if !ok {
			return
		}
		hi := lo
		if pair {
			if hi, ok = p.literal(); !ok {
				return
			}
		}
		t := p.lex.Next()
		if t.Kind != object.Number {
			return
		}
		p.cids = append(p.cids, cidRange{span{codeOf(lo), codeOf(hi)}, uint32(t.Num)})
	}
}

// utf16Text reads the target of a mapping; a single byte is a character too.
func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// codeLength is how many bytes the next code takes.
func (m *cmap) codeLength(s []byte) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		code := codeOf(s[:n])
		for _, r := range m.spaces[n] {
			if code >= r.lo && code <= r.hi {
				return n
			}
		}
	}
	for n := 1; n <= 4; n++ {
		if len(m.spaces[n]) > 0 {
			return min(n, len(s))
		}
	}
	return min(2, len(s))
}

func (m *cmap) cid(code uint32) uint32 {
	for _, r := range m.cids {
		if code >= r.lo && code <= r.hi {
			return r.cid + code - r.lo
		}
	}
	return 0
}
