package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/reconcile/baseline"
)

// Manifest is run.json.
type Manifest struct {
	Version  string   `json:"version"`
	Settings settings `json:"settings"`
	Complete bool     `json:"complete"` // false after an interruption
	Totals   Totals   `json:"totals"`
	Inputs   []Entry  `json:"inputs"`

	Stale []Acceptance       `json:"stale_acceptances,omitempty"` // accepted findings that do not occur any more
	Gone  []baseline.Finding `json:"gone,omitempty"`              // findings of the baseline that are mended

	Clock *Clock `json:"clock,omitempty"`
}

// Acceptance is an entry of the file of accepted findings.
type Acceptance struct {
	Rule   string `json:"rule"`
	Report string `json:"report"`
	Scope  string `json:"scope,omitempty"`
	Reason string `json:"reason"`
}

// Clock holds what differs between two equal runs, beside the seconds and
// stages of each input.
type Clock struct {
	Started string             `json:"started"`
	Seconds float64            `json:"seconds"`
	Jobs    int                `json:"jobs"`
	Reused  int                `json:"reused"`
	Shard   string             `json:"shard,omitempty"` // i/n: this is a part of a run
	Stages  map[string]float64 `json:"stages"`          // seconds of all files processed in this run, added up
}

// Totals are the sums over the inputs.
type Totals struct {
	Reports    int    `json:"reports"`
	Unreadable int    `json:"unreadable"`
	Skipped    int    `json:"skipped"`
	Duplicates int    `json:"duplicates"`
	Pending    int    `json:"not_processed"`
	Counts     Counts `json:"counts"`
}

// Entry is one input of a run, the skipped and unreadable ones too.
type Entry struct {
	Path        string             `json:"path"`
	ID          string             `json:"id,omitempty"`
	Status      Status             `json:"status"`
	Reason      string             `json:"reason,omitempty"`
	DuplicateOf string             `json:"duplicate_of,omitempty"`
	SHA256      string             `json:"sha256,omitempty"`
	Size        int64              `json:"size"`
	Type        string             `json:"type,omitempty"`
	Engine      string             `json:"engine,omitempty"`
	Encoding    string             `json:"encoding,omitempty"`
	Pages       int                `json:"pages"`
	OtherPages  []PageEngine       `json:"other_pages,omitempty"` // pages that another engine read
	Counts      Counts             `json:"counts"`
	Seconds     float64            `json:"seconds"`
	Stages      map[string]float64 `json:"stages,omitempty"`
}

// PageEngine says why a page was not read by the file's own engine.
type PageEngine struct {
	Page   int    `json:"page"`
	Engine string `json:"engine"`
	Reason string `json:"reason,omitempty"`
}

// Counts are what one input came to.
type Counts struct {
	Figures    int `json:"figures"`
	Tables     int `json:"tables"`
	Pass       int `json:"pass"`
	Rounding   int `json:"rounding"`
	NotRun     int `json:"not_run"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Notes      int `json:"notes"`
	Suppressed int `json:"suppressed"`
}

func (c *Counts) add(d Counts) {
	c.Figures += d.Figures
	c.Tables += d.Tables
	c.Pass += d.Pass
	c.Rounding += d.Rounding
	c.NotRun += d.NotRun
	c.Errors += d.Errors
	c.Warnings += d.Warnings
	c.Notes += d.Notes
	c.Suppressed += d.Suppressed
}

func entryOf(src *source, doc *extract.Document, r *budget.Report, checks []budget.Check) Entry {
	e := sourceEntry(src)
	e.Status = StatusReport
	e.Type, e.Engine, e.Encoding, e.Pages = doc.Type, doc.Engine, doc.Encoding, len(doc.Pages)
	for _, p := range doc.Pages {
		if p.Engine != "" && p.Engine != doc.Engine {
			e.OtherPages = append(e.OtherPages, PageEngine{p.Number, p.Engine, p.Reason})
		}
	}
	e.Counts = count(checks)
	e.Counts.Figures, e.Counts.Tables = len(r.Figures), len(doc.Tables)
	return e
}

func sourceEntry(s *source) Entry {
	e := Entry{
		Path: s.path, ID: s.id, Status: s.status, Reason: s.reason,
		SHA256: s.sha256, Size: s.size, Type: string(s.kind),
	}
	if e.Status == "" {
		e.Status = StatusPending
	}
	if s.original != nil {
		e.DuplicateOf = s.original.id
	}
	return e
}

// count sums up checks; findings that were accepted or are known from the
// baseline stand aside.
func count(checks []budget.Check) Counts {
	var c Counts
	for i := range checks {
		k := &checks[i]
		switch {
		case k.Verdict == budget.Pass:
			c.Pass++
		case k.Verdict == budget.Rounding:
			c.Rounding++
		case k.Verdict == budget.NotRun || k.Verdict == budget.Blocked:
			c.NotRun++
		case accepted(k):
			c.Suppressed++
		case k.Severity == budget.Error:
			c.Errors++
		case k.Severity == budget.Warning:
			c.Warnings++
		default:
			c.Notes++
		}
	}
	return c
}

func accepted(k *budget.Check) bool { return k.Suppressed != "" || k.Status == "known" }

func totalsOf(entries []Entry) Totals {
	var t Totals
	for _, e := range entries {
		switch e.Status {
		case StatusReport:
			t.Reports++
		case StatusUnreadable:
			t.Unreadable++
		case StatusSkipped:
			t.Skipped++
		case StatusDuplicate:
			t.Duplicates++
		case StatusPending:
			t.Pending++
		}
		t.Counts.add(e.Counts)
	}
	return t
}

// Write writes the manifest as run.json has it, one input after the other: of ten
// thousand files it is large.
func (m *Manifest) Write(w io.Writer) error {
	frame := *m
	frame.Inputs = []Entry{}
	text, err := indented(frame, "")
	if err != nil {
		return err
	}
	const field = `"inputs": [`
	before, after, ok := bytes.Cut(text, []byte(field+"]"))
	if !ok {
		return errors.New("the manifest has no inputs")
	}
	if _, err := w.Write(append(before, field...)); err != nil {
		return err
	}
	for i := range m.Inputs {
		entry, err := indented(&m.Inputs[i], "    ")
		if err != nil {
			return err
		}
		start := "\n    "
		if i > 0 {
			start = "," + start
		}
		if _, err := w.Write(append([]byte(start), bytes.TrimSpace(entry)...)); err != nil {
			return err
		}
	}
	end := "]"
	if len(m.Inputs) > 0 {
		end = "\n  ]"
	}
	_, err = w.Write(append([]byte(end), after...))
	return err
}

func indented(v any, prefix string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

func readManifest(path string) (*Manifest, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	m := &Manifest{}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return m, nil
}
