package html_test

import (
	"context"
	"testing"

	"yusuan/extract"
	"yusuan/extract/extracttest"
	"yusuan/extract/html"
)

func read(t testing.TB, b []byte) *extract.Document {
	t.Helper()
	doc, err := html.Read(context.Background(), "in.html", b, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestCases(t *testing.T) {
	extracttest.Cases(t, "testdata/*.txtar", func(t *testing.T, a *extracttest.Archive) *extract.Document {
		return read(t, a.File("in"))
	})
}
