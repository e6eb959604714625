package xlsxdiff

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"yusuan/workbook/xl"
)

// makeBook builds a workbook of two sheets; change alters it before it is written.
func makeBook(t *testing.T, change func(*xl.Sheet)) []byte {
	t.Helper()
	b, err := xl.New(xl.Properties{Title: "表", Year: 2024}, "")
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sheet("数据")
	s.Row(xl.Cell{Value: "科目"}, xl.Cell{Value: "金额"})
	s.Row(xl.Cell{Value: "教育支出"}, xl.Cell{Value: xl.Number("96830")})
	change(s)
	s.Row(xl.Cell{Value: "合计"}, xl.Cell{Formula: "SUM(B2:B2)", Value: xl.Number("96830"), Link: "#'说明'!A1", Note: "见说明"})
	b.Sheet("说明").Row(xl.Cell{Value: "单位：万元"})
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestCompare(t *testing.T) {
	base := makeBook(t, func(s *xl.Sheet) { s.Row(xl.Cell{Value: "卫生健康支出"}, xl.Cell{Value: xl.Number("41275")}) })
	row := func(label, amount string, style xl.Style) func(*xl.Sheet) {
		return func(s *xl.Sheet) { s.Row(xl.Cell{Value: label}, xl.Cell{Value: xl.Number(amount), Style: style}) }
	}
	for _, c := range []struct {
		name   string
		change func(*xl.Sheet)
		want   []string
	}{
		{"nothing", row("卫生健康支出", "41275", xl.Style{}), nil},
		{"a value", row("卫生健康支出", "41276", xl.Style{}), []string{"数据!B3  value: 41275 ⇒ 41276"}},
		{"a look", row("卫生健康支出", "41275", xl.Style{Bold: true}), []string{"数据!B3  look: "}},
		{"a row removed", func(*xl.Sheet) {}, []string{"数据!3  row removed: 卫生健康支出 | 41275"}},
		{"a row added", func(s *xl.Sheet) {
			row("卫生健康支出", "41275", xl.Style{})(s)
			row("农林水支出", "3", xl.Style{})(s)
		}, []string{"数据!4  row added: (none) ⇒ 农林水支出 | 3"}},
		{"a link", func(s *xl.Sheet) {
			s.Row(xl.Cell{Value: "卫生健康支出", Link: "http://example.org/one.pdf"}, xl.Cell{Value: xl.Number("41275")})
		}, []string{"数据!A3  link: (none) ⇒ one.pdf"}},
		{"a note", func(s *xl.Sheet) {
			s.Row(xl.Cell{Value: "卫生健康支出", Note: "留意"}, xl.Cell{Value: xl.Number("41275")})
		}, []string{"数据!A3  note: (none) ⇒ 留意"}},
		{"a width", func(s *xl.Sheet) {
			row("卫生健康支出", "41275", xl.Style{})(s)
			s.Widths = map[int]float64{1: 44}
		}, []string{"数据  layout: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := Compare(base, makeBook(t, c.change))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range list {
				got = append(got, d.String())
			}
			for _, want := range c.want {
				if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
					t.Errorf("no difference begins with %q in:\n%s", want, strings.Join(got, "\n"))
				}
			}
			if len(c.want) == 0 && len(got) > 0 {
				t.Errorf("equal workbooks differ:\n%s", strings.Join(got, "\n"))
			}
		})
	}
}

func TestCompareRefusesWhatIsNoWorkbook(t *testing.T) {
	good := makeBook(t, func(*xl.Sheet) {})
	for _, bad := range [][]byte{nil, []byte("no zip"), good[:len(good)/2]} {
		if _, err := Compare(good, bad); err == nil {
			t.Errorf("%d bytes were taken for a workbook", len(bad))
		}
	}
}
