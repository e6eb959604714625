// Command measure generates reports, reads them with the program and prints
// recall and precision a style, seen styles and styles kept aside apart.
//
//	go run ./internal/generate/cmd/measure -n 80
//	go run ./internal/generate/cmd/measure -style 04 -misses 40
//	go run ./internal/generate/cmd/measure -write /tmp/reports -n 2
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"yusuan/internal/generate"
	"yusuan/internal/generate/measure"
	"yusuan/internal/score"
)

func main() {
	n := flag.Int("n", 20, "reports a style")
	first := flag.Uint64("seed", 1, "first seed")
	style := flag.String("style", "", "only styles whose name contains this")
	misses := flag.Int("misses", 25, "kinds of misses to list")
	rates := flag.Int("rates", 2, "wrong rates to list, a style")
	held := flag.Bool("held-out-details", false, "show each style kept aside and its misses")
	samples := flag.Bool("samples", false, "measure the sample reports instead of the styles")
	asPDF := flag.Bool("pdf", false, "measure PDFs that soffice makes of the reports")
	noRules := flag.Bool("borderless", false, "with -pdf: tables without lines")
	paper := flag.Bool("paper", false, "measure PDFs that chromium prints of the reports, a result for each sheet")
	sheet := flag.String("sheet", "", "with -paper: only sheets whose name contains this")
	keep := flag.String("keep", "", "with -paper, -pdf: a folder that keeps the PDFs; those that it holds are read")
	write := flag.String("write", "", "write reports and truth lists to this folder instead of measuring")
	jobs := flag.Int("j", 0, "styles at a time; 0 for all cores")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	only := func(s *generate.Style) bool { return strings.Contains(s.Name, *style) }
	if *write != "" {
		if err := writeAll(*write, *n, *first, only); err != nil {
			fmt.Fprintln(os.Stderr, "measure:", err)
			os.Exit(1)
		}
		return
	}
	begin := time.Now()
	run := measure.Run
	if *asPDF {
		run = measure.PDF
	}
	if *paper {
		run = measure.Paper
	}
	rs, err := run(ctx, measure.Plan{Reports: *n, First: *first, Only: only, Jobs: *jobs, Samples: *samples, NoRules: *noRules, Sheet: *sheet, Keep: *keep})
	if err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
		os.Exit(1)
	}
	measure.Print(os.Stdout, rs, *held)
	fmt.Println()
	measure.Commonest(os.Stdout, rs, *misses, *held)
	measure.WrongRates(os.Stdout, rs, *rates, *held)
	if *asPDF || *paper {
		measure.OnPaperOnly(os.Stdout, rs, *misses)
	}
	fmt.Fprintf(os.Stderr, "%.1f s\n", time.Since(begin).Seconds())
}

func writeAll(dir string, n int, first uint64, only func(*generate.Style) bool) error {
	styles, err := generate.Styles()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, s := range styles {
		if !only(s) {
			continue
		}
		for seed := first; seed < first+uint64(n); seed++ {
			r, err := s.Make(seed)
			if err != nil {
				return err
			}
			if err := writeOne(filepath.Join(dir, r.Name), r); err != nil {
				return err
			}
		}
	}
	return nil
}

func writeOne(path string, r *generate.Report) error {
	if err := os.WriteFile(path, r.Data, 0o644); err != nil {
		return err
	}
	f, err := os.Create(strings.TrimSuffix(path, filepath.Ext(path)) + ".truth.jsonl")
	if err != nil {
		return err
	}
	if err := score.Write(f, r.Truth); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
