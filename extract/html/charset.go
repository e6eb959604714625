package html

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"yusuan/extract/text"
)

var declared = regexp.MustCompile(`(?i)<(?:meta[^>]{0,200}|\?xml[^>]{0,100}|link[^>]{0,100})(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_\-]+)`)

// decode turns a page into UTF-8. What the bytes say goes before what the page
// says: pages are often converted without their declaration. The declaration
// decides where the bytes leave it open between GB18030 and Big5.
func decode(b []byte) (string, text.Encoding, error) {
	enc := text.Detect(b)
	if enc == text.GB18030 || enc == text.Big5 || enc == text.Binary && bytes.IndexByte(b, 0) < 0 {
		if d := declaredEncoding(b); d != text.Binary {
			enc = d
		}
	}
	s, err := text.DecodeAs(b, enc)
	return s, enc, err
}

// declaredEncoding is the encoding that the page names in its first 4 KB, if it is
// a Chinese one.
func declaredEncoding(b []byte) text.Encoding {
	m := declared.FindSubmatch(b[:min(len(b), 4<<10)])
	if m == nil || utf8.Valid(b) {
		return text.Binary
	}
	switch strings.ToLower(string(m[1])) {
	case "gbk", "gb2312", "gb18030", "gb_2312-80", "x-gbk", "cp936":
		return text.GB18030
	case "big5", "big5-hkscs", "x-x-big5":
		return text.Big5
	}
	return text.Binary
}
