package batch

import (
	"path"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// markDuplicates keeps the first of the files with one content and names the
// others after it.
func markDuplicates(sources []*source) {
	first := map[string]*source{}
	for _, s := range sources {
		if !s.isOpen() || s.sha256 == "" {
			continue
		}
		known, ok := first[s.sha256]
		if !ok {
			first[s.sha256] = s
			continue
		}
		s.status, s.reason, s.original = StatusDuplicate, "与 "+known.path+" 内容相同", known
	}
}

// assignIDs names the reports: the file name without its ending; where two have
// one name, the folder's name is put before it (folder__name).
func assignIDs(sources []*source) {
	byName := map[string][]*source{}
	for _, s := range sources {
		if s.named() {
			key := fold(baseID(s.path))
			byName[key] = append(byName[key], s)
		}
	}
	taken := map[string]bool{}
	var shared []*source
	for key, group := range byName {
		if len(group) > 1 {
			shared = append(shared, group...)
			continue
		}
		group[0].id = baseID(group[0].path)
		taken[key] = true
	}
	sortSources(shared)
	for depth := 1; len(shared) > 0; depth++ {
		shared = tellApart(shared, depth, taken)
	}
}

// tellApart names the sources whose name with that many folders before it is
// nobody else's, and returns the others. At the whole path, endings and numbers
// tell the rest apart (a.pdf beside a.txt).
func tellApart(group []*source, depth int, taken map[string]bool) []*source {
	count := map[string]int{}
	deepest := true
	for _, s := range group {
		id, more := withFolders(s.path, depth)
		count[fold(id)]++
		deepest = deepest && !more
	}
	var rest []*source
	for _, s := range group {
		id, _ := withFolders(s.path, depth)
		alone := count[fold(id)] == 1 && !taken[fold(id)]
		switch {
		case alone:
			s.id = id
		case deepest:
			s.id = numbered(id+"_"+strings.TrimPrefix(path.Ext(s.path), "."), taken)
		default:
			rest = append(rest, s)
			continue
		}
		taken[fold(s.id)] = true
	}
	return rest
}

func numbered(id string, taken map[string]bool) string {
	id = safeName(id)
	if !taken[fold(id)] {
		return id
	}
	for n := 2; ; n++ {
		if next := id + "_" + strconv.Itoa(n); !taken[fold(next)] {
			return next
		}
	}
}

// fold makes names equal that some file system takes for one.
func fold(id string) string { return strings.ToLower(id) }

// withFolders puts up to n folder names before the name and says whether the
// path has more of them.
func withFolders(p string, n int) (id string, more bool) {
	id = baseID(p)
	dir := path.Dir(p)
	for ; n > 0 && isNamed(dir); n-- {
		id = safeName(path.Base(dir)) + "__" + id
		dir = path.Dir(dir)
	}
	return shorten(id), isNamed(dir)
}

func isNamed(dir string) bool {
	base := path.Base(dir)
	return base != "." && base != "/" && base != ".."
}

func baseID(p string) string {
	base := path.Base(p)
	return shorten(safeName(strings.TrimSuffix(base, path.Ext(base))))
}

// maxID keeps OUT/reports/<id>.xlsx below what file systems take for a name.
const maxID = 200

// shorten cuts an overlong id in the middle, where names differ least.
func shorten(id string) string {
	if len(id) <= maxID {
		return id
	}
	head, tail := id[:maxID/2], id[len(id)-maxID/2+3:]
	return strings.ToValidUTF8(head, "") + "…" + strings.ToValidUTF8(tail, "")
}

// safeName keeps an id from leaving its folder or breaking a file system:
// separators, control characters and what Windows forbids become _. Names from
// macOS arrive decomposed and are composed.
func safeName(name string) string {
	clean := strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r == '\ufffd' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(name, "_")))
	clean = strings.TrimRight(strings.TrimLeft(clean, ". "), ". ")
	if clean == "" || reserved(clean) {
		return "_" + clean
	}
	return clean
}

// reserved names are devices on Windows, with any ending.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '0' && stem[3] <= '9'
}

func sortSources(s []*source) {
	sort.Slice(s, func(i, j int) bool { return s[i].path < s[j].path })
}
