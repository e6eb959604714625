// Package golden holds what a run over samples/ must write, in a form that a
// person can read and a test can compare: the records as they are, the manifest
// without its clock, and each workbook as a list of its cells.
package golden

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yusuan/internal/batch"
)

// version stands in the golden manifest and workbooks, so that they do not
// change with every commit.
const version = "golden"

// records are the files of a run that are kept as they are.
var records = []string{"figures.jsonl", "checks.jsonl", "anomalies.csv"}

// Make runs over the samples below root and returns the golden files by name. The
// run happens in a copy, so that paths in the results do not depend on root.
func Make(ctx context.Context, root string) (map[string]string, error) {
	dir, err := os.MkdirTemp("", "golden-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	samples := filepath.Join(dir, "samples")
	if err := os.CopyFS(samples, os.DirFS(filepath.Join(root, "samples"))); err != nil {
		return nil, fmt.Errorf("copying the samples: %w", err)
	}
	out := filepath.Join(dir, "out")
	_, err = batch.Run(ctx, batch.Options{
		Paths: []string{samples}, Out: out, OCR: "never", Isolate: batch.IsolateNone,
		Timeout: 10 * time.Minute, Version: version,
	})
	if err != nil {
		return nil, fmt.Errorf("running over the samples: %w", err)
	}
	files, err := read(out)
	if err != nil {
		return nil, err
	}
	for name, text := range files {
		files[name] = strings.ReplaceAll(text, filepath.ToSlash(samples), "samples")
	}
	return files, nil
}

func read(out string) (map[string]string, error) {
	files := map[string]string{}
	for _, name := range records {
		b, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			return nil, err
		}
		files[name] = string(b)
	}
	manifest, err := timeless(filepath.Join(out, "run.json"))
	if err != nil {
		return nil, err
	}
	files["run.json"] = manifest
	books, err := filepath.Glob(filepath.Join(out, "reports", "*.xlsx"))
	if err != nil {
		return nil, err
	}
	for _, book := range append(books, filepath.Join(out, "panel.xlsx")) {
		name, err := filepath.Rel(out, book)
		if err != nil {
			return nil, err
		}
		cells, err := Cells(book)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		files[strings.TrimSuffix(filepath.ToSlash(name), ".xlsx")+".tsv"] = cells
	}
	return files, nil
}

// timeless is a manifest without what the clock says.
func timeless(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	var m batch.Manifest
	if err := json.Unmarshal(b, &m); err != nil {
		return "", fmt.Errorf("reading the manifest: %w", err)
	}
	m.Clock = nil
	for i := range m.Inputs {
		m.Inputs[i].Seconds, m.Inputs[i].Stages = 0, nil
	}
	var text strings.Builder
	err = m.Write(&text)
	return text.String(), err
}

// Read returns the golden files of a folder.
func Read(dir string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) == ".md" {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, p)
		files[filepath.ToSlash(name)] = string(b)
		return err
	})
	if os.IsNotExist(err) {
		return files, nil
	}
	return files, err
}

// Write makes dir hold exactly these files, beside its README.md.
func Write(dir string, files map[string]string) error {
	old, err := Read(dir)
	if err != nil {
		return err
	}
	for name := range old {
		if _, ok := files[name]; !ok {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
