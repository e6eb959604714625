package content

import (
	"bytes"

	"yusuan/extract/pdf/object"
)

// inlineImage skips BI … ID … EI. The end is an EI between white space after
// which the stream goes on as text, not as picture bytes.
func (in *interp) inlineImage(lex *object.Lexer, data []byte) {
	for {
		t := lex.Next()
		if t.Kind == object.EOF {
			return
		}
		if t.Kind == object.Keyword && string(t.Bytes) == "ID" {
			break
		}
	}
	in.image()
	in.scan = nil
	pos := lex.Pos() + 1
	for pos < len(data) {
		i := bytes.Index(data[pos:], []byte("EI"))
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + 2
		if at > 0 && object.IsSpace(data[at-1]) && goesOn(data[pos:]) {
			lex.Seek(pos)
			return
		}
	}
	lex.Seek(len(data))
}

// goesOn says whether the next bytes can be content again.
func goesOn(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	if !object.IsSpace(b[0]) {
		return false
	}
	for _, c := range b[:min(len(b), 16)] {
		if c >= 0x7f || c < 32 && !object.IsSpace(c) || c == 0 {
			return false
		}
	}
	return true
}
