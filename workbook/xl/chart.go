package xl

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
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
		out = append(out, part{"xl/" + chart, drawingType + "ml.chart+xml", func(w io.Writer) error {
			content, err := c.part()
			if err != nil {
				return err
			}
			_, err = w.Write(content)
			return err
		}})
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

// part is the part of the chart, drawn by excelize in a workbook of its own.
func (c *Chart) part() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.AddChart(f.GetSheetName(0), "A1", c.excelize()); err != nil {
		return nil, fmt.Errorf("draw the chart %q: %w", c.Title, err)
	}
	content, ok := f.Pkg.Load("xl/charts/chart1.xml")
	if !ok {
		return nil, fmt.Errorf("the chart %q was not drawn", c.Title)
	}
	return content.([]byte), nil
}

func (c *Chart) excelize() *excelize.Chart {
	text := func(s string, size float64, bold bool) []excelize.RichTextRun {
		return []excelize.RichTextRun{{Text: clean(s), Font: &excelize.Font{Family: Font, Size: size, Bold: bold, Color: Black.RGB()}}}
	}
	font := excelize.Font{Family: Font, Size: 9, Color: Black.RGB()}
	var least *float64
	if c.FromZero {
		least = new(float64)
	}
	return &excelize.Chart{
		Type:   excelize.Bar,
		Title:  excelize.ChartTitle{Paragraph: text(c.Title, 12, true)},
		Legend: excelize.ChartLegend{Position: "none"},
		Series: []excelize.ChartSeries{{Name: c.Name, Categories: c.Categories, Values: c.Values,
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.Color.RGB()}}}},
		XAxis:    excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow, Font: font, Title: excelize.ChartTitle{Paragraph: text(c.Source, 9, false)}},
		YAxis:    excelize.ChartAxis{MajorGridLines: true, Minimum: least, Font: font, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.Format}, Title: excelize.ChartTitle{Paragraph: text(c.ValueTitle, 9, false)}},
		PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.Format}},
	}
}

// clean makes a text safe for the parts that excelize encodes.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
