package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// Files that are being written have a name of this pattern.
const (
	temporaryPrefix = ".yusuan-writing-"
	temporary       = temporaryPrefix + "*"
)

// publish writes a file aside and renames it into place, so that nobody ever
// sees half of it. It waits until the content is on the disk.
func publish(path string, write func(io.Writer) error) error {
	return publishAll([]string{path}, func(files []io.Writer) error {
		if err := write(files[0]); err != nil {
			return writeError(path, err)
		}
		return nil
	})
}

// publishAll is publish for files that are written together.
func publishAll(paths []string, write func([]io.Writer) error) error {
	var pending []*pendingFile
	var files []io.Writer
	defer func() {
		for _, p := range pending {
			p.discard()
		}
	}()
	for _, path := range paths {
		p, err := openPending(path)
		if err != nil {
			return err
		}
		p.buffer = bufio.NewWriterSize(p.file, 1<<16)
		pending, files = append(pending, p), append(files, p)
	}
	if err := write(files); err != nil {
		return err
	}
	for _, p := range pending {
		if err := p.publish(true); err != nil {
			return err
		}
	}
	return nil
}

// place is publish for what can be made again: it does not wait for the disk.
func place(path string, content []byte) error {
	p, err := openPending(path)
	if err != nil {
		return err
	}
	defer p.discard()
	if _, err := p.Write(content); err != nil {
		return err
	}
	return p.publish(false)
}

// pendingFile is a file that is written aside. Its errors name the path that it
// is meant for.
type pendingFile struct {
	path   string
	file   *os.File
	buffer *bufio.Writer // nil: what is written goes to the file at once
	done   bool
}

func openPending(path string) (*pendingFile, error) {
	f, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return nil, writeError(path, err)
	}
	return &pendingFile{path: path, file: f}, nil
}

func (p *pendingFile) Write(b []byte) (n int, err error) {
	if p.buffer != nil {
		n, err = p.buffer.Write(b)
	} else {
		n, err = p.file.Write(b)
	}
	if err != nil {
		return n, writeError(p.path, err)
	}
	return n, nil
}

// publish puts the file into its place.
func (p *pendingFile) publish(wait bool) error {
	if err := p.finish(wait); err != nil {
		return writeError(p.path, err)
	}
	p.done = true
	return nil
}

func (p *pendingFile) finish(wait bool) error {
	if p.buffer != nil {
		if err := p.buffer.Flush(); err != nil {
			return err
		}
	}
	if wait {
		if err := p.file.Sync(); err != nil {
			return err
		}
	}
	if err := p.file.Chmod(0o644); err != nil {
		return err
	}
	if err := p.file.Close(); err != nil {
		return err
	}
	return os.Rename(p.file.Name(), p.path)
}

// discard removes a file that was not published.
func (p *pendingFile) discard() {
	if !p.done {
		p.file.Close()
		os.Remove(p.file.Name())
	}
}

// unwritten says which file could not be written.
type unwritten struct {
	path string
	err  error
}

func (u *unwritten) Error() string {
	if errors.Is(u.err, syscall.ENOSPC) {
		return fmt.Sprintf("the disk is full: %s could not be written", u.path)
	}
	return fmt.Sprintf("writing %s: %v", u.path, u.err)
}

func (u *unwritten) Unwrap() error { return u.err }

// writeError names the file that an error is about, unless it is named already.
func writeError(path string, err error) error {
	if named := (*unwritten)(nil); errors.As(err, &named) {
		return err
	}
	return &unwritten{path, err}
}
