package generate

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"yusuan/internal/score"
)

// File is one file of the samples folder.
type File struct {
	Name string // relative to the folder
	Data []byte
}

// SampleFiles writes every sample and its truth list.
func SampleFiles() ([]File, error) {
	samples, err := Samples()
	if err != nil {
		return nil, err
	}
	var out []File
	for _, s := range samples {
		r, err := s.Make(s.Seed)
		if err != nil {
			return nil, err
		}
		var truth bytes.Buffer
		if err := score.Write(&truth, r.Truth); err != nil {
			return nil, fmt.Errorf("truth of %s: %w", s.Name, err)
		}
		out = append(out, File{s.Name + "." + s.Out.Ext, r.Data}, File{"truth/" + s.Name + ".jsonl", truth.Bytes()})
	}
	return out, nil
}

// SampleAs writes one sample in another format.
func SampleAs(name, ext string) ([]File, error) {
	samples, err := Samples()
	if err != nil {
		return nil, err
	}
	for _, s := range samples {
		if s.Name != name {
			continue
		}
		s.Out.Ext = ext
		r, err := s.Make(s.Seed)
		if err != nil {
			return nil, err
		}
		return []File{{Name: name + "." + ext, Data: r.Data}}, nil
	}
	return nil, fmt.Errorf("no sample %q", name)
}

// WriteFiles writes files below a folder.
func WriteFiles(dir string, files []File) error {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(f.Name, "/")))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("write samples: %w", err)
		}
		if err := os.WriteFile(path, f.Data, 0o644); err != nil {
			return fmt.Errorf("write samples: %w", err)
		}
	}
	return nil
}
