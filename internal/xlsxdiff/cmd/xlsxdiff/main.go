// Command xlsxdiff tells in words how workbooks differ.
//
//	xlsxdiff OLD.xlsx NEW.xlsx
//	xlsxdiff OLDFOLDER NEWFOLDER     every .xlsx below, paired by its path
//
// It prints one line a difference (sheet, cell, old, new) and ends with 1 where
// there is any, with 2 where a file cannot be read.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"yusuan/internal/xlsxdiff"
)

func main() {
	limit := flag.Int("limit", 40, "lines shown for one workbook, 0 for all")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: xlsxdiff [-limit N] OLD NEW")
		os.Exit(2)
	}
	differ, err := run(flag.Arg(0), flag.Arg(1), *limit)
	switch {
	case err != nil:
		fmt.Fprintln(os.Stderr, "xlsxdiff:", err)
		os.Exit(2)
	case differ:
		os.Exit(1)
	}
}

func run(before, after string, limit int) (bool, error) {
	olds, err := workbooks(before)
	if err != nil {
		return false, err
	}
	news, err := workbooks(after)
	if err != nil {
		return false, err
	}
	names := maps.Clone(olds)
	maps.Copy(names, news)
	differ := false
	for _, name := range slices.Sorted(maps.Keys(names)) {
		changed, err := one(name, olds[name], news[name], limit)
		if err != nil {
			return differ, err
		}
		differ = differ || changed
	}
	return differ, nil
}

func one(name, before, after string, limit int) (bool, error) {
	switch {
	case after == "":
		fmt.Printf("%s: removed\n", name)
		return true, nil
	case before == "":
		fmt.Printf("%s: added\n", name)
		return true, nil
	}
	a, err := os.ReadFile(before)
	if err != nil {
		return false, err
	}
	b, err := os.ReadFile(after)
	if err != nil {
		return false, err
	}
	list, err := xlsxdiff.Compare(a, b)
	if err != nil {
		return false, fmt.Errorf("%s: %w", name, err)
	}
	if len(list) == 0 {
		return false, nil
	}
	fmt.Printf("%s: %d differences\n", name, len(list))
	for i, d := range list {
		if limit > 0 && i == limit {
			fmt.Printf("  … %d more\n", len(list)-limit)
			break
		}
		fmt.Println("  " + d.String())
	}
	return true, nil
}

// workbooks lists a file, or the workbooks below a folder by their relative path.
func workbooks(path string) (map[string]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return map[string]string{"workbook": path}, nil
	}
	out := map[string]string{}
	err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".xlsx" {
			return err
		}
		rel, err := filepath.Rel(path, p)
		out[rel] = p
		return err
	})
	return out, err
}
