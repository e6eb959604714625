package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"yusuan/extract"
	"yusuan/extract/open"
)

func testWorker(t *testing.T) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("BATCH_TEST_WORKER", "1")
	return []string{self}
}

// One file that panics, hangs, eats memory or kills its process costs that file only.
func TestFaultsCostOneFile(t *testing.T) {
	orders := map[string]string{"panic": "程序内部错误", "hang": "超过时间上限", "memory": "占用内存超过上限", "exit": "意外终止", "recurse": "占用内存超过上限"}
	files := map[string]string{}
	for order := range orders {
		files[order+".txt"] = order + "\n"
	}
	for i := range 6 {
		files[fmt.Sprintf("good%d.txt", i)] = reportText(i)
	}
	dir := writeFiles(t, files)
	o := options(filepath.Join(dir, "out"), dir)
	o.Isolate, o.Worker = IsolateAll, testWorker(t)
	o.Timeout, o.Memory, o.Jobs = 3*time.Second, 128<<20, 2
	res := mustRun(t, o)
	if res.Reports != 6 || res.Unreadable != len(orders) {
		t.Errorf("%+v", res)
	}
	got := entries(t, o.Out, dir)
	for order, reason := range orders {
		if e := got[order+".txt"]; e.Status != StatusUnreadable || !strings.Contains(e.Reason, reason) {
			t.Errorf("%s: %s %q, want %q", order, e.Status, e.Reason, reason)
		}
	}
}

func TestIsolationChangesNothing(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": reportText(1), "in/b.txt": reportText(2), "in/empty.txt": ""})
	own := options(filepath.Join(dir, "own"), filepath.Join(dir, "in"))
	mustRun(t, own)
	apart := options(filepath.Join(dir, "apart"), filepath.Join(dir, "in"))
	apart.Isolate, apart.Worker = IsolateAll, testWorker(t)
	mustRun(t, apart)
	same(t, results(t, apart.Out), results(t, own.Out))
}

func TestPanicsAndHangsWithoutIsolation(t *testing.T) {
	dir := writeFiles(t, map[string]string{"panic.txt": "panic\n", "hang.txt": "hang\n", "good.txt": reportText(1)})
	o := options(filepath.Join(dir, "out"), dir)
	o.Timeout, o.Jobs, o.grace = 100*time.Millisecond, 3, 100*time.Millisecond
	o.reader = func(ctx context.Context, name string, b []byte, x extract.Options) (*extract.Document, error) {
		if strings.HasPrefix(string(b), "hang") {
			<-ctx.Done()
			time.Sleep(time.Second)
		}
		return faultyReader(ctx, name, b, x)
	}
	res := mustRun(t, o)
	if res.Reports != 1 || res.Unreadable != 2 {
		t.Errorf("%+v", res)
	}
}

// An interrupt finishes what is in hand, leaves a valid manifest, and the next
// run goes on from there.
func TestInterruptThenResume(t *testing.T) {
	files := map[string]string{}
	for i := range 8 {
		files[fmt.Sprintf("in/r%d.txt", i)] = reportText(i)
	}
	dir := writeFiles(t, files)
	o := options(filepath.Join(dir, "out"), filepath.Join(dir, "in"))
	o.Jobs = 1
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	o.reader = func(c context.Context, name string, b []byte, x extract.Options) (*extract.Document, error) {
		if seen++; seen == 3 {
			cancel()
		}
		return open.Bytes(c, name, b, x)
	}
	res, err := Run(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	if !res.Interrupted || res.Reports != 3 || res.Unrun != 5 {
		t.Errorf("%+v", res)
	}
	if m := manifest(t, o.Out); m.Complete || len(m.Inputs) != 8 {
		t.Errorf("complete %v, %d inputs", m.Complete, len(m.Inputs))
	}
	o.reader = nil
	if res := mustRun(t, o); res.Reused != 3 || res.Reports != 8 {
		t.Errorf("resumed: %+v", res)
	}
	fresh := options(filepath.Join(dir, "fresh"), filepath.Join(dir, "in"))
	mustRun(t, fresh)
	same(t, results(t, o.Out), results(t, fresh.Out))
}

func TestTwoRunsOnOneFolder(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": reportText(1)})
	st := store{filepath.Join(dir, "out")}
	if err := st.create(); err != nil {
		t.Fatal(err)
	}
	release, err := st.lock()
	if err != nil {
		t.Fatal(err)
	}
	o := options(st.out, filepath.Join(dir, "in"))
	if _, err := Run(t.Context(), o); !errors.Is(err, ErrLocked) {
		t.Errorf("got %v, want %v", err, ErrLocked)
	}
	release()
	mustRun(t, o)
}

func TestUnwritableOut(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": reportText(1), "file": "x"})
	for _, out := range []string{filepath.Join(dir, "file"), filepath.Join(dir, "file", "out"), "/proc/yusuan"} {
		_, err := Run(t.Context(), options(out, filepath.Join(dir, "in")))
		if err == nil || !strings.Contains(err.Error(), out) {
			t.Errorf("%s: %v", out, err)
		}
	}
}

func TestFullDiskIsSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figures.csv")
	err := publish(path, func(io.Writer) error { return &os.PathError{Op: "write", Path: path, Err: syscall.ENOSPC} })
	if err == nil || !strings.Contains(err.Error(), "disk is full") || !strings.Contains(err.Error(), path) {
		t.Errorf("%v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
