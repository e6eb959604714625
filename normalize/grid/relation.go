package grid

import "math"

// relation is how a derived column is computed from two others, a and b.
type relation int

const (
	unrelated  relation = iota
	quotientOf          // 100·a/b: 完成%, or an index where b is of the year before
	growthOf            // 100·(a−b)/b: 增减%
	changeOf            // a−b: 增减额, 调整数
	sumOf               // a+b: 合计
)

// Rows that must agree before arithmetic may say what an unclear column is, and
// the share of the rows with numbers that must.
const (
	enoughRows = 3
	shareRows  = 0.8
)

// support counts the rows that a relation holds in.
type support struct {
	fits    int // rows that agree within rounding
	all     int // rows with the numbers that it takes
	telling int // rows that agree and that another relation would not explain as well
}

// strong reports whether the rows are proof enough against a head that says
// nothing.
func (s support) strong() bool {
	return s.telling >= enoughRows && s.fair()
}

// fair reports whether the rows agree with a head that says what the relation is.
func (s support) fair() bool {
	return s.telling > 0 && float64(s.fits) >= shareRows*float64(s.all)
}

func (s support) better(t support) bool {
	if s.telling != t.telling {
		return s.telling > t.telling
	}
	return s.fits > t.fits
}

// test counts the rows in which x is what a relation makes of a and b.
func test(r relation, x, a, b series) support {
	var s support
	for i := range x {
		if !x[i].printed || !a[i].printed || !b[i].printed {
			continue
		}
		want, slack, ok := derive(r, a[i], b[i])
		if !ok {
			continue
		}
		s.all++
		if math.Abs(x[i].v-want) > slack+x[i].step+1e-6 {
			continue
		}
		s.fits++
		if telling(r, x[i].v, a[i].v, b[i].v) {
			s.telling++
		}
	}
	return s
}

// maxSlack is the uncertainty of a rate, in percentage points, above which a row of
// small rounded amounts proves nothing.
const maxSlack = 1.5

// derive computes the value of a relation, and what the rounding of a and b leaves
// open of it.
func derive(r relation, a, b value) (want, slack float64, ok bool) {
	switch r {
	case changeOf:
		return a.v - b.v, (a.step + b.step) / 2, true
	case sumOf:
		return a.v + b.v, (a.step + b.step) / 2, true
	}
	if b.v == 0 {
		return 0, 0, false
	}
	q := 100 * a.v / b.v
	slack = (50*a.step + math.Abs(q)/2*b.step) / math.Abs(b.v)
	if r == growthOf {
		q = 100 * (a.v - b.v) / math.Abs(b.v)
	}
	return q, slack, slack <= maxSlack
}

// telling leaves out rows that say little: a rate of 0 or 100, a change from or to
// nothing.
func telling(r relation, x, a, b float64) bool {
	switch r {
	case quotientOf:
		return x != 0 && x != 100
	case growthOf:
		return x != 0 && x != -100
	}
	return a != 0 && b != 0 && x != 0
}

// shares counts the rows in which x is the share of a in the value of a in the row
// at total.
func shares(x, a series, total int) support {
	whole := make(series, len(a))
	for i := range whole {
		whole[i] = a[total]
	}
	return test(quotientOf, x, a, whole)
}
