package xlsx

import (
	"github.com/xuri/excelize/v2"

	"yusuan/extract/runes"
)

// place is a row and column from 1.
type place struct{ row, col int }

// merged holds the merged cells of a sheet: the spans of the first ones, and the
// places that they cover.
type merged struct {
	rows, cols map[place]int
	covered    map[place]bool
}

// maxMerged bounds the places of one merged cell; a larger one is a formatted blank.
const maxMerged = 100000

func merges(f *excelize.File, sheet string) merged {
	m := merged{rows: map[place]int{}, cols: map[place]int{}, covered: map[place]bool{}}
	cells, err := f.GetMergeCells(sheet)
	if err != nil {
		return m
	}
	for _, c := range cells {
		c1, r1, err1 := excelize.CellNameToCoordinates(c.GetStartAxis())
		c2, r2, err2 := excelize.CellNameToCoordinates(c.GetEndAxis())
		if err1 != nil || err2 != nil || r2 < r1 || c2 < c1 || (r2-r1+1)*(c2-c1+1) > maxMerged {
			continue
		}
		first := place{r1, c1}
		m.rows[first], m.cols[first] = r2-r1+1, c2-c1+1
		for r := r1; r <= r2; r++ {
			for k := c1; k <= c2; k++ {
				if p := (place{r, k}); p != first {
					m.covered[p] = true
				}
			}
		}
	}
	return m
}

// indents finds the indent that a label's style sets, remembering styles.
type indents struct {
	f       *excelize.File
	sheet   string
	byStyle map[int]int
}

func (in indents) of(p place, v string) int {
	if runes.IsBlank(v) || runes.IsNumber(v) {
		return 0
	}
	name, err := excelize.CoordinatesToCellName(p.col, p.row)
	if err != nil {
		return 0
	}
	id, err := in.f.GetCellStyle(in.sheet, name)
	if err != nil {
		return 0
	}
	n, known := in.byStyle[id]
	if !known {
		if s, err := in.f.GetStyle(id); err == nil && s != nil && s.Alignment != nil {
			n = s.Alignment.Indent * indentWidth
		}
		in.byStyle[id] = n
	}
	return n
}
