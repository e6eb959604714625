// Command golden writes golden/ anew and says in words what changed.
//
//	go run ./internal/golden/cmd/golden [-check] [ROOT]
//
// With -check it writes nothing and ends with status 1 where something differs.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"yusuan/internal/golden"
)

func main() {
	check := flag.Bool("check", false, "write nothing; status 1 where something differs")
	limit := flag.Int("limit", 20, "differences shown of each file")
	flag.Parse()
	root := "."
	if flag.NArg() > 0 {
		root = flag.Arg(0)
	}
	differences, err := run(root, *check, *limit)
	if err != nil {
		fmt.Fprintln(os.Stderr, "golden:", err)
		os.Exit(2)
	}
	if *check && differences > 0 {
		os.Exit(1)
	}
}

func run(root string, check bool, limit int) (int, error) {
	dir := filepath.Join(root, "golden")
	old, err := golden.Read(dir)
	if err != nil {
		return 0, err
	}
	now, err := golden.Make(context.Background(), root)
	if err != nil {
		return 0, err
	}
	words := golden.Words(old, now, limit)
	for _, w := range words {
		fmt.Println(w)
	}
	if len(words) == 0 {
		fmt.Println("golden/ is what a run over samples/ writes")
	}
	if check {
		return len(words), nil
	}
	return len(words), golden.Write(dir, now)
}
