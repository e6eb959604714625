package batch

import (
	"context"
	"errors"
	"sort"
	"sync"

	"golang.org/x/sync/semaphore"
)

// inFlight bounds the bytes of input that are being processed at one time; a
// larger file has the machine for itself.
const inFlight = 256 << 20

// process works through the sources, the large ones first so that none of them
// is left over at the end. When ctx ends, no further source is begun.
func (r *runState) process(ctx context.Context) error {
	todo := make([]*source, 0, len(r.sources))
	var bytes int64
	for _, s := range r.sources {
		if s.isOpen() && s.sha256 != "" {
			s.link = r.store.linkTo(s)
			s.key = keyOf(r.options.Build, r.set, s)
			todo = append(todo, s)
			bytes += s.size
		}
	}
	if err := r.claim(todo); err != nil {
		return err
	}
	sort.SliceStable(todo, func(i, j int) bool { return todo[i].size > todo[j].size })
	r.stages = map[string]float64{}
	r.options.Progress.Start(len(todo), bytes)
	defer r.options.Progress.End()

	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	queue := make(chan *source)
	gate := semaphore.NewWeighted(inFlight)
	var group sync.WaitGroup
	var mu sync.Mutex
	for range min(r.options.Jobs, max(len(todo), 1)) {
		group.Go(func() {
			e := &engine{pipeline: r.pipeline, options: r.options}
			defer e.close()
			for s := range queue {
				weight := min(s.size, inFlight)
				if gate.Acquire(ctx, weight) != nil {
					continue // interrupted: the source stays open
				}
				err := r.one(e, s, &mu)
				gate.Release(weight)
				if err != nil {
					cancel(err)
				}
			}
		})
	}
	for _, s := range todo {
		select {
		case queue <- s:
			continue
		case <-ctx.Done():
		}
		break
	}
	close(queue)
	group.Wait()
	if err := context.Cause(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// one brings one source to its end. The error is that of the output folder; what
// is wrong with the file stays with the source.
func (r *runState) one(e *engine, s *source, mu *sync.Mutex) error {
	head, known := (*artifactHead)(nil), false
	if !r.options.Force {
		head, known = r.store.cached(s.key)
	}
	if !known {
		out, err := e.run(context.Background(), s)
		if err != nil {
			r.lose(s, err)
			return nil
		}
		if head, err = out.head(); err != nil {
			return err
		}
		if err := r.store.keep(s.key, s.id, out.packed, out.book); err != nil {
			return err
		}
	}
	mu.Lock()
	defer mu.Unlock()
	s.status, s.entry = StatusReport, s.entryFrom(head)
	s.district = head.District
	if r.pipeline.review.active() {
		s.findings = head.Findings
	}
	if known {
		r.reused++
	} else {
		for stage, seconds := range head.Entry.Stages {
			r.stages[stage] += seconds
		}
	}
	r.options.Progress.Done(s.size, known)
	return nil
}

// entryFrom is the entry of a stored product. Its texts are those that the source
// has anyway: of ten thousand files every one counts.
func (s *source) entryFrom(head *artifactHead) *Entry {
	e := head.Entry
	e.Path, e.ID, e.SHA256 = s.path, s.id, s.sha256
	return &e
}

func (r *runState) lose(s *source, err error) {
	s.fail(err.Error())
	var f *failure
	if errors.As(err, &f) && f.Detail != "" {
		r.options.Log.Debug("处理失败的细节", "file", s.path, "stage", f.Stage, "detail", f.Detail)
	}
	r.options.Progress.Done(s.size, false)
}
