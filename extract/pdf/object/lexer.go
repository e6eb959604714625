package object

// Kind is the kind of a token.
type Kind uint8

const (
	EOF Kind = iota
	Number
	Literal // a string, its escapes undone
	NameTok
	Keyword // an operator, true, false, null, R, obj …
	ArrayOpen
	ArrayClose
	DictOpen
	DictClose
)

// Token is one token. Bytes is valid until the next call of Next.
type Token struct {
	Kind  Kind
	Num   float64
	Bytes []byte
	Int   bool // a number without a point
}

// Lexer reads the tokens of a file or of a content stream. It never fails:
// what is no PDF syntax is skipped.
type Lexer struct {
	data []byte
	pos  int
	far  int // the farthest place looked at and come back from
	buf  []byte
}

// NewLexer reads data from pos on.
func NewLexer(data []byte, pos int) *Lexer {
	return &Lexer{data: data, pos: max(pos, 0)}
}

// Pos is the place of the next byte; Seek moves it.
func (l *Lexer) Pos() int { return l.pos }
func (l *Lexer) Seek(pos int) {
	l.far = max(l.far, l.pos)
	l.pos = max(pos, 0)
}

// exhausted tells whether all data have been looked at: what was read last might be
// cut short.
func (l *Lexer) exhausted() bool { return max(l.far, l.pos) >= len(l.data) }

// class of a byte: 0 regular, 1 white space, 2 delimiter
var class = func() (t [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = 1
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = 2
	}
	return t
}()

// IsSpace says whether b is white space in PDF syntax.
func IsSpace(b byte) bool { return class[b] == 1 }

// Next reads one token.
func (l *Lexer) Next() Token {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		switch {
		case class[c] == 1:
			l.pos++
		case c == '%':
			l.skipComment()
		case class[c] == 0:
			return l.regular()
		default:
			if t, ok := l.delimited(c); ok {
				return t
			}
		}
	}
	return Token{Kind: EOF}
}

// maybeReference tells whether the rest of a reference, "G R", may come next: the
// cheap no for the numbers of a long array. A comment is a maybe.
func (l *Lexer) maybeReference() bool {
	at := l.pos
	skip := func(of func(c byte) bool) int {
		from := at
		for at < len(l.data) && of(l.data[at]) {
			at++
		}
		return at - from
	}
	space := func(c byte) bool { return class[c] == 1 }
	skip(space)
	digits := skip(func(c byte) bool { return c >= '0' && c <= '9' || c == '+' })
	blanks := skip(space)
	l.far = max(l.far, at)
	return at < len(l.data) && (l.data[at] == '%' || l.data[at] == 'R' && digits > 0 && blanks > 0)
}

func (l *Lexer) skipComment() {
	for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
		l.pos++
	}
}

// delimited reads a token that begins with a delimiter; false where it stands
// alone and means nothing.
func (l *Lexer) delimited(c byte) (Token, bool) {
	l.pos++
	switch c {
	case '(':
		return Token{Kind: Literal, Bytes: l.literal()}, true
	case '/':
		return Token{Kind: NameTok, Bytes: l.name()}, true
	case '[':
		return Token{Kind: ArrayOpen}, true
	case ']':
		return Token{Kind: ArrayClose}, true
	case '<':
		if l.peek() == '<' {
			l.pos++
			return Token{Kind: DictOpen}, true
		}
		return Token{Kind: Literal, Bytes: l.hex()}, true
	case '>':
		if l.peek() == '>' {
			l.pos++
			return Token{Kind: DictClose}, true
		}
	}
	return Token{}, false
}

func (l *Lexer) peek() byte {
	if l.pos < len(l.data) {
		return l.data[l.pos]
	}
	return 0
}

func (l *Lexer) regular() Token {
	start := l.pos
	for l.pos < len(l.data) && class[l.data[l.pos]] == 0 {
		l.pos++
	}
	word := l.data[start:l.pos]
	if c := word[0]; c <= '9' && (c >= '0' || c == '-' || c == '+' || c == '.') {
		if n, whole, ok := parseNumber(word); ok {
			return Token{Kind: Number, Num: n, Int: whole}
		}
	}
	return Token{Kind: Keyword, Bytes: word}
}

var tenth = [...]float64{1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12}

// parseNumber reads a number as writers really write it: "--5" and "5-" too.
func parseNumber(b []byte) (n float64, whole, ok bool) {
	neg, i := false, 0
	for i < len(b) && (b[i] == '-' || b[i] == '+') {
		neg = neg || b[i] == '-'
		i++
	}
	digits, places, point := 0, 0, false
	for ; i < len(b); i++ {
		c := b[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			if !point {
				n = n*10 + float64(c-'0')
			} else if places < len(tenth)-1 {
				n = n*10 + float64(c-'0')
				places++
			}
		case c == '.' && !point:
			point = true
		case c == '-' && digits > 0:
			i = len(b) // "12-3" is read as 12
		default:
			return 0, false, false
		}
	}
	if digits == 0 && !point {
		return 0, false, false
	}
	if places > 0 {
		n *= tenth[places]
	}
	if neg {
		n = -n
	}
	return n, !point, true
}

func (l *Lexer) name() []byte {
	start := l.pos
	escaped := false
	for l.pos < len(l.data) && class[l.data[l.pos]] == 0 {
		escaped = escaped || l.data[l.pos] == '#'
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !escaped {
		return raw
	}
	out := l.buf[:0]
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			out = append(out, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	l.buf = out
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *Lexer) hex() []byte {
	out := l.buf[:0]
	high := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := unhex(c)
		if d < 0 {
			continue
		}
		if high < 0 {
			high = d
			continue
		}
		out = append(out, byte(high<<4|d))
		high = -1
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	l.buf = out
	return out
}

func (l *Lexer) literal() []byte {
	out := l.buf[:0]
	depth := 1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 {
				l.buf = out
				return out
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	l.buf = out
	return out
}

// escape reads what follows a backslash; an unknown one is dropped, as the
// standard says.
func (l *Lexer) escape(out []byte) []byte {
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	l.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		if l.peek() == '\n' {
			l.pos++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		d := l.peek()
		if d < '0' || d > '7' {
			break
		}
		n = n*8 + int(d-'0')
		l.pos++
	}
	return append(out, byte(n))
}
