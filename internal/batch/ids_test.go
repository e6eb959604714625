package batch

import "testing"

// Of two files with one content the one outside an archive stands for both.
func TestDuplicateOfAnArchiveMember(t *testing.T) {
	member := &source{path: "a.zip!/r.txt", file: "a.zip", member: "r.txt", sha256: "x"}
	file := &source{path: "in/r.txt", file: "in/r.txt", sha256: "x"}
	again := &source{path: "in/s.txt", file: "in/s.txt", sha256: "x"}
	other := &source{path: "in/t.txt", file: "in/t.txt", sha256: "y"}
	markDuplicates([]*source{member, file, again, other})
	if file.status != "" || other.status != "" {
		t.Errorf("the file is %q, another content %q", file.status, other.status)
	}
	for _, s := range []*source{member, again} {
		if s.status != StatusDuplicate || s.original != file {
			t.Errorf("%s is %q of %v", s.path, s.status, s.original)
		}
	}
}
