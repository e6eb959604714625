package batch

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sort"

	"yusuan/budget"
	"yusuan/internal/records"
)

// acrossChecks are the outcomes of the rules that compare the reports of one district.
type acrossChecks struct {
	checks []budget.Check
	lookup records.Lookup
}

// across compares the reports of each district with one another. Only the
// reports of one district are in memory at a time.
func (r *runState) across(ctx context.Context, reports []*source) ([]acrossChecks, error) {
	byDistrict := map[string][]*source{}
	for _, s := range reports {
		if s.district != "" {
			byDistrict[s.district] = append(byDistrict[s.district], s)
		}
	}
	var out []acrossChecks
	for _, district := range slices.Sorted(maps.Keys(byDistrict)) {
		group := byDistrict[district]
		if len(group) < 2 {
			continue
		}
		slims, err := r.slims(group)
		if err != nil {
			return nil, err
		}
		checks := r.pipeline.reconcile.Across(ctx, slims)
		r.pipeline.review.mark(checks)
		if len(checks) > 0 {
			out = append(out, acrossChecks{checks, oneOf(slims)})
		}
	}
	return out, nil
}

func (r *runState) slims(group []*source) ([]*budget.Report, error) {
	var out []*budget.Report
	for _, s := range group {
		a, done, err := r.store.open(s.key)
		if err != nil {
			return nil, fmt.Errorf("reading the stored result of %s: %w", s.path, err)
		}
		slim, err := a.slim()
		done()
		if err != nil {
			return nil, fmt.Errorf("reading the stored result of %s: %w", s.path, err)
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

// lostFiles are the findings about files that could not be read.
type lostFiles struct {
	checks []budget.Check
	lookup records.Lookup
}

// unreadable makes an E005 of each file that could not be read.
func (r *runState) unreadable() lostFiles {
	var lost lostFiles
	var stubs []*budget.Report
	for _, s := range r.sources {
		if s.status != StatusUnreadable {
			continue
		}
		stubs = append(stubs, &budget.Report{ID: s.id, File: s.path})
		lost.checks = append(lost.checks, budget.Check{
			Rule: "E005", Verdict: budget.Fail, Severity: budget.Error, Report: s.id,
			Message: fmt.Sprintf("文件“%s”未能读取：%s。", s.path, s.reason), Fingerprint: "E005|" + s.id,
		})
	}
	sort.SliceStable(lost.checks, func(i, j int) bool { return lost.checks[i].Report < lost.checks[j].Report })
	r.pipeline.review.mark(lost.checks)
	lost.lookup = oneOf(stubs)
	return lost
}
