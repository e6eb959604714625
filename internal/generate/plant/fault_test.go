package plant

import (
	"testing"

	"yusuan/internal/generate"
)

// Every kind finds a place, changes the report, and says truly whether the
// report's own figures can show it.
func TestPlantEveryKind(t *testing.T) {
	styles, err := generate.Styles()
	if err != nil {
		t.Fatal(err)
	}
	planted, detectable := map[Kind]int{}, map[Kind]int{}
	for i, s := range styles {
		if i%3 != 0 { // every style is looked at by the clean test
			continue
		}
		for seed := uint64(1); seed <= 1; seed++ {
			clean, err := s.Make(seed)
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range Kinds {
				d, err := s.Draft(seed)
				if err != nil {
					t.Fatal(err)
				}
				f, ok := Plant(d, k, seed)
				if !ok {
					continue
				}
				r, err := d.Finish()
				if err != nil {
					t.Fatal(err)
				}
				if s.Out.Ext != "docx" && string(r.Data) == string(clean.Data) {
					t.Errorf("%s %d: %s changed nothing", s.Name, seed, k)
				}
				if f.Line == 0 && s.Out.Ext == "txt" {
					t.Errorf("%s %d: %s has no line", s.Name, seed, k)
				}
				planted[k]++
				if f.Detectable {
					detectable[k]++
				}
			}
		}
	}
	for _, k := range Kinds {
		if planted[k] == 0 || detectable[k] == 0 {
			t.Errorf("%s: planted %d, detectable %d", k, planted[k], detectable[k])
		}
	}
	t.Log(planted, detectable)
}
