package main

import (
	"bytes"
	"os"
	"testing"
)

// The pages that come from the code are those of this code.
func TestPagesAreCurrent(t *testing.T) {
	for page, command := range map[string]string{"../../docs/columns.md": "columns", "../../docs/yusuan.1": "man"} {
		want, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		if status := run([]string{command}, nil, &out, &errs); status != 0 {
			t.Fatalf("%s: status %d: %s", command, status, errs.String())
		}
		if !bytes.Equal(out.Bytes(), want) {
			t.Errorf("%s is not what yusuan %s prints: make docs", page, command)
		}
	}
}
