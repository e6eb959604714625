//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An interrupt at the terminal ends a run with status 130 and a manifest that
// says so; --watch goes on until then and reads what arrives.
func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	must(t, os.MkdirAll(in, 0o755))
	write := func(name string) {
		text := fmt.Sprintf("关于清源县2023年财政预算执行情况和2024年财政预算草案的报告\n全县一般公共预算收入完成%d万元。\n", 3000+len(name))
		must(t, os.WriteFile(filepath.Join(in, name), []byte(text), 0o644))
	}
	self, err := os.Executable()
	must(t, err)
	cmd := exec.Command(self, "run", in, "-o", out, "--watch")
	cmd.Env = append(os.Environ(), "YUSUAN_TEST_PROGRAM=1")
	must(t, cmd.Start())
	defer cmd.Process.Kill() //nolint:errcheck // it has ended where the test passes
	write("a.txt")
	waitFor(t, filepath.Join(out, "run.json"), `"id": "a"`)
	write("later.txt")
	waitFor(t, filepath.Join(out, "run.json"), `"id": "later"`)
	must(t, cmd.Process.Signal(syscall.SIGINT))
	if err := cmd.Wait(); err != nil {
		t.Errorf("--watch ended with %v", err)
	}

	for i := range 200 {
		write(fmt.Sprintf("r%s.txt", strings.Repeat("x", i)))
	}
	cmd = exec.Command(self, "run", in, "-o", filepath.Join(dir, "second"), "-j", "1")
	cmd.Env = append(os.Environ(), "YUSUAN_TEST_PROGRAM=1")
	must(t, cmd.Start())
	waitFor(t, filepath.Join(dir, "second", "reports"), "")
	time.Sleep(100 * time.Millisecond)
	must(t, cmd.Process.Signal(syscall.SIGINT))
	_ = cmd.Wait() // the status is asked for below
	status := cmd.ProcessState.ExitCode()
	b, err := os.ReadFile(filepath.Join(dir, "second", "run.json"))
	must(t, err)
	complete := strings.Contains(string(b), `"complete": true`)
	if (status == exitInterrupted) == complete {
		t.Errorf("exit status %d, complete %v", status, complete)
	}
}

// waitFor waits until a file holds a text, or a folder exists.
func waitFor(t *testing.T, path, text string) {
	t.Helper()
	for range 300 {
		if text == "" {
			if _, err := os.Stat(path); err == nil {
				return
			}
		} else if b, err := os.ReadFile(path); err == nil && strings.Contains(string(b), text) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s did not come to hold %q", path, text)
}
