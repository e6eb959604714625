package batch

import (
	"time"

	"yusuan/extract/open"
)

// source is one file that a run met.
type source struct {
	path    string // as given, joined below its PATH argument, with forward slashes
	file    string // the file on disk: path, or the archive that holds it
	member  string // name in the archive, or empty
	size    int64
	walked  bool // met below a folder, not named itself
	changed time.Time
	sha256  string
	kind    open.Kind

	id       string  // report id; empty where the file is no report
	original *source // the report with the same content
	status   Status
	reason   string // why it was skipped or could not be read, in Chinese

	link     string // the file as seen from its workbook
	key      string // of its artifact
	entry    *Entry // of a processed file
	district string
	findings []Finding
	part     store // where a merge takes it from
}

// Status is what became of one input.
type Status string

const (
	StatusReport     Status = "ok"
	StatusUnreadable Status = "unreadable"
	StatusSkipped    Status = "skipped"
	StatusDuplicate  Status = "duplicate"
	StatusArchive    Status = "archive"       // its members are listed by themselves
	StatusPending    Status = "not_processed" // the run was interrupted before it
)

func (s *source) skip(reason string) { s.status, s.reason = StatusSkipped, reason }
func (s *source) fail(reason string) { s.status, s.reason = StatusUnreadable, reason }

// isOpen reports whether nothing was decided about the source yet.
func (s *source) isOpen() bool { return s.status == "" }

// named reports whether the source stands for a report, read or not.
func (s *source) named() bool {
	return s.isOpen() || s.status == StatusReport || s.status == StatusUnreadable
}
