package xl

import (
	"strconv"
	"strings"
)

// Tone is a colouring by condition. It only repeats what the words of the cell
// already say.
type Tone struct {
	Contains string // the text that sets it off
	Color    Color
	Fill     Color
}

type toned struct {
	ref  string
	tone Tone
}

// Tone colours the cells of a range that contain a text.
func (s *Sheet) Tone(ref string, t Tone) { s.tones = append(s.tones, toned{ref, t}) }

// toneElements are the conditionalFormatting elements of a sheet.
func (s *Sheet) toneElements() []byte {
	var out []byte
	for i, t := range s.tones {
		first, _, _ := strings.Cut(t.ref, ":")
		look := s.book.styles.tones.id(toneLook{t.tone.Color, t.tone.Fill})
		out = append(out, `<conditionalFormatting sqref="`+t.ref+`"><cfRule type="containsText" dxfId="`...)
		out = strconv.AppendInt(out, int64(look), 10)
		out = append(out, `" priority="`...)
		out = strconv.AppendInt(out, int64(i+1), 10)
		out = append(out, `" operator="containsText" text="`...)
		out = appendAttribute(out, t.tone.Contains)
		out = append(out, `"><formula>NOT(ISERROR(SEARCH("`...)
		out = appendText(out, t.tone.Contains)
		out = append(out, `",`+first+`)))</formula></cfRule></conditionalFormatting>`...)
	}
	return out
}
