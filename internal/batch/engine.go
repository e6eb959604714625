package batch

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"yusuan/extract/open"
)

// engine processes one file after another. Each goroutine of a run has its own:
// the pipeline is shared, the worker process is not.
type engine struct {
	pipeline *pipeline
	options  Options
	worker   *worker // started when first needed
}

// outcome is a processed file in its stored form.
type outcome struct {
	packed, book []byte
	made         *artifactHead // nil where another process made it
}

// run processes a source, in a process of its own where its reader is risky.
func (e *engine) run(ctx context.Context, s *source) (*outcome, error) {
	if e.isolates(s) {
		return e.remote(ctx, s)
	}
	return e.local(ctx, s)
}

func (e *engine) isolates(s *source) bool {
	if len(e.options.Worker) == 0 || e.options.Profile {
		return false
	}
	switch e.options.Isolate {
	case IsolateAll:
		return true
	case IsolateNone:
		return false
	}
	return s.kind != open.Text && s.kind != open.HTML
}

// local processes a source in this process. A stage that does not heed its
// context is left to itself after the time limit: its result is dropped.
func (e *engine) local(ctx context.Context, s *source) (*outcome, error) {
	if _, err := e.pipeline.normalize(); err != nil { // loading is no part of the file's time
		return nil, err
	}
	ctx, cancel := e.limit(ctx)
	defer cancel()
	type answer struct {
		out *outcome
		err error
	}
	var stage atomic.Value
	stage.Store(stageRead)
	done := make(chan answer, 1)
	go func() {
		out, err := e.pipeline.pack(ctx, s, func(name string) { stage.Store(name) })
		done <- answer{out, err}
	}()
	select {
	case a := <-done:
		return a.out, a.err
	case <-ctx.Done():
	}
	select {
	case a := <-done:
		return a.out, a.err
	case <-time.After(e.options.grace):
		return nil, &failure{Stage: stage.Load().(string), Reason: e.overtime()}
	}
}

func (e *engine) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if e.options.Timeout <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, e.options.Timeout)
}

func (e *engine) overtime() string { return fmt.Sprintf("超过时间上限 %s", e.options.Timeout) }

// pack processes a source into its stored form.
func (p *pipeline) pack(ctx context.Context, s *source, listen func(string)) (*outcome, error) {
	out, err := p.process(ctx, s, listen)
	if err != nil {
		return nil, err
	}
	packed, head, err := encodeArtifact(out)
	if err != nil {
		return nil, &failure{Stage: stageRecords, Reason: err.Error()}
	}
	return &outcome{packed, out.workbook, head}, nil
}

func (o *outcome) head() (*artifactHead, error) {
	if o.made != nil {
		return o.made, nil
	}
	a, err := openArtifact(o.packed)
	if err != nil {
		return nil, err
	}
	return a.head()
}

func (e *engine) close() {
	if e.worker != nil {
		e.worker.stop()
		e.worker = nil
	}
}
