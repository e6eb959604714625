// Package xlsx reads workbooks, the annex tables that bureaus publish beside a
// report: each sheet is a page, values as Excel prints them.
package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"yusuan/extract"
	"yusuan/extract/build"
	"yusuan/extract/text"
	"yusuan/extract/zipped"
)

// Bounds of a sheet; a printed annex has some thousand rows.
const (
	maxRows     = 200000
	maxColumns  = 512
	unzipLimit  = 512 << 20
	checkEvery  = 256 // rows between two looks at the context
	indentWidth = 2   // half-width units of one step of Excel's indent
)

// Read reads the bytes of a workbook called name. Hidden sheets aren't printed: they
// are left out, with a problem that names them.
func Read(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("XLSX 文件已损坏，打不开其中的目录：%w", err)
	}
	if err := zipped.Check(z); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: 64 << 20})
	if err != nil {
		return nil, fmt.Errorf("XLSX 文件已损坏，无法读取：%w", err)
	}
	defer f.Close()
	d := build.New(name, "xlsx", "excelize")
	for _, sheet := range f.GetSheetList() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if shown, err := f.GetSheetVisible(sheet); err == nil && !shown {
			d.Problem("E002", fmt.Sprintf("工作表“%s”已隐藏，未读取", sheet))
			continue
		}
		if err := readSheet(ctx, d, f, sheet); err != nil {
			return nil, err
		}
	}
	doc := d.Document()
	if len(doc.Pages[0].Lines) == 0 {
		return nil, fmt.Errorf("XLSX 文件中没有可读取的内容")
	}
	if err := text.Mark(ctx, doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// defaultName is a sheet name that says nothing.
var defaultName = regexp.MustCompile(`^(?i:sheet|工作表|表)?\s?\d*$`)

func readSheet(ctx context.Context, d *build.Doc, f *excelize.File, sheet string) error {
	rows, err := sheetRows(ctx, d, f, sheet)
	if cerr := ctx.Err(); cerr != nil {
		return cerr
	}
	if err != nil {
		d.Problem("E003", fmt.Sprintf("工作表“%s”读取出错，此后内容未读取：%v", sheet, err))
	}
	if len(rows) == 0 {
		return nil
	}
	d.Page()
	d.Name(sheet)
	if !defaultName.MatchString(sheet) && !strings.Contains(firstText(rows), sheet) {
		d.Line(extract.Line{Text: sheet, Bold: true})
	}
	for _, part := range parts(rows) {
		d.Table(part)
	}
	return nil
}

// sheetRows reads the printed values of a sheet, cells under a merged one left out.
func sheetRows(ctx context.Context, d *build.Doc, f *excelize.File, sheet string) ([][]build.Cell, error) {
	it, err := f.Rows(sheet)
	if err != nil {
		return nil, err
	}
	defer it.Close()
	m := merges(f, sheet)
	in := indents{f: f, sheet: sheet, byStyle: map[int]int{}}
	var out [][]build.Cell
	for r := 1; it.Next(); r++ {
		if r%checkEvery == 0 && ctx.Err() != nil {
			return out, ctx.Err()
		}
		if r > maxRows {
			d.Problem("E003", fmt.Sprintf("工作表“%s”超过%d行，此后内容未读取", sheet, maxRows))
			break
		}
		values, err := it.Columns()
		if err != nil {
			return out, err
		}
		if len(values) > maxColumns {
			d.Problem("E003", fmt.Sprintf("工作表“%s”第%d行超过%d列，多出的列未读取", sheet, r, maxColumns))
			values = values[:maxColumns]
		}
		var row []build.Cell
		for c, v := range values {
			p := place{r, c + 1}
			if m.covered[p] {
				continue
			}
			cell := build.Cell{Paras: strings.Split(strings.TrimRight(v, " \n\r"), "\n"), RowSpan: m.rows[p], ColSpan: m.cols[p]}
			cell.Indent = in.of(p, v)
			row = append(row, cell)
		}
		out = append(out, row)
	}
	return out, it.Error()
}

// firstText is the first printed text of a sheet.
func firstText(rows [][]build.Cell) string {
	for _, r := range rows {
		for _, c := range r {
			if s := strings.Join(c.Paras, ""); strings.TrimSpace(s) != "" {
				return s
			}
		}
	}
	return ""
}
