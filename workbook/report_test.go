package workbook

import (
	"bytes"
	"os"
	"testing"
)

func TestReportIsDeterministic(t *testing.T) {
	r, checks := sampleReport(t)
	var first []byte
	for range 3 {
		var b bytes.Buffer
		if err := Report(&b, r, checks, WithSource("../in/a.pdf")); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
			if path := os.Getenv("YUSUAN_KEEP"); path != "" {
				os.WriteFile(path, first, 0o644)
			}
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two runs over one report give different bytes")
		}
	}
}
