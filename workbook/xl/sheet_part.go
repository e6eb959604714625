package xl

import (
	"fmt"
	"io"
	"strings"
)

// counts number the parts of a kind through the workbook.
type counts struct{ notes, tables, drawings, charts int }

// parts are the part of a sheet and those that belong to it.
func (s *Sheet) parts(number int, n *counts) []part {
	sheet := fmt.Sprintf("xl/worksheets/sheet%d.xml", number)
	var out []part
	var list []relation
	tail := &markup{} // elements that refer to other parts
	if len(s.charts) > 0 {
		out = append(out, s.drawingParts(n)...)
		list = append(list, relation{"rIdDrawing", officeNamespace + "/drawing", fmt.Sprintf("../drawings/drawing%d.xml", n.drawings)})
		tail.raw(`<drawing r:id="rIdDrawing"/>`)
	}
	if len(s.notes) > 0 {
		n.notes++
		comments, shapes := fmt.Sprintf("comments%d.xml", n.notes), fmt.Sprintf("drawings/vmlDrawing%d.vml", n.notes)
		out = append(out, plainPart("xl/"+comments, spreadsheetType+"comments+xml", s.commentsPart),
			plainPart("xl/"+shapes, "", func() []byte { return s.noteShapes(number) }))
		list = append(list, relation{"rIdComments", officeNamespace + "/comments", "../" + comments},
			relation{"rIdShapes", officeNamespace + "/vmlDrawing", "../" + shapes})
		tail.raw(`<legacyDrawing r:id="rIdShapes"/>`)
	}
	if s.Table != "" && s.filtered() {
		n.tables++
		id, table := n.tables, fmt.Sprintf("tables/table%d.xml", n.tables)
		out = append(out, plainPart("xl/"+table, spreadsheetType+"table+xml", func() []byte { return s.tablePart(id) }))
		list = append(list, relation{"rIdTable", officeNamespace + "/table", "../" + table})
		tail.raw(`<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>`)
	}
	out = append(out, part{sheet, spreadsheetType + "worksheet+xml", func(w io.Writer) error { return s.writePart(w, number == 1, tail.b) }})
	if len(list) > 0 || len(s.links.ids) > 0 {
		out = append(out, part{strings.Replace(sheet, "sheets/", "sheets/_rels/", 1) + ".rels", "", func(w io.Writer) error { return s.writeRelations(w, list) }})
	}
	return out
}

func (s *Sheet) writeRelations(w io.Writer, list []relation) error {
	m := markup{[]byte(relationsHead)}
	for _, r := range list {
		m.relation(r)
	}
	if _, err := w.Write(m.b); err != nil {
		return err
	}
	if _, err := s.links.relations.WriteTo(w); err != nil {
		return err
	}
	_, err := io.WriteString(w, relationsTail)
	return err
}

// writePart writes the sheet in the order of elements that Excel insists on.
func (s *Sheet) writePart(w io.Writer, selected bool, tail []byte) error {
	if _, err := w.Write(s.head(selected)); err != nil {
		return err
	}
	if _, err := s.rows.WriteTo(w); err != nil {
		return err
	}
	m := markup{}
	m.raw(`</sheetData>`)
	if s.filtered() && s.Table == "" {
		m.raw(`<autoFilter ref="`, s.filterRange(), `"/>`)
	}
	m.b = s.appendTones(m.b)
	if _, err := w.Write(m.b); err != nil {
		return err
	}
	if _, err := s.links.WriteTo(w); err != nil {
		return err
	}
	m.b = m.b[:0]
	s.writePage(&m)
	m.b = append(m.b, tail...)
	_, err := w.Write(m.raw(`</worksheet>`).b)
	return err
}

// head is the sheet up to its rows.
func (s *Sheet) head(selected bool) []byte {
	var m markup
	m.raw(xmlHead, `<worksheet xmlns="`+mainNamespace+`" xmlns:r="`+officeNamespace+`"><sheetPr>`)
	if s.Tab != NoColor {
		m.raw(`<tabColor rgb="`, s.Tab.RGB(), `"/>`)
	}
	m.raw(`<pageSetUpPr fitToPage="true"/></sheetPr><dimension ref="A1:`, Ref(max(1, s.cols), max(1, s.row)), `"/><sheetViews><sheetView`)
	if !s.GridLines {
		m.raw(` showGridLines="false"`)
	}
	if selected {
		m.raw(` tabSelected="true"`)
	}
	m.raw(` workbookViewId="0">`)
	s.writePanes(&m)
	m.raw(`</sheetView></sheetViews><sheetFormatPr defaultRowHeight="`).decimal(rowHeight).raw(`" customHeight="true"/>`)
	s.writeColumns(&m)
	return m.raw(`<sheetData>`).b
}

// writePanes keeps the frozen columns and rows in view.
func (s *Sheet) writePanes(m *markup) {
	if s.FreezeCols == 0 && s.FreezeRows == 0 {
		return
	}
	pane := "bottomRight"
	switch {
	case s.FreezeCols == 0:
		pane = "bottomLeft"
	case s.FreezeRows == 0:
		pane = "topRight"
	}
	first := Ref(s.FreezeCols+1, s.FreezeRows+1)
	m.raw(`<pane activePane="`, pane, `" state="frozen" topLeftCell="`, first, `"`)
	if s.FreezeCols > 0 {
		m.raw(` xSplit="`).number(s.FreezeCols).raw(`"`)
	}
	if s.FreezeRows > 0 {
		m.raw(` ySplit="`).number(s.FreezeRows).raw(`"`)
	}
	m.raw(`/><selection activeCell="`, first, `" pane="`, pane, `" sqref="`, first, `"/>`)
}

// filtered reports whether there is anything below the filter row.
func (s *Sheet) filtered() bool { return s.Filter > 0 && s.row > s.Filter }

func (s *Sheet) filterRange() string { return Ref(1, s.Filter) + ":" + Ref(s.cols, s.row) }
