package batch

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yusuan/extract/open"
)

// The folder of a run. What begins with a dot is the program's own and can be
// deleted at any time between two runs: it only costs time.
const (
	reportsFolder = "reports"
	stateFolder   = ".yusuan"
	cacheFolder   = "cache"
	manifestFile  = "run.json"
)

// store keeps the artifacts of a run below OUT/.yusuan, each under its key.
type store struct {
	out string
}

func (s store) path(name string) string   { return filepath.Join(s.out, name) }
func (s store) state(name string) string  { return filepath.Join(s.out, stateFolder, name) }
func (s store) workbook(id string) string { return filepath.Join(s.out, reportsFolder, id+".xlsx") }
func (s store) artifact(key string) string {
	return filepath.Join(s.out, stateFolder, cacheFolder, key)
}

// linkTo is the address of an input as seen from its workbook, so that a figure
// of a PDF can open its page. What lies in an archive has none.
func (s store) linkTo(src *source) string {
	if src.kind != open.PDF || strings.Contains(src.path, memberSeparator) {
		return ""
	}
	rel, err := filepath.Rel(absolute(filepath.Join(s.out, reportsFolder)), absolute(src.file))
	if err != nil {
		return "" // on another drive
	}
	return (&url.URL{Path: filepath.ToSlash(rel)}).String()
}

// create makes the folders and tells a folder that cannot be written.
func (s store) create() error {
	for _, dir := range []string{s.out, filepath.Join(s.out, reportsFolder), s.state(cacheFolder)} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fmt.Errorf("the output folder %s cannot be made: %w", s.out, err)
		}
	}
	probe, err := os.CreateTemp(s.out, temporary)
	if err != nil {
		return fmt.Errorf("the output folder %s cannot be written: %w", s.out, err)
	}
	probe.Close()
	return os.Remove(probe.Name())
}

// cached opens the artifact of a key where it is whole and its workbook stands
// in its place; anything else is a miss.
func (s store) cached(key string) (*artifactHead, bool) {
	a, err := s.open(nil, key)
	if err != nil || !a.whole() {
		return nil, false
	}
	head, err := a.head()
	if err != nil || !s.hasWorkbook(head) {
		return nil, false
	}
	return head, true
}

func (s store) hasWorkbook(h *artifactHead) bool {
	path := s.workbook(h.Entry.ID)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != h.WorkbookSize {
		return false
	}
	b, err := os.ReadFile(path)
	return err == nil && hashOf(b) == h.WorkbookHash
}

// open reads the artifact of a key, into dst where it has the room.
func (s store) open(dst []byte, key string) (*artifact, error) {
	f, size, err := openSized(s.artifact(key))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := appendAll(slices.Grow(dst[:0], int(size)+1), f)
	if err != nil {
		return nil, err
	}
	return openArtifact(b)
}

// openSized opens a file and tells its size.
func openSized(path string) (f *os.File, size int64, err error) {
	if f, err = os.Open(path); err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// section reads one section of the artifact of a key as it is stored, into dst where it
// has the room, and nothing else of it.
func (s store) section(dst []byte, key string, n int) ([]byte, error) {
	f, whole, err := openSized(s.artifact(key))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var head [sectionsAt]byte
	if _, err := f.ReadAt(head[:], 0); err != nil {
		return nil, errArtifact
	}
	places, err := placesOf(head[:], whole)
	if err != nil {
		return nil, err
	}
	size := places[n+1] - places[n]
	dst = slices.Grow(dst[:0], size)[:size]
	if _, err := f.ReadAt(dst, int64(places[n])); err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(dst) != checksumOf(head[:], n) {
		return nil, errArtifact
	}
	return dst, nil
}

// keep stores an artifact and publishes its workbook, in this order: a workbook
// without an artifact would be made again, an artifact without its workbook is a miss.
func (s store) keep(key, id string, packed, book []byte) error {
	if err := place(s.artifact(key), packed); err != nil {
		return err
	}
	return place(s.workbook(id), book)
}

// sweep removes what no longer belongs to the run: artifacts of other keys,
// workbooks that an earlier run made for inputs that are gone, and temporary
// files of a run that was killed. Files that the program did not make stay.
func (s store) sweep(keys map[string]bool, made, wanted map[string]bool) error {
	for id := range made {
		if wanted[id] {
			continue
		}
		if err := os.Remove(s.workbook(id)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing an old workbook: %w", err)
		}
	}
	return filepath.WalkDir(s.state(cacheFolder), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || keys[d.Name()] {
			return err
		}
		return os.Remove(p)
	})
}

// removeTemporary removes what a killed run left half-written.
func (s store) removeTemporary() {
	for _, dir := range []string{s.out, filepath.Join(s.out, reportsFolder), filepath.Join(s.out, stateFolder)} {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), temporaryPrefix) {
				os.RemoveAll(filepath.Join(dir, e.Name()))
			}
		}
	}
}
