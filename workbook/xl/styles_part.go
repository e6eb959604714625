package xl

import (
	"bytes"
	"fmt"
	"strconv"
)

// styleTable numbers the looks of a workbook and writes its part of styles. The
// part is written here and not by excelize, which compares each new style with
// all before it, piece by piece: that took longer than the rows of a report.
type styleTable struct {
	ids     map[Style]int
	formats pieces[Format]
	fonts   pieces[font]
	fills   pieces[Color]
	edges   pieces[Edge]
	cells   bytes.Buffer // the xf elements
	tones   pieces[toneLook]
}

// font is the part of a style that belongs to its characters.
type font struct {
	color               Color
	size                uint8
	bold, italic, under bool
}

// toneLook is what a Tone does to a cell.
type toneLook struct{ color, fill Color }

// pieces numbers the distinct values of one kind in the order of their first use.
type pieces[T comparable] struct {
	ids  map[T]int
	list []T
}

func (p *pieces[T]) id(v T) int {
	if n, ok := p.ids[v]; ok {
		return n
	}
	if p.ids == nil {
		p.ids = map[T]int{}
	}
	p.ids[v] = len(p.list)
	p.list = append(p.list, v)
	return len(p.list) - 1
}

// id is the number of a style; 0 is that of a cell without one.
func (t *styleTable) id(s Style) int {
	if s == (Style{}) {
		return 0
	}
	if id, ok := t.ids[s]; ok {
		return id
	}
	if t.ids == nil {
		t.ids = map[Style]int{}
	}
	id := len(t.ids) + 1
	t.ids[s] = id
	t.write(s)
	return id
}

// write adds the xf element of a style.
func (t *styleTable) write(s Style) {
	number := 0
	switch {
	case s.Num == Text:
		number = builtInText
	case s.Num != General:
		number = firstFormatID + t.formats.id(s.Num)
	}
	// Font 0 is that of the workbook, fills 0 and 1 and border 0 are Excel's own.
	color := s.Color
	if color == NoColor {
		color = Black
	}
	letters := 1 + t.fonts.id(font{color, uint8(s.points()), s.Bold, s.Italic, s.Under})
	fill, edge := 0, 0
	if s.Fill != NoColor {
		fill = 2 + t.fills.id(s.Fill)
	}
	if s.Edge != NoEdge {
		edge = 1 + t.edges.id(s.Edge)
	}
	fmt.Fprintf(&t.cells, `<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0"`, number, letters, fill, edge)
	for _, apply := range []struct {
		what string
		does bool
	}{{"NumberFormat", number > 0}, {"Font", true}, {"Fill", fill > 0}, {"Border", edge > 0}, {"Alignment", true}} {
		if apply.does {
			t.cells.WriteString(` apply` + apply.what + `="1"`)
		}
	}
	t.cells.WriteString(`><alignment`)
	align := s.Align
	if s.Indent > 0 && align == 0 {
		align = Left
	}
	if align != 0 {
		t.cells.WriteString(` horizontal="` + align.word() + `"`)
	}
	if s.Indent > 0 {
		t.cells.WriteString(` indent="` + strconv.Itoa(int(s.Indent)) + `"`)
	}
	vertical := "center"
	if s.Top {
		vertical = "top"
	}
	t.cells.WriteString(` vertical="` + vertical + `"`)
	if s.Wrap {
		t.cells.WriteString(` wrapText="1"`)
	}
	t.cells.WriteString(`/></xf>`)
}

// part is styles.xml.
func (t *styleTable) part() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	if n := len(t.formats.list); n > 0 {
		fmt.Fprintf(&b, `<numFmts count="%d">`, n)
		for i, f := range t.formats.list {
			fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstFormatID+i, f.Code())
		}
		b.WriteString(`</numFmts>`)
	}
	fmt.Fprintf(&b, `<fonts count="%d"><font><sz val="11"/><color theme="1"/><name val="%s"/><family val="2"/></font>`, 1+len(t.fonts.list), Font)
	for _, f := range t.fonts.list {
		f.write(&b)
	}
	fmt.Fprintf(&b, `</fonts><fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`, 2+len(t.fills.list))
	for _, c := range t.fills.list {
		fmt.Fprintf(&b, `<fill><patternFill patternType="solid"><fgColor rgb="FF%s"/></patternFill></fill>`, c.RGB())
	}
	fmt.Fprintf(&b, `</fills><borders count="%d"><border><left/><right/><top/><bottom/><diagonal/></border>`, 1+len(t.edges.list))
	for _, e := range t.edges.list {
		e.write(&b)
	}
	fmt.Fprintf(&b, `</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`+
		`<cellXfs count="%d"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`, 1+len(t.ids))
	b.Write(t.cells.Bytes())
	b.WriteString(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0" customBuiltin="1"/></cellStyles>`)
	fmt.Fprintf(&b, `<dxfs count="%d">`, len(t.tones.list))
	for _, l := range t.tones.list {
		fmt.Fprintf(&b, `<dxf><font><b val="1"/><color rgb="FF%s"/></font><fill><patternFill patternType="solid"><bgColor rgb="FF%s"/></patternFill></fill></dxf>`, l.color.RGB(), l.fill.RGB())
	}
	b.WriteString(`</dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`)
	return b.Bytes()
}

func (f font) write(b *bytes.Buffer) {
	b.WriteString(`<font>`)
	if f.bold {
		b.WriteString(`<b val="1"/>`)
	}
	if f.italic {
		b.WriteString(`<i val="1"/>`)
	}
	if f.under {
		b.WriteString(`<u val="single"/>`)
	}
	fmt.Fprintf(b, `<sz val="%d"/><color rgb="FF%s"/><name val="%s"/><family val="2"/><charset val="%d"/></font>`, f.size, f.color.RGB(), Font, gbCharset)
}

// write draws a border: what a kind of edge looks like.
func (e Edge) write(b *bytes.Buffer) {
	side := func(name, style string, c Color) {
		fmt.Fprintf(b, `<%s style="%s"><color rgb="FF%s"/></%s>`, name, style, c.RGB(), name)
	}
	b.WriteString(`<border>`)
	switch e {
	case Grid, TotalEdge:
		top := Rule
		if e == TotalEdge {
			top = Navy
		}
		side("left", "thin", Rule)
		side("right", "thin", Rule)
		side("top", "thin", top)
		side("bottom", "thin", Rule)
	case Underline:
		side("bottom", "medium", Navy)
	}
	b.WriteString(`</border>`)
}
