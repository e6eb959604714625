package render

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
)

const (
	docxTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docxRels  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	docxTable = `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>`
	docxHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
)

// docx lays blocks out as a Word document. body is the XML with marks stripped.
func docx(body string) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range [][2]string{{"[Content_Types].xml", docxTypes}, {"_rels/.rels", docxRels}, {"word/document.xml", docxHead + body + "</w:body></w:document>"}} {
		w, err := z.Create(f[0])
		if err != nil {
			return nil, fmt.Errorf("write docx part %s: %w", f[0], err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			return nil, fmt.Errorf("write docx part %s: %w", f[0], err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("close docx: %w", err)
	}
	return buf.Bytes(), nil
}

func docxBody(blocks []Block, s Settings) string {
	var b strings.Builder
	small := false
	para := func(text, align string, bold bool) {
		b.WriteString("<w:p>")
		if align != "" {
			b.WriteString(`<w:pPr><w:jc w:val="` + align + `"/></w:pPr>`)
		}
		b.WriteString("<w:r>")
		switch {
		case small:
			b.WriteString(`<w:rPr><w:sz w:val="18"/></w:rPr>`)
		case bold:
			b.WriteString("<w:rPr><w:b/></w:rPr>")
		}
		b.WriteString(`<w:t xml:space="preserve">` + strings.ReplaceAll(html.EscapeString(text), "\n", "</w:t><w:br/><w:t>") + "</w:t></w:r></w:p>\n")
	}
	for _, bl := range blocks {
		if bl.Table == nil {
			align := ""
			if bl.Heading == 1 || bl.Center {
				align = "center"
			}
			para(bl.Text, align, bl.Heading > 0)
			continue
		}
		para(bl.Table.Caption, "center", true)
		para(bl.Table.Unit, "right", false)
		b.WriteString("<w:tbl>" + docxTableOf(s))
		widths := docxWidths(bl.Table)
		b.WriteString(docxGrid(widths))
		for _, row := range append(append([][]Cell{}, bl.Table.Header...), bl.Table.Rows...) {
			b.WriteString("<w:tr>")
			for i, c := range row {
				if c.ColSpan < 0 {
					continue
				}
				b.WriteString("<w:tc>" + docxCell(c, widths[min(i, len(widths)-1)]))
				align := ""
				if c.Number {
					align = "right"
				}
				small = true
				para(indented(c), align, false)
				small = false
				b.WriteString("</w:tc>")
			}
			b.WriteString("</w:tr>\n")
		}
		b.WriteString("</w:tbl>\n")
		for _, n := range bl.Table.Notes {
			para(n, "", false)
		}
	}
	return b.String()
}

// docxTableOf sets the width of a table, and its lines unless it has none.
func docxTableOf(s Settings) string {
	if s.NoRules {
		return `<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>`
	}
	return docxTable
}

// docxWidths gives each column its share of the page by its longest text, as a
// careful typist does.
func docxWidths(t *Table) []int {
	var longest []int
	sum := 0
	for _, row := range append(append([][]Cell{}, t.Header...), t.Rows...) {
		for i, c := range row {
			if i == len(longest) {
				longest = append(longest, 4)
			}
			if c.ColSpan <= 1 {
				longest[i] = max(longest[i], min(width(indented(c)), 32))
			}
		}
	}
	const page, perChar, margins = 9600, 116, 280 // twentieths of a point, in nine-point type
	for i, n := range longest {
		longest[i] = n*perChar + margins
		sum += longest[i]
	}
	for i := range longest { // as wide as the text
		longest[i] = longest[i] * page / sum
	}
	return longest
}

func docxGrid(widths []int) string {
	var b strings.Builder
	b.WriteString("<w:tblGrid>")
	for _, w := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString("</w:tblGrid>")
	return b.String()
}

func docxCell(c Cell, width int) string {
	s := ""
	if c.ColSpan <= 1 {
		s += fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, width)
	}
	if c.ColSpan > 1 {
		s += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.ColSpan)
	}
	if c.RowSpan > 1 {
		s += `<w:vMerge w:val="restart"/>`
	}
	if c.RowSpan < 0 {
		s += "<w:vMerge/>"
	}
	if s == "" {
		return ""
	}
	return "<w:tcPr>" + s + "</w:tcPr>"
}
