package xl

// tablePart makes the filtered range an Excel table. Its columns have the names
// that stand in the header row.
func (s *Sheet) tablePart(id int) []byte {
	var m markup
	m.raw(xmlHead, `<table xmlns="`+mainNamespace+`" id="`).number(id).raw(`" name=`).value(s.Table).raw(` displayName=`).value(s.Table)
	m.raw(` ref="`, s.filterRange(), `"><autoFilter ref="`, s.filterRange(), `"/><tableColumns count="`).number(s.cols).raw(`">`)
	for i := range s.cols {
		name := ""
		if i < len(s.header) {
			name = s.header[i]
		}
		m.raw(`<tableColumn id="`).number(i + 1).raw(`" name=`).value(name).raw(`/>`)
	}
	return m.raw(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="false" showLastColumn="false" showRowStripes="false" showColumnStripes="false"/></table>`).b
}
