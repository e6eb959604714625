package xl

import (
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// spillAt is how many bytes of a sheet stay in memory before they go to a
// temporary file, so that a panel of ten thousand reports stays bounded.
const spillAt = 512 << 10

// rowBuffer holds the <row> elements of one sheet, or other elements of which
// there are many.
//
// Rows are encoded here and not by excelize's StreamWriter: the figures sheet
// of a panel has thirty columns, and this is several times faster; a decimal is
// written exactly; and links, notes and widths may be set in any order.
type rowBuffer struct {
	mem   []byte   // what is being filled
	full  [][]byte // what was filled before, in order
	held  int      // bytes in full
	file  *os.File // what was before that
	dir   string
	size  int64 // bytes in file
	err   error
	texts *sharedTexts
}

// chunk is how much is filled at a time: a buffer that grows would be copied
// again and again.
const chunk = 64 << 10

// chunks are kept from one workbook to the next.
var chunks = sync.Pool{New: func() any { return new([chunk]byte) }}

// turn takes a new chunk where the present one is nearly full, and writes the
// full ones out where they are many.
func (b *rowBuffer) turn() {
	if b.err != nil || len(b.mem) < chunk*3/4 {
		return
	}
	b.full = append(b.full, b.mem)
	b.held += len(b.mem)
	b.mem = nil
	if b.held >= spillAt {
		b.spill()
	}
	b.begin()
}

func (b *rowBuffer) begin() {
	if b.mem == nil {
		b.mem = chunks.Get().(*[chunk]byte)[:0]
	}
}

func (b *rowBuffer) spill() {
	if b.file == nil {
		if b.file, b.err = os.CreateTemp(b.dir, ".yusuan-writing-*"); b.err != nil {
			return
		}
	}
	for _, part := range b.full {
		if b.err == nil {
			_, b.err = b.file.Write(part)
		}
		b.size += int64(len(part))
	}
	b.release()
}

// release gives the full chunks back.
func (b *rowBuffer) release() {
	for _, part := range b.full {
		if cap(part) == chunk {
			chunks.Put((*[chunk]byte)(part[:chunk]))
		}
	}
	b.full, b.held = b.full[:0], 0
}

// WriteTo copies the rows.
func (b *rowBuffer) WriteTo(w io.Writer) (int64, error) {
	if b.err != nil {
		return 0, b.err
	}
	var written int64
	if b.file != nil {
		if _, err := b.file.Seek(0, io.SeekStart); err != nil {
			return 0, err
		}
		n, err := io.Copy(w, b.file)
		if written += n; err != nil {
			return written, err
		}
	}
	for _, part := range append(b.full, b.mem) {
		n, err := w.Write(part)
		if written += int64(n); err != nil {
			return written, err
		}
	}
	return written, nil
}

func (b *rowBuffer) close() {
	b.full = append(b.full, b.mem)
	b.mem = nil
	b.release()
	if b.file == nil {
		return
	}
	b.file.Close()
	os.Remove(b.file.Name())
	b.file = nil
}

func (b *rowBuffer) openRow(row int, height float64) {
	b.begin()
	b.mem = append(b.mem, `<row r="`...)
	b.mem = strconv.AppendInt(b.mem, int64(row), 10)
	if height > 0 {
		b.mem = append(b.mem, `" ht="`...)
		b.mem = strconv.AppendFloat(b.mem, height, 'f', -1, 64)
		b.mem = append(b.mem, `" customHeight="1`...)
	}
	b.mem = append(b.mem, `">`...)
}

func (b *rowBuffer) closeRow() {
	b.mem = append(b.mem, `</row>`...)
	b.turn()
}

func (b *rowBuffer) cell(col, row, style int, c *Cell) {
	b.mem = append(b.mem, `<c r="`...)
	b.mem = appendColumn(b.mem, col)
	b.mem = strconv.AppendInt(b.mem, int64(row), 10)
	if style > 0 {
		b.mem = append(b.mem, `" s="`...)
		b.mem = strconv.AppendInt(b.mem, int64(style), 10)
	}
	b.mem = append(b.mem, '"')
	switch {
	case c.Rich != nil:
		b.rich(c.Rich)
	case c.Formula != "":
		b.formula(c)
	default:
		b.value(c.Value)
	}
}

func (b *rowBuffer) value(v any) {
	switch v := v.(type) {
	case string:
		if v == "" {
			b.mem = append(b.mem, `/>`...)
			return
		}
		if id, ok := b.texts.id(v); ok {
			b.mem = append(b.mem, ` t="s"><v>`...)
			b.mem = strconv.AppendInt(b.mem, int64(id), 10)
			b.mem = append(b.mem, `</v></c>`...)
			return
		}
		b.mem = appendTextElement(append(b.mem, ` t="inlineStr"><is>`...), v)
		b.mem = append(b.mem, `</is></c>`...)
	case int:
		b.mem = append(b.mem, `><v>`...)
		b.mem = strconv.AppendInt(b.mem, int64(v), 10)
		b.mem = append(b.mem, `</v></c>`...)
	case decimal.Decimal:
		b.mem = appendDecimal(append(b.mem, `><v>`...), v)
		b.mem = append(b.mem, `</v></c>`...)
	case Digits:
		b.mem = append(append(b.mem, `><v>`...), v...)
		b.mem = append(b.mem, `</v></c>`...)
	default:
		b.mem = append(b.mem, `/>`...)
	}
}

func (b *rowBuffer) formula(c *Cell) {
	text, isText := c.Value.(string)
	if isText {
		b.mem = append(b.mem, ` t="str"`...)
	}
	b.mem = append(b.mem, `><f>`...)
	b.mem = appendText(b.mem, c.Formula)
	b.mem = append(b.mem, `</f><v>`...)
	switch v := c.Value.(type) {
	case string:
		b.mem = appendText(b.mem, text)
	case int:
		b.mem = strconv.AppendInt(b.mem, int64(v), 10)
	case decimal.Decimal:
		b.mem = appendDecimal(b.mem, v)
	}
	b.mem = append(b.mem, `</v></c>`...)
}

func (b *rowBuffer) rich(runs []Run) {
	b.mem = append(b.mem, ` t="inlineStr"><is>`...)
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		b.mem = append(b.mem, `<r><rPr>`...)
		if r.Bold {
			b.mem = append(b.mem, `<b/>`...)
		}
		if r.Under {
			b.mem = append(b.mem, `<u/>`...)
		}
		color := r.Color
		if color == NoColor {
			color = Black
		}
		b.mem = append(b.mem, `<sz val="`...)
		b.mem = strconv.AppendInt(b.mem, fontSize, 10)
		b.mem = append(b.mem, `"/><color rgb="FF`...)
		b.mem = append(b.mem, color.RGB()...)
		b.mem = append(b.mem, `"/><rFont val="`+Font+`"/><family val="2"/><charset val="134"/></rPr><t xml:space="preserve">`...)
		b.mem = appendText(b.mem, r.Text)
		b.mem = append(b.mem, `</t></r>`...)
	}
	b.mem = append(b.mem, `</is></c>`...)
}

// appendText escapes for XML. Characters that XML 1.0 cannot hold become U+FFFD,
// and a literal _xHHHH_ is protected, which readers would otherwise decode.
func appendText(dst []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	from := 0 // of what needs no escaping
	for i := range len(s) {
		if !suspect[s[i]] {
			continue
		}
		as := escaped(s[i], s[i:])
		if as == "" {
			continue
		}
		dst = append(append(dst, s[from:i]...), as...)
		from = i + 1
		if s[i] == noncharacter[0] {
			from = i + len(noncharacter)
		}
	}
	return append(dst, s[from:]...)
}

// noncharacter is U+FFFE; U+FFFF differs in the last byte.
const noncharacter = "\xEF\xBF\xBE"

// suspect are the bytes that may have to be escaped: a few of many.
var suspect = suspects()

func suspects() (of [256]bool) {
	for c := range byte(0x20) {
		of[c] = c != '\t' && c != '\n'
	}
	for _, c := range []byte{'&', '<', '>', '_', noncharacter[0]} {
		of[c] = true
	}
	return of
}

// escaped is how a suspect byte is written, empty where it stands for itself.
// rest begins with the byte.
func escaped(c byte, rest string) string {
	switch {
	case c == '&':
		return "&amp;"
	case c == '<':
		return "&lt;"
	case c == '>':
		return "&gt;"
	case c == '_' && isEscape(rest):
		return "_x005F_"
	case c == '\r':
		return "_x000D_"
	case c < 0x20 && c != '\t' && c != '\n':
		return "\uFFFD"
	case c == noncharacter[0] && rest[1] == noncharacter[1] && rest[2] >= noncharacter[2]:
		return "\uFFFD"
	}
	return ""
}

// edgeSpace reports whether a text has spaces that XML readers would drop.
func edgeSpace(s string) bool {
	first, last := s[0], s[len(s)-1]
	return first <= ' ' || last <= ' ' || strings.Contains(s, "\n")
}

// isEscape reports whether s begins with _xHHHH_.
func isEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}
