package xl

import "io"

// Bounds of the shared texts: a workbook of ten thousand reports has too many to
// keep, and a long text is rarely said twice.
const (
	sharedLongest = 120       // bytes of one text
	sharedAtMost  = 400 << 10 // bytes of all
	sharedUsual   = 1000      // texts of a report
)

// sharedTexts are the short texts of a workbook, each kept once; a cell refers
// to its text by number. That halves the sheets and the time they take to
// compress. Texts beyond the bounds stand in their cells.
type sharedTexts struct {
	ids      map[string]int
	elements rowBuffer // si
	bytes    int
	uses     int
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
		t.ids = make(map[string]int, sharedUsual)
	}
	id = len(t.ids)
	t.ids[s] = id
	t.bytes += len(s)
	t.uses++
	t.elements.begin()
	b := appendTextElement(append(t.elements.mem, "<si>"...), s)
	t.elements.mem = append(b, "</si>"...)
	t.elements.turn()
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

// WriteTo writes sharedStrings.xml.
func (t *sharedTexts) WriteTo(w io.Writer) (int64, error) {
	var m markup
	m.raw(xmlHead, `<sst xmlns="`+mainNamespace+`" count="`).number(t.uses).raw(`" uniqueCount="`).number(len(t.ids)).raw(`">`)
	if _, err := w.Write(m.b); err != nil {
		return 0, err
	}
	n, err := t.elements.WriteTo(w)
	if err != nil {
		return n, err
	}
	_, err = io.WriteString(w, "</sst>")
	return n, err
}
