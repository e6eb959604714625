package text

import (
	"fmt"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// gridBuilder puts the rows of a block into columns.
type gridBuilder struct {
	s      *source
	f      *found
	cols   []column
	unsure bool // group headers could span other columns as well
	need   int  // how much worse the next best placing of a row with gaps must be
}

func (b *gridBuilder) cells(e entry, place []int) row {
	l := b.s.lines[e.line]
	cells := make([]extract.Cell, len(b.cols))
	for i, c := range place {
		g := e.segs[i]
		cells[c] = extract.Cell{Text: l.Text[g.start:g.end], Line: l.Number, Start: g.start, End: g.end, Indent: g.x0}
	}
	return row{lines: []int{e.line}, cells: cells}
}

// data places a row of labels and numbers. Where a row has gaps and its places
// can't be trusted or fit two ways, the numbers stay out of the grid and a problem
// says so.
func (b *gridBuilder) data(e entry) {
	place, _, margin := assign(e.segs, b.cols)
	full := len(e.segs) == len(b.cols)
	sure := full || margin >= b.need
	if sure || !hasNumber(e.segs) {
		b.f.rows = append(b.f.rows, b.cells(e, place))
		return
	}
	r := b.cells(entry{line: e.line, segs: e.segs[:1]}, place[:1])
	if e.segs[0].number {
		r = row{lines: []int{e.line}, cells: make([]extract.Cell, len(b.cols))}
	}
	r.unplaced = true
	b.f.rows = append(b.f.rows, r)
	b.f.confidence = min(b.f.confidence, 0.5)
	b.f.reasons = append(b.f.reasons, fmt.Sprintf("line %d: fewer cells than columns, places unclear", b.s.lines[e.line].Number))
	b.f.problems = append(b.f.problems, extract.Problem{Code: "E003", Line: e.line,
		Message: fmt.Sprintf("第%d行的数比表的列数少，无法确定各数属于哪一列，未取数，请核对原文", b.s.lines[e.line].Number)})
}

// indent makes the places of labels relative to the leftmost label of their column.
func (b *gridBuilder) indent(first int) {
	for c := range b.cols {
		left := far
		for k, r := range b.f.rows {
			if k >= first && r.cells[c].Text != "" && !runes.IsNumber(r.cells[c].Text) {
				left = min(left, r.cells[c].Indent)
			}
		}
		for k := range b.f.rows {
			cell := &b.f.rows[k].cells[c]
			if k < first || cell.Text == "" || b.cols[c].number {
				cell.Indent = 0
				continue
			}
			cell.Indent = max(0, cell.Indent-left)
		}
	}
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
