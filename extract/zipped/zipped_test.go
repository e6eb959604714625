package zipped_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"testing"

	"yusuan/extract/zipped"
)

func archive(t *testing.T, parts map[string]string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, s := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCheck(t *testing.T) {
	for name, c := range map[string]struct {
		part     string
		size     uint64
		packed   uint64
		wantBomb bool
	}{
		"small":           {"word/document.xml", 1 << 20, 1 << 10, false},
		"large part":      {"word/document.xml", 300 << 20, 100 << 20, true},
		"large picture":   {"word/media/a.png", 300 << 20, 299 << 20, false},
		"too many times":  {"word/media/a.png", 200 << 20, 100 << 10, true},
		"more than total": {"word/media/a.png", 2 << 30, 1 << 30, true},
	} {
		z := archive(t, map[string]string{c.part: "x"})
		z.File[0].UncompressedSize64, z.File[0].CompressedSize64 = c.size, c.packed
		if err := zipped.Check(z); errors.Is(err, zipped.ErrBomb) != c.wantBomb {
			t.Errorf("%s: error %v, want a bomb: %v", name, err, c.wantBomb)
		}
	}
}

func TestFindAndOpen(t *testing.T) {
	z := archive(t, map[string]string{`word\\Document.xml`: "text"})
	f := zipped.Find(z, "word/document.xml")
	if f != nil {
		t.Fatal("two backslashes are no slash")
	}
	z = archive(t, map[string]string{`Word\Document.xml`: "text"})
	if f = zipped.Find(z, "word/document.xml"); f == nil {
		t.Fatal("part not found by another case and slash")
	}
	r, err := zipped.Open(f)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if b, err := io.ReadAll(r); err != nil || string(b) != "text" {
		t.Errorf("read %q, error %v", b, err)
	}
}
