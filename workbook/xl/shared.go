package xl

import "strconv"

// Bounds of the shared texts: a workbook of ten thousand reports has too many to
// keep, and a long text is rarely said twice.
const (
	sharedLongest = 120       // bytes of one text
	sharedAtMost  = 400 << 10 // bytes of all
)

// sharedTexts are the short texts of a workbook, each kept once; a cell refers
// to its text by number. That halves the sheets and the time they take to
// compress. Texts beyond the bounds stand in their cells.
type sharedTexts struct {
	ids   map[string]int
	part  []byte // the si elements
	bytes int
	uses  int
}

// id is the number of a text; ok is false where the text is not shared.
func (t *sharedTexts) id(s string) (id int, ok bool) {
	if len(s) > sharedLongest {
		return 0, false
	}
	if id, ok = t.ids[s]; ok {
		t.uses++
		return id, true
	}
	if t.bytes+len(s) > sharedAtMost {
		return 0, false
	}
	if t.ids == nil {
		t.ids = map[string]int{}
	}
	id = len(t.ids)
	t.ids[s] = id
	t.bytes += len(s)
	t.uses++
	t.part = appendTextElement(append(t.part, "<si>"...), s)
	t.part = append(t.part, "</si>"...)
	return id, true
}

// appendTextElement writes the t element of a text that is not empty.
func appendTextElement(dst []byte, s string) []byte {
	dst = append(dst, "<t"...)
	if edgeSpace(s) {
		dst = append(dst, ` xml:space="preserve"`...)
	}
	dst = append(dst, '>')
	dst = appendText(dst, s)
	return append(dst, "</t>"...)
}

// content is sharedStrings.xml.
func (t *sharedTexts) content() []byte {
	out := []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="`)
	out = strconv.AppendInt(out, int64(t.uses), 10)
	out = append(out, `" uniqueCount="`...)
	out = strconv.AppendInt(out, int64(len(t.ids)), 10)
	out = append(out, `">`...)
	out = append(out, t.part...)
	return append(out, "</sst>"...)
}
