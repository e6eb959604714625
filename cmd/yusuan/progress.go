package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"yusuan/internal/batch"
)

// newProgress draws on a terminal and writes a line now and then to a log.
func newProgress(w io.Writer, log *slog.Logger) batch.Progress {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &bar{meter: meter{}, w: w}
	}
	return &ticker{log: log, every: 30 * time.Second}
}

// meter counts what is done and estimates the rest by bytes.
type meter struct {
	mu           sync.Mutex
	start        time.Time
	files, total int
	bytes, all   int64
	fresh        int64 // bytes that were really processed
	reused       int
}

func (m *meter) begin(files int, bytes int64) {
	m.start, m.total, m.all = time.Now(), files, bytes
}

func (m *meter) done(bytes int64, reused bool) {
	m.files++
	m.bytes += bytes
	if reused {
		m.reused++
		return
	}
	m.fresh += bytes
}

// rate is files a second; left is how long the rest takes at the pace so far.
func (m *meter) rate() float64 {
	return float64(m.files) / max(time.Since(m.start).Seconds(), 0.001)
}

func (m *meter) left() (time.Duration, bool) {
	if m.fresh == 0 {
		return 0, false
	}
	spent := time.Since(m.start).Seconds()
	rest := float64(m.all-m.bytes) / float64(m.fresh) * spent
	return time.Duration(rest * float64(time.Second)).Round(time.Second), true
}

// bar redraws one line of a terminal.
type bar struct {
	meter
	w     io.Writer
	drawn time.Time
}

func (b *bar) Start(files int, bytes int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.begin(files, bytes)
}

func (b *bar) Done(bytes int64, reused bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done(bytes, reused)
	if time.Since(b.drawn) < 100*time.Millisecond {
		return
	}
	b.drawn = time.Now()
	line := fmt.Sprintf("已处理 %d/%d 份，每秒 %.1f 份", b.files, b.total, b.rate())
	if left, ok := b.left(); ok {
		line += fmt.Sprintf("，约剩 %s", left)
	}
	fmt.Fprintf(b.w, "\r\x1b[K%s", line)
}

func (b *bar) End() {
	b.mu.Lock()
	defer b.mu.Unlock()
	fmt.Fprint(b.w, "\r\x1b[K")
}

// ticker writes a line to the log at intervals.
type ticker struct {
	meter
	log   *slog.Logger
	every time.Duration
	said  time.Time
}

func (t *ticker) Start(files int, bytes int64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.begin(files, bytes)
	t.said = t.start
}

func (t *ticker) Done(bytes int64, reused bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.done(bytes, reused)
	if time.Since(t.said) < t.every {
		return
	}
	t.said = time.Now()
	t.log.Info("已处理", "files", fmt.Sprintf("%d/%d 份", t.files, t.total), "rate", fmt.Sprintf("每秒 %.1f 份", t.rate()))
}

func (t *ticker) End() {}
