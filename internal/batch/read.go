package batch

import (
	"context"
	"os"
	"strings"

	"yusuan/extract"
)

// readFile reads one file into a document.
func readFile(ctx context.Context, path string, o extract.Options) (*extract.Document, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	doc := &extract.Document{File: path, Type: "txt", Engine: "text", Encoding: "utf-8"}
	page := extract.Page{Number: 1, Engine: "text"}
	for i, l := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		page.Lines = append(page.Lines, extract.Line{Number: i + 1, Text: strings.TrimSuffix(l, "\r")})
	}
	doc.Pages = []extract.Page{page}
	return doc, ctx.Err()
}
