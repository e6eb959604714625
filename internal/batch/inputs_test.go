package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestEveryInputIsAccountedFor(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"a.txt":          reportText(1),
		"copy.txt":       reportText(1),
		"2023/b.txt":     reportText(2),
		"2024/b.txt":     reportText(3),
		"empty.txt":      "",
		"binary.txt":     "\x00\x01\x02\x03\xff\xfe\x00\x00",
		"notapdf.pdf":    "\x89PNG\r\n\x1a\n\x00\x00\x00\x00",
		"photo.png":      "\x89PNG\r\n\x1a\n\x00\x00\x00\x00",
		"~$a.docx":       "lock",
		".hidden.txt":    reportText(4),
		".git/x.txt":     reportText(5),
		"truth.jsonl":    `{"amount_wan":"3000"}`,
		"README.md":      reportText(7),
		"old/.yusuan/x":  "",
		"old/a.txt":      reportText(8),
		"没有预算.txt":       "今天天气很好，没有别的事情。\n",
		"with space.txt": reportText(6),
	})
	out := filepath.Join(dir, "out")
	res := mustRun(t, options(out, dir))
	want := map[string]Status{
		"a.txt": StatusReport, "copy.txt": StatusDuplicate, "2023/b.txt": StatusReport, "2024/b.txt": StatusReport,
		"empty.txt": StatusUnreadable, "binary.txt": StatusUnreadable, "notapdf.pdf": StatusUnreadable,
		"photo.png": StatusSkipped, "~$a.docx": StatusSkipped, ".hidden.txt": StatusSkipped, ".git/": StatusSkipped,
		"truth.jsonl": StatusSkipped, "README.md": StatusSkipped, "old/": StatusSkipped,
		"没有预算.txt": StatusReport, "with space.txt": StatusReport,
	}
	got := entries(t, out, dir)
	for path, status := range want {
		e, ok := got[path]
		if !ok || e.Status != status {
			t.Errorf("%s is %q (%s), want %q", path, e.Status, e.Reason, status)
		}
		if status != StatusReport && e.Reason == "" {
			t.Errorf("%s: no reason given", path)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d inputs listed, want %d", len(got), len(want))
	}
	if d := got["copy.txt"].DuplicateOf; d != "a" {
		t.Errorf("copy.txt is a duplicate of %q, want a", d)
	}
	if res.Reports != 5 || res.Unreadable != 3 || res.Duplicates != 1 {
		t.Errorf("%+v", res)
	}
	lost := 0
	for _, c := range anomalies(t, out) {
		if c.Rule == "E005" {
			lost++
			if !strings.Contains(c.Message, c.Report) {
				t.Errorf("E005 does not name its file: %s", c.Message)
			}
		}
	}
	if lost != 3 {
		t.Errorf("%d E005, want 3", lost)
	}
	for _, id := range []string{"a", "2023__b", "2024__b", "没有预算", "with space"} {
		if _, err := os.Stat(filepath.Join(out, "reports", id+".xlsx")); err != nil {
			t.Error(err)
		}
	}
}

func TestNamesCannotLeaveTheFolder(t *testing.T) {
	for name, want := range map[string]string{
		"x/2024.txt": "2024", "x/..txt": "_", "x/a:b*c?.txt": "a_b_c_", "x/con.txt": "_con", "x/.. .txt": "_",
		"x/a\u0301.txt": "á", "x/a\x00b.txt": "a_b", "x/bad\xff.txt": "bad_", "x/LPT1.a.txt": "_LPT1.a",
		"x/" + strings.Repeat("预", 100) + ".txt": strings.Repeat("预", 33) + "…" + strings.Repeat("预", 32),
	} {
		if got := baseID(name); got != want {
			t.Errorf("baseID(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestIDsTellNamesApart(t *testing.T) {
	var sources []*source
	for _, p := range []string{"in/a.pdf", "in/a.txt", "in/x/b.txt", "in/y/b.txt", "in/p/q/c.txt", "in/r/q/c.txt", "in/E.txt", "in/z/e.txt", "in/x__b.txt", "in/in__x__b_1.txt"} {
		sources = append(sources, &source{path: p})
	}
	assignIDs(sources)
	seen := map[string]string{}
	for _, s := range sources {
		if s.id == "" || seen[fold(s.id)] != "" {
			t.Errorf("%s and %s are both called %q", s.path, seen[fold(s.id)], s.id)
		}
		seen[fold(s.id)] = s.path
	}
	for id, path := range map[string]string{"a_pdf": "in/a.pdf", "a_txt": "in/a.txt", "y__b": "in/y/b.txt", "p__q__c": "in/p/q/c.txt", "z__e": "in/z/e.txt"} {
		if seen[id] != path {
			t.Errorf("%s is %s, want %s", id, seen[id], path)
		}
	}
}

func TestLinks(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": reportText(1), "elsewhere/b.txt": reportText(2)})
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	link(filepath.Join(dir, "in"), "in/loop")
	link(filepath.Join(dir, "elsewhere"), "in/more")
	link(filepath.Join(dir, "elsewhere"), "in/again")
	link("nowhere", "in/broken.txt")
	link(filepath.Join(dir, "in/a.txt"), "in/same.txt")
	out := filepath.Join(dir, "out")
	mustRun(t, options(out, filepath.Join(dir, "in")))
	got := entries(t, out, filepath.Join(dir, "in"))
	for path, status := range map[string]Status{
		"a.txt": StatusReport, "again/b.txt": StatusReport, "more/": StatusSkipped, "loop/": StatusSkipped,
		"broken.txt": StatusUnreadable, "same.txt": StatusDuplicate,
	} {
		if got[path].Status != status {
			t.Errorf("%s is %q, want %q", path, got[path].Status, status)
		}
	}
	if len(got) != 6 {
		t.Errorf("%d inputs, want 6: %v", len(got), got)
	}
}

func zipOf(t *testing.T, members map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range members {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestArchivesAreReadInPlace(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("清源县/报告.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := writeFiles(t, map[string]string{
		"all.zip": zipOf(t, map[string]string{
			gbk: reportText(1), "../../escape.txt": reportText(2), "inner.zip": zipOf(t, map[string]string{"x.txt": reportText(3)}),
			"__MACOSX/._a.txt": "x", "empty.txt": "",
		}),
		"broken.zip": "PK\x03\x04 and nothing more",
	})
	out := filepath.Join(dir, "out")
	mustRun(t, options(out, dir))
	got := entries(t, out, dir)
	for path, status := range map[string]Status{
		"all.zip": StatusArchive, "all.zip!/清源县/报告.txt": StatusReport, "all.zip!/escape.txt": StatusReport,
		"all.zip!/inner.zip": StatusSkipped, "all.zip!/__MACOSX/._a.txt": StatusSkipped, "all.zip!/empty.txt": StatusUnreadable,
		"broken.zip": StatusUnreadable,
	} {
		if got[path].Status != status {
			t.Errorf("%s is %q (%s), want %q", path, got[path].Status, got[path].Reason, status)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "reports", "报告.xlsx")); err != nil {
		t.Error(err)
	}
}

func TestOutInsideTheInputs(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": reportText(1)})
	out := filepath.Join(dir, "out")
	mustRun(t, options(out, dir))
	mustRun(t, options(out, dir))
	if n := len(manifest(t, out).Inputs); n != 1 {
		t.Errorf("%d inputs, want 1: the results were read as inputs", n)
	}
}

// A file that is named is read whatever its name.
func TestNamedFilesAreRead(t *testing.T) {
	dir := writeFiles(t, map[string]string{"README.md": reportText(7)})
	out := filepath.Join(dir, "out")
	if res := mustRun(t, options(out, filepath.Join(dir, "README.md"))); res.Reports != 1 || res.Figures == 0 {
		t.Errorf("%+v", res)
	}
}

func TestNothingToRead(t *testing.T) {
	dir := writeFiles(t, map[string]string{"photo.png": "\x89PNG\r\n\x1a\n\x00\x00\x00\x00"})
	out := filepath.Join(t.TempDir(), "out")
	_, err := Run(context.Background(), options(out, dir))
	if !errors.Is(err, ErrNothing) || !strings.Contains(err.Error(), dir) {
		t.Errorf("%v", err)
	}
	if m := manifest(t, out); len(m.Inputs) != 1 || m.Inputs[0].Status != StatusSkipped {
		t.Errorf("the skipped file is not listed: %+v", m.Inputs)
	}
}

func TestFileChangedMeanwhile(t *testing.T) {
	dir := writeFiles(t, map[string]string{"a.txt": reportText(1)})
	s := &source{path: filepath.Join(dir, "a.txt"), file: filepath.Join(dir, "a.txt")}
	inspect(s)
	writeFile(t, s.file, reportText(2))
	p, err := newPipeline(Options{OCR: "never"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.process(context.Background(), s, nil)
	var f *failure
	if !errors.As(err, &f) || !strings.Contains(f.Reason, "改动") {
		t.Errorf("%v", err)
	}
}
