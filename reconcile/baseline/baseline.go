// Package baseline compares the findings of a run with those of an earlier one,
// by fingerprint: new, known, and gone.
package baseline

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"sync"

	"yusuan/budget"
)

// The values of budget.Check.Status.
const (
	New   = "new"
	Known = "known"
)

// Finding is one finding of the earlier run.
type Finding struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Report      string `json:"report"`
	Severity    string `json:"severity"`
	Message     string `json:"message"`
}

// Baseline is the findings of an earlier run. Its methods may be called from
// many goroutines.
type Baseline struct {
	mu    sync.Mutex
	known map[string]Finding
	seen  map[string]bool
}

// Load reads the anomaly log of an earlier run's output folder.
func Load(dir string) (*Baseline, error) {
	name := filepath.Join(dir, "anomalies.jsonl")
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading the baseline: %w", err)
	}
	defer f.Close()
	b, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("reading the baseline %s: %w", name, err)
	}
	return b, nil
}

// Read reads an anomaly log, one JSON object a line. Lines without a
// fingerprint (files that could not be read) are no findings.
func Read(r io.Reader) (*Baseline, error) {
	b := &Baseline{known: map[string]Finding{}, seen: map[string]bool{}}
	in := bufio.NewReader(r)
	for line := 1; ; line++ {
		text, err := in.ReadBytes('\n')
		if len(text) > 1 {
			var f Finding
			if e := json.Unmarshal(text, &f); e != nil {
				return nil, fmt.Errorf("line %d: %w", line, e)
			}
			if f.Fingerprint != "" {
				b.known[f.Fingerprint] = f
			}
		}
		if errors.Is(err, io.EOF) {
			return b, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// Compare writes on every finding whether the earlier run had it.
func (b *Baseline) Compare(checks []budget.Check) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range checks {
		c := &checks[i]
		if !c.Finding() {
			continue
		}
		c.Status = New
		if _, ok := b.known[c.Fingerprint]; ok {
			c.Status = Known
			b.seen[c.Fingerprint] = true
		}
	}
}

// Gone lists the findings of the earlier run that this one doesn't have, in the
// reports that this run covered, by report, rule and fingerprint. Ask after
// every report was compared; covered of nil covers all.
func (b *Baseline) Gone(covered func(report string) bool) []Finding {
	b.mu.Lock()
	defer b.mu.Unlock()
	var out []Finding
	for print, f := range b.known {
		if !b.seen[print] && (covered == nil || covered(f.Report)) {
			out = append(out, f)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		x, y := out[i], out[j]
		if x.Report != y.Report {
			return x.Report < y.Report
		}
		if x.Rule != y.Rule {
			return x.Rule < y.Rule
		}
		return x.Fingerprint < y.Fingerprint
	})
	return out
}
