package batch

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"time"

	"yusuan/internal/collector"
)

// memoryMark is what a worker says before it ends for want of memory.
const memoryMark = "yusuan: memory limit reached"

// Work is the child's side: it processes the jobs that arrive on in until in
// ends. It ends the process when its parent is gone or its memory limit is met.
func Work(in io.Reader, out io.Writer) error { return work(in, out, nil) }

func work(in io.Reader, out io.Writer, reader readFunc) error {
	signal.Ignore(os.Interrupt, syscall.SIGTERM) // the parent decides when to stop
	collector.Shared()
	recv, send := gob.NewDecoder(in), gob.NewEncoder(out)
	var set workerSettings
	if err := recv.Decode(&set); err != nil {
		return fmt.Errorf("worker settings: %w", err)
	}
	watchMemory(set.Memory)
	p, err := newPipeline(Options{
		OCR: set.OCR, LexiconFiles: set.LexiconFiles, Suppress: set.Suppress, Baseline: set.Baseline,
		Version: set.Version, Out: set.Out, reader: reader,
	})
	if err != nil {
		return err
	}
	if _, err := p.normalize(); err != nil {
		return err
	}
	jobs := make(chan job)
	go receive(recv, jobs)
	for j := range jobs {
		if err := p.answer(j, send); err != nil {
			return err
		}
	}
	return nil
}

// receive waits for jobs also while one is under way: the end of the input says
// that nobody wants the answer any more.
func receive(recv *gob.Decoder, jobs chan<- job) {
	for {
		var j job
		if err := recv.Decode(&j); err != nil {
			os.Exit(0)
		}
		jobs <- j
	}
}

func (p *pipeline) answer(j job, send *gob.Encoder) error {
	defer collector.File(j.Size)()
	out, err := p.pack(context.Background(), j.source(), func(stage string) {
		_ = send.Encode(reply{Stage: stage}) // the final reply will tell of a broken pipe
	})
	if err == nil {
		return send.Encode(reply{Done: true, Packed: out.packed, Book: out.book})
	}
	var f *failure
	if !errors.As(err, &f) {
		f = &failure{Stage: stageRead, Reason: err.Error()}
	}
	return send.Encode(reply{Done: true, Failure: f})
}

// watchMemory ends the process when it holds more than limit bytes: the runtime
// cannot refuse an allocation, but it can be watched.
func watchMemory(limit int64) {
	if limit <= 0 {
		return
	}
	debug.SetMemoryLimit(limit / 4 * 3)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		for range time.Tick(20 * time.Millisecond) {
			metrics.Read(sample)
			if held := sample[0].Value.Uint64() - sample[1].Value.Uint64(); held > uint64(limit) {
				fmt.Fprintln(os.Stderr, memoryMark)
				os.Exit(1)
			}
		}
	}()
}
