package xlsxdiff

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Difference is one change. Cell is empty where the change is not of one cell.
type Difference struct {
	Sheet string
	Cell  string
	What  string // value, look, link, note, height, row added, row removed, sheet added, part …
	Old   string
	New   string
}

// String words a difference on one line.
func (d Difference) String() string {
	where := d.Sheet
	if d.Cell != "" {
		where += "!" + d.Cell
	}
	return strings.TrimSpace(fmt.Sprintf("%s  %s: %s ⇒ %s", where, d.What, quoted(d.Old), quoted(d.New)))
}

func quoted(s string) string {
	if s == "" {
		return "(none)"
	}
	return s
}

// Compare lists the differences between two workbooks, sheet by sheet. Of links
// out of the workbook only the last part of the address counts, and the packing
// of the archive does not.
func Compare(before, after []byte) ([]Difference, error) {
	if bytes.Equal(before, after) {
		return nil, nil
	}
	a, err := read(before)
	if err != nil {
		return nil, fmt.Errorf("old workbook: %w", err)
	}
	b, err := read(after)
	if err != nil {
		return nil, fmt.Errorf("new workbook: %w", err)
	}
	var out []Difference
	for _, name := range a.names {
		if b.sheets[name] == nil {
			out = append(out, Difference{Sheet: name, What: "sheet removed"})
			continue
		}
		out = append(out, compareSheets(name, a.sheets[name], b.sheets[name])...)
	}
	for _, name := range b.names {
		if a.sheets[name] == nil {
			out = append(out, Difference{Sheet: name, What: "sheet added", New: fmt.Sprintf("%d rows", len(b.sheets[name].rows))})
		}
	}
	return append(out, compareParts(a, b)...), nil
}

func compareSheets(name string, a, b *sheet) []Difference {
	out := compareRows(name, a.rows, b.rows)
	out = append(out, compareMaps(name, "link", a.links, b.links)...)
	out = append(out, compareMaps(name, "note", a.notes, b.notes)...)
	if a.rest != b.rest {
		old, now := around(a.rest, b.rest)
		out = append(out, Difference{Sheet: name, What: "layout", Old: old, New: now})
	}
	return out
}

// compareRows pairs the rows that are the same at the top and at the bottom.
// Between them, as many rows as before are compared cell by cell; otherwise
// whole rows were added or removed.
func compareRows(name string, a, b []row) []Difference {
	top := 0
	for top < len(a) && top < len(b) && sameText(a[top], b[top]) {
		top++
	}
	bottom := 0
	for bottom < len(a)-top && bottom < len(b)-top && sameText(a[len(a)-1-bottom], b[len(b)-1-bottom]) {
		bottom++
	}
	var out []Difference
	for i := range top {
		out = append(out, compareCells(name, a[i], b[i])...)
	}
	oldRows, newRows := a[top:len(a)-bottom], b[top:len(b)-bottom]
	if len(oldRows) == len(newRows) {
		for i := range oldRows {
			out = append(out, compareCells(name, oldRows[i], newRows[i])...)
		}
	} else {
		for _, r := range oldRows {
			out = append(out, Difference{Sheet: name, Cell: fmt.Sprint(r.number), What: "row removed", Old: r.text()})
		}
		for _, r := range newRows {
			out = append(out, Difference{Sheet: name, Cell: fmt.Sprint(r.number), What: "row added", New: r.text()})
		}
	}
	for i := range bottom {
		out = append(out, compareCells(name, a[len(a)-bottom+i], b[len(b)-bottom+i])...)
	}
	return out
}

func (r row) text() string {
	var parts []string
	for _, c := range r.cells {
		if c.value != "" {
			parts = append(parts, c.value)
		}
	}
	return strings.Join(parts, " | ")
}

// sameText compares what the rows say, not where they stand: a formula that
// only moved with its row is the same.
func sameText(a, b row) bool {
	if len(a.cells) != len(b.cells) {
		return false
	}
	for i := range a.cells {
		if a.cells[i].value != b.cells[i].value {
			return false
		}
	}
	return true
}

func compareCells(name string, a, b row) []Difference {
	var out []Difference
	moved := a.number != b.number
	if a.height != b.height {
		out = append(out, Difference{name, fmt.Sprint(b.number), "height", a.height, b.height})
	}
	at := map[string]cell{}
	for _, c := range a.cells {
		at[column(c.ref)] = c
	}
	for _, c := range b.cells {
		old, ok := at[column(c.ref)]
		delete(at, column(c.ref))
		switch {
		case !ok:
			out = append(out, Difference{Sheet: name, Cell: c.ref, What: "cell added", New: c.show()})
		case old.value != c.value:
			out = append(out, Difference{name, c.ref, "value", old.show(), c.show()})
		case old.formula != c.formula && !moved:
			out = append(out, Difference{name, c.ref, "formula", old.formula, c.formula})
		case old.look != c.look:
			before, after := around(old.look, c.look)
			out = append(out, Difference{name, c.ref, "look", before, after})
		}
	}
	for _, col := range slices.Sorted(maps.Keys(at)) {
		out = append(out, Difference{Sheet: name, Cell: at[col].ref, What: "cell removed", Old: at[col].show()})
	}
	return out
}

func column(ref string) string { return strings.TrimRight(ref, "0123456789") }

func compareMaps(name, what string, a, b map[string]string) []Difference {
	keys := maps.Clone(a)
	if keys == nil {
		keys = map[string]string{}
	}
	maps.Copy(keys, b)
	var out []Difference
	for _, ref := range slices.Sorted(maps.Keys(keys)) {
		if a[ref] != b[ref] {
			out = append(out, Difference{name, ref, what, a[ref], b[ref]})
		}
	}
	return out
}

// compareParts names the parts that no comparison of cells covers.
func compareParts(a, b *book) []Difference {
	names := map[string]bool{}
	for _, k := range []*book{a, b} {
		for name := range k.parts {
			if !k.used[name] {
				names[name] = true
			}
		}
	}
	var out []Difference
	for _, name := range slices.Sorted(maps.Keys(names)) {
		x, inA := a.parts[name]
		y, inB := b.parts[name]
		switch {
		case !inB:
			out = append(out, Difference{Sheet: name, What: "part removed"})
		case !inA:
			out = append(out, Difference{Sheet: name, What: "part added"})
		case !bytes.Equal(x, y):
			old, now := around(string(x), string(y))
			out = append(out, Difference{Sheet: name, What: "part", Old: old, New: now})
		}
	}
	return out
}

// around cuts two texts down to where they differ.
func around(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	from := 0
	for from < len(x) && from < len(y) && x[from] == y[from] {
		from++
	}
	end := 0
	for end < len(x)-from && end < len(y)-from && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	const margin, longest = 16, 120
	cut := func(r []rune) string {
		lo, hi := max(0, from-margin), min(len(r), len(r)-end+margin)
		s := r[lo:hi]
		if len(s) > longest {
			s = append(slices.Clone(s[:longest]), '…')
		}
		return string(s)
	}
	return cut(x), cut(y)
}
