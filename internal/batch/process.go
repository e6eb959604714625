package batch

import (
	"bytes"
	"context"
	"fmt"
	"runtime/debug"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/internal/records"
	"yusuan/normalize"
	"yusuan/reconcile"
	"yusuan/workbook"
)

// pipeline holds the stages that every file goes through.
type pipeline struct {
	read      extract.Options
	normalize *normalize.Normalizer
	reconcile *reconcile.Engine
}

func newPipeline(o Options) (*pipeline, error) {
	n, err := normalize.New(normalize.Options{LexiconFiles: o.LexiconFiles})
	if err != nil {
		return nil, fmt.Errorf("loading the vocabulary: %w", err)
	}
	e, err := reconcile.New(reconcile.Options{})
	if err != nil {
		return nil, fmt.Errorf("loading the rules: %w", err)
	}
	return &pipeline{read: extract.Options{OCR: o.OCR}, normalize: n, reconcile: e}, nil
}

// product is everything that one file contributes to a run.
type product struct {
	Entry     Entry
	Slim      *budget.Report
	Findings  []budget.Check // slim: for the panel and the exit status
	Figures   []byte         // lines of figures.jsonl
	FigureCSV []byte
	Checks    []byte
	Anomalies []byte
	LogCSV    []byte
	Workbook  []byte
}

// failure is why a file could not be processed, with the stage it happened in.
type failure struct {
	stage string
	err   error
}

func (f *failure) Error() string { return fmt.Sprintf("%s：%v", f.stage, f.err) }
func (f *failure) Unwrap() error { return f.err }

// process takes one file through the stages. A panic ends in an error that
// names the stage.
func (p *pipeline) process(ctx context.Context, src *source) (out *product, err error) {
	stage := "读取"
	defer func() {
		if r := recover(); r != nil {
			err = &failure{stage, fmt.Errorf("程序内部错误：%v\n%s", r, debug.Stack())}
		}
	}()
	doc, err := readFile(ctx, src.path, p.read)
	if err != nil {
		return nil, &failure{stage, err}
	}
	stage = "识别"
	report, err := p.normalize.Read(ctx, src.id, doc)
	if err != nil {
		return nil, &failure{stage, err}
	}
	stage = "核对"
	checks := p.reconcile.Check(ctx, report)
	if err := ctx.Err(); err != nil {
		return nil, &failure{stage, err}
	}
	stage = "写表"
	var book bytes.Buffer
	if err := workbook.Report(&book, report, checks); err != nil {
		return nil, &failure{stage, err}
	}
	return p.finish(src, doc, report, checks, book.Bytes())
}

func (p *pipeline) finish(src *source, doc *extract.Document, r *budget.Report, checks []budget.Check, book []byte) (*product, error) {
	lookup := only(r)
	var figures, log bytes.Buffer
	if err := records.FiguresCSV(&figures, r); err != nil {
		return nil, err
	}
	if err := records.AnomaliesCSV(&log, checks, lookup); err != nil {
		return nil, err
	}
	return &product{
		Entry:     entryOf(src, doc, r, checks),
		Slim:      reconcile.Slim(r),
		Figures:   records.AppendFigures(nil, r),
		FigureCSV: figures.Bytes(),
		Checks:    records.AppendChecks(nil, checks, lookup),
		Anomalies: records.AppendFindings(nil, checks, lookup),
		LogCSV:    log.Bytes(),
		Workbook:  book,
	}, nil
}

// only looks up a single report.
func only(r *budget.Report) records.Lookup {
	return func(id string) *budget.Report {
		if id == r.ID {
			return r
		}
		return nil
	}
}
