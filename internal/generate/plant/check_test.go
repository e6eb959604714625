package plant

import (
	"testing"

	"yusuan/internal/generate"
)

// A clean report breaks nothing: neither styles nor samples.
func TestCleanReportsHold(t *testing.T) {
	styles, err := generate.Styles()
	if err != nil {
		t.Fatal(err)
	}
	samples, err := generate.Samples()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(styles, samples...) {
		seeds := []uint64{1}
		if s.Seed != 0 {
			seeds = []uint64{s.Seed}
		}
		for _, seed := range seeds {
			d, err := s.Draft(seed)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range Broken(d, -1) {
				t.Errorf("%s %d: %s", s.Name, seed, name)
			}
		}
	}
}
