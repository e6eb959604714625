package grid

import (
	"math"

	"yusuan/budget"
)

// components takes out columns that split another one: 小计 over 基本支出 and 项目支出.
// They are parts of the amount in the row, not the amount again. A column is such a
// whole when the unclear columns behind it sum to it in most rows.
func (s *solver) components() {
	for k := range s.cols {
		if s.cols[k].Kind != budget.ColAmount {
			continue
		}
		end := k + 1
		for end < len(s.cols) && s.part(k, end) {
			end++
		}
		if end-k < 3 || !s.sums(k, k+1, end).strong() {
			continue
		}
		s.sure[k] = true
		for j := k + 1; j < end; j++ {
			s.drop(j, "是“"+s.cols[k].Header+"”一列的组成部分")
		}
	}
}

// part reports whether column j may be a part of column k: an unclear amount of the
// same year, stage, scope and book.
func (s *solver) part(k, j int) bool {
	x, y := s.cols[k], s.cols[j]
	return y.Kind == budget.ColAmount && !s.sure[j] && x.Year == y.Year && x.Stage == y.Stage && s.group[k] == s.group[j]
}

// sums counts the rows in which column k is the sum of the columns from..to-1.
func (s *solver) sums(k, from, to int) support {
	var sup support
	for i, x := range s.vals[k] {
		if !x.printed {
			continue
		}
		sum, slack, parts := 0.0, x.step, 0
		for j := from; j < to; j++ {
			if v := s.vals[j][i]; v.printed {
				sum += v.v
				slack += v.step / 2
				if v.v != 0 {
					parts++
				}
			}
		}
		sup.all++
		if math.Abs(sum-x.v) > slack+1e-6 {
			continue
		}
		sup.fits++
		if parts > 1 {
			sup.telling++
		}
	}
	return sup
}
