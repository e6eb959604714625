package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// readPaths replaces - by the paths that standard input lists, one a line, or
// with a NUL after each as find -print0 writes them.
func readPaths(args []string, stdin io.Reader) ([]string, error) {
	var paths []string
	for _, a := range args {
		if a == "-" {
			listed, err := readList(stdin)
			if err != nil {
				return nil, err
			}
			paths = append(paths, listed...)
			continue
		}
		if _, err := os.Stat(a); errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s does not exist", a)
		}
		paths = append(paths, a)
	}
	return paths, nil
}

func readList(r io.Reader) ([]string, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxList))
	if err != nil {
		return nil, fmt.Errorf("reading the list of paths: %w", err)
	}
	list := strings.TrimPrefix(string(b), "\ufeff")
	end := "\n"
	if strings.Contains(list, "\x00") {
		end = "\x00"
	}
	var paths []string
	there := 0
	for line := range strings.SplitSeq(list, end) {
		p := strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(p) == "" {
			continue
		}
		if !present(p) && present(strings.TrimSpace(p)) {
			p = strings.TrimSpace(p)
		}
		if present(p) {
			there++
		}
		paths = append(paths, p)
	}
	if len(paths) > 0 && there == 0 {
		return nil, fmt.Errorf("none of the %d paths in the list exists; - reads a list of paths, one a line", len(paths))
	}
	return paths, nil
}

// maxList is the longest list of paths, in bytes.
const maxList = 256 << 20

func present(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// interruptible ends the context at the first interrupt; the second one ends
// the program.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop()
	}()
	return ctx, stop
}
