package build

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// Table adds a table by its rows. Rows of its frame that hold a caption, a unit or
// a note become lines before and after it; a frame around running text becomes
// lines altogether.
func (d *Doc) Table(rows [][]Cell) {
	grid, ok := expand(rows)
	if !ok {
		d.Problem("E003", "表格的行列数或合并单元格超出合理范围，未作为表格读取，仅保留文字")
		d.Prose(rows)
		return
	}
	first, last := frame(grid)
	for _, row := range grid[:first] {
		d.Line(extract.Line{Text: joined(row)})
	}
	body := square(grid[first:last])
	if isProse(body) {
		for _, row := range body {
			for _, s := range row {
				for _, p := range s.cell.Paras {
					d.Line(extract.Line{Text: p})
				}
			}
		}
	} else if len(body) > 0 {
		d.grid(body)
	}
	for _, row := range grid[last:] {
		d.Line(extract.Line{Text: joined(row)})
	}
}

// Prose adds the paragraphs of all cells as lines.
func (d *Doc) Prose(rows [][]Cell) {
	for _, row := range rows {
		for _, c := range row {
			for _, p := range c.Paras {
				d.Line(extract.Line{Text: p})
			}
		}
	}
}

func (d *Doc) grid(grid [][]slot) {
	t := extract.Table{Number: len(d.doc.Tables) + 1, Page: d.page().Number, Method: extract.Markup, Confidence: 1}
	for r, row := range grid {
		for _, s := range row {
			if s.cell.numbers() > 1 {
				t.Confidence = 0.5
				t.Reasons = append(t.Reasons, fmt.Sprintf("row %d: several numbers in one cell", r))
				d.doc.Problems = append(d.doc.Problems, extract.Problem{Code: "E003", Page: t.Page, Line: d.line + r + 1, Table: t.Number,
					Message: fmt.Sprintf("表格第%d行有单元格内含多个数，无法对应到行，请核对原文", r+1)})
				break
			}
		}
	}
	t.Rows = d.cells(grid, t.Number)
	d.doc.Tables = append(d.doc.Tables, t)
}

var (
	unitRow = regexp.MustCompile(`(?:^|\s)[（(]?(?:金额|货币|编制|计量|数据)?单\s*位\s*[：:]`)
	noteRow = regexp.MustCompile(`^(?:注|备注|说明|附注|填表说明|数据来源|资料来源)\s*[\d一二三]?\s*[：:]`)
)

// frame finds the rows of the grid proper: above it stand captions and units, one
// cell a row; below it notes.
func frame(grid [][]slot) (first, last int) {
	last = len(grid)
	for first < last-1 && isCaptionRow(grid[first]) {
		first++
	}
	for last > first+1 && isNoteRow(grid[last-1]) {
		last--
	}
	return first, last
}

func isCaptionRow(row []slot) bool {
	text := joined(row)
	if unitRow.MatchString(text) && printed(row) <= 3 {
		return true
	}
	return printed(row) == 1 && !runes.IsNumber(text) && !spansDown(row) && len(row) > 1
}

// spansDown tells a row whose one cell is a header's that spans rows.
func spansDown(row []slot) bool {
	for _, s := range row {
		if s.rowSpan > 1 && !runes.IsBlank(s.text) {
			return true
		}
	}
	return false
}

func isNoteRow(row []slot) bool {
	text := runes.Trim(joined(row))
	return printed(row) == 1 && (noteRow.MatchString(text) || utf8.RuneCountInString(text) > 40 && strings.ContainsAny(text, "。；"))
}

// joined is a row as a line of text.
func joined(row []slot) string {
	var parts []string
	for _, s := range row {
		if t := runes.Trim(s.text); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "  ")
}

// isProse tells a frame that lays out running text: one column, one row without
// numbers, or cells that hold long sentences and hardly any numbers.
func isProse(grid [][]slot) bool {
	if len(grid) == 0 || len(grid[0]) < 2 {
		return true
	}
	cells, numbers, long := 0, 0, 0
	for _, row := range grid {
		for _, s := range row {
			switch {
			case runes.IsBlank(s.text):
				continue
			case runes.IsNumber(s.text) || runes.IsDash(s.text):
				numbers++
			case utf8.RuneCountInString(s.text) > 120 && strings.Contains(s.text, "。"):
				long++
			}
			cells++
		}
	}
	if len(grid) == 1 {
		return numbers == 0
	}
	return long > 0 && numbers*4 < cells && (long*3 >= cells || numbers == 0)
}
