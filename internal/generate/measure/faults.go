package measure

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"yusuan/budget"
	"yusuan/internal/generate"
	"yusuan/internal/generate/plant"
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
	Data   []byte // the faulty report
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
			judge(&res, FaultCase{Report: made.Name, Fault: f, Data: made.Data, New: fresh(alarms(cs), known)})
		}
		out.Kinds = append(out.Kinds, res)
	}
	return nil
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
