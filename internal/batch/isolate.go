package batch

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// worker is the parent's side of a worker process: it processes one file at a
// time and can be killed, which is the only sure stop for code that runs away.
type worker struct {
	cmd    *exec.Cmd
	input  io.WriteCloser
	send   *gob.Encoder
	recv   *gob.Decoder
	stderr *firstWords
}

func startWorker(o Options) (*worker, error) {
	cmd := exec.Command(o.Worker[0], o.Worker[1:]...)
	dieWithParent(cmd)
	input, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w := &worker{cmd: cmd, input: input, send: gob.NewEncoder(input), recv: gob.NewDecoder(output), stderr: &firstWords{}}
	cmd.Stderr = w.stderr
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a worker process: %w", err)
	}
	set := workerSettings{OCR: o.OCR, LexiconFiles: o.LexiconFiles, Suppress: o.Suppress, Baseline: o.Baseline, Version: o.Version, Out: o.Out, Memory: o.Memory}
	if err := w.send.Encode(set); err != nil {
		w.kill()
		return nil, fmt.Errorf("starting a worker process: %w", err)
	}
	return w, nil
}

// remote processes a source in the engine's worker process. When the process
// dies or is killed the next file gets a new one.
func (e *engine) remote(ctx context.Context, s *source) (*outcome, error) {
	if e.worker == nil {
		w, err := startWorker(e.options)
		if err != nil {
			return nil, &failure{Stage: stageRead, Reason: "辅助进程启动失败", Detail: err.Error()}
		}
		e.worker = w
	}
	ctx, cancel := e.limit(ctx)
	defer cancel()
	out, err := e.worker.do(ctx, s)
	var broken *brokenWorker
	if !errors.As(err, &broken) {
		return out, err
	}
	e.worker.kill()
	said := e.worker.stderr.String()
	e.worker = nil
	reason := deathReason(said)
	if ctx.Err() != nil {
		reason = e.overtime()
	}
	return nil, &failure{Stage: broken.stage, Reason: reason, Detail: said}
}

// brokenWorker says that the process is of no more use.
type brokenWorker struct {
	stage string
	err   error
}

func (b *brokenWorker) Error() string { return "worker process: " + b.err.Error() }

// do hands a source over and waits for its end, or for the end of its time.
func (w *worker) do(ctx context.Context, s *source) (*outcome, error) {
	var mu sync.Mutex
	stage := stageRead
	current := func() string {
		mu.Lock()
		defer mu.Unlock()
		return stage
	}
	done := make(chan reply, 1)
	lost := make(chan error, 1)
	go func() {
		if err := w.send.Encode(jobOf(s)); err != nil {
			lost <- err
			return
		}
		for {
			var r reply
			if err := w.recv.Decode(&r); err != nil {
				lost <- err
				return
			}
			if r.Done {
				done <- r
				return
			}
			mu.Lock()
			stage = r.Stage
			mu.Unlock()
		}
	}()
	select {
	case r := <-done:
		if r.Failure != nil {
			return nil, r.Failure
		}
		return &outcome{packed: r.Packed, book: r.Book}, nil
	case err := <-lost:
		return nil, &brokenWorker{current(), err}
	case <-ctx.Done():
		return nil, &brokenWorker{current(), ctx.Err()}
	}
}

func (w *worker) kill() {
	_ = w.cmd.Process.Kill() // it may be dead already
	_ = w.cmd.Wait()
}

// stop lets the process end by itself: its input ends.
func (w *worker) stop() {
	w.input.Close()
	ended := make(chan struct{})
	go func() {
		_ = w.cmd.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(defaultGrace):
		_ = w.cmd.Process.Kill()
		<-ended
	}
}

// deathReason turns what a dying process said into a cause for people.
func deathReason(said string) string {
	switch {
	case strings.Contains(said, memoryMark):
		return "占用内存超过上限"
	case strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"):
		return "内存不足"
	case strings.Contains(said, "stack overflow"), strings.Contains(said, "stack exceeds"):
		return "程序内部错误（调用层次过深）"
	case strings.Contains(said, "panic:"), strings.Contains(said, "fatal error:"):
		return "程序内部错误"
	}
	return "处理进程意外终止"
}

// firstWords keeps the beginning of what a process says: a crash names its cause
// first and its stacks after.
type firstWords struct {
	mu sync.Mutex
	b  []byte
}

const firstBytes = 8 << 10

func (t *firstWords) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := firstBytes - len(t.b); room > 0 {
		t.b = append(t.b, p[:min(room, len(p))]...)
	}
	return len(p), nil
}

func (t *firstWords) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.b)
}
