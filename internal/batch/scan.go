package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// scan lists the files below the paths, in the order of their paths whatever the
// order of the arguments. out is left aside. Links to folders are followed once.
func scan(paths []string, out string) []*source {
	s := scanner{out: realPath(out), files: map[string]*source{}, folders: map[string]string{}}
	sorted := append([]string{}, paths...)
	sort.Strings(sorted)
	for _, p := range sorted {
		s.add(p)
	}
	s.followLinks()
	found := make([]*source, 0, len(s.files))
	for _, src := range s.files {
		found = append(found, src)
	}
	sort.Slice(found, func(i, j int) bool { return found[i].path < found[j].path })
	return found
}

type scanner struct {
	out     string
	files   map[string]*source // by absolute path
	folders map[string]string  // real path of a folder to the path it was walked by
	links   []string           // links to folders, walked after the folders themselves
}

func (s *scanner) add(path string) {
	info, err := os.Stat(path)
	if err != nil {
		s.keep(&source{path: path}).fail(openReason(err))
		return
	}
	if info.IsDir() {
		s.folder(path)
		return
	}
	s.file(path, info, false)
}

func (s *scanner) folder(path string) {
	real := realPath(path)
	if real == s.out {
		return
	}
	if _, ok := s.folders[real]; ok {
		return
	}
	s.folders[real] = path
	if _, err := os.Stat(filepath.Join(path, stateFolder)); err == nil {
		s.keep(&source{path: path + "/"}).skip("以前运行的结果")
		return
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		s.keep(&source{path: path + "/"}).fail("文件夹" + openReason(err))
		return
	}
	for _, e := range entries {
		s.entry(filepath.Join(path, e.Name()), e)
	}
}

func (s *scanner) entry(path string, e fs.DirEntry) {
	hidden := strings.HasPrefix(e.Name(), ".")
	if e.IsDir() {
		if hidden {
			s.keep(&source{path: path + "/"}).skip("隐藏文件夹")
			return
		}
		s.folder(path)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil && e.Type()&fs.ModeSymlink != 0:
		s.keep(&source{path: path}).fail("链接指向的文件不存在或构成循环")
	case err != nil:
		s.keep(&source{path: path}).fail(openReason(err))
	case info.IsDir():
		s.links = append(s.links, path)
	default:
		s.file(path, info, true)
	}
}

func (s *scanner) file(path string, info fs.FileInfo, walked bool) {
	src := s.keep(&source{path: path, size: info.Size(), changed: info.ModTime(), walked: walked})
	name := filepath.Base(path)
	switch {
	case strings.HasPrefix(name, "~$"):
		src.skip("办公软件的锁定文件")
	case strings.HasPrefix(name, "."):
		src.skip("隐藏文件")
	case !info.Mode().IsRegular():
		src.skip("不是普通文件")
	}
}

// followLinks walks linked folders that were not walked by their own name; a
// link back into a walked tree would go round for ever and is left.
func (s *scanner) followLinks() {
	for len(s.links) > 0 {
		sort.Strings(s.links)
		link := s.links[0]
		s.links = s.links[1:]
		if known, ok := s.folders[realPath(link)]; ok {
			s.keep(&source{path: link + "/"}).skip("链接到已读取的文件夹 " + filepath.ToSlash(known))
			continue
		}
		s.folder(link)
	}
}

// keep adds a source; a file that was given by two paths keeps the lesser one.
func (s *scanner) keep(src *source) *source {
	folder := strings.HasSuffix(src.path, "/")
	src.path = filepath.ToSlash(filepath.Clean(src.path))
	if folder {
		src.path += "/"
	}
	src.file = filepath.FromSlash(src.path)
	key := absolute(src.path)
	if known, ok := s.files[key]; ok && known.path <= src.path {
		return known
	}
	s.files[key] = src
	return src
}

func openReason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "不存在"
	case errors.Is(err, fs.ErrPermission):
		return "没有读取权限"
	}
	return "打不开：" + err.Error()
}

func absolute(p string) string {
	abs, err := filepath.Abs(p)
	if err != nil {
		return filepath.Clean(p)
	}
	return abs
}

// realPath is the absolute path without links; of a path that does not exist
// yet, the absolute path.
func realPath(p string) string {
	if real, err := filepath.EvalSymlinks(p); err == nil {
		return absolute(real)
	}
	return absolute(p)
}
