package xl

import (
	_ "embed"
	"fmt"
	"strings"
)

// Chart is a bar chart over ranges of the workbook.
type Chart struct {
	Col, Row   int // upper left corner
	Title      string
	Source     string // shown below the category axis
	ValueTitle string
	Format     string // number format of the value axis
	Name       string // range or text of the series' name
	Categories string
	Values     string
	Color      Color
	Width      uint // in pixels
	Height     uint
	FromZero   bool // the value axis begins at 0
}

// Chart places a chart on the sheet.
func (s *Sheet) Chart(c Chart) { s.charts = append(s.charts, c) }

// drawingParts are the drawing that places the charts of a sheet, its relations,
// and a part for each chart.
func (s *Sheet) drawingParts(n *counts) []part {
	n.drawings++
	name := fmt.Sprintf("drawing%d.xml", n.drawings)
	var out []part
	var list []relation
	for i, c := range s.charts {
		n.charts++
		chart := fmt.Sprintf("charts/chart%d.xml", n.charts)
		out = append(out, plainPart("xl/"+chart, drawingType+"ml.chart+xml", c.part))
		list = append(list, relation{fmt.Sprint("rId", i+1), officeNamespace + "/chart", "../" + chart})
	}
	return append(out, plainPart("xl/drawings/"+name, drawingType+"+xml", s.drawing),
		plainPart("xl/drawings/_rels/"+name+".rels", "", func() []byte { return relations(list...) }))
}

// drawing places the charts.
func (s *Sheet) drawing() []byte {
	var m markup
	m.raw(xmlHead, `<xdr:wsDr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" `,
		`xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">`)
	for i, c := range s.charts {
		from := corner{col: c.Col - 1, row: c.Row - 1}
		m.raw(`<xdr:twoCellAnchor>`)
		m.anchor("xdr:from", from)
		m.anchor("xdr:to", s.opposite(from, int(c.Width), int(c.Height)))
		m.raw(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="`).number(i+2).raw(`" name="Chart `).number(i+2).raw(`"/>`,
			`<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>`,
			`<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="`+officeNamespace+`" r:id="rId`).number(i+1).raw(`"/>`,
			`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`)
	}
	return m.raw(`</xdr:wsDr>`).b
}

func (m *markup) anchor(name string, c corner) {
	m.raw(`<`, name, `><xdr:col>`).number(c.col).raw(`</xdr:col><xdr:colOff>`).number(c.colPixels*emuPerPixel).raw(`</xdr:colOff><xdr:row>`).number(c.row).
		raw(`</xdr:row><xdr:rowOff>`).number(c.rowPixels*emuPerPixel).raw(`</xdr:rowOff></`, name, `>`)
}

// chartTemplate is a bar chart with {places} for what differs.
//
//go:embed parts/chart.xml
var chartTemplate string

func (c *Chart) part() []byte {
	escape := func(s string) string { return string(appendAttribute(nil, s)) }
	least := ""
	if c.FromZero {
		least = `<min val="0"/>`
	}
	return []byte(strings.NewReplacer("{title}", escape(c.Title), "{values title}", escape(c.ValueTitle), "{source}", escape(c.Source),
		"{name}", escape(c.Name), "{categories}", escape(c.Categories), "{values}", escape(c.Values), "{format}", escape(c.Format),
		"{least}", least, "{color}", c.Color.RGB(), "{black}", Black.RGB(), "{font}", Font).Replace(chartTemplate))
}
