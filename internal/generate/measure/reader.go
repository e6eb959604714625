package measure

import (
	"context"
	"fmt"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/generate"
	"yusuan/internal/score"
	"yusuan/normalize"
	"yusuan/reconcile"
)

// reader reads and checks reports as the program does.
type reader struct {
	norm   *normalize.Normalizer
	engine *reconcile.Engine
	ocr    string
}

func newReader() (*reader, error) {
	norm, err := normalize.New(normalize.Options{})
	if err != nil {
		return nil, err
	}
	engine, err := reconcile.New(reconcile.Options{})
	return &reader{norm, engine, "never"}, err
}

// sight is what one reading of a report gives: its score, its lines by number, and
// the errors and warnings raised on it.
type sight struct {
	score.Result
	lines  map[int]string
	alarms []budget.Check
}

func (s *sight) text(n int) string { return s.lines[n] }

func (r *reader) read(ctx context.Context, made *generate.Report) (*extract.Document, *budget.Report, error) {
	doc, err := open.Bytes(ctx, made.Name, made.Data, extract.Options{OCR: r.ocr})
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", made.Name, err)
	}
	rep, err := r.norm.Read(ctx, made.Name, doc)
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", made.Name, err)
	}
	return doc, rep, nil
}

// score reads a report and compares it with its truth.
func (r *reader) score(ctx context.Context, made *generate.Report) (*sight, *budget.Report, error) {
	doc, rep, err := r.read(ctx, made)
	if err != nil {
		return &sight{Result: score.Compare(nil, made.Truth)}, nil, err
	}
	s := &sight{Result: score.Compare(score.FromReport(rep), made.Truth), lines: map[int]string{}}
	for _, pg := range doc.Pages {
		for _, l := range pg.Lines {
			s.lines[l.Number] = l.Text
		}
	}
	return s, rep, nil
}

// see scores a report and checks it as well.
func (r *reader) see(ctx context.Context, made *generate.Report) (*sight, error) {
	s, rep, err := r.score(ctx, made)
	if err == nil {
		s.alarms = alarms(r.engine.Check(ctx, rep))
	}
	return s, err
}

func (r *reader) checks(ctx context.Context, made *generate.Report) ([]budget.Check, error) {
	_, rep, err := r.read(ctx, made)
	if err != nil {
		return nil, err
	}
	return r.engine.Check(ctx, rep), nil
}
