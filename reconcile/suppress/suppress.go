// Package suppress silences findings that somebody has looked at and explained.
// A suppression names the rule, the report, and the reason; one that no longer
// silences anything is reported as stale.
package suppress

import (
	"errors"
	"fmt"
	"os"
	"path"
	"sync/atomic"
	"time"

	"github.com/BurntSushi/toml"

	"yusuan/budget"
)

// Entry is one suppression.
type Entry struct {
	Rule        string `toml:"rule"`        // required: X401
	Report      string `toml:"report"`      // required: the report's id, * and ? allowed
	Scope       string `toml:"scope"`       // as worded in the report; empty for every scope
	Fingerprint string `toml:"fingerprint"` // of one finding; empty for all of the rule
	Reason      string `toml:"reason"`      // required
	Author      string `toml:"author"`      // required
	Date        string `toml:"date"`        // required, 2006-01-02
}

// List is the suppressions of one file. Its methods may be called from many
// goroutines.
type List struct {
	File    string
	entries []Entry
	used    []atomic.Bool
}

type document struct {
	Suppress []Entry `toml:"suppress"`
}

// Load reads a suppression file: TOML with one [[suppress]] an entry. Unknown
// keys and missing reasons are errors.
func Load(file string) (*List, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading suppressions: %w", err)
	}
	l, err := Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("suppressions in %s: %w", file, err)
	}
	l.File = file
	return l, nil
}

// Parse reads the text of a suppression file.
func Parse(text string) (*List, error) {
	var doc document
	meta, err := toml.Decode(text, &doc)
	if err != nil {
		var bad toml.ParseError
		if errors.As(err, &bad) {
			return nil, fmt.Errorf("line %d: %s", bad.Position.Line, bad.Message)
		}
		return nil, err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("unknown key %q; known are rule, report, scope, fingerprint, reason, author, date in [[suppress]]", unknown[0].String())
	}
	for i := range doc.Suppress {
		if err := doc.Suppress[i].valid(); err != nil {
			return nil, fmt.Errorf("entry %d: %w", i+1, err)
		}
	}
	return &List{entries: doc.Suppress, used: make([]atomic.Bool, len(doc.Suppress))}, nil
}

func (e *Entry) valid() error {
	for _, required := range []struct{ name, value string }{
		{"rule", e.Rule}, {"report", e.Report}, {"reason", e.Reason}, {"author", e.Author}, {"date", e.Date},
	} {
		if required.value == "" {
			return fmt.Errorf("%s is missing", required.name)
		}
	}
	if _, err := path.Match(e.Report, ""); err != nil {
		return fmt.Errorf("report %q is no pattern: %w", e.Report, err)
	}
	if _, err := time.Parse("2006-01-02", e.Date); err != nil {
		return fmt.Errorf("date %q is not of the form 2024-03-01", e.Date)
	}
	return nil
}

// matches reports whether the entry speaks of a check.
func (e *Entry) matches(c *budget.Check) bool {
	if e.Rule != c.Rule || e.Scope != "" && e.Scope != c.Scope {
		return false
	}
	if e.Fingerprint != "" && e.Fingerprint != c.Fingerprint {
		return false
	}
	ok, err := path.Match(e.Report, c.Report)
	return err == nil && ok
}

// Apply writes the reason on every finding that an entry silences.
func (l *List) Apply(checks []budget.Check) {
	for i := range checks {
		c := &checks[i]
		if !c.Finding() {
			continue
		}
		for j := range l.entries {
			if l.entries[j].matches(c) {
				c.Suppressed = l.entries[j].Reason
				l.used[j].Store(true)
				break
			}
		}
	}
}

// Stale lists the entries that have silenced nothing so far, in file order. Ask
// after every report was seen.
func (l *List) Stale() []Entry {
	var out []Entry
	for i := range l.entries {
		if !l.used[i].Load() {
			out = append(out, l.entries[i])
		}
	}
	return out
}
