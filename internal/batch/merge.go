package batch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"yusuan/extract/open"
)

// Merge joins the results of the parts of one run (see Shard) into o.Out. The
// outcome is that of a run over everything at once.
func Merge(ctx context.Context, parts []string, o Options) (*Result, error) {
	o.fill()
	start := time.Now()
	manifests, err := readParts(parts)
	if err != nil {
		return nil, err
	}
	if err := takeSettings(&o, manifests[0].Settings); err != nil {
		return nil, err
	}
	r, release, err := begin(o, manifests[0].Settings, start)
	if err != nil {
		return nil, err
	}
	defer release()
	r.stages = map[string]float64{}
	for i, m := range manifests {
		for _, e := range m.Inputs {
			r.sources = append(r.sources, fromEntry(e, store{parts[i]}))
		}
	}
	sortSources(r.sources)
	if err := r.adopt(ctx); err != nil {
		return nil, err
	}
	return r.assemble(ctx)
}

// takeSettings makes the settings of the parts those of the merge: the rules
// across reports run here, and their findings are accepted and compared alike.
func takeSettings(o *Options, set settings) error {
	o.Also = set.Also
	if set.Suppress != nil {
		o.Suppress = set.Suppress.Path
	}
	if set.Baseline != nil {
		o.Baseline = filepath.Dir(set.Baseline.Path)
	}
	now, err := settingsOf(*o)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(now.Suppress, set.Suppress) || !reflect.DeepEqual(now.Baseline, set.Baseline) {
		return errors.New("the accepted findings or the baseline changed since the parts were run")
	}
	return nil
}

// readParts reads the manifests and makes sure that they belong together.
func readParts(parts []string) ([]*Manifest, error) {
	var all []*Manifest
	seen := map[int]string{}
	for _, dir := range parts {
		m, err := readManifest(filepath.Join(dir, manifestFile))
		if err != nil {
			return nil, err
		}
		if err := fits(m, all, dir, parts[0]); err != nil {
			return nil, err
		}
		shard := m.shard()
		if first, ok := seen[shard.Index]; ok {
			return nil, fmt.Errorf("%s and %s are the same part %d/%d", first, dir, shard.Index, shard.Count)
		}
		seen[shard.Index] = dir
		all = append(all, m)
	}
	var missing []string
	for i := 1; i <= all[0].shard().Count; i++ {
		if seen[i] == "" {
			missing = append(missing, fmt.Sprint(i))
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("part %s of %d is missing", strings.Join(missing, ", "), all[0].shard().Count)
	}
	return all, nil
}

func fits(m *Manifest, all []*Manifest, dir, first string) error {
	if m.shard().Count < 1 {
		return fmt.Errorf("%s is no part of a run: it was not made with --shard", dir)
	}
	if !m.Complete {
		return fmt.Errorf("%s is not complete: run it again first", dir)
	}
	if len(all) == 0 {
		return nil
	}
	a, _ := json.Marshal(all[0].Settings) // plain strings: never fails
	b, _ := json.Marshal(m.Settings)
	if string(a) != string(b) || m.Version != all[0].Version || m.shard().Count != all[0].shard().Count {
		return fmt.Errorf("%s and %s were made with different settings, versions or numbers of parts", first, dir)
	}
	return nil
}

func (m *Manifest) shard() Shard {
	if m.Clock == nil {
		return Shard{}
	}
	s, err := ParseShard(m.Clock.Shard)
	if err != nil {
		return Shard{}
	}
	return s
}

// fromEntry makes a source of what a manifest says of it.
func fromEntry(e Entry, part store) *source {
	return &source{path: e.Path, file: filepath.FromSlash(e.Path), kind: open.Kind(e.Type), size: e.Size, sha256: e.SHA256, id: e.ID, status: e.Status, reason: e.Reason, entry: &e, part: part}
}

// adopt copies the stored results of the parts.
func (r *runState) adopt(ctx context.Context) error {
	reports := r.reports()
	for _, s := range reports {
		s.link = s.part.linkTo(s)
		s.key = keyOf(r.options.Build, r.set, s)
	}
	if err := r.claim(reports); err != nil {
		return err
	}
	for _, s := range reports {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.adoptOne(s); err != nil {
			return err
		}
	}
	return nil
}

func (r *runState) adoptOne(s *source) error {
	head, ok := s.part.cached(s.key)
	if !ok {
		return fmt.Errorf("%s: the stored result of %s is gone, or was made by another build: run that part again", s.part.out, s.path)
	}
	packed, err := os.ReadFile(s.part.artifact(s.key))
	if err != nil {
		return fmt.Errorf("merging %s: %w", s.path, err)
	}
	book, err := os.ReadFile(s.part.workbook(s.id))
	if err != nil {
		return fmt.Errorf("merging %s: %w", s.path, err)
	}
	if hashOf(book) != head.WorkbookHash {
		return errors.New("merging " + s.path + ": its workbook changed meanwhile")
	}
	s.entry, s.district, s.findings = &head.Entry, head.District, head.Findings
	return r.store.keep(s.key, s.id, packed, book)
}
