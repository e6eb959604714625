package batch

import (
	"path"
	"sort"
	"strconv"
	"strings"
)

// assignIDs names the reports: the file name without its ending; where two have
// one name, the names of their folders are put before it until they differ.
func assignIDs(sources []*source) {
	byName := map[string][]*source{}
	for _, s := range sources {
		name := baseID(s.path)
		byName[name] = append(byName[name], s)
	}
	taken := map[string]bool{}
	for _, name := range sortedKeys(byName) {
		if group := byName[name]; len(group) == 1 {
			group[0].id = name
			taken[fold(name)] = true
		}
	}
	for _, name := range sortedKeys(byName) {
		if group := byName[name]; len(group) > 1 {
			assignLonger(group, taken)
		}
	}
}

// assignLonger puts as many folder names before the name as tell the group
// apart, and a number where even the whole path does not (a.txt beside a.pdf).
func assignLonger(group []*source, taken map[string]bool) {
	for _, s := range group {
		s.id = unique(withFolders(s.path, 1), taken)
		taken[fold(s.id)] = true
	}
}

func unique(id string, taken map[string]bool) string {
	if !taken[fold(id)] {
		return id
	}
	for n := 2; ; n++ {
		if next := id + "_" + strconv.Itoa(n); !taken[fold(next)] {
			return next
		}
	}
}

// fold makes names equal that one file system takes for the same.
func fold(id string) string { return strings.ToLower(id) }

func withFolders(p string, n int) string {
	id := baseID(p)
	dir := path.Dir(p)
	for ; n > 0 && dir != "." && dir != "/"; n-- {
		id = safeName(path.Base(dir)) + "__" + id
		dir = path.Dir(dir)
	}
	return id
}

func baseID(p string) string {
	base := path.Base(p)
	name := strings.TrimSuffix(base, path.Ext(base))
	return safeName(name)
}

// safeName keeps an id from leaving its folder or breaking a file system:
// separators, control characters and what Windows forbids become _.
func safeName(name string) string {
	clean := strings.Map(func(r rune) rune {
		if r < 0x20 || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, name)
	clean = strings.TrimRight(strings.TrimLeft(clean, "."), ". ")
	if clean == "" {
		return "_"
	}
	return clean
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
