package batch

import "yusuan/extract/open"

// What the parent and a worker process say to each other, as gob values: once
// workerSettings, then a job and its replies again and again.

type workerSettings struct {
	OCR          string
	LexiconFiles []string
	Suppress     string
	Baseline     string
	Version      string
	Out          string
	Memory       int64
}

type job struct {
	Path, File, Member string
	Size               int64
	SHA256, ID, Link   string
	Kind               open.Kind
}

func jobOf(s *source) job {
	return job{Path: s.path, File: s.file, Member: s.member, Size: s.size, SHA256: s.sha256, ID: s.id, Link: s.link, Kind: s.kind}
}

func (j job) source() *source {
	return &source{path: j.Path, file: j.File, member: j.Member, size: j.Size, sha256: j.SHA256, id: j.ID, link: j.Link, kind: j.Kind}
}

// reply is either the stage that was entered, or the end of a job.
type reply struct {
	Stage        string
	Done         bool
	Packed, Book []byte
	Failure      *failure
}
