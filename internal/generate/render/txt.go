package render

import (
	"fmt"
	"strings"

	"yusuan/internal/generate/pen"
)

// width counts half-width columns of a text without its marks.
func width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case pen.IsMark(r):
		case r < 0x2000:
			n++
		default:
			n += 2
		}
	}
	return n
}

func pad(s string, w int, right bool) string {
	n := w - width(s)
	if n <= 0 {
		return s
	}
	if right {
		return strings.Repeat(" ", n) + s
	}
	return s + strings.Repeat(" ", n)
}

// plain lays blocks out as lines of a text file.
func plain(blocks []Block, s Settings) []string {
	var out []string
	add := func(lines ...string) { out = append(out, lines...) }
	for i, b := range blocks {
		if s.Blank && i > 0 {
			add("")
		}
		switch {
		case b.Table != nil:
			add(textTable(b.Table, s)...)
		case b.Heading > 0 || b.Center:
			add(b.Text)
		default:
			add(paragraph(s.Indent+b.Text, s)...)
		}
	}
	if s.Wrap > 0 {
		return pages(out, s)
	}
	return out
}

// pages puts page numbers, and running headers, between the lines.
func pages(lines []string, s Settings) []string {
	size := s.PageLen
	if size == 0 {
		size = 32
	}
	head := strings.TrimSpace(lines[0])
	var out []string
	for i := 0; i < len(lines); i += size {
		if s.Header && i > 0 {
			out = append(out, head)
		}
		out = append(out, lines[i:min(i+size, len(lines))]...)
		out = append(out, "", fmt.Sprintf("— %d —", i/size+1), "")
	}
	return out
}

func textTable(t *Table, s Settings) []string {
	var out []string
	switch {
	case t.Caption != "" && s.UnitLine == "caption" && t.Unit != "":
		out = append(out, t.Caption+"（"+t.Unit+"）")
	case t.Caption != "":
		out = append(out, t.Caption)
	}
	if s.UnitLine == "right" && t.Unit != "" {
		out = append(out, strings.Repeat(" ", 50)+t.Unit)
	} else if s.UnitLine != "caption" && t.Unit != "" {
		out = append(out, t.Unit)
	}
	for n, part := range parts(t, s.SplitAt) {
		if n > 0 {
			out = append(out, "续表")
		}
		out = append(out, grid(part, s)...)
	}
	return append(out, t.Notes...)
}

// parts cuts a long table as a page break does: each part has the header again.
func parts(t *Table, rows int) []*Table {
	if rows == 0 || len(t.Rows) <= rows {
		return []*Table{t}
	}
	var out []*Table
	for i := 0; i < len(t.Rows); i += rows {
		c := *t
		c.Rows = t.Rows[i:min(i+rows, len(t.Rows))]
		out = append(out, &c)
	}
	return out
}

func grid(t *Table, s Settings) []string {
	rows := append(append([][]Cell{}, t.Header...), t.Rows...)
	switch s.Table {
	case "pipe":
		return pipes(t, false)
	case "mdpipe":
		return pipes(t, true)
	case "space":
		return aligned(rows)
	case "bars": // one cell a line with a bar at its end, as some pages are saved
		var out []string
		for _, row := range rows {
			for _, c := range row {
				out = append(out, indented(c)+" |")
			}
			out = append(out, "")
		}
		return out
	case "cells":
		var out []string
		for _, row := range rows {
			for _, c := range row {
				out = append(out, indented(c), "")
			}
		}
		return out
	}
	sep := "\t"
	if s.Table == "single" { // as text copied out of a table
		sep = " "
	}
	var out []string
	for _, row := range rows {
		out = append(out, strings.TrimRight(join(row, sep), " "))
	}
	return out
}

func join(row []Cell, sep string) string {
	ts := make([]string, len(row))
	for i, c := range row {
		ts[i] = indented(c)
	}
	return strings.Join(ts, sep)
}

func indented(c Cell) string { return strings.Repeat("　", c.Indent) + c.Text }

// pipes writes rows between bars; the rule under the header is what Markdown
// wants.
func pipes(t *Table, rule bool) []string {
	var out []string
	for i, row := range append(append([][]Cell{}, t.Header...), t.Rows...) {
		if rule {
			out = append(out, "| "+join(row, " | ")+" |")
		} else {
			out = append(out, join(row, "|"))
		}
		if rule && i == 0 {
			out = append(out, "|"+strings.Repeat(" --- |", len(row)))
		}
	}
	return out
}

func aligned(rows [][]Cell) []string {
	var widths []int
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], width(firstLine(indented(c)))+3)
		}
	}
	var out []string
	for _, row := range rows {
		var b strings.Builder
		for i, c := range row {
			b.WriteString(pad(firstLine(indented(c)), widths[i], c.Number))
			if c.Number && i < len(row)-1 {
				b.WriteString("    ")
			}
		}
		out = append(out, strings.TrimRight(b.String(), " "))
		if _, more, ok := strings.Cut(row[0].Text, "\n"); ok { // a label that goes on
			out = append(out, more)
		}
	}
	return out
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
