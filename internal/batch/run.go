package batch

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"yusuan/budget"
	"yusuan/internal/records"
)

// Run processes every file below the paths and writes the results to o.Out.
func Run(ctx context.Context, o Options) (*Result, error) {
	start := time.Now()
	sources, err := scan(o.Paths, o.Out)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(o.Out, "reports"), 0o755); err != nil {
		return nil, fmt.Errorf("creating the output folder: %w", err)
	}
	var todo []*source
	for _, s := range sources {
		if s.status == "" {
			todo = append(todo, s)
		}
	}
	if len(todo) == 0 {
		return nil, fmt.Errorf("%w in %v", ErrNothing, o.Paths)
	}
	assignIDs(todo)
	p, err := newPipeline(o)
	if err != nil {
		return nil, err
	}
	products := work(ctx, p, todo, o)
	return assemble(ctx, o, p, sources, products, start)
}

func work(ctx context.Context, p *pipeline, todo []*source, o Options) map[*source]*product {
	jobs := o.Jobs
	if jobs < 1 {
		jobs = runtime.NumCPU()
	}
	var mu sync.Mutex
	done := map[*source]*product{}
	var wg sync.WaitGroup
	queue := make(chan *source)
	for range jobs {
		wg.Go(func() {
			for s := range queue {
				out, err := p.process(ctx, s)
				if err != nil {
					s.status, s.reason = statusUnreadable, err.Error()
					continue
				}
				s.status = statusReport
				mu.Lock()
				done[s] = out
				mu.Unlock()
			}
		})
	}
	for _, s := range todo {
		queue <- s
	}
	close(queue)
	wg.Wait()
	return done
}

func assemble(ctx context.Context, o Options, p *pipeline, sources []*source, products map[*source]*product, start time.Time) (*Result, error) {
	res := &Result{}
	m := &Manifest{Version: o.Version, Settings: map[string]any{}, Clock: &Clock{}}
	var list []*product
	var slims []*budget.Report
	for _, s := range sources {
		out := products[s]
		if out == nil {
			m.Inputs = append(m.Inputs, sourceEntry(s))
			continue
		}
		m.Inputs = append(m.Inputs, out.Entry)
		list = append(list, out)
		slims = append(slims, out.Slim)
		res.Reports++
		res.Figures += out.Entry.Counts.Figures
		res.Errors += out.Entry.Counts.Errors
		res.Warnings += out.Entry.Counts.Warnings
		if err := publish(filepath.Join(o.Out, "reports", s.id+".xlsx"), func(w io.Writer) error { _, err := w.Write(out.Workbook); return err }); err != nil {
			return nil, err
		}
		fmt.Fprintf(o.Summary, "%s\t%d figures\t%d errors\n", s.id, out.Entry.Counts.Figures, out.Entry.Counts.Errors)
	}
	across := p.reconcile.Across(ctx, slims)
	lookup := func(id string) *budget.Report {
		for _, r := range slims {
			if r.ID == id {
				return r
			}
		}
		return nil
	}
	files := []struct {
		name string
		head func(io.Writer) error
		of   func(*product) []byte
		tail func(io.Writer) error
	}{
		{"figures.jsonl", nil, func(p *product) []byte { return p.Figures }, nil},
		{"figures.csv", records.FiguresHeader, func(p *product) []byte { return p.FigureCSV }, nil},
		{"checks.jsonl", nil, func(p *product) []byte { return p.Checks }, func(w io.Writer) error { _, err := w.Write(records.AppendChecks(nil, across, lookup)); return err }},
		{"anomalies.jsonl", nil, func(p *product) []byte { return p.Anomalies }, func(w io.Writer) error {
			_, err := w.Write(records.AppendFindings(nil, across, lookup))
			return err
		}},
		{"anomalies.csv", records.AnomaliesHeader, func(p *product) []byte { return p.LogCSV }, func(w io.Writer) error { return records.AnomaliesCSV(w, across, lookup) }},
	}
	for _, f := range files {
		err := publish(filepath.Join(o.Out, f.name), func(w io.Writer) error {
			if f.head != nil {
				if err := f.head(w); err != nil {
					return err
				}
			}
			for _, p := range list {
				if _, err := w.Write(f.of(p)); err != nil {
					return err
				}
			}
			if f.tail != nil {
				return f.tail(w)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	m.Clock.Seconds = time.Since(start).Seconds()
	return res, publish(filepath.Join(o.Out, "run.json"), m.write)
}
