package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// ErrBinary says that the bytes are no text in any known encoding.
var ErrBinary = errors.New("内容不是文本（无法识别的字符编码或二进制数据）")

// Decode turns b into UTF-8 without a byte order mark. Bytes that its encoding
// doesn't know become U+FFFD: see broken for where they stand.
func Decode(b []byte) (string, Encoding, error) {
	enc := Detect(b)
	s, err := DecodeAs(b, enc)
	return s, enc, err
}

// DecodeAs decodes b as enc.
func DecodeAs(b []byte, enc Encoding) (string, error) {
	var e encoding.Encoding
	switch enc {
	case UTF8:
		b = bytes.TrimPrefix(b, []byte{0xef, 0xbb, 0xbf})
		if utf8.Valid(b) {
			return string(b), nil
		}
		return strings.ToValidUTF8(string(b), "\uFFFD"), nil
	case UTF16LE:
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		e = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case GB18030:
		e = simplifiedchinese.GB18030
	case Big5:
		e = traditionalchinese.Big5
	default:
		return "", ErrBinary
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", fmt.Errorf("decode %s: %w", enc, err)
	}
	return string(out), nil
}
