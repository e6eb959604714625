// Package measure reads made-believe reports with the program and scores what it
// understood, style by style.
package measure

import (
	"context"
	"runtime"
	"sync"

	"yusuan/internal/generate"
	"yusuan/internal/score"
)

// Plan says how much to measure.
type Plan struct {
	Reports int    // of each style
	First   uint64 // first seed
	Only    func(*generate.Style) bool
	Jobs    int
	NoRules bool   // PDFs with tables without lines
	Sheet   string // on paper: only sheets whose name contains it
	Keep    string // folder of the PDFs; those that it holds are not made again
	Samples bool   // the sample reports instead of the styles
}

// StyleResult is the score of all reports of one style.
type StyleResult struct {
	Style   *generate.Style
	Reports int
	Failed  int // reports that could not be read at all
	score.Result
	Misses []Miss
	Rates  []RateMiss
	// Alarms are errors and warnings raised on paper only, not on the same report as text.
	Alarms []Alarm
}

// RateMiss is a wrong rate with the report it stands in.
type RateMiss struct {
	Report string
	score.WrongRate
	Text string
}

// Miss is one wrong or missing key with the report it stands in.
type Miss struct {
	Report string
	Extra  bool // the run had it, the truth has not
	score.Label
	Text string // the line of the report, of a text file
}

// Run generates, reads and scores. The result is in the order of the styles.
func Run(ctx context.Context, p Plan) ([]StyleResult, error) {
	list := generate.Styles
	if p.Samples {
		list = generate.Samples
	}
	styles, err := list()
	if err != nil {
		return nil, err
	}
	rd, err := newReader()
	if err != nil {
		return nil, err
	}
	var out []StyleResult
	for _, s := range styles {
		if p.Only == nil || p.Only(s) {
			out = append(out, StyleResult{Style: s})
		}
	}
	if p.Jobs == 0 {
		p.Jobs = runtime.GOMAXPROCS(0)
	}
	work := make(chan int)
	errs := make([]error, len(out))
	var wg sync.WaitGroup
	for range p.Jobs {
		wg.Go(func() {
			for i := range work {
				errs[i] = style(ctx, rd, &out[i], p)
			}
		})
	}
	for i := range out {
		work <- i
	}
	close(work)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func style(ctx context.Context, rd *reader, r *StyleResult, p Plan) error {
	for seed := p.First; seed < p.First+uint64(p.Reports); seed++ {
		if r.Style.Seed != 0 {
			seed = r.Style.Seed
		}
		made, err := r.Style.Make(seed)
		if err != nil {
			return err
		}
		r.Reports++
		one, _, err := rd.score(ctx, made)
		if err != nil {
			r.Failed++
		}
		r.take(made.Name, &one.Result, one.text)
		if r.Style.Seed != 0 {
			return nil
		}
	}
	return nil
}

// take adds the score of one report, its misses with their lines.
func (r *StyleResult) take(name string, one *score.Result, text func(int) string) {
	for _, l := range one.Missed {
		r.Misses = append(r.Misses, Miss{Report: name, Label: l, Text: text(l.Line)})
	}
	for _, l := range one.Extra {
		r.Misses = append(r.Misses, Miss{Report: name, Extra: true, Label: l, Text: text(l.Line)})
	}
	for _, x := range one.WrongRates {
		r.Rates = append(r.Rates, RateMiss{name, x, text(x.Line)})
	}
	one.Missed, one.Extra, one.WrongRates = nil, nil, nil
	r.Add(*one)
}
