package font

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// charset reads the codes of a predefined encoding of CID fonts (ISO 32000-2,
// table 116) without the collection's tables: the codes are text themselves.
type charset struct {
	next     func(s []byte) int // length of the next code
	decode   func(code []byte) string
	vertical bool
}

func predefined(name string) *charset {
	c := &charset{vertical: strings.HasSuffix(name, "-V")}
	base := strings.TrimSuffix(strings.TrimSuffix(name, "-V"), "-H")
	switch {
	case strings.Contains(base, "UCS2"):
		c.next, c.decode = fixed(2), decodeUTF16
	case strings.Contains(base, "UTF16"):
		c.next, c.decode = nextUTF16, decodeUTF16
	case strings.Contains(base, "UTF32"):
		c.next, c.decode = fixed(4), decodeUTF32
	case base == "GBK2K":
		c.next, c.decode = nextGB18030, decodeWith(simplifiedchinese.GB18030)
	case strings.HasPrefix(base, "GB"):
		c.next, c.decode = doubleFrom(0x81), decodeWith(simplifiedchinese.GB18030)
	case strings.Contains(base, "B5"), strings.HasPrefix(base, "ETenms"), strings.HasPrefix(base, "HKscs"):
		c.next, c.decode = doubleFrom(0x81), decodeWith(traditionalchinese.Big5)
	case strings.Contains(base, "RKSJ"):
		c.next, c.decode = nextShiftJIS, decodeWith(japanese.ShiftJIS)
	case base == "EUC":
		c.next, c.decode = doubleFrom(0x81), decodeWith(japanese.EUCJP)
	case strings.HasPrefix(base, "KSC"):
		c.next, c.decode = doubleFrom(0x81), decodeWith(korean.EUCKR)
	default:
		return nil
	}
	return c
}

func fixed(n int) func([]byte) int {
	return func(s []byte) int { return min(n, len(s)) }
}

func nextUTF16(s []byte) int {
	if len(s) >= 4 && s[0]&0xFC == 0xD8 {
		return 4
	}
	return min(2, len(s))
}

func doubleFrom(lead byte) func([]byte) int {
	return func(s []byte) int {
		if s[0] >= lead && s[0] < 0xFF {
			return min(2, len(s))
		}
		return 1
	}
}

func nextShiftJIS(s []byte) int {
	if c := s[0]; c >= 0x81 && c <= 0x9F || c >= 0xE0 && c <= 0xFC {
		return min(2, len(s))
	}
	return 1
}

func nextGB18030(s []byte) int {
	if len(s) >= 4 && s[0] >= 0x81 && s[1] >= '0' && s[1] <= '9' {
		return 4
	}
	return doubleFrom(0x81)(s)
}

func decodeUTF16(code []byte) string {
	if len(code)%2 == 1 {
		return ""
	}
	units := make([]uint16, len(code)/2)
	for i := range units {
		units[i] = uint16(code[2*i])<<8 | uint16(code[2*i+1])
	}
	return string(utf16.Decode(units))
}

func decodeUTF32(code []byte) string {
	return string(rune(codeOf(code)))
}

func decodeWith(e encoding.Encoding) func([]byte) string {
	return func(code []byte) string {
		out, err := e.NewDecoder().Bytes(code)
		if err != nil {
			return ""
		}
		return string(out)
	}
}

func codeOf(b []byte) uint32 {
	var n uint32
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}
