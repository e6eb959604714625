package xl

import "github.com/xuri/excelize/v2"

// Tone is a colouring by condition. It only repeats what the words of the cell
// already say.
type Tone struct {
	Contains string // the text that sets it off
	Color    string
	Fill     string
}

type toned struct {
	ref  string
	tone Tone
}

// Tone colours the cells of a range that contain a text.
func (s *Sheet) Tone(ref string, t Tone) { s.tones = append(s.tones, toned{ref, t}) }

func (s *Sheet) addTones() error {
	for _, t := range s.tones {
		id, ok := s.book.dxf[t.tone]
		if !ok {
			style := &excelize.Style{Font: &excelize.Font{Color: t.tone.Color, ColorIndexed: -1, Bold: true},
				Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{t.tone.Fill}}}
			var err error
			if id, err = s.book.file.NewConditionalStyle(style); err != nil {
				return err
			}
			s.book.dxf[t.tone] = id
		}
		format := id
		err := s.book.file.SetConditionalFormat(s.Name, t.ref, []excelize.ConditionalFormatOptions{
			{Type: "text", Criteria: "containing", Value: t.tone.Contains, Format: &format}})
		if err != nil {
			return err
		}
	}
	return nil
}
