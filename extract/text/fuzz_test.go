package text_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/extracttest"
	"yusuan/extract/text"
)

// FuzzRead: any bytes give a document that holds together, or ErrBinary.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		simplified,
		"收 入\t执行数\n总 计\t12\n\t\t结转\t3\n",
		"| a | b |\n|---|---|\n| 收入 | 1\\|2 |\n",
		"项　目      金额    增减%\n收入          12     3.1\n支出                 —\n\n- 1 -\n\n其他           1\n",
		"项目\n金额\n收入\n12\n支出\n13\n结余\n1\n",
		"\xff\xfea\x00\n\x00", "\xca\xd5\xc8\xeb\xff\n", "\f\f\n\f", "收入12\n万元，\n\n3\n\n支出",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := text.Read(context.Background(), "in.txt", b, extract.Options{})
		if errors.Is(err, text.ErrBinary) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Check(t, doc)
	})
}

// report is a made-up report of about n bytes: paragraphs and an aligned table in turn.
func report(n int) string {
	var b strings.Builder
	for b.Len() < n {
		b.WriteString("全县一般公共预算收入完成52318万元，增长4.1%，加上级补助收入120446万元、上年结转3628万元后，收入总计176392万元，支出结构继续优化，民生保障有力。\n\n")
		b.WriteString("收  入              执行数    支  出              执行数\n总  计                 900    总  计                 900\n一、本级收入           500    一、本级支出           700\n\n")
	}
	return b.String()
}

// BenchmarkDecode measures telling the encoding and cutting lines, without tables.
func BenchmarkDecode(b *testing.B) {
	in := []byte(report(1 << 20))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, _, err := text.Decode(in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead measures the whole reader: encoding, lines, tables, joins.
func BenchmarkRead(b *testing.B) {
	in := []byte(report(1 << 20))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if _, err := text.Read(context.Background(), "in.txt", in, extract.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
