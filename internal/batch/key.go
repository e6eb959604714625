package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// settings are what changes the results, as the manifest shows them.
type settings struct {
	OCR      string   `json:"ocr"`
	Lexicon  []named  `json:"lexicon"`
	Suppress *named   `json:"suppress"`
	Baseline *named   `json:"baseline"`
	Also     []string `json:"also"`
}

// named is a file that the results depend on, with its content hash.
type named struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

func settingsOf(o Options) (settings, error) {
	s := settings{OCR: o.OCR, Lexicon: []named{}, Also: append([]string{}, o.Also...)}
	slices.Sort(s.Also)
	if err := checkFormats(s.Also); err != nil {
		return s, err
	}
	for _, path := range o.LexiconFiles {
		n, err := hashFile(path)
		if err != nil {
			return s, fmt.Errorf("reading the vocabulary: %w", err)
		}
		s.Lexicon = append(s.Lexicon, *n)
	}
	var err error
	if o.Suppress != "" {
		if s.Suppress, err = hashFile(o.Suppress); err != nil {
			return s, fmt.Errorf("reading the accepted findings: %w", err)
		}
	}
	if o.Baseline != "" {
		if s.Baseline, err = hashFile(filepath.Join(o.Baseline, "anomalies.jsonl")); err != nil {
			return s, fmt.Errorf("reading the baseline: %w", err)
		}
	}
	return s, nil
}

func hashFile(path string) (*named, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return &named{Path: path, SHA256: hashOf(b)}, nil
}

// keyOf identifies the result of one file: what was read, by which build, under
// which name and settings.
func keyOf(build string, set settings, s *source) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00", artifactMagic, build, set.OCR)
	for _, n := range set.Lexicon {
		fmt.Fprintf(h, "lexicon %s\x00", n.SHA256)
	}
	for _, n := range []*named{set.Suppress, set.Baseline} {
		if n != nil {
			fmt.Fprint(h, n.SHA256)
		}
		fmt.Fprint(h, "\x00")
	}
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s", s.path, s.id, s.link, s.sha256)
	return hex.EncodeToString(h.Sum(nil))
}
