package measure

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/generate"
	"yusuan/internal/score/scan"
	"yusuan/normalize"
)

// No amount of a text is lost: whatever an independent scanner finds is a
// figure, attributed or not.
func TestNoAmountIsLost(t *testing.T) {
	norm, err := normalize.New(normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	styles, err := generate.Styles()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range styles {
		if !seen(s) || s.Out.Ext != "txt" || s.Out.Encoding != "" || s.Out.Header {
			continue // a running header in the middle of an amount is no text of the report
		}
		for seed := uint64(101); seed <= 102; seed++ {
			r, err := s.Make(seed)
			if err != nil {
				t.Fatal(err)
			}
			lost(t, norm, r.Name, r.Data)
		}
	}
	for _, dir := range []string{"samples", filepath.Join("..", "shared", "reports")} {
		files, err := filepath.Glob(filepath.Join("..", "..", "..", dir, "*.txt"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Logf("no reports in %s: not looked at", dir)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			lost(t, norm, filepath.Base(f), data)
		}
	}
}

func lost(t *testing.T, norm *normalize.Normalizer, name string, data []byte) {
	t.Helper()
	doc, err := open.Bytes(context.Background(), name, data, extract.Options{OCR: "never"})
	if err != nil {
		t.Fatal(err)
	}
	rep, err := norm.Read(context.Background(), name, doc)
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]int{}
	for _, f := range rep.Figures {
		if f.HasAmount() {
			have[f.Amount.Abs().String()]++
		}
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	for _, a := range scan.Text(text) {
		if a.Start > 0 && text[a.Start-1] == '\n' {
			continue // may be the tail of a number that a page break cut
		}
		k := a.Wan.Abs().String()
		if have[k] == 0 {
			t.Errorf("%s: %s is no figure", name, a.Raw)
			continue
		}
		have[k]--
	}
}
