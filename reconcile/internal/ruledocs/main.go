// Command ruledocs writes docs/rules. Run it by go generate.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"yusuan/reconcile"
	"yusuan/reconcile/internal/rulepage"
)

func main() {
	if err := write(filepath.Join("..", "docs", "rules")); err != nil {
		fmt.Fprintln(os.Stderr, "ruledocs:", err)
		os.Exit(1)
	}
}

func write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	all := reconcile.Rules()
	for _, d := range all {
		if err := os.WriteFile(filepath.Join(dir, d.ID+".md"), rulepage.Page(d), 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "README.md"), rulepage.Index(all), 0o644)
}
