package table_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/pdf"
)

// shared is the folder with documents to measure on, beside the repository.
const shared = "../../../shared"

// TestTypesetReport reads one report in several typesettings; every cell of
// every table must be that of the text it was set from.
func TestTypesetReport(t *testing.T) {
	source, _ := filepath.Glob(filepath.Join(shared, "reports/*-2024.txt"))
	if len(source) != 1 {
		t.Skip("no shared reports beside the repository")
	}
	text, err := os.ReadFile(source[0])
	if err != nil {
		t.Fatal(err)
	}
	want := tabbed(string(text))
	for _, name := range []string{"ruled-office", "borderless-office", "ruled-browser", "rotated-90"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(shared, "reports/pdf", name+".pdf"))
			if err != nil {
				t.Skip(err)
			}
			doc, err := pdf.Read(context.Background(), name+".pdf", bytes.NewReader(data), extract.Options{OCR: "never"})
			if err != nil {
				t.Fatal(err)
			}
			got := joinedTables(doc)
			if len(got) != len(want) {
				t.Fatalf("%d tables, want %d", len(got), len(want))
			}
			for i := range want {
				equalGrid(t, got[i], want[i])
			}
		})
	}
}

// tabbed returns the blocks of lines with tabs.
func tabbed(text string) (out [][][]string) {
	inside := false
	for _, line := range strings.Split(text, "\n") {
		if !strings.Contains(line, "\t") {
			inside = false
			continue
		}
		if !inside {
			out = append(out, nil)
		}
		inside = true
		row := strings.Split(strings.TrimRight(line, "\r"), "\t")
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		out[len(out)-1] = append(out[len(out)-1], row)
	}
	return out
}

// joinedTables returns the grids of a document with those that go on over a page
// break in one.
func joinedTables(doc *extract.Document) (out [][][]string) {
	for i := range doc.Tables {
		grid := doc.Tables[i].Grid()
		if n := len(out); doc.Tables[i].Continues && n > 0 {
			out[n-1] = append(out[n-1], grid...)
			continue
		}
		out = append(out, grid)
	}
	return out
}
