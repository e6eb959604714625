package batch

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"sort"
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
		known := first[s.sha256]
		// A file of its own is preferred to one in an archive: it can be opened.
		if known == nil || known.member != "" && s.member == "" {
			first[s.sha256] = s
		}
	}
	for _, s := range sources {
		if known := first[s.sha256]; s.isOpen() && known != nil && known != s {
			s.status, s.reason, s.original = StatusDuplicate, "与 "+known.path+" 内容相同", known
		}
	}
}

// assignIDs names the reports: the file name without its ending. Two in one
// folder that differ only by their ending keep it (a_pdf, a_txt); two in several
// folders get the folder's name put before (folder__name).
func assignIDs(sources []*source) {
	var named []*source
	for _, s := range sources {
		if s.named() {
			s.id = baseID(s.path)
			named = append(named, s)
		}
	}
	for _, group := range sharing(named, func(s *source) string { return path.Dir(s.path) + "/" + s.id }) {
		for _, s := range group {
			s.id = shorten(s.id + "_" + safeName(strings.TrimPrefix(path.Ext(s.path), ".")))
		}
	}
	base := make(map[*source]string, len(named))
	for _, s := range named {
		base[s] = s.id
	}
	id := func(s *source) string { return s.id }
	for depth := 1; depth < maxFolders; depth++ {
		shared := sharing(named, id)
		if len(shared) == 0 {
			return
		}
		for _, group := range shared {
			for _, s := range group {
				s.id = withFolders(base[s], s.path, depth)
			}
		}
	}
	number(named)
}

// number tells apart what whole paths do not (x/b.txt beside x__b.txt).
func number(named []*source) {
	taken := map[string]bool{}
	for _, s := range named {
		taken[fold(s.id)] = true
	}
	for _, group := range sharing(named, func(s *source) string { return s.id }) {
		n := 1
		for _, s := range group {
			for taken[fold(fmt.Sprintf("%s_%d", s.id, n))] {
				n++
			}
			s.id = fmt.Sprintf("%s_%d", s.id, n)
			taken[fold(s.id)] = true
		}
	}
}

// maxFolders bounds how many folder names are put before a name.
const maxFolders = 40

// sharing returns the groups of sources that have one key, each in the order of
// their paths.
func sharing(sources []*source, key func(*source) string) [][]*source {
	groups := map[string][]*source{}
	for _, s := range sources {
		k := fold(key(s))
		groups[k] = append(groups[k], s)
	}
	var out [][]*source
	for _, k := range slices.Sorted(maps.Keys(groups)) {
		if len(groups[k]) > 1 {
			out = append(out, groups[k])
		}
	}
	return out
}

// fold makes names equal that some file system takes for one.
func fold(id string) string { return strings.ToLower(id) }

// withFolders puts up to n folder names of a path before the name.
func withFolders(name, p string, n int) string {
	dir := path.Dir(p)
	for ; n > 0 && isNamed(dir); n-- {
		name = safeName(path.Base(dir)) + "__" + name
		dir = path.Dir(dir)
	}
	return shorten(name)
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
