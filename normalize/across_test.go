package normalize

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
)

// Case files hold short reports and what must be read of them, where one paragraph or
// table decides what another means:
//
//	> a line of the report
//	= amount | book level year stage side subject role        what the lines before it give, in order
func TestAcrossParagraphs(t *testing.T) {
	files, err := filepath.Glob("testdata/across/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	n, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			report, want := splitCase(string(data))
			path := filepath.Join(t.TempDir(), "report.txt")
			if err := os.WriteFile(path, []byte(report), 0o644); err != nil {
				t.Fatal(err)
			}
			_, r := read(t, n, path)
			for i := range max(len(want), len(r.Figures)) {
				switch {
				case i >= len(want):
					t.Errorf("not expected: %s", told(r.Figures[i]))
				case i >= len(r.Figures):
					t.Errorf("missing: %s", want[i])
				case told(r.Figures[i]) != want[i]:
					t.Errorf("figure %d:\n want %s\n got  %s", i+1, want[i], told(r.Figures[i]))
				}
			}
		})
	}
}

func splitCase(data string) (report string, want []string) {
	var b strings.Builder
	for _, line := range strings.Split(data, "\n") {
		switch {
		case strings.HasPrefix(line, ">"):
			b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ") + "\n")
		case strings.HasPrefix(line, "="):
			want = append(want, strings.TrimSpace(line[1:]))
		}
	}
	return b.String(), want
}

func told(f *budget.Figure) string {
	if !f.IsBudget() {
		return fmt.Sprintf("%s | policy", f.Amount)
	}
	return fmt.Sprintf("%s | %s %s %d %s %s %s %s", f.Amount, f.Book, f.Level, f.Year, f.Stage, f.Side, f.Subject, f.Role)
}
