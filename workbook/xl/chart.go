package xl

import "github.com/xuri/excelize/v2"

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
	Width      uint
	Height     uint
	FromZero   bool // the value axis begins at 0
}

// Chart places a chart on the sheet.
func (s *Sheet) Chart(c Chart) { s.charts = append(s.charts, c) }

func (s *Sheet) addCharts() error {
	for _, c := range s.charts {
		if err := s.book.file.AddChart(s.Name, Ref(c.Col, c.Row), c.excelize()); err != nil {
			return err
		}
	}
	return nil
}

func (c Chart) excelize() *excelize.Chart {
	text := func(s string, size float64, bold bool) []excelize.RichTextRun {
		return []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Family: Font, Size: size, Bold: bold, Color: Black.RGB()}}}
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
		XAxis:     excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow, Font: font, Title: excelize.ChartTitle{Paragraph: text(c.Source, 9, false)}},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Minimum: least, Font: font, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.Format}, Title: excelize.ChartTitle{Paragraph: text(c.ValueTitle, 9, false)}},
		Dimension: excelize.ChartDimension{Width: c.Width, Height: c.Height},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.Format}},
	}
}
