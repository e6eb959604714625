package batch

import (
	"encoding/json"
	"io"

	"yusuan/budget"
	"yusuan/extract"
)

// Manifest is run.json.
type Manifest struct {
	Version  string         `json:"version"`
	Settings map[string]any `json:"settings"`
	Clock    *Clock         `json:"clock,omitempty"`
	Inputs   []Entry        `json:"inputs"`
}

// Clock holds everything of a manifest that differs between two equal runs,
// beside the seconds of each input.
type Clock struct {
	Started string  `json:"started"`
	Seconds float64 `json:"seconds"`
	Jobs    int     `json:"jobs"`
}

// Entry is one input of a run, the skipped and unreadable ones too.
type Entry struct {
	Path    string  `json:"path"`
	ID      string  `json:"id,omitempty"`
	SHA256  string  `json:"sha256,omitempty"`
	Size    int64   `json:"size"`
	Type    string  `json:"type,omitempty"`
	Engine  string  `json:"engine,omitempty"`
	Pages   int     `json:"pages"`
	Counts  Counts  `json:"counts"`
	Seconds float64 `json:"seconds"`
	Status  string  `json:"status"`
	Reason  string  `json:"reason,omitempty"`
}

// Counts are what one input came to.
type Counts struct {
	Figures  int `json:"figures"`
	Tables   int `json:"tables"`
	Pass     int `json:"pass"`
	Rounding int `json:"rounding"`
	NotRun   int `json:"not_run"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

func entryOf(src *source, doc *extract.Document, r *budget.Report, checks []budget.Check) Entry {
	e := sourceEntry(src)
	e.Status = string(statusReport)
	e.Type, e.Engine, e.Pages = doc.Type, doc.Engine, len(doc.Pages)
	e.Counts = count(checks)
	e.Counts.Figures, e.Counts.Tables = len(r.Figures), len(doc.Tables)
	return e
}

func sourceEntry(src *source) Entry {
	return Entry{
		Path: src.path, ID: src.id, SHA256: src.sha256, Size: src.size,
		Status: string(src.status), Reason: src.reason,
	}
}

func count(checks []budget.Check) Counts {
	var c Counts
	for i := range checks {
		k := &checks[i]
		switch {
		case k.Verdict == budget.Pass:
			c.Pass++
		case k.Verdict == budget.Rounding:
			c.Rounding++
		case k.Verdict == budget.NotRun:
			c.NotRun++
		case k.Suppressed != "":
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

func (m *Manifest) write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(m)
}
