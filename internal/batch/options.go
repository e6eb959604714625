// Package batch turns a folder of files into a folder of results: it finds the
// files, spreads them over workers, keeps one bad file from harming the others,
// and publishes whole files only. It knows nothing of budgets.
package batch

import (
	"errors"
	"io"
	"log/slog"
	"time"
)

// Options are the settings of a run.
type Options struct {
	Paths   []string
	Out     string
	Jobs    int           // 0: one a core
	Timeout time.Duration // a file; 0: no limit

	OCR          string   // auto or never
	LexiconFiles []string // a user's own vocabulary

	Version string
	Log     *slog.Logger
	Summary io.Writer // one line a report
}

// DefaultTimeout is what one file may take.
const DefaultTimeout = 2 * time.Minute

// ErrNothing says that no input was found.
var ErrNothing = errors.New("no report found")

// Result is what a run did, in numbers.
type Result struct {
	Reports     int
	Figures     int
	Unreadable  int
	Skipped     int
	Interrupted bool
	// Errors and Warnings count the findings that are neither suppressed nor known.
	Errors, Warnings int
}
