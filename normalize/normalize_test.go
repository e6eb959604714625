package normalize

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/score"
	"yusuan/internal/score/scan"
)

// shared holds reports with labels made by hand; it is not part of the project.
const shared = "../../shared"

func read(t testing.TB, n *Normalizer, file string) (*extract.Document, *budget.Report) {
	t.Helper()
	doc, err := open.File(context.Background(), file, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := n.Read(context.Background(), strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), doc)
	if err != nil {
		t.Fatal(err)
	}
	return doc, r
}

func labelled(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(shared + "/labels/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Skip("skipped: no labelled reports beside the project (shared/labels)")
	}
	return files
}

// Hand-made labels of reports in several bureaus' manner: no key may be missed or
// wrong, and no policy amount may enter a book.
func TestLabels(t *testing.T) {
	n, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range labelled(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		t.Run(name, func(t *testing.T) {
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			want, err := score.Read(f)
			if err != nil {
				t.Fatal(err)
			}
			_, r := read(t, n, shared+"/reports/"+name+".txt")
			res := score.Compare(score.FromReport(r), want)
			if res.Mentions != res.Wanted || res.Mentions != res.Got {
				t.Errorf("%d amounts found of %d, %d given", res.Mentions, res.Wanted, res.Got)
			}
			if 100*res.Keys < 97*res.WantedKeys || 100*res.Keys < 97*res.GotKeys || res.PolicyTaken > 0 {
				t.Errorf("%d keys right of %d wanted and %d given, %d policy amounts taken for budget", res.Keys, res.WantedKeys, res.GotKeys, res.PolicyTaken)
			}
		})
	}
}

// No amount of any text is lost: a scanner that shares no code with the reader
// counts them.
func TestNothingLost(t *testing.T) {
	n, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(shared + "/reports/*.txt")
	mine, _ := filepath.Glob("../samples/*.txt")
	files = append(files, mine...)
	if len(files) == 0 {
		t.Skip("skipped: no reports")
	}
	for _, file := range files {
		doc, r := read(t, n, file)
		seen := map[int]int{}
		for _, f := range r.Figures {
			if f.Kind == budget.Narrative {
				seen[f.Line]++
			}
		}
		for _, p := range doc.Pages {
			for _, l := range p.Lines {
				if l.Kind != extract.Body || l.Joins {
					continue
				}
				if want := len(scan.Text(strings.ReplaceAll(l.Text, "*", ""))); seen[l.Number] < want && !joined(doc, l.Number) {
					t.Errorf("%s line %d: %d figures of %d amounts: %s", filepath.Base(file), l.Number, seen[l.Number], want, l.Text)
				}
			}
		}
	}
}

// joined reports whether the next body line goes on with this one: an amount may
// then be cut in two.
func joined(doc *extract.Document, number int) bool {
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			if l.Number > number && l.Kind == extract.Body && strings.TrimSpace(l.Text) != "" {
				return l.Joins
			}
		}
	}
	return false
}

// Every amount is, after folding, a span of the text that was extracted.
func TestNothingInvented(t *testing.T) {
	n, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../samples/*.*")
	more, _ := filepath.Glob(shared + "/reports/*.txt")
	checked := 0
	for _, file := range append(files, more...) {
		if ext := filepath.Ext(file); ext != ".txt" && ext != ".html" && ext != ".md" && ext != ".pdf" {
			continue
		}
		if strings.HasSuffix(file, "README.md") {
			continue
		}
		_, r := read(t, n, file)
		lines := map[int]string{}
		for _, l := range r.Lines {
			lines[l.Number] = l.Text
		}
		for _, f := range r.Figures {
			if f.Line == 0 || f.Mark != budget.Printed {
				continue
			}
			text := lines[f.Line]
			if f.Start < 0 || f.End > len(text) || f.Start > f.End {
				t.Fatalf("%s: figure %d has span %d:%d in a line of %d bytes", file, f.ID, f.Start, f.End, len(text))
			}
			printed := strings.Trim(text[f.Start:f.End], " \u3000*")
			if !strings.HasPrefix(strings.ReplaceAll(f.Raw, "*", ""), strings.ReplaceAll(printed, "*", "")) {
				t.Errorf("%s line %d: %q is not what is printed there: %q", filepath.Base(file), f.Line, f.Raw, printed)
			}
			checked++
		}
	}
	if checked == 0 {
		t.Skip("skipped: no reports")
	}
}

// BenchmarkRead measures the samples, dense with tables, and where it is there a
// whole report with its chapters of prose.
func BenchmarkRead(b *testing.B) {
	n, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	files, _ := filepath.Glob("../samples/*.txt")
	more, _ := filepath.Glob(shared + "/reports/*-20*.txt")
	for _, file := range append(files, more...) {
		b.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(b *testing.B) {
			doc, err := open.File(context.Background(), file, extract.Options{})
			if err != nil {
				b.Fatal(err)
			}
			info, err := os.Stat(file)
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(info.Size())
			for b.Loop() {
				if _, err := n.Read(context.Background(), "bench", doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
