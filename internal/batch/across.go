package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"

	"yusuan/budget"
	"yusuan/internal/records"
	"yusuan/workbook"
)

// beyond are the outcomes that belong to no single product: of the rules that
// compare the reports of one district, and of files that could not be read.
// Their lines wait in files, so that memory does not grow with the reports.
type beyond struct {
	lines    map[int]*os.File   // by section
	findings []workbook.Finding // for the panel
	counts   Counts             // of the rules across reports
	ids      []Finding
}

// tails are the sections that have lines beyond those of the products.
var tails = []int{checksJSON, anomaliesJSON, anomaliesCSV}

// across compares the reports of each district with one another; only those of
// one district are in memory at a time.
func (r *runState) across(ctx context.Context, reports []*source) (*beyond, error) {
	b := &beyond{lines: map[int]*os.File{}}
	for _, section := range tails {
		f, err := os.CreateTemp(filepath.Join(r.store.out, stateFolder), temporary)
		if err != nil {
			return nil, errors.Join(writeError(r.store.out, err), b.close())
		}
		b.lines[section] = f
	}
	byDistrict := map[string][]*source{}
	for _, s := range reports {
		if s.district != "" {
			byDistrict[s.district] = append(byDistrict[s.district], s)
		}
	}
	for _, district := range slices.Sorted(maps.Keys(byDistrict)) {
		if group := byDistrict[district]; len(group) > 1 {
			if err := r.acrossDistrict(ctx, group, b); err != nil {
				return nil, errors.Join(err, b.close())
			}
		}
	}
	lost, lookup := r.unreadable()
	if err := b.add(lost, lookup); err != nil {
		return nil, errors.Join(err, b.close())
	}
	return b, nil
}

func (r *runState) acrossDistrict(ctx context.Context, group []*source, b *beyond) error {
	slims, err := r.slims(group)
	if err != nil {
		return err
	}
	checks := r.pipeline.reconcile.Across(ctx, slims)
	r.pipeline.review.mark(checks)
	b.counts.add(count(checks))
	b.findings = append(b.findings, workbook.Findings(checks)...)
	return b.add(checks, oneOf(slims))
}

// add writes the lines of checks to the waiting files.
func (b *beyond) add(checks []budget.Check, lookup records.Lookup) error {
	b.ids = append(b.ids, findingsOf(checks)...)
	all, findings := records.CheckLines(checks, lookup, nil)
	all, err1 := records.Unfold(nil, all, nil)
	findings, err2 := records.Unfold(nil, findings, nil)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	for section, lines := range map[int][]byte{checksJSON: all, anomaliesJSON: findings, anomaliesCSV: records.AnomaliesCSV(checks, lookup)} {
		if _, err := b.lines[section].Write(lines); err != nil {
			return writeError(b.lines[section].Name(), err)
		}
	}
	return nil
}

// copyTo appends the waiting lines of a section to w.
func (b *beyond) copyTo(w io.Writer, section int) error {
	f, ok := b.lines[section]
	if !ok {
		return nil
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("reading the lines across reports: %w", err)
	}
	_, err := io.Copy(w, f)
	return err
}

// close removes the waiting files.
func (b *beyond) close() error {
	var errs []error
	for _, section := range tails {
		if f, ok := b.lines[section]; ok {
			errs = append(errs, f.Close(), os.Remove(f.Name()))
		}
	}
	return errors.Join(errs...)
}

func (r *runState) slims(group []*source) ([]*budget.Report, error) {
	var out []*budget.Report
	var buf []byte
	for _, s := range group {
		a, err := r.store.open(buf, s.key)
		if err != nil {
			return nil, s.unreadable(err)
		}
		buf = a.b
		slim, err := a.slim()
		if err != nil {
			return nil, s.unreadable(err)
		}
		out = append(out, slim)
	}
	return out, nil
}

// oneOf looks reports up by their ids.
func oneOf(reports []*budget.Report) records.Lookup {
	byID := make(map[string]*budget.Report, len(reports))
	for _, r := range reports {
		byID[r.ID] = r
	}
	return func(id string) *budget.Report { return byID[id] }
}

// unreadable makes an E005 of each file that could not be read.
func (r *runState) unreadable() ([]budget.Check, records.Lookup) {
	var checks []budget.Check
	var stubs []*budget.Report
	for _, s := range r.sources {
		if s.status != StatusUnreadable {
			continue
		}
		stubs = append(stubs, &budget.Report{ID: s.id, File: s.path})
		checks = append(checks, budget.Check{
			Rule: "E005", Verdict: budget.Fail, Severity: budget.Error, Report: s.id,
			Message: fmt.Sprintf("文件“%s”未能读取：%s。", s.path, s.reason), Fingerprint: "E005|" + s.id,
		})
	}
	sort.SliceStable(checks, func(i, j int) bool { return checks[i].Report < checks[j].Report })
	r.pipeline.review.mark(checks)
	return checks, oneOf(stubs)
}
