package measure

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/score"
)

// The sample PDF says what its text says: every amount of the truth list stands
// in it as often.
func TestSamplePDFHoldsEveryAmount(t *testing.T) {
	samples := filepath.Join("..", "..", "..", "samples")
	const name = "lanzhi-district-2023-final"
	f, err := os.Open(filepath.Join(samples, "truth", name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	truth, err := score.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := open.File(context.Background(), filepath.Join(samples, name+".pdf"), extract.Options{OCR: "never"})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			b.WriteString(l.Text)
		}
	}
	text := strings.ReplaceAll(b.String(), " ", "")
	if len(truth) < 200 {
		t.Fatalf("the truth list has only %d figures", len(truth))
	}
	for _, l := range truth {
		if l.Amount != "" && !strings.Contains(text, l.Raw) {
			t.Errorf("%s %s is not in the PDF", l.Subject, l.Raw)
		}
	}
}
