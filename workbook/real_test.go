package workbook

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"yusuan/budget"
	"yusuan/extract"
	extractopen "yusuan/extract/open"
	"yusuan/normalize"
	"yusuan/reconcile"
	"yusuan/workbook/xl"
)

// readable is a report as the pipeline reads it.
type readable struct {
	report *budget.Report
	checks []budget.Check
}

// readReports takes every text below the samples, and the known reports where
// they lie beside the repository, through the pipeline.
func readReports(t testing.TB) []readable {
	t.Helper()
	var files []string
	for _, pattern := range []string{"../samples/*.txt", "../samples/*.html", "../../shared/reports/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("no samples")
	}
	n, err := normalize.New(normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	e, err := reconcile.New(reconcile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []readable
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := extractopen.Bytes(context.Background(), file, b, extract.Options{OCR: "never"})
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name := filepath.Base(file)
		r, err := n.Read(context.Background(), name[:len(name)-len(filepath.Ext(name))], doc)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if len(r.Figures) > 0 {
			out = append(out, readable{r, e.Check(context.Background(), r)})
		}
	}
	return out
}

// What a report prints in a balance must not be contradicted by the sums of the
// workbook where reconciliation has found nothing: both look at the same rows.
func TestLiveChecksAgreeWithReconciliation(t *testing.T) {
	for _, c := range readReports(t) {
		b, err := newReportBook(c.report, c.checks, options{})
		if err != nil {
			t.Fatal(err)
		}
		b.fill()
		b.book.Close()
		if b.live.all == 0 {
			t.Errorf("%s: no live check", c.report.ID)
		}
		if b.live.apart > 0 && b.tally(budget.Fail, budget.Error) == 0 {
			t.Errorf("%s: %d live checks are off, but reconciliation found no error", c.report.ID, b.live.apart)
		}
	}
}

func TestLinksOfRealReports(t *testing.T) {
	for _, c := range readReports(t) {
		var out bytes.Buffer
		if err := Report(&out, c.report, c.checks); err != nil {
			t.Fatal(err)
		}
		book := open(t, out.Bytes())
		sheets := book.file.GetSheetList()
		leads := map[string]bool{}
		for i, name := range sheets {
			for _, l := range book.links(i + 1) {
				sheet, ref := target(l.Location)
				if !slices.Contains(sheets, sheet) || book.value(sheet, ref) == "" {
					t.Errorf("%s: %s!%s leads nowhere: %s", c.report.ID, name, l.Ref, l.Location)
				}
				if name == sheetFigures && sheet == sheetSource {
					leads[l.Ref] = true
				}
			}
		}
		for _, f := range c.report.Figures {
			if ref := xl.Ref(figuresAmountCol, figuresFirstRow+f.ID-1); !leads[ref] {
				t.Errorf("%s: figure %d (%s, line %d) has no link", c.report.ID, f.ID, f.Raw, f.Line)
			}
		}
	}
}

func BenchmarkRealReport(b *testing.B) {
	reports := readReports(b)
	largest := slices.MaxFunc(reports, func(x, y readable) int { return len(x.report.Figures) - len(y.report.Figures) })
	for b.Loop() {
		if err := Report(io.Discard, largest.report, largest.checks); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(largest.report.Figures)), "figures")
}
