package batch

import (
	"fmt"
	"io"

	"yusuan/internal/records"
)

// runFile is one of the files that hold the lines of all reports.
type runFile struct {
	name    string
	head    []byte
	section int
	folded  bool // the section points into the figures
}

// runFiles are in an order in which the figures come before what points at them.
var runFiles = []runFile{
	{"figures.jsonl", nil, figuresJSON, false},
	{"figures.csv", records.FiguresHeader(), figuresCSV, false},
	{"checks.jsonl", nil, checksJSON, true},
	{"anomalies.jsonl", nil, anomaliesJSON, true},
	{"anomalies.csv", records.AnomaliesHeader(), anomaliesCSV, false},
}

// writeLines writes the files that hold the lines of all reports, in one pass over
// what is stored of them: first the lines of each report in the order of their
// ids, then the findings across reports, then the files that could not be read.
func (r *runState) writeLines(reports []*source, across *beyond) error {
	var paths []string
	for _, f := range runFiles {
		paths = append(paths, r.store.path(f.name))
	}
	return publishAll(paths, func(files []io.Writer) error {
		for i, f := range runFiles {
			if _, err := files[i].Write(f.head); err != nil {
				return err
			}
		}
		var u unpacker
		var buf []byte
		for _, s := range reports {
			a, err := r.store.open(buf, s.key)
			if err != nil {
				return s.unreadable(err)
			}
			buf = a.b
			if err := u.writeTo(files, s, a); err != nil {
				return err
			}
		}
		for i, f := range runFiles {
			if err := across.copyTo(files[i], f.section); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeTo writes what a report adds to each of the run files.
func (u *unpacker) writeTo(files []io.Writer, s *source, a *artifact) error {
	for i, f := range runFiles {
		unpack := u.section
		if f.folded {
			unpack = u.unfolded
		}
		lines, err := unpack(a, f.section)
		if err != nil {
			return s.unreadable(err)
		}
		if _, err := files[i].Write(lines); err != nil {
			return err
		}
	}
	return nil
}

// unreadable says that what is stored of a source cannot be read.
func (s *source) unreadable(err error) error {
	return fmt.Errorf("reading the stored result of %s: %w", s.path, err)
}
