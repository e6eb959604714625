package text

import (
	"fmt"

	"yusuan/extract"
)

// labelledRows reads a one-sided table whose empty cells were dropped: a header of k
// cells, then labels with their numbers behind them. Most rows must have all their
// numbers; in those with fewer the columns are unknown, and their numbers stay out.
// A row is its label and the numbers; n is how many pieces the rows take.
func labelledRows(run []piece, k int) (rows [][]piece, n int) {
	if k < 2 || hasNumbers(run[:k]) || hasNumbering(run[:k]) {
		return nil, 0
	}
	rows = [][]piece{run[:k]}
	full, short := 0, 0
	end := 1 // rows up to the last one with numbers
	n = k
	for i := k; i < len(run); {
		j := i + 1
		for j < len(run) && run[j].number {
			j++
		}
		numbers := j - i - 1
		if run[i].number || run[i].text == "" || numbers > k-1 {
			break
		}
		rows = append(rows, run[i:j])
		switch {
		case numbers == k-1:
			full++
		case numbers > 0:
			short++
		}
		if numbers > 0 {
			end, n = len(rows), j
		} else if len(rows)-end > maxLabels {
			break
		}
		i = j
	}
	if full < 2 || short*2 > full || k == 2 && short > 0 {
		return nil, 0
	}
	return rows[:end], n
}

// maxLabels is the most labels without numbers between two rows: more of them are
// running text or another table's header.
const maxLabels = 2

// unplaced notes a row with fewer numbers than columns.
func (f *found) unplaced(s *source, r []piece) {
	line := r[0].line
	f.confidence = min(f.confidence, 0.5)
	f.reasons = append(f.reasons, fmt.Sprintf("line %d: fewer cells than columns, places unclear", s.lines[line].Number))
	f.problems = append(f.problems, extract.Problem{Code: "E003", Line: line,
		Message: fmt.Sprintf("第%d行“%s”的数比表的列数少，无法确定各数属于哪一列，未取数，请核对原文", s.lines[line].Number, r[0].text)})
}
