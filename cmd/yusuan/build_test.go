package main

import (
	"strings"
	"testing"
)

func TestIdentityOfABuild(t *testing.T) {
	const id = "a1/b2/c3/d4"
	for name, c := range map[string]struct{ head, want string }{
		"ELF note":        {"\x7fELF....\x04\x00\x00\x00\x0b\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id + "\x00rest", id},
		"marked text":     {"MZ....\xff Go build ID: \"" + id + "\"\n \xffrest", id},
		"none":            {"\x7fELF....", ""},
		"one left empty":  {"\x7fELF....\x04\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00Go\x00\x00rest", ""},
		"one cut short":   {"MZ....\xff Go build ID: \"a1/b2", ""},
		"one set by hand": {"MZ....\xff Go build ID: \"redacted\"\n \xff", ""},
	} {
		if got := linkedID([]byte(c.head)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if id := buildID(); id == programVersion() || strings.ContainsRune(id, '\x00') {
		t.Errorf("this program is %q", id)
	}
}
