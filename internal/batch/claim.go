package batch

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
)

// madeFile lists the workbooks that the program made in this folder. It is
// written before the first of them, so that a run that is killed leaves none
// that a later run would not know for its own.
const madeFile = "made.json"

func (r *runState) claim(todo []*source) error {
	r.made = r.store.madeBefore()
	for _, s := range todo {
		r.made[s.id] = true
	}
	return r.store.writeMade(r.made)
}

func (s store) writeMade(made map[string]bool) error {
	b, err := json.Marshal(slices.Sorted(maps.Keys(made)))
	if err != nil {
		return fmt.Errorf("writing %s: %w", madeFile, err)
	}
	return place(s.state(madeFile), b)
}

// madeBefore reads the list; where it was deleted, the manifest of the last run
// says the same of what was finished.
func (s store) madeBefore() map[string]bool {
	made := map[string]bool{}
	if b, err := os.ReadFile(s.state(madeFile)); err == nil {
		var ids []string
		if json.Unmarshal(b, &ids) == nil {
			for _, id := range ids {
				made[safeName(id)] = true
			}
			return made
		}
	}
	if m, err := readManifest(s.path(manifestFile)); err == nil {
		for _, e := range m.Inputs {
			if e.Status == StatusReport {
				made[safeName(e.ID)] = true
			}
		}
	}
	return made
}
