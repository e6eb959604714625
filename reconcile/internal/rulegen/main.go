// Command rulegen writes reconcile/registry.go. Run it by go generate.
package main

import (
	"fmt"
	"os"

	"yusuan/reconcile/internal/registry"
)

func main() {
	src, err := registry.Source("rules")
	if err == nil {
		err = os.WriteFile("registry.go", src, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "rulegen:", err)
		os.Exit(1)
	}
}
