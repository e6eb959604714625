package render

import (
	"fmt"
	"html"
	"strings"
)

// Sheet is how a report looks when a browser prints it.
type Sheet struct {
	Name   string
	CSS    string
	Spread bool // 总 计 with spaces between its characters
	Padded bool // nested labels stand in by a margin, not by spaces
}

// paperBase is what every sheet begins with.
const paperBase = `h1 { font-size: 20pt; text-align: center }
h2, h3 { font-size: 15pt; text-indent: 2em; margin: 4pt 0 }
p { text-indent: 2em; margin: 2pt 0; text-align: justify }
.center, .caption { text-align: center; text-indent: 0 }
.unit { text-align: right }
table { border-collapse: collapse; width: 100% }
th { font-weight: normal }
.number { text-align: right }
`

// paper lays blocks out as a page for a browser to print.
func paper(blocks []Block, s *Sheet) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><style>\n" + paperBase + s.CSS + "</style></head>\n<body>\n")
	for _, bl := range blocks {
		switch {
		case bl.Table != nil:
			paperTable(&b, bl.Table, s)
		case bl.Heading > 0:
			fmt.Fprintf(&b, "<h%d>%s</h%d>\n", bl.Heading, html.EscapeString(bl.Text), bl.Heading)
		case bl.Center:
			fmt.Fprintf(&b, "<p class=\"center\">%s</p>\n", html.EscapeString(bl.Text))
		default:
			fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(bl.Text))
		}
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func paperTable(b *strings.Builder, t *Table, s *Sheet) {
	fmt.Fprintf(b, "<div class=\"caption\">%s</div><div class=\"unit\">%s</div>\n<table><thead>\n", html.EscapeString(t.Caption), html.EscapeString(t.Unit))
	for _, row := range t.Header {
		paperRow(b, row, "th", s)
	}
	b.WriteString("</thead><tbody>\n")
	for _, row := range t.Rows {
		paperRow(b, row, "td", s)
	}
	b.WriteString("</tbody></table>\n")
	for _, n := range t.Notes {
		fmt.Fprintf(b, "<div class=\"note\">%s</div>\n", html.EscapeString(n))
	}
}

func paperRow(b *strings.Builder, row []Cell, tag string, s *Sheet) {
	b.WriteString("<tr>")
	for _, c := range row {
		if c.RowSpan < 0 || c.ColSpan < 0 { // covered by another
			continue
		}
		attr := spanning(c)
		if c.Number && tag == "td" {
			attr += " class=\"number\""
		}
		text := indented(c)
		if s.Padded && c.Indent > 0 {
			attr += fmt.Sprintf(" style=\"padding-left:%dem\"", 1+c.Indent)
			text = c.Text
		}
		if s.Spread && !c.Number {
			text = spread(text)
		}
		fmt.Fprintf(b, "<%s%s>%s</%s>", tag, attr, strings.ReplaceAll(html.EscapeString(text), "\n", "<br>"), tag)
	}
	b.WriteString("</tr>\n")
}

// spread sets a label of two characters apart, as typists fill a cell: 总 计.
func spread(text string) string {
	rs := []rune(text)
	if len(rs) != 2 || rs[0] < 0x4E00 {
		return text
	}
	return string(rs[0]) + "  " + string(rs[1])
}
