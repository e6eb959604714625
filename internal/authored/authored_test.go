package authored

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
	"yusuan/normalize"
	"yusuan/reconcile"
)

// Floors of what has been reached, over all reports and in each of them.
const (
	floorAll  = 0.992
	floorEach = 0.94
)

func TestReports(t *testing.T) {
	n, err := normalize.New(normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := reconcile.New(reconcile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all score.Result
	for _, truth := range glob(t, "reports/*.jsonl") {
		t.Run(strings.TrimSuffix(filepath.Base(truth), ".jsonl"), func(t *testing.T) {
			r := read(t, n, reportOf(t, truth))
			res := score.Compare(score.FromReport(r), labels(t, truth))
			all.Add(res)
			if res.KeyRecall() < floorEach || res.KeyPrecision() < floorEach {
				t.Errorf("key recall %.4f, precision %.4f", res.KeyRecall(), res.KeyPrecision())
			}
			if res.PolicyTaken > 0 {
				t.Errorf("%d policy amounts taken for budget figures", res.PolicyTaken)
			}
			for _, c := range e.Check(context.Background(), r) {
				if c.Finding() && c.Severity != budget.Info {
					t.Errorf("false alarm: %s %s: %s", c.Severity, c.Rule, c.Message)
				}
			}
		})
	}
	t.Logf("%d keys: recall %.4f, precision %.4f; %d amounts: recall %.4f", all.WantedKeys, all.KeyRecall(), all.KeyPrecision(), all.Wanted, all.MentionRecall())
	if all.KeyRecall() < floorAll || all.KeyPrecision() < floorAll {
		t.Errorf("over all: key recall %.4f, precision %.4f", all.KeyRecall(), all.KeyPrecision())
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	return files
}

// reportOf is the report that a truth list belongs to: the one other file of its name.
func reportOf(t *testing.T, truth string) string {
	t.Helper()
	for _, f := range glob(t, strings.TrimSuffix(truth, "jsonl")+"*") {
		if f != truth {
			return f
		}
	}
	t.Fatalf("no report beside %s", truth)
	return ""
}

func labels(t *testing.T, file string) []score.Label {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ls, err := score.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return ls
}

func read(t *testing.T, n *normalize.Normalizer, file string) *budget.Report {
	t.Helper()
	doc, err := open.File(context.Background(), file, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := n.Read(context.Background(), filepath.Base(file), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
