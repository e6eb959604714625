package grid

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

var update = flag.Bool("update", false, "write what was read into the case files; review the diff")

// Case files hold tables and the figures that must be read in them:
//
//	@ book all|own year stage       the heading above; a new table begins
//	^ caption
//	= cell | cell | cell            a row; a leading 　 is an indent
//	! message                       what was left unread
//	row.col amount | book level year stage side subject role [parent=…] [growth=… [otherbase]] [completion=…] [basis=…] [delta] [mark=…] [in=parent row]
func TestTables(t *testing.T) {
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := replay(New(l), string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			w, g := strings.Split(string(want), "\n"), strings.Split(got, "\n")
			for i := range min(len(w), len(g)) {
				if w[i] != g[i] {
					t.Fatalf("line %d:\n want %s\n got  %s", i+1, w[i], g[i])
				}
			}
			if len(w) != len(g) {
				t.Fatalf("%d lines, want %d", len(g), len(w))
			}
		})
	}
}

func replay(r *Reader, text string) string {
	meta := outline.Meta{District: "某省某市某县", Government: '县', Kind: budget.KindBudget, Year: 2023, Next: 2024}
	var b strings.Builder
	in := Input{Number: 1, Meta: meta}
	var table extract.Table
	flush := func() {
		if len(table.Rows) == 0 {
			return
		}
		t := table
		for _, part := range r.ByLevel([]*extract.Table{&t}, meta) {
			in.Parts, in.Own = part.Tables, part.Scope
			out, _ := r.Read(in)
			for i := range out.Figures {
				b.WriteString(show(&out.Figures[i], &out, i+1) + "\n")
			}
			for _, n := range out.Notes {
				if n.Rule == "E003" {
					b.WriteString("! " + n.Message + "\n")
				}
			}
		}
		table = extract.Table{}
		in.Captions = nil
	}
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for n, line := range lines {
		switch {
		case strings.HasPrefix(line, "@"):
			flush()
			f := strings.Fields(line[1:])
			in.Context = outline.Context{Stage: budget.Stage(f[3])}
			if f[0] != "-" {
				in.Context.Book = budget.Book(f[0])
			}
			in.Context.Year, _ = strconv.Atoi(f[2])
			if f[1] == "own" {
				in.Context.Scope, in.Context.Level = "县级", budget.Own
			}
			b.WriteString(line + "\n")
		case strings.HasPrefix(line, "^"):
			in.Captions = append(in.Captions, strings.TrimSpace(line[1:]))
			b.WriteString(line + "\n")
		case strings.HasPrefix(line, "="):
			table.Rows = append(table.Rows, cells(line[1:], n+1))
			b.WriteString(line + "\n")
		case strings.HasPrefix(line, "#"), line == "":
			flush()
			b.WriteString(line + "\n")
		}
	}
	flush()
	return b.String()
}

func cells(line string, n int) []extract.Cell {
	var out []extract.Cell
	for _, c := range strings.Split(line, "|") {
		c = strings.Trim(c, " ")
		t := strings.TrimLeft(c, "　")
		out = append(out, extract.Cell{Text: t, Line: n, Indent: 2 * strings.Count(c[:len(c)-len(t)], "　")})
	}
	return out
}

func show(f *budget.Figure, out *Output, id int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d.%d %s | %s %s %d %s %s %s %s", f.Row, f.Col, f.Amount, f.Book, f.Level, f.Year, f.Stage, f.Side, f.Subject, f.Role)
	if f.Parent != "" {
		b.WriteString(" parent=" + f.Parent)
	}
	if f.Growth.Known {
		fmt.Fprintf(&b, " growth=%s", f.Growth.Value)
	}
	if f.Growth.OtherBase {
		b.WriteString(" otherbase")
	}
	if f.Completion.Known {
		fmt.Fprintf(&b, " completion=%s", f.Completion.Value)
	}
	if f.Basis != "" {
		b.WriteString(" basis=" + f.Basis)
	}
	if f.Delta {
		b.WriteString(" delta")
	}
	if f.Mark != "" {
		b.WriteString(" mark=" + string(f.Mark))
	}
	for _, blk := range out.Table.Blocks {
		for _, it := range blk.Items {
			for _, c := range it.Cells {
				if c != id {
					continue
				}
				if it.Parent >= 0 {
					b.WriteString(" in=" + blk.Items[it.Parent].Subject)
				}
				if it.Grand {
					b.WriteString(" grand")
				}
				if it.Among {
					b.WriteString(" among")
				}
			}
		}
	}
	return b.String()
}
