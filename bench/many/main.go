// Command many writes N made-believe reports into a folder, to measure with.
//
//	go run ./bench/many 1000 /tmp/many
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"yusuan/internal/generate"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "many:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: many N FOLDER")
	}
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return fmt.Errorf("the number of reports: %w", err)
	}
	styles, err := generate.Styles()
	if err != nil {
		return err
	}
	styles = slices.DeleteFunc(styles, func(s *generate.Style) bool { return s.HeldOut })
	for i := range n {
		r, err := styles[i%len(styles)].Make(uint64(i))
		if err != nil {
			return err
		}
		// A hundred reports a folder, as they are collected.
		path := filepath.Join(args[1], fmt.Sprintf("%03d", i/100), r.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, r.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
