package xl

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func written(t *testing.T, fill func(*Book)) []byte {
	t.Helper()
	b, err := New(Properties{Title: "试", Year: 2024}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	fill(b)
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func reopened(t *testing.T, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestTextSurvives(t *testing.T) {
	texts := []string{"=1+1", "+3", "-4", "@here", " 前后有空格 ", "a<b>&\"c\"", "换\n行", "_x000D_ 原样", "控制\x01符", strings.Repeat("长", 40000), "𠮷野家"}
	b := written(t, func(b *Book) {
		s := b.Sheet("文")
		for _, text := range texts {
			s.Row(Cell{Value: text})
		}
	})
	f := reopened(t, b)
	for i, want := range texts {
		switch {
		case strings.ContainsRune(want, 1):
			want = strings.ReplaceAll(want, "\x01", "\uFFFD")
		case len(want) > 100000:
			want = strings.Repeat("长", MaxText)
		}
		ref := Ref(1, i+1)
		got, err := f.GetCellValue("文", ref)
		if err != nil || got != want {
			t.Errorf("%s is %.60q, want %.60q (%v)", ref, got, want, err)
		}
		if formula, _ := f.GetCellFormula("文", ref); formula != "" {
			t.Errorf("%s became a formula", ref)
		}
		if guarded(want) {
			style, _ := f.GetCellStyle("文", ref)
			if s, _ := f.GetStyle(style); s == nil || s.NumFmt != 49 {
				t.Errorf("%s (%q) does not have the format of text", ref, want)
			}
		}
	}
}

func TestDecimalsAreWrittenDigitByDigit(t *testing.T) {
	const exact = "1234567890123456.123456"
	b := written(t, func(b *Book) {
		b.Sheet("数").Row(Cell{Value: Number(exact)}, Cell{Value: Digits("0.1")}, Cell{Formula: "A1*2", Value: Number("2")})
	})
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<v>" + exact + "</v>", "<v>0.1</v>", "<f>A1*2</f><v>2</v>"} {
		if !bytes.Contains(content, []byte(want)) {
			t.Errorf("%s is not in %s", want, content)
		}
	}
}

func TestSheetNamesAreMadeValid(t *testing.T) {
	names := []string{"正常", "正常", "有:非/法[字]符", "", strings.Repeat("很长的名字", 10), strings.Repeat("很长的名字", 10)}
	b := written(t, func(b *Book) {
		for _, n := range names {
			b.Sheet(n).Row(Cell{Value: n})
		}
	})
	got := reopened(t, b).GetSheetList()
	if len(got) != len(names) {
		t.Fatalf("%d sheets, want %d: %q", len(got), len(names), got)
	}
	slices.Sort(got)
	if len(slices.Compact(got)) != len(names) {
		t.Errorf("names repeat: %q", got)
	}
}

// Rows beyond the memory limit come back whole from the temporary file.
func TestRowsSpill(t *testing.T) {
	const rows = 60000
	wide := strings.Repeat("数", 60)
	b := written(t, func(b *Book) {
		s := b.Sheet("大")
		for i := range rows {
			s.Row(Cell{Value: i}, Cell{Value: wide})
		}
		if s.rows.file == nil {
			t.Error("the rows stayed in memory")
		}
	})
	f := reopened(t, b)
	for _, i := range []int{0, rows / 2, rows - 1} {
		if got, _ := f.GetCellValue("大", Ref(1, i+1)); got != fmt.Sprint(i) {
			t.Errorf("row %d is %q", i, got)
		}
	}
}

func TestEntriesAreSortedAndUndated(t *testing.T) {
	b := written(t, func(b *Book) {
		for i := range 12 {
			s := b.Sheet(fmt.Sprint("表", i))
			s.Row(Cell{Value: "甲", Note: "注", Link: "#'表0'!A1"})
		}
	})
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.Modified.Year() != 1980 {
			t.Errorf("%s is dated %s", f.Name, f.Modified)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("entries are not sorted: %q", names)
	}
}

func TestColumnName(t *testing.T) {
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := ColumnName(n); got != want {
			t.Errorf("column %d is %s, want %s", n, got, want)
		}
	}
}

func TestTextWidth(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "预算": 4, "1,234万元": 9, "甲\n乙乙": 4, "（空）": 6} {
		if got := TextWidth(s); got != want {
			t.Errorf("%q is %d wide, want %d", s, got, want)
		}
	}
	if got := Cut("一般公共预算收入", 9); TextWidth(got) > 9 || !strings.HasSuffix(got, "…") {
		t.Errorf("cut to %q", got)
	}
}
