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
	return aside(path, func(f *os.File) error {
		buffered := bufio.NewWriterSize(f, 1<<16)
		if err := write(buffered); err != nil {
			return err
		}
		if err := buffered.Flush(); err != nil {
			return err
		}
		return f.Sync()
	})
}

// place is publish for what can be made again: it does not wait for the disk.
func place(path string, content []byte) error {
	return aside(path, func(f *os.File) error {
		_, err := f.Write(content)
		return err
	})
}

func aside(path string, write func(*os.File) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), temporary)
	if err != nil {
		return writeError(path, err)
	}
	if err := fill(f, write); err != nil {
		os.Remove(f.Name())
		return writeError(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		os.Remove(f.Name())
		return writeError(path, err)
	}
	return nil
}

func fill(f *os.File, write func(*os.File) error) error {
	defer f.Close()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	return f.Close()
}

func writeError(path string, err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("the disk is full: %s could not be written", path)
	}
	return fmt.Errorf("writing %s: %w", path, err)
}
