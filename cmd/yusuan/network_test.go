package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// No package of the program opens a connection (SECURITY.md).
func TestNoNetwork(t *testing.T) {
	checked := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		checked++
		for _, i := range file.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if name == "net" || name == "net/http" || name == "crypto/tls" || strings.HasPrefix(name, "net/rpc") {
				t.Errorf("%s imports %s", path, name)
			}
		}
		return nil
	})
	if err != nil || checked < 50 {
		t.Fatalf("%d files checked: %v", checked, err)
	}
}
