// Package extracttest holds what the tests of all readers share: cases as data
// (txtar files of an input and the document it must give), and checks that hold
// for every document.
package extracttest

import (
	"bytes"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yusuan/extract"
	"yusuan/extract/runes"
)

var update = flag.Bool("update", false, "write the documents that the cases give now as their wanted ones")

// Cases runs every file of pattern: read gets the archive's files but "want" and
// gives a document, whose Show must be "want".
func Cases(t *testing.T, pattern string, read func(t *testing.T, a *Archive) *extract.Document) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases in %s (%v)", pattern, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := readArchive(name)
			if err != nil {
				t.Fatal(err)
			}
			doc := read(t, a)
			Check(t, doc)
			got := []byte(Show(doc))
			if *update {
				a.set("want", got)
				if err := a.write(name); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.File("want")), string(got)); diff != "" {
				t.Errorf("document differs (-want +got):\n%s", diff)
			}
		})
	}
}

// Show prints a document for people: a line a line with its number and a sign
// (+ joins, ~ running, T1 row of table 1), then the grids and the problems.
func Show(doc *extract.Document) string {
	var b bytes.Buffer
	for _, p := range doc.Pages {
		if len(doc.Pages) > 1 {
			fmt.Fprintf(&b, "page %d\n", p.Number)
		}
		for _, l := range p.Lines {
			if runes.IsBlank(l.Text) {
				continue
			}
			fmt.Fprintf(&b, "%3d %-3s|%s\n", l.Number, sign(l), strings.ReplaceAll(l.Text, "\t", "→"))
		}
	}
	for _, t := range doc.Tables {
		fmt.Fprintf(&b, "table %d page %d %s", t.Number, t.Page, t.Method)
		if t.Continues {
			b.WriteString(" continues")
		}
		b.WriteByte('\n')
		for _, r := range t.Rows {
			for _, c := range r {
				b.WriteString("[" + showCell(c) + "]")
			}
			b.WriteByte('\n')
		}
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "%s line %d: %s\n", p.Code, p.Line, p.Message)
	}
	return b.String()
}

func sign(l extract.Line) string {
	switch {
	case l.Kind == extract.TableLn:
		return fmt.Sprintf("T%d", l.Table)
	case l.Kind == extract.Running:
		return "~"
	case l.Joins:
		return "+"
	}
	return ""
}

func showCell(c extract.Cell) string {
	if c.Covered {
		return "^"
	}
	s := c.Text
	if c.Indent > 0 {
		s = fmt.Sprintf("%d>%s", c.Indent, s)
	}
	if c.ColSpan > 1 {
		s += fmt.Sprintf(" c%d", c.ColSpan)
	}
	if c.RowSpan > 1 {
		s += fmt.Sprintf(" r%d", c.RowSpan)
	}
	return s
}

// Check asserts what holds for every document: lines are numbered through, grids
// are rectangles, a cell's span lies in its line and prints its text, lines of
// tables name a table that exists.
func Check(t testing.TB, doc *extract.Document) {
	t.Helper()
	lines := map[int]extract.Line{}
	want := 1
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			if l.Number != want {
				t.Fatalf("page %d: line number %d, want %d", p.Number, l.Number, want)
			}
			want++
			lines[l.Number] = l
			if (l.Kind == extract.TableLn) != (l.Table > 0) || l.Table > len(doc.Tables) {
				t.Fatalf("line %d: kind %q with table %d of %d", l.Number, l.Kind, l.Table, len(doc.Tables))
			}
		}
	}
	for i, tab := range doc.Tables {
		if tab.Number != i+1 {
			t.Fatalf("table %d has number %d", i+1, tab.Number)
		}
		for r, row := range tab.Rows {
			if len(row) != len(tab.Rows[0]) {
				t.Fatalf("table %d row %d has %d cells, the first row %d", i+1, r, len(row), len(tab.Rows[0]))
			}
			for c, cell := range row {
				checkCell(t, fmt.Sprintf("table %d row %d cell %d", i+1, r, c), cell, lines)
			}
		}
	}
}

func checkCell(t testing.TB, where string, c extract.Cell, lines map[int]extract.Line) {
	t.Helper()
	if c.Covered && c.Text != "" {
		t.Fatalf("%s is covered but holds %q", where, c.Text)
	}
	if c.Line == 0 {
		if c.Text != "" {
			t.Fatalf("%s: %q has no place", where, c.Text)
		}
		return
	}
	l, ok := lines[c.Line]
	if !ok || c.Start < 0 || c.End < c.Start || c.End > len(l.Text) {
		t.Fatalf("%s: span %d:%d–%d is not in the document", where, c.Line, c.Start, c.End)
	}
	// a label that wraps over lines of a text keeps the place of its first part
	if got := l.Text[c.Start:c.End]; got != c.Text && (got == "" || !strings.HasPrefix(c.Text, got)) {
		t.Fatalf("%s: text %q, but its span prints %q", where, c.Text, got)
	}
}
