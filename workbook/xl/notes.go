package xl

// A note stands in two parts: its text among the comments, and the box that it is
// shown in among the shapes.

const (
	noteWidth      = 320 // pixels
	noteTextWidth  = 44  // half-width units that fit a line of it
	noteMost       = 600 // pixels high
	noteEdge       = 24
	noteLineHeight = 18
)

type note struct {
	col, row int
	text     string
}

func (n *note) height() int {
	return min(noteMost, noteEdge+noteLineHeight*Lines(n.text, noteTextWidth))
}

// commentsPart holds the texts of the notes.
func (s *Sheet) commentsPart() []byte {
	var m markup
	m.raw(xmlHead, `<comments xmlns="`+mainNamespace+`"><authors><author>yusuan</author></authors><commentList>`)
	for i := range s.notes {
		n := &s.notes[i]
		m.raw(`<comment ref="`, Ref(n.col, n.row), `" authorId="0"><text><t xml:space="preserve">`).text(cutUnits(n.text, MaxText)).raw(`</t></text></comment>`)
	}
	return m.raw(`</commentList></comments>`).b
}

// noteShapes holds their boxes, which Excel still wants in VML.
func (s *Sheet) noteShapes(sheet int) []byte {
	var m markup
	m.raw(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`,
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="`).number(sheet).raw(`"/></o:shapelayout>`,
		`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">`,
		`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`)
	for i := range s.notes {
		s.noteShape(&m, &s.notes[i], sheet<<10+i+1)
	}
	return m.raw(`</xml>`).b
}

func (s *Sheet) noteShape(m *markup, n *note, id int) {
	const gap = 15 // pixels between the cell and the box
	from := corner{col: n.col, colPixels: gap, row: max(0, n.row-2)}
	to := s.opposite(from, noteWidth, n.height())
	m.raw(`<v:shape id="_x0000_s`).number(id).raw(`" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`,
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>`,
		`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>`)
	for i, v := range []int{from.col, from.colPixels, from.row, from.rowPixels, to.col, to.colPixels, to.row, to.rowPixels} {
		if i > 0 {
			m.raw(`, `)
		}
		m.number(v)
	}
	m.raw(`</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>`).number(n.row - 1).raw(`</x:Row><x:Column>`).number(n.col - 1).raw(`</x:Column></x:ClientData></v:shape>`)
}
