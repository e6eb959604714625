package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
)

// publishedFile says what the files of the last run were made of, so that a run
// in which nothing changed need not write them again.
const publishedFile = "published.json"

type published struct {
	Digest   string
	Files    map[string]stamp
	Across   Counts    // of the findings across reports
	Findings []Finding // across reports, and of files that could not be read
}

// stamp tells a file that was touched since.
type stamp struct {
	Size    int64
	Changed int64
}

// digest identifies everything that the files of the run are made of.
func (r *runState) digest(reports []*source) string {
	h := sha256.New()
	set, _ := json.Marshal(r.set) // plain strings: never fails
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%v\x00", artifactMagic, r.options.Build, r.options.Version, set, r.options.Also)
	for _, s := range reports {
		fmt.Fprintf(h, "%s\x00", s.key)
	}
	for _, s := range r.sources {
		if s.status == StatusUnreadable {
			fmt.Fprintf(h, "%s\x00%s\x00%s\x00", s.path, s.id, s.reason)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// published returns what the last run wrote, where it is still all there and
// made of the same.
func (s store) published(digest string) (*published, bool) {
	b, err := os.ReadFile(s.state(publishedFile))
	if err != nil {
		return nil, false
	}
	var p published
	if json.Unmarshal(b, &p) != nil || p.Digest != digest || len(p.Files) == 0 {
		return nil, false
	}
	for name, was := range p.Files {
		if now, err := s.stamp(name); err != nil || now != was {
			return nil, false
		}
	}
	return &p, true
}

func (s store) stamp(name string) (stamp, error) {
	info, err := os.Lstat(s.path(name))
	if err != nil {
		return stamp{}, err
	}
	return stamp{info.Size(), info.ModTime().UnixNano()}, nil
}

// notePublished remembers what was written.
func (r *runState) notePublished(p *published, names []string) error {
	p.Files = map[string]stamp{}
	for _, name := range names {
		at, err := r.store.stamp(name)
		if err != nil {
			return fmt.Errorf("looking at what was written: %w", err)
		}
		p.Files[name] = at
	}
	b, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("writing %s: %w", publishedFile, err)
	}
	return place(r.store.state(publishedFile), b)
}
