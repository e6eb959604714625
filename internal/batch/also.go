package batch

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yusuan/internal/records"
)

// format is a further form of the results, made from the files of the run.
type format struct {
	file  string
	write func(ctx context.Context, s store, path string) error
}

var formats = map[string]format{
	"parquet":     {"figures.parquet", writeParquet},
	"sqlite":      {"figures.sqlite", writeSQLite},
	"datapackage": {"datapackage.json", writeDataPackage},
}

// Formats lists the names that Options.Also takes.
func Formats() []string { return []string{"datapackage", "parquet", "sqlite"} }

func checkFormats(also []string) error {
	for _, name := range also {
		if _, ok := formats[name]; !ok {
			return fmt.Errorf("there is no format %q, only %s", name, strings.Join(Formats(), ", "))
		}
	}
	return nil
}

// writeAlso writes the further formats that are asked for and removes those of an
// earlier run that are not: they would not fit the other files any more.
func (r *runState) writeAlso(ctx context.Context) error {
	for _, name := range Formats() {
		f := formats[name]
		path := r.store.path(f.file)
		if slices.Contains(r.options.Also, name) {
			if err := f.write(ctx, r.store, path); err != nil {
				return err
			}
			continue
		}
		if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("removing an old file: %w", err)
		}
	}
	return nil
}

func writeParquet(_ context.Context, s store, path string) error {
	return s.fromFigures(func(figures io.Reader) error {
		return publish(path, func(w io.Writer) error { return records.Parquet(w, figures) })
	})
}

func writeSQLite(ctx context.Context, s store, path string) error {
	return s.fromFigures(func(figures io.Reader) error {
		dir, err := os.MkdirTemp(filepath.Join(s.out, stateFolder), temporary)
		if err != nil {
			return writeError(path, err)
		}
		defer os.RemoveAll(dir)
		aside := filepath.Join(dir, filepath.Base(path))
		if err := records.SQLite(ctx, aside, figures); err != nil {
			return writeError(path, err)
		}
		return os.Rename(aside, path)
	})
}

func writeDataPackage(_ context.Context, _ store, path string) error {
	return publish(path, records.DataPackage)
}

func (s store) fromFigures(use func(io.Reader) error) error {
	f, err := os.Open(s.path("figures.jsonl"))
	if err != nil {
		return fmt.Errorf("reading the figures: %w", err)
	}
	defer f.Close()
	return use(f)
}
