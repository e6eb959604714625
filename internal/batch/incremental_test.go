package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

func TestOrderAndJobsDoNotMatter(t *testing.T) {
	files := map[string]string{}
	for i := range 12 {
		files[fmt.Sprintf("in/%d/报告%02d.txt", i%3, i)] = reportText(i)
	}
	files["in/0/empty.txt"] = ""
	dir := writeFiles(t, files)
	in := func(n int) string { return filepath.Join(dir, "in", fmt.Sprint(n)) }
	one := options(filepath.Join(dir, "one"), in(0), in(1), in(2))
	one.Jobs = 1
	mustRun(t, one)
	two := options(filepath.Join(dir, "two"), in(2), in(0), in(1), in(0))
	two.Jobs = 5
	mustRun(t, two)
	same(t, results(t, two.Out), results(t, one.Out))
}

func TestNothingChangedIsNotDoneAgain(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": reportText(1), "b.txt": reportText(2), "c.txt": ""})
	o := options(filepath.Join(dir, "out"), dir)
	if res := mustRun(t, o); res.Reused != 0 {
		t.Errorf("the first run took over %d", res.Reused)
	}
	want := results(t, o.Out)
	if res := mustRun(t, o); res.Reused != 2 {
		t.Errorf("the second run took over %d, want 2", res.Reused)
	}
	same(t, results(t, o.Out), want)

	writeFile(t, filepath.Join(dir, "b.txt"), reportText(3))
	if res := mustRun(t, o); res.Reused != 1 {
		t.Errorf("after one change %d were taken over, want 1", res.Reused)
	}
	o.Force = true
	if res := mustRun(t, o); res.Reused != 0 {
		t.Errorf("with force %d were taken over", res.Reused)
	}
	o.Force, o.Build = false, "another build"
	if res := mustRun(t, o); res.Reused != 0 {
		t.Errorf("another build took over %d", res.Reused)
	}
}

// edit changes one thing about the inputs or the results.
func edit(t *rapid.T, in, out string) {
	name := filepath.Join(in, rapid.SampledFrom([]string{"a.txt", "b.txt", "x/a.txt", "x/c.txt"}).Draw(t, "file"))
	check := func(err error) {
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	switch rapid.SampledFrom([]string{"write", "write", "write", "remove", "empty", "cache", "tamper", "shorten", "rename", "damage"}).Draw(t, "edit") {
	case "write":
		check(os.MkdirAll(filepath.Dir(name), 0o755))
		check(os.WriteFile(name, []byte(reportText(rapid.IntRange(0, 3).Draw(t, "text"))), 0o644))
	case "remove":
		check(os.Remove(name))
	case "empty":
		check(os.MkdirAll(filepath.Dir(name), 0o755))
		check(os.WriteFile(name, nil, 0o644))
	case "rename":
		check(os.Rename(name, filepath.Join(in, "b.txt")))
	case "cache":
		check(os.RemoveAll(filepath.Join(out, stateFolder)))
	case "tamper":
		check(os.Truncate(filepath.Join(out, reportsFolder, "b.xlsx"), 7))
	case "shorten":
		check(os.Truncate(filepath.Join(out, "anomalies.csv"), 7))
	case "damage":
		damage(t, filepath.Join(out, stateFolder, cacheFolder))
	}
}

// damage cuts the stored results short.
func damage(t *rapid.T, dir string) {
	artifacts, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range artifacts {
		info, err := os.Stat(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(p, info.Size()*rapid.Int64Range(0, 9).Draw(t, "tenths")/10); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever was edited between the runs, an incremental run leaves what a full
// run over the same inputs leaves.
func TestIncrementalEqualsFull(t *testing.T) {
	root := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		base := filepath.Join(root, fmt.Sprint(n))
		in, out := filepath.Join(base, "in"), filepath.Join(base, "out")
		writeFile(t, filepath.Join(in, "always.txt"), reportText(9))
		for step := range rapid.IntRange(1, 5).Draw(rt, "steps") {
			edit(rt, in, out)
			mustRun(t, options(out, in))
			fresh := filepath.Join(base, fmt.Sprintf("fresh%d", step))
			mustRun(t, options(fresh, in))
			same(t, results(t, out), results(t, fresh))
			if t.Failed() {
				rt.FailNow()
			}
		}
		if err := os.RemoveAll(base); err != nil {
			rt.Fatal(err)
		}
	})
}

func TestForeignFilesInOutStay(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": reportText(1), "out/notes.txt": "mine", "out/reports/mine.xlsx": "mine"})
	o := options(filepath.Join(dir, "out"), filepath.Join(dir, "in"))
	mustRun(t, o)
	if err := os.Rename(filepath.Join(dir, "in/a.txt"), filepath.Join(dir, "in/b.txt")); err != nil {
		t.Fatal(err)
	}
	mustRun(t, o)
	got := results(t, o.Out)
	for _, name := range []string{"notes.txt", "reports/mine.xlsx"} {
		if got[name] != "mine" {
			t.Errorf("%s was touched", name)
		}
	}
	if _, ok := got["reports/a.xlsx"]; ok {
		t.Error("the workbook of a report that is gone was left behind")
	}
}

func TestPartsMergeToTheWhole(t *testing.T) {
	files := map[string]string{"in/empty.txt": "", "in/copy.txt": reportText(0), "in/photo.png": "\x89PNG\r\n\x1a\n\x00\x00"}
	for i := range 7 {
		files[fmt.Sprintf("in/%d/报告.txt", i)] = reportText(i)
	}
	dir := writeFiles(t, files)
	in := filepath.Join(dir, "in")
	whole := options(filepath.Join(dir, "whole"), in)
	mustRun(t, whole)
	var parts []string
	for i := 1; i <= 3; i++ {
		o := options(filepath.Join(dir, fmt.Sprint("part", i)), in)
		o.Shard = Shard{i, 3}
		mustRun(t, o)
		parts = append(parts, o.Out)
	}
	merged := options(filepath.Join(dir, "merged"))
	if _, err := Merge(t.Context(), []string{parts[2], parts[0], parts[1]}, merged); err != nil {
		t.Fatal(err)
	}
	same(t, results(t, merged.Out), results(t, whole.Out))

	if _, err := Merge(t.Context(), parts[:2], merged); err == nil {
		t.Error("a missing part went unnoticed")
	}
	if _, err := Merge(t.Context(), []string{parts[0], parts[0], parts[1]}, merged); err == nil {
		t.Error("a part given twice went unnoticed")
	}
	if _, err := Merge(t.Context(), []string{whole.Out}, merged); err == nil {
		t.Error("a whole run was taken for a part")
	}
}
