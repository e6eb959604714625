package batch

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// scan lists the files below the paths in a stable order. out is left aside.
func scan(paths []string, out string) ([]*source, error) {
	s := scanner{out: absolute(out), seen: map[string]bool{}}
	for _, p := range paths {
		if err := s.add(p); err != nil {
			return nil, err
		}
	}
	sort.Slice(s.found, func(i, j int) bool { return s.found[i].path < s.found[j].path })
	return s.found, nil
}

type scanner struct {
	out   string
	seen  map[string]bool
	found []*source
}

func (s *scanner) add(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	if !info.IsDir() {
		s.file(path, info)
		return nil
	}
	return filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			s.keep(&source{path: p, status: statusUnreadable, reason: "文件夹或文件打不开：" + err.Error()})
			return nil
		}
		if d.IsDir() {
			return s.enter(path, p, d)
		}
		info, err := d.Info()
		if err != nil {
			s.keep(&source{path: p, status: statusUnreadable, reason: "文件打不开：" + err.Error()})
			return nil
		}
		s.file(p, info)
		return nil
	})
}

func (s *scanner) enter(root, p string, d fs.DirEntry) error {
	if absolute(p) == s.out {
		return filepath.SkipDir
	}
	if p != root && strings.HasPrefix(d.Name(), ".") {
		s.keep(&source{path: p + "/", status: statusSkipped, reason: "隐藏文件夹"})
		return filepath.SkipDir
	}
	return nil
}

func (s *scanner) file(p string, info fs.FileInfo) {
	src := &source{path: p, size: info.Size()}
	name := filepath.Base(p)
	switch {
	case strings.HasPrefix(name, "~$"):
		src.status, src.reason = statusSkipped, "办公软件的锁定文件"
	case strings.HasPrefix(name, "."):
		src.status, src.reason = statusSkipped, "隐藏文件"
	}
	s.keep(src)
}

func (s *scanner) keep(src *source) {
	src.path = filepath.ToSlash(filepath.Clean(src.path))
	if key := absolute(src.path); !s.seen[key] {
		s.seen[key] = true
		s.found = append(s.found, src)
	}
}

func absolute(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return filepath.Clean(p)
	}
	return abs
}
