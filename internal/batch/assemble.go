package batch

import (
	"context"
	"errors"
	"runtime/debug"
	"sort"
	"time"

	"golang.org/x/sync/errgroup"
)

// assemble brings the files of the run up to date, and last the manifest.
func (r *runState) assemble(ctx context.Context) (*Result, error) {
	interrupted := ctx.Err() != nil
	reports := r.reports()
	digest := r.digest(reports)
	done, ok := r.store.published(digest)
	if !ok || r.options.Force {
		var err error
		if done, err = r.writeAll(context.WithoutCancel(ctx), reports); err != nil {
			return nil, err
		}
		done.Digest = digest
		if err := r.notePublished(done, r.fileNames()); err != nil {
			return nil, err
		}
	}
	if !interrupted {
		if err := r.sweep(reports); err != nil {
			return nil, err
		}
	}
	m := r.manifest(interrupted)
	r.followUp(m, done.Findings)
	if err := publish(r.store.path(manifestFile), m.Write); err != nil {
		return nil, err
	}
	r.summarise(m)
	return r.result(m, done.Across), nil
}

// assemblingGC is how far the heap may grow beyond what is in use, in percent.
const assemblingGC = 50

// writeAll puts the files of the run together from the stored products.
func (r *runState) writeAll(ctx context.Context, reports []*source) (p *published, err error) {
	// Everything of all reports passes through here and little stays: collecting
	// sooner costs some seconds for ten thousand reports and keeps the peak of
	// memory where processing them left it.
	defer debug.SetGCPercent(debug.SetGCPercent(assemblingGC))
	across, err := r.across(ctx, reports)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, across.close()) }()
	// Neither needs the other, and each keeps one core busy.
	var files errgroup.Group
	files.Go(func() error { return r.writeLines(reports, across) })
	files.Go(func() error { return r.writePanel(reports, across) })
	if err := files.Wait(); err != nil {
		return nil, err
	}
	if err := r.writeAlso(ctx); err != nil {
		return nil, err
	}
	return &published{Across: across.counts, Findings: across.ids}, nil
}

// fileNames are the files of the run but the manifest.
func (r *runState) fileNames() []string {
	names := []string{panelFile}
	for _, f := range runFiles {
		names = append(names, f.name)
	}
	for _, also := range r.options.Also {
		names = append(names, formats[also].file)
	}
	return names
}

// reports are the sources that were processed, in the order of their ids.
func (r *runState) reports() []*source {
	var out []*source
	for _, s := range r.sources {
		if s.status == StatusReport {
			out = append(out, s)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].id < out[j].id })
	return out
}

// followUp says which acceptances are of no use any more, and which findings of
// the earlier run are gone. Findings that were taken over count as much as new ones.
func (r *runState) followUp(m *Manifest, beyond []Finding) {
	r.pipeline.review.remark(beyond)
	covered := map[string]bool{}
	for _, s := range r.sources {
		r.pipeline.review.remark(s.findings)
		covered[s.id] = s.status == StatusReport
	}
	m.Stale, m.Gone = r.pipeline.review.stale(), r.pipeline.review.gone(covered)
}

// sweep removes what earlier runs left, and keeps the list of workbooks true.
func (r *runState) sweep(reports []*source) error {
	keys, wanted := map[string]bool{}, map[string]bool{}
	for _, s := range reports {
		keys[s.key], wanted[s.id] = true, true
	}
	if err := r.store.sweep(keys, r.made, wanted); err != nil {
		return err
	}
	return r.store.writeMade(wanted)
}

func (r *runState) manifest(interrupted bool) *Manifest {
	m := &Manifest{Version: r.options.Version, Settings: r.set, Complete: !interrupted, Inputs: make([]Entry, 0, len(r.sources))}
	for _, s := range r.sources {
		if s.entry != nil {
			m.Inputs = append(m.Inputs, *s.entry)
			continue
		}
		m.Inputs = append(m.Inputs, sourceEntry(s))
	}
	m.Totals = totalsOf(m.Inputs)
	m.Clock = &Clock{
		Started: r.start.UTC().Format(time.RFC3339), Seconds: time.Since(r.start).Seconds(),
		Jobs: r.options.Jobs, Reused: r.reused, Shard: r.options.Shard.String(), Stages: r.stages,
	}
	return m
}

func (r *runState) result(m *Manifest, across Counts) *Result {
	return &Result{
		Reports: m.Totals.Reports, Reused: r.reused, Figures: m.Totals.Counts.Figures,
		Unreadable: m.Totals.Unreadable, Skipped: m.Totals.Skipped, Duplicates: m.Totals.Duplicates, Unrun: m.Totals.Pending,
		Errors: m.Totals.Counts.Errors + across.Errors, Warnings: m.Totals.Counts.Warnings + across.Warnings,
		Notes: m.Totals.Counts.Notes + across.Notes, Interrupted: !m.Complete, Seconds: m.Clock.Seconds,
	}
}
