// Package batch turns a folder of files into a folder of results: it finds the
// files, spreads them over workers, keeps one bad file from harming the others,
// remembers what was done, and publishes whole files only. It knows nothing of
// budgets: it calls the stages in order and carries what they return.
package batch

import (
	"errors"
	"io"
	"log/slog"
	"runtime"
	"time"
)

// Options are the settings of a run.
type Options struct {
	Paths []string // files and folders
	Out   string   // folder of the results

	// What changes the results.
	OCR          string   // auto or never
	LexiconFiles []string // a user's own vocabulary
	Suppress     string   // file of accepted findings, or empty
	Baseline     string   // OUT of an earlier run, or empty
	Also         []string // further formats: see Formats

	// What changes only how they are reached.
	Jobs    int           // files at a time; 0: one a core
	Timeout time.Duration // of one file; 0: none
	Memory  int64         // of one worker process, in bytes; 0: DefaultMemory
	Isolate Isolation
	Worker  []string // command that starts a worker process; empty: none can be started
	Force   bool     // process again what is known already
	Shard   Shard
	Profile bool // write cpu.pprof and heap.pprof to Out

	Version  string       // of the program, for the manifest
	Build    string       // identifies the very build, for the cache; empty: Version
	Log      *slog.Logger // progress and problems; nil: none
	Summary  io.Writer    // one line a report; nil: none
	Progress Progress     // nil: none

	reader readFunc      // nil: open.Bytes; tests read what no file can bring about
	grace  time.Duration // how long a stage may take to notice that its time is over
}

// Isolation says which files are processed in a process of their own.
type Isolation string

const (
	IsolateRisky Isolation = "risky" // files whose readers can run away: PDF and zip-based ones
	IsolateAll   Isolation = "all"
	IsolateNone  Isolation = "none"
)

// Limits of one file where the options name none.
const (
	DefaultTimeout = 2 * time.Minute
	DefaultMemory  = 2 << 30
)

const defaultGrace = 3 * time.Second

// Progress is told how far a run is.
type Progress interface {
	Start(files int, bytes int64)
	Done(bytes int64, reused bool)
	End()
}

var (
	// ErrNothing says that no report was found below the paths.
	ErrNothing = errors.New("no report found")
	// ErrLocked says that another run is writing to the same folder.
	ErrLocked = errors.New("another run is writing to this folder")
)

// Result is what a run came to.
type Result struct {
	Reports, Reused, Figures               int
	Unreadable, Skipped, Duplicates, Unrun int
	Errors, Warnings, Notes                int // findings that are neither suppressed nor known
	Interrupted                            bool
	Seconds                                float64
}

func (o *Options) fill() {
	if o.Jobs < 1 {
		o.Jobs = runtime.NumCPU()
	}
	if o.Memory == 0 {
		o.Memory = DefaultMemory
	}
	if o.Isolate == "" {
		o.Isolate = IsolateRisky
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Summary == nil {
		o.Summary = io.Discard
	}
	if o.Progress == nil {
		o.Progress = noProgress{}
	}
	if o.grace == 0 {
		o.grace = defaultGrace
	}
	if o.Build == "" {
		o.Build = o.Version
	}
}

type noProgress struct{}

func (noProgress) Start(int, int64) {}
func (noProgress) Done(int64, bool) {}
func (noProgress) End()             {}
