package measure

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/generate"
	"yusuan/internal/generate/plant"
	"yusuan/normalize"
	"yusuan/reconcile"
)

// FaultResult counts what became of the faults of one kind.
type FaultResult struct {
	Kind       plant.Kind
	Planted    int
	Detectable int // larger than the rounding, and part of a relation of the report
	Found      int // of the detectable: an error or warning that the clean report has not
	Evidence   int // of the found: the faulty figure is among the evidence
	Caused     int // of the found: a likely cause is given
	CauseRight int // of those: it names the faulty figure
	Findings   int // new errors and warnings of the found, grouped
	Surprising int // found though not counted as detectable
	Misses     []FaultCase
	Wrong      []FaultCase // causes that name another figure
}

// FaultCase is one fault and what the program said of it.
type FaultCase struct {
	Report string
	Fault  *plant.Fault
	New    []budget.Check
}

// Alarm is an error or warning on a clean report.
type Alarm struct {
	Report string
	budget.Check
}

// FaultRun is the result of a run over faults.
type FaultRun struct {
	Kinds        []FaultResult
	CleanReports int
	Alarms       []Alarm
	Notes        int // findings of severity note on clean reports
}

type reader struct {
	norm   *normalize.Normalizer
	engine *reconcile.Engine
}

func newReader() (*reader, error) {
	norm, err := normalize.New(normalize.Options{})
	if err != nil {
		return nil, err
	}
	engine, err := reconcile.New(reconcile.Options{})
	return &reader{norm, engine}, err
}

func (r *reader) checks(ctx context.Context, made *generate.Report) ([]budget.Check, error) {
	doc, err := open.Bytes(ctx, made.Name, made.Data, extract.Options{OCR: "never"})
	if err != nil {
		return nil, err
	}
	rep, err := r.norm.Read(ctx, made.Name, doc)
	if err != nil {
		return nil, err
	}
	return r.engine.Check(ctx, rep), nil
}

// alarms are the findings a person would have to look at.
func alarms(cs []budget.Check) []budget.Check {
	var out []budget.Check
	for _, c := range cs {
		if c.Finding() && (c.Severity == budget.Error || c.Severity == budget.Warning) {
			out = append(out, c)
		}
	}
	return out
}

// Faults plants one fault of each kind into each report and checks the report.
func Faults(ctx context.Context, p Plan) (*FaultRun, error) {
	styles, err := generate.Styles()
	if err != nil {
		return nil, err
	}
	samples, err := generate.Samples()
	if err != nil {
		return nil, err
	}
	rd, err := newReader()
	if err != nil {
		return nil, err
	}
	var jobs []job
	for _, s := range append(styles, samples...) {
		if p.Only != nil && !p.Only(s) {
			continue
		}
		for seed := p.First; seed < p.First+uint64(p.Reports); seed++ {
			if s.Seed != 0 {
				jobs = append(jobs, job{s, s.Seed, seed})
				continue
			}
			jobs = append(jobs, job{s, seed, seed})
		}
	}
	parts := make([]FaultRun, len(jobs))
	errs := make([]error, len(jobs))
	next := make(chan int)
	var wg sync.WaitGroup
	for range max(1, p.Jobs, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				errs[i] = rd.one(ctx, jobs[i], &parts[i])
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	wg.Wait()
	run := &FaultRun{}
	for _, k := range plant.Kinds {
		run.Kinds = append(run.Kinds, FaultResult{Kind: k})
	}
	for i := range parts {
		if errs[i] != nil {
			return nil, errs[i]
		}
		run.add(&parts[i])
	}
	return run, nil
}

// Families checks the reports of n districts over two years against each other.
// Every alarm is a false one or a misreading.
func Families(ctx context.Context, n int, first uint64) (reports int, out []Alarm, err error) {
	styles, err := generate.Styles()
	if err != nil {
		return 0, nil, err
	}
	rd, err := newReader()
	if err != nil {
		return 0, nil, err
	}
	for seed := first; seed < first+uint64(n); seed++ {
		family, err := generate.Family(styles, seed)
		if err != nil {
			return 0, nil, err
		}
		var read []*budget.Report
		for _, made := range family {
			doc, err := open.Bytes(ctx, made.Name, made.Data, extract.Options{OCR: "never"})
			if err != nil {
				return 0, nil, err
			}
			rep, err := rd.norm.Read(ctx, made.Name, doc)
			if err != nil {
				return 0, nil, err
			}
			read = append(read, reconcile.Slim(rep))
		}
		reports += len(read)
		for _, c := range alarms(rd.engine.Across(ctx, read)) {
			out = append(out, Alarm{c.Report, c})
		}
	}
	return reports, out, nil
}

type job struct {
	style       *generate.Style
	seed, fault uint64
}

// one checks a clean report and its faulty versions.
func (r *reader) one(ctx context.Context, j job, out *FaultRun) error {
	clean, err := j.style.Make(j.seed)
	if err != nil {
		return err
	}
	cs, err := r.checks(ctx, clean)
	if err != nil {
		return fmt.Errorf("check %s: %w", clean.Name, err)
	}
	out.CleanReports++
	known := map[string]bool{}
	for _, c := range cs {
		if c.Finding() && c.Severity == budget.Info {
			out.Notes++
		}
	}
	for _, c := range alarms(cs) {
		known[c.Message] = true
		out.Alarms = append(out.Alarms, Alarm{clean.Name, c})
	}
	for n, k := range plant.Kinds {
		d, err := j.style.Draft(j.seed)
		if err != nil {
			return err
		}
		res := FaultResult{Kind: k}
		f, ok := plant.Plant(d, k, j.fault*31+uint64(n))
		if ok {
			made, err := d.Finish()
			if err != nil {
				return err
			}
			cs, err := r.checks(ctx, made)
			if err != nil {
				return fmt.Errorf("check %s with a fault: %w", made.Name, err)
			}
			judge(&res, FaultCase{Report: made.Name, Fault: f, New: fresh(alarms(cs), known)})
		}
		out.Kinds = append(out.Kinds, res)
	}
	return nil
}

func fresh(cs []budget.Check, known map[string]bool) []budget.Check {
	var out []budget.Check
	for _, c := range cs {
		if !known[c.Message] {
			out = append(out, c)
		}
	}
	return out
}

func judge(r *FaultResult, c FaultCase) {
	r.Planted++
	if !c.Fault.Detectable {
		if len(c.New) > 0 {
			r.Surprising++
		}
		return
	}
	r.Detectable++
	if len(c.New) == 0 {
		r.Misses = append(r.Misses, c)
		return
	}
	r.Found++
	r.Findings += grouped(c.New)
	caused, right, seen := false, false, false
	for i := range c.New {
		for _, e := range c.New[i].Evidence {
			if e.Figure == nil || !touched(c.Fault, e.Figure) {
				continue
			}
			seen = true
			if c.New[i].CauseFigure == e.Figure.ID {
				right = true
			}
		}
		right = right || names(c.Fault.Kind, c.New[i].LikelyCause)
		caused = caused || c.New[i].LikelyCause != ""
	}
	if seen {
		r.Evidence++
	}
	if caused {
		r.Caused++
		if right {
			r.CauseRight++
		} else {
			r.Wrong = append(r.Wrong, c)
		}
	}
}

// names reports whether a likely cause speaks of the kind of fault where no one
// figure is at fault.
func names(k plant.Kind, cause string) bool {
	words := map[plant.Kind][]string{
		plant.Lost: {"漏", "缺"}, plant.Doubled: {"重复", "重列"}, plant.Exchanged: {"错行", "互换", "颠倒", "对调"},
		plant.Caption: {"口径", "级次"}, plant.HeadYear: {"年度", "年份"}, plant.Unit: {"单位"},
	}[k]
	for _, w := range words {
		if strings.Contains(cause, w) {
			return true
		}
	}
	return false
}

// touched reports whether a figure is one that the fault changed (a lost row
// has none: then the sum that misses it).
func touched(f *plant.Fault, g *budget.Figure) bool {
	if f.Kind == plant.Lost {
		return true
	}
	for _, a := range f.Touched {
		d, err := decimal.NewFromString(strings.TrimSpace(a))
		if err == nil && g.HasAmount() && d.Equal(g.Amount) {
			return true
		}
	}
	return false
}

// grouped counts findings, those of one group once.
func grouped(cs []budget.Check) int {
	groups := map[string]bool{}
	n := 0
	for _, c := range cs {
		if c.Group == "" {
			n++
		} else if !groups[c.Group] {
			groups[c.Group] = true
			n++
		}
	}
	return n
}

func (r *FaultRun) add(o *FaultRun) {
	r.CleanReports += o.CleanReports
	r.Notes += o.Notes
	r.Alarms = append(r.Alarms, o.Alarms...)
	for i := range o.Kinds {
		a, b := &r.Kinds[i], &o.Kinds[i]
		a.Planted += b.Planted
		a.Detectable += b.Detectable
		a.Found += b.Found
		a.Evidence += b.Evidence
		a.Caused += b.Caused
		a.CauseRight += b.CauseRight
		a.Findings += b.Findings
		a.Surprising += b.Surprising
		a.Misses = append(a.Misses, b.Misses...)
		a.Wrong = append(a.Wrong, b.Wrong...)
	}
}
