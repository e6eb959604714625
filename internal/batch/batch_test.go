package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
)

// TestMain lets the test program be the worker process, or the run to be killed,
// of its own tests.
func TestMain(m *testing.M) {
	if os.Getenv("BATCH_TEST_WORKER") != "" {
		if err := work(os.Stdin, os.Stdout, faultyReader); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if arg := os.Getenv("BATCH_TEST_RUN"); arg != "" {
		runForKill(arg)
		os.Exit(0)
	}
	if err := flag.Set("rapid.checks", strconv.Itoa(effort(4, 25, 200))); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// effort is how often a test repeats itself: in make test, in make test-all and
// in make soak.
func effort(quick, all, soak int) int {
	switch {
	case os.Getenv("YUSUAN_SOAK") != "":
		return soak
	case os.Getenv("YUSUAN_TEST_ALL") != "":
		return all
	}
	return quick
}

// faultyReader does what the first line of a file asks for, else it reads.
func faultyReader(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error) {
	order, _, _ := strings.Cut(string(b), "\n")
	switch order {
	case "panic":
		panic("out of luck")
	case "hang":
		select {}
	case "memory":
		var held [][]byte
		for {
			block := make([]byte, 16<<20)
			for i := range block {
				block[i] = 1
			}
			held = append(held, block)
			if len(held) > 4096 {
				return nil, errors.New("the memory limit did not hold")
			}
		}
	case "exit":
		os.Exit(7)
	case "recurse":
		return nil, fmt.Errorf("depth %d was reached", recurse(0))
	}
	return open.Bytes(ctx, name, b, o)
}

// recurse overflows the stack, as a reader without a limit on nesting does.
func recurse(n int) int {
	if n < 0 {
		return 0
	}
	return recurse(n+1) + 1
}

// reportText is a small report; n makes it another one.
func reportText(n int) string {
	return fmt.Sprintf(`关于清源县2023年财政预算执行情况和2024年财政预算草案的报告

一、2023年预算执行情况
全县一般公共预算收入完成%d万元，增长5.2%%，其中：税收收入%d万元，非税收入%d万元。
全县一般公共预算支出完成%d万元。
`, 3000+n, 2000+n, 1000, 5000+n)
}

func writeFiles(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		writeFile(t, filepath.Join(dir, name), text)
	}
	return dir
}

func writeFile(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func options(out string, paths ...string) Options {
	return Options{Paths: paths, Out: out, Version: "test", OCR: "never", Timeout: time.Minute, Isolate: IsolateNone}
}

func mustRun(t testing.TB, o Options) *Result {
	t.Helper()
	res, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// results are the published files of a run by name; the manifest without what
// the clock and the cache say.
func results(t testing.TB, out string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(out, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == stateFolder {
				return filepath.SkipDir
			}
			return nil
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(out, p)
		files[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	files[manifestFile] = timeless(t, files[manifestFile])
	return files
}

func timeless(t testing.TB, text string) string {
	t.Helper()
	var m Manifest
	if err := json.Unmarshal([]byte(text), &m); err != nil {
		t.Fatalf("manifest: %v", err)
	}
	m.Clock = nil
	for i := range m.Inputs {
		m.Inputs[i].Seconds, m.Inputs[i].Stages = 0, nil
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// same compares two runs file by file.
func same(t testing.TB, got, want map[string]string) {
	t.Helper()
	for name, w := range want {
		if g, ok := got[name]; !ok {
			t.Errorf("%s is missing", name)
		} else if g != w {
			t.Errorf("%s differs: %s", name, firstDifference(g, w))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s should not be there", name)
		}
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return fmt.Sprintf("%q", s[max(0, i-40):min(len(s), i+80)]) }
	return fmt.Sprintf("at byte %d\n got %s\nwant %s", i, cut(a), cut(b))
}

func manifest(t testing.TB, out string) *Manifest {
	t.Helper()
	m, err := readManifest(filepath.Join(out, manifestFile))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// entries are the inputs of a run by their path below dir.
func entries(t testing.TB, out, dir string) map[string]Entry {
	t.Helper()
	byPath := map[string]Entry{}
	for _, e := range manifest(t, out).Inputs {
		byPath[strings.TrimPrefix(strings.TrimPrefix(e.Path, filepath.ToSlash(dir)), "/")] = e
	}
	return byPath
}

// anomalies are the checks of anomalies.jsonl, as far as the tests need them.
func anomalies(t testing.TB, out string) []budget.Check {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(out, "anomalies.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []budget.Check
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if line == "" {
			continue
		}
		var c struct{ Rule, Report, Severity, Message string }
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		all = append(all, budget.Check{Rule: c.Rule, Report: c.Report, Severity: budget.Severity(c.Severity), Message: c.Message})
	}
	return all
}
