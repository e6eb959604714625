package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// opened is a workbook read back.
type opened struct {
	t     *testing.T
	file  *excelize.File
	parts map[string][]byte
	rows  map[string][][]string // by sheet, as far as they were asked for
}

func open(t *testing.T, b []byte) *opened {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	o := &opened{t: t, parts: map[string][]byte{}, rows: map[string][][]string{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if o.parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	if o.file, err = excelize.OpenReader(bytes.NewReader(b)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.file.Close() })
	return o
}

func (o *opened) value(sheet, ref string) string {
	o.t.Helper()
	rows, ok := o.rows[sheet]
	if !ok {
		var err error
		if rows, err = o.file.GetRows(sheet, excelize.Options{RawCellValue: true}); err != nil {
			o.t.Fatalf("%s: %v", sheet, err)
		}
		o.rows[sheet] = rows
	}
	col, row, err := excelize.CellNameToCoordinates(ref)
	if err != nil {
		o.t.Fatalf("%s!%s: %v", sheet, ref, err)
	}
	if row > len(rows) || col > len(rows[row-1]) {
		return ""
	}
	return rows[row-1][col-1]
}

type hyperlink struct {
	Ref      string `xml:"ref,attr"`
	Location string `xml:"location,attr"`
	ID       string `xml:"id,attr"`
}

func (o *opened) links(sheet int) []hyperlink {
	o.t.Helper()
	var s struct {
		Links []hyperlink `xml:"hyperlinks>hyperlink"`
	}
	if err := xml.Unmarshal(o.parts[sheetPart(sheet)], &s); err != nil {
		o.t.Fatal(err)
	}
	return s.Links
}

func sheetPart(i int) string {
	return "xl/worksheets/sheet" + string(rune('0' + i/10))[:boolRank(i >= 10)] + string(rune('0'+i%10)) + ".xml"
}

// target splits 'sheet'!A1.
func target(location string) (sheet, ref string) {
	sheet, ref, _ = strings.Cut(location, "!")
	return strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'"), ref
}

// elements lists the names of the children of a sheet's root, in order.
func elements(t *testing.T, part []byte) []string {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(part))
	var out []string
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if depth == 1 {
				out = append(out, e.Name.Local)
			}
			depth++
		case xml.EndElement:
			depth--
		}
	}
}
