package batch

// source is one file that a run met.
type source struct {
	path   string // as given, joined below its PATH argument, with forward slashes
	size   int64
	sha256 string
	id     string // report id; empty where the file is no report
	status status
	reason string // why it was skipped or could not be read, in Chinese
}

type status string

const (
	statusReport     status = "ok"
	statusUnreadable status = "unreadable"
	statusSkipped    status = "skipped"
	statusDuplicate  status = "duplicate"
	statusPending    status = "not_processed"
)
