// Package score compares the figures of a run with what a report truly says:
// recall and precision of amounts found, and of amounts attributed.
package score

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// Label is one true figure, a line of a truth list. The fields are those of
// figures.jsonl; empty strings stand for null.
type Label struct {
	Line       int    `json:"line,omitempty"`
	Kind       string `json:"kind"`
	Book       string `json:"book,omitempty"`
	Scope      string `json:"scope,omitempty"`
	Level      string `json:"level,omitempty"`
	Year       int    `json:"year,omitempty"`
	Stage      string `json:"stage,omitempty"`
	Side       string `json:"side,omitempty"`
	Subject    string `json:"subject,omitempty"`
	Parent     string `json:"parent,omitempty"`
	Amount     string `json:"amount_wan,omitempty"` // exact decimal in 万元; empty for a blank cell
	Raw        string `json:"raw,omitempty"`
	Role       string `json:"role"`
	Delta      bool   `json:"delta,omitempty"`
	Growth     string `json:"growth_pct,omitempty"`
	Completion string `json:"completion_pct,omitempty"`
	Of         string `json:"completion_of,omitempty"`
}

// key is what must agree for an amount to count as attributed.
func (l *Label) key() string {
	return fmt.Sprintf("%s|%s|%d|%s|%s|%s|%s", l.Book, l.Level, l.Year, l.Stage, l.Side, l.Subject, l.Amount)
}

// Read reads a truth list: one JSON object a line. Amounts are normalised.
func Read(r io.Reader) ([]Label, error) {
	var out []Label
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		var l Label
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("truth line %d: %w", n, err)
		}
		if l.Amount != "" {
			d, err := decimal.NewFromString(l.Amount)
			if err != nil {
				return nil, fmt.Errorf("truth line %d: amount %q: %w", n, l.Amount, err)
			}
			l.Amount = d.String()
		}
		out = append(out, l)
	}
	return out, sc.Err()
}

// Write writes a truth list.
func Write(w io.Writer, labels []Label) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range labels {
		if err := enc.Encode(&labels[i]); err != nil {
			return fmt.Errorf("write truth line %d: %w", i+1, err)
		}
	}
	return nil
}

// FromReport returns the figures of a report as labels.
func FromReport(r *budget.Report) []Label {
	out := make([]Label, 0, len(r.Figures))
	for _, f := range r.Figures {
		l := Label{Line: f.Line, Kind: string(f.Kind), Book: string(f.Book), Scope: f.Scope, Level: string(f.Level), Year: f.Year,
			Stage: string(f.Stage), Side: string(f.Side), Subject: f.Subject, Parent: f.Parent, Raw: f.Raw, Role: string(f.Role), Delta: f.Delta}
		if f.HasAmount() {
			l.Amount = f.Amount.String()
		}
		if f.Growth.Known {
			l.Growth = f.Growth.Value.String()
		}
		if f.Completion.Known {
			l.Completion, l.Of = f.Completion.Value.String(), string(f.CompletionOf)
		}
		out = append(out, l)
	}
	return out
}
