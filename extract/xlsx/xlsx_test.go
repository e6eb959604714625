package xlsx_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"yusuan/extract"
	"yusuan/extract/extracttest"
	"yusuan/extract/xlsx"
)

// workbook writes cells ("Sheet!A1" → value) and lets finish do the rest.
func workbook(t testing.TB, sheets []string, cells map[string]any, finish func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", s); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if _, err := f.NewSheet(s); err != nil {
			t.Fatal(err)
		}
	}
	for at, v := range cells {
		sheet, cell, _ := strings.Cut(at, "!")
		if err := f.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if finish != nil {
		if err := finish(f); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSheetsAsPrinted(t *testing.T) {
	b := workbook(t, []string{"附表1 收入", "草稿", "Sheet3"}, map[string]any{
		"附表1 收入!A1": "2023年某市收入表", "附表1 收入!C2": "单位：万元",
		"附表1 收入!A3": "项目", "附表1 收入!B3": "预算数", "附表1 收入!B4": "年初", "附表1 收入!C4": "调整",
		"附表1 收入!A5": "税收收入", "附表1 收入!B5": 1234567.5, "附表1 收入!C5": 0.1 + 0.2,
		"附表1 收入!A6": "增值税", "附表1 收入!B6": -600, "附表1 收入!C6": 1.0136,
		"附表1 收入!A8": "注：快报数。",
		"草稿!A1":     "旧数", "草稿!B1": 5,
		"Sheet3!A1": "表二", "Sheet3!A2": "科目", "Sheet3!B2": "金额", "Sheet3!A3": "教育", "Sheet3!B3": 7,
		"Sheet3!A5": "表三", "Sheet3!A6": "科目", "Sheet3!B6": "金额", "Sheet3!A7": "农林水", "Sheet3!B7": 8,
	}, func(f *excelize.File) error {
		s := "附表1 收入"
		thousands, err := f.NewStyle(&excelize.Style{NumFmt: 3})
		if err != nil {
			return err
		}
		percent, err := f.NewStyle(&excelize.Style{NumFmt: 10})
		if err != nil {
			return err
		}
		indent, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Indent: 2}})
		if err != nil {
			return err
		}
		for _, do := range []func() error{
			func() error { return f.MergeCell(s, "A1", "C1") },
			func() error { return f.MergeCell(s, "A3", "A4") },
			func() error { return f.MergeCell(s, "B3", "C3") },
			func() error { return f.SetCellStyle(s, "B5", "B6", thousands) },
			func() error { return f.SetCellStyle(s, "C6", "C6", percent) },
			func() error { return f.SetCellStyle(s, "A6", "A6", indent) },
			func() error { return f.SetSheetVisible("草稿", false) },
		} {
			if err := do(); err != nil {
				return err
			}
		}
		return nil
	})
	doc, err := xlsx.Read(context.Background(), "in.xlsx", b, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	extracttest.Check(t, doc)
	want := `page 1
  1    |附表1 收入
  2    |2023年某市收入表
  3    |单位：万元
  4 T1 |项目→预算数→
  5 T1 |→年初→调整
  6 T1 |税收收入→1,234,568→0.3
  7 T1 |增值税→-600→101.36%
  8    |注：快报数。
page 2
  9    |表二
 10 T2 |科目→金额
 11 T2 |教育→7
 12    |表三
 13 T3 |科目→金额
 14 T3 |农林水→8
table 1 page 1 markup
[项目 r2][预算数 c2][^]
[^][年初][调整]
[税收收入][1,234,568][0.3]
[4>增值税][-600][101.36%]
table 2 page 2 markup
[科目][金额]
[教育][7]
table 3 page 2 markup
[科目][金额]
[农林水][8]
E002 line 8: 工作表“草稿”已隐藏，未读取
`
	if diff := cmp.Diff(want, extracttest.Show(doc)); diff != "" {
		t.Errorf("document differs (-want +got):\n%s", diff)
	}
	if doc.Pages[0].Name != "附表1 收入" {
		t.Errorf("page name %q", doc.Pages[0].Name)
	}
}

func TestBrokenWorkbooks(t *testing.T) {
	whole := workbook(t, []string{"a"}, map[string]any{"a!A1": "x"}, nil)
	for name, in := range map[string][]byte{
		"cut":   whole[:len(whole)/2],
		"empty": workbook(t, []string{"a"}, nil, nil),
	} {
		if _, err := xlsx.Read(context.Background(), "in.xlsx", in, extract.Options{}); err == nil || !strings.Contains(err.Error(), "XLSX") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(workbook(f, []string{"a"}, map[string]any{"a!A1": "项目", "a!B1": "金额", "a!A2": "收入", "a!B2": 12}, nil))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := xlsx.Read(context.Background(), "in.xlsx", b, extract.Options{})
		if err == nil {
			extracttest.Check(t, doc)
		}
	})
}
