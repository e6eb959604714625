package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// readPaths replaces - by the paths that standard input lists, one a line.
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
	var paths []string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if p := strings.TrimSuffix(lines.Text(), "\r"); p != "" {
			paths = append(paths, p)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading the list of paths: %w", err)
	}
	return paths, nil
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
