package batch

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// runForKill is a run in a process of its own, to be killed.
func runForKill(arg string) {
	in, out, _ := strings.Cut(arg, "\n")
	o := options(out, in)
	o.Jobs = 2
	if _, err := Run(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// However often and whenever a run is killed, no half-written file is seen, and
// the next undisturbed run leaves what it would have left anyway.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := effort(6, 40, 200)
	files := map[string]string{"in/empty.txt": ""}
	for i := range 30 {
		files[fmt.Sprintf("in/%d/报告%d.txt", i%4, i)] = reportText(i)
	}
	dir := writeFiles(t, files)
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	fresh := filepath.Join(dir, "fresh")
	start := time.Now()
	if err := runApart(t, in, fresh).Wait(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(start)
	want := results(t, fresh)

	random := rand.New(rand.NewPCG(1, 2))
	ended := 0
	for killed := 0; killed < kills; {
		cmd := runApart(t, in, out)
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_ = cmd.Process.Kill()
		if cmd.Wait() == nil {
			ended++ // before it could be killed
		} else {
			killed++
		}
		noHalfFiles(t, out, want)
		if cmd.ProcessState.Success() || random.IntN(8) == 0 {
			_ = os.RemoveAll(filepath.Join(out, stateFolder, cacheFolder)) // so that there is work to kill
		}
	}
	t.Logf("%d runs killed, %d had ended before; a whole one takes %v", kills, ended, whole.Round(time.Millisecond))
	mustRun(t, options(out, in))
	same(t, results(t, out), want)
	if left, _ := filepath.Glob(filepath.Join(out, "*", temporary)); len(left) > 0 {
		t.Errorf("temporary files left: %v", left)
	}
}

// runApart starts a run in a process of its own.
func runApart(t *testing.T, in, out string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "BATCH_TEST_RUN="+in+"\n"+out)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// noHalfFiles compares what is published so far: each file is either absent or
// whole. The manifest holds the clock and only has to be readable.
func noHalfFiles(t *testing.T, out string, want map[string]string) {
	t.Helper()
	for name, w := range want {
		b, err := os.ReadFile(filepath.Join(out, name))
		switch {
		case os.IsNotExist(err):
		case err != nil:
			t.Fatal(err)
		case name == manifestFile:
			if timeless(t, string(b)) != w {
				t.Errorf("%s is not that of a whole run", name)
			}
		case string(b) != w:
			t.Errorf("%s is half-written: %s", name, firstDifference(string(b), w))
		}
	}
}
