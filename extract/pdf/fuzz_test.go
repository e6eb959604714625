package pdf

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"yusuan/extract"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/internal/make"
)

// FuzzRead assembles the pages of whatever file comes, without other engines.
func FuzzRead(f *testing.F) {
	f.Add(make.Text("883,868"))
	f.Add(doc(show+"20 190 m 200 190 l S 20 220 m 200 220 l S 20 190 m 20 220 l S 200 190 m 200 220 l S", ""))
	f.Add(doc("BT /F1 12 Tf 0 1 -1 0 50 50 Tm (883,868) Tj ET", "/X 9 0 R"))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		a := newAssembly("x")
		if err := Pages(ctx, bytes.NewReader(data), func(p *glyph.Page) error { a.add(p); return nil }); err != nil && ctx.Err() != nil {
			t.Fatal(err)
		}
		a.finish()
		check(t, a.doc)
	})
}

// check holds a document to its rules: lines are numbered through, a cell is the
// span that it names.
func check(t *testing.T, d *extract.Document) {
	lines := map[int]string{}
	n := 0
	for _, p := range d.Pages {
		for _, l := range p.Lines {
			if n++; l.Number != n {
				t.Fatalf("line %d is numbered %d", n, l.Number)
			}
			if strings.ContainsAny(l.Text, "\n\r") {
				t.Fatalf("line %q", l.Text)
			}
			lines[n] = l.Text
		}
	}
	for _, tb := range d.Tables {
		for _, row := range tb.Rows {
			for _, c := range row {
				if c.Line > 0 && lines[c.Line][c.Start:c.End] != c.Text {
					t.Fatalf("cell %q is not at %d %d:%d", c.Text, c.Line, c.Start, c.End)
				}
			}
		}
	}
}
