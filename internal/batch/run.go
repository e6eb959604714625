package batch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"
)

// Run processes every file below the paths and writes the results to o.Out.
// When ctx ends, what is in hand is finished and the rest is listed as not
// processed. A file that cannot be read is no error of the run: see Result.
func Run(ctx context.Context, o Options) (*Result, error) {
	o.fill()
	start := time.Now()
	set, err := settingsOf(o)
	if err != nil {
		return nil, err
	}
	r, release, err := begin(o, set, start)
	if err != nil {
		return nil, err
	}
	defer release()
	if o.Profile {
		stop, err := profile(o.Out)
		if err != nil {
			return nil, err
		}
		defer stop()
	}
	sources := prepare(ctx, scan(o.Paths, o.Out), o.Jobs)
	found := false
	for _, s := range sources {
		found = found || s.named()
	}
	r.sources = o.Shard.of(sources)
	if err := r.process(ctx); err != nil {
		return nil, err
	}
	res, err := r.assemble(ctx)
	if err == nil && !found {
		err = fmt.Errorf("%w in %s", ErrNothing, strings.Join(o.Paths, ", "))
	}
	return res, err
}

// begin loads what a run works with and takes its output folder; release gives
// the folder back.
func begin(o Options, set settings, start time.Time) (r *runState, release func(), err error) {
	p, err := newPipeline(o)
	if err != nil {
		return nil, nil, err
	}
	st := store{o.Out}
	if err := st.create(); err != nil {
		return nil, nil, err
	}
	if release, err = st.lock(); err != nil {
		return nil, nil, err
	}
	st.removeTemporary()
	return &runState{options: o, set: set, store: st, pipeline: p, start: start}, release, nil
}

// runState is one run from the list of its sources to its result.
type runState struct {
	options  Options
	set      settings
	store    store
	pipeline *pipeline
	sources  []*source
	start    time.Time

	made   map[string]bool // workbooks that the program made, in this run or before
	stages map[string]float64
	reused int
}

// profile writes where the time and the memory went.
func profile(out string) (stop func(), err error) {
	cpu, err := os.Create(filepath.Join(out, "cpu.pprof"))
	if err != nil {
		return nil, fmt.Errorf("writing the profile: %w", err)
	}
	if err := pprof.StartCPUProfile(cpu); err != nil {
		cpu.Close()
		return nil, fmt.Errorf("writing the profile: %w", err)
	}
	return func() {
		pprof.StopCPUProfile()
		cpu.Close()
		heap, err := os.Create(filepath.Join(out, "heap.pprof"))
		if err != nil {
			return
		}
		defer heap.Close()
		runtime.GC()
		_ = pprof.WriteHeapProfile(heap) // a profile is no result
	}, nil
}
