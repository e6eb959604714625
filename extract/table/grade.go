package table

import (
	"fmt"
	"regexp"
	"strings"

	"yusuan/extract"
)

// What the parts of a table are worth; a table is worth its worst part.
const (
	sureRuled   = 1.0
	sureAligned = 0.9
	thinColumn  = 0.75 // a column seen in one row only
	noLabel     = 0.6  // numbers beside which no label stands
	textLeft    = 0.5  // text inside the table that no cell holds
	unfinished  = 0.4  // rows on the next page that could not be joined
	shifted     = 0.4  // labels and numbers that do not meet
	fused       = 0.3  // two numbers in one cell
)

// grade sets the confidence of a table with its reasons, and adds problems where
// reading on would be guessing.
func grade(f *Found) {
	f.Confidence, f.Reasons = sureRuled, nil
	if f.Method == aligned {
		f.lower(sureAligned, "columns found by alignment")
	}
	f.gradeCells()
	f.gradeLabels()
	f.gradeColumns()
	f.gradeRows()
}

func (f *Found) lower(to float64, why string) {
	f.Confidence = min(f.Confidence, to)
	f.Reasons = append(f.Reasons, why)
}

func (f *Found) problem(message string) {
	for _, p := range f.Problems {
		if p.Message == message {
			return
		}
	}
	f.Problems = append(f.Problems, extract.Problem{Code: "E003", Page: f.Page, Message: message})
}

// twoNumbers is two amounts or more with nothing but white between them.
// Parentheses make the second one a remark on the first.
var twoNumbers = regexp.MustCompile(`^(?:[-−–]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％]?\s+)+[-−–]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％]?$`)

// labelAndNumber is a label and, behind white, an amount with separators.
var labelAndNumber = regexp.MustCompile(`[^0-9０-９\s]\s+[-−–]?[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?$`)

// alone tells whether only the first cell of a row holds text.
func alone(row []Cell) bool {
	for _, c := range row[1:] {
		if c.Text != "" || c.Covered {
			return false
		}
	}
	return true
}

// gradeCells looks for cells that hold two numbers, or a label and a number.
func (f *Found) gradeCells() {
	for r, row := range f.Rows {
		if r < f.Header {
			continue
		}
		for c, cell := range row {
			if c == 0 && labelAndNumber.MatchString(cell.Text) && alone(row) {
				f.lower(fused, fmt.Sprintf("a number beside the label in the cell at row %d, column 1", r+1))
				f.problem(fmt.Sprintf("表格第%d行的科目与数字在同一单元格内（“%s”），其余各栏为空，请对照原文核对", r+1, cell.Text))
			}
			if !twoNumbers.MatchString(cell.Text) || c == 0 && !numeric(f, 0) {
				continue
			}
			f.lower(fused, fmt.Sprintf("two numbers in the cell at row %d, column %d", r+1, c+1))
			f.problem(fmt.Sprintf("表格第%d行第%d列的单元格内有两个数“%s”，可能是两栏或两行并在一格，请对照原文核对", r+1, c+1, cell.Text))
		}
	}
}

// numberBehind finds a number at the end of a label, with or without separators.
var numberBehind = regexp.MustCompile(`[^0-9０-９\s]\s+[-−–]?[0-9０-９][0-9０-９,，]+(?:[.．][0-9０-９]+)?$`)

// gradeLabels looks for labels that took the first number of their rows in: where most of
// an aligned table do, its numbers stand a column too far left.
func (f *Found) gradeLabels() {
	if f.Method != aligned {
		return
	}
	n, rows := 0, 0
	for _, row := range f.Rows[f.Header:] {
		if row[0].Text == "" || alone(row) {
			continue
		}
		rows++
		if numberBehind.MatchString(row[0].Text) {
			n++
		}
	}
	if n >= 3 && 2*n > rows {
		f.lower(fused, fmt.Sprintf("a number beside the label in column 1 of %d rows", n))
		f.problem("表格多行的科目与第一个数在同一单元格内，其余各数可能错位，请对照原文核对")
	}
}

// gradeColumns looks for columns of aligned tables that one row alone fills.
func (f *Found) gradeColumns() {
	if f.Method != aligned || len(f.Rows) < 4 {
		return
	}
	for c := range f.Rows[0] {
		n := 0
		for r := f.Header; r < len(f.Rows); r++ {
			if f.Rows[r][c].Text != "" {
				n++
			}
		}
		if n <= 1 {
			f.lower(thinColumn, fmt.Sprintf("column %d is filled in %d row(s)", c+1, n))
		}
	}
}

// gradeRows looks for numbers without a label. One such row may be meant so; as
// many as there are labels without numbers beside them are a shift.
func (f *Found) gradeRows() {
	if numeric(f, 0) {
		return
	}
	bare, empty := 0, 0
	for r := f.Header; r < len(f.Rows); r++ {
		labels, data, covered := f.kinds(r)
		switch {
		case data > 0 && labels == 0 && !covered:
			bare++
		case labels > 0 && data == 0:
			empty++
		}
	}
	if bare == 0 {
		return
	}
	f.lower(noLabel, fmt.Sprintf("%d row(s) of numbers without a label", bare))
	if bare >= 2 && empty >= 2 && f.Method == aligned {
		f.lower(shifted, "labels and numbers may be shifted against each other")
		f.problem(fmt.Sprintf("表格中有%d行数字旁没有科目、%d行科目旁没有数字，科目与数字可能错行，请对照原文核对", bare, empty))
	}
}

// kinds counts the labels and the numbers of a row, and tells whether a label
// from above reaches into it.
func (f *Found) kinds(r int) (labels, data int, covered bool) {
	for c, cell := range f.Rows[r] {
		switch {
		case cell.Covered:
			covered = covered || c == 0
		case c > 0 && isDatum(cell.Text):
			data++
		case cell.Text != "":
			labels++
		}
	}
	return labels, data, covered
}

// marks are what dot leaders and typed lines are made of.
const marks = ".·…_-─━="

// gradeLeft lowers tables in whose boxes text stands that no cell holds. used
// marks the characters in tables.
func gradeLeft(p *Page, fs []Found, used []bool) {
	for i := range fs {
		f := &fs[i]
		var left strings.Builder
		for k := range p.Chars {
			c := &p.Chars[k]
			if used[k] || isSpace(c.Text) || !usable(c) || strings.ContainsAny(c.Text, marks) {
				continue
			}
			x, y := (c.X0+c.X1)/2, base(c)-0.35*charSize(c)
			if x > f.Box[0] && x < f.Box[2] && y > f.Box[1] && y < f.Box[3] {
				left.WriteString(c.Text)
			}
		}
		if left.Len() > 0 {
			f.lower(textLeft, fmt.Sprintf("text inside the table is in no cell: %.40q", left.String()))
		}
	}
}
