package text_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"yusuan/extract"
	"yusuan/extract/text"
)

const (
	simplified  = "关于某区2023年预算执行情况的报告\n一般公共预算收入完成183,546万元，比上年增长5.3%。\n"
	traditional = "關於某區2023年預算執行情況的報告\n一般公共預算收入完成183,546萬元，比上年增長5.3%。\n"
)

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEncodings(t *testing.T) {
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		name string
		in   []byte
		want text.Encoding
		text string
	}{
		{"utf-8", []byte(simplified), text.UTF8, simplified},
		{"utf-8 with mark", []byte("\ufeff" + simplified), text.UTF8, simplified},
		{"ascii", []byte("revenue 120\n"), text.UTF8, "revenue 120\n"},
		{"gbk", encode(t, simplifiedchinese.GBK, simplified), text.GB18030, simplified},
		{"gb18030 four bytes", encode(t, simplifiedchinese.GB18030, simplified+"㐂𠮷区\n"), text.GB18030, simplified + "㐂𠮷区\n"},
		{"gbk traditional", encode(t, simplifiedchinese.GBK, traditional), text.GB18030, traditional},
		{"big5", encode(t, traditionalchinese.Big5, traditional), text.Big5, traditional},
		{"utf-16le", encode(t, utf16le, simplified), text.UTF16LE, simplified},
		{"utf-16be", encode(t, utf16be, simplified), text.UTF16BE, simplified},
		{"utf-16le with mark", append([]byte{0xff, 0xfe}, encode(t, utf16le, simplified)...), text.UTF16LE, simplified},
		{"utf-16be with mark", append([]byte{0xfe, 0xff}, encode(t, utf16be, simplified)...), text.UTF16BE, simplified},
		{"gbk, ASCII first", append([]byte(strings.Repeat("# note\n", 20000)), encode(t, simplifiedchinese.GBK, simplified)...), text.GB18030, strings.Repeat("# note\n", 20000) + simplified},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, enc, err := text.Decode(c.in)
			if err != nil || enc != c.want || got != c.text {
				t.Errorf("encoding %q, want %q; text right: %v; error %v", enc, c.want, got == c.text, err)
			}
		})
	}
}

func TestBrokenBytesAreReportedWithTheirLine(t *testing.T) {
	long := strings.Repeat(simplified, 20)
	gbk := encode(t, simplifiedchinese.GBK, long)
	for name, in := range map[string][]byte{
		"utf-8": []byte(long + "收入\xff\xfe12万元\n"),
		"gbk":   append(gbk, []byte("\xca\xd5\xff12\n")...),
	} {
		doc := read(t, in)
		if len(doc.Problems) != 1 || doc.Problems[0].Code != "E002" || doc.Problems[0].Line != 41 {
			t.Errorf("%s: problems %+v, want one E002 in line 41", name, doc.Problems)
		}
		if n := len(doc.Pages[0].Lines); n != 41 {
			t.Errorf("%s: %d lines, want 41", name, n)
		}
	}
}

func TestBinaryIsNoText(t *testing.T) {
	for name, in := range map[string]string{
		"picture": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00",
		"program": "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00",
		"noise":   strings.Repeat("\x91\x02\xc3\xfe\x88\x13\xe7\x06\x99", 100),
	} {
		if _, enc, err := text.Decode([]byte(in)); !errors.Is(err, text.ErrBinary) {
			t.Errorf("%s: read as %q with error %v", name, enc, err)
		}
	}
}

func TestLinesAreThoseOfTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want string // page:line|text
	}{
		"unix":            {"a\n\nb\n", "1:1|a 1:2| 1:3|b"},
		"dos":             {"a\r\n\r\nb", "1:1|a 1:2| 1:3|b"},
		"old mac":         {"a\r\rb\r", "1:1|a 1:2| 1:3|b"},
		"form feed":       {"a\n\fb\nc\f\nd", "1:1|a 2:2|b 2:3|c 3:4|d"},
		"form feed first": {"\fa\nb", "1:1|a 1:2|b"},
	} {
		doc := read(t, []byte(c.in))
		var got []string
		for _, p := range doc.Pages {
			for _, l := range p.Lines {
				got = append(got, string(rune('0'+p.Number))+":"+string(rune('0'+l.Number))+"|"+l.Text)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

func TestBounds(t *testing.T) {
	if _, err := text.Read(context.Background(), "in.txt", make([]byte, text.MaxBytes+1), extract.Options{}); !errors.Is(err, text.ErrTooLarge) {
		t.Errorf("huge text: error %v, want ErrTooLarge", err)
	}
	doc := read(t, []byte(strings.Repeat("\n", 600000)))
	if n := len(doc.Pages[0].Lines); n != 500000 || len(doc.Problems) != 1 {
		t.Errorf("many lines: %d kept, problems %v", n, doc.Problems)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := text.Read(ctx, "in.txt", []byte(simplified), extract.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: error %v", err)
	}
}
