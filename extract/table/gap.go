package table

import "math"

// gap is a white stretch of x in which no segment stands.
type gap struct{ lo, hi float64 }

func (g gap) mid() float64   { return (g.lo + g.hi) / 2 }
func (g gap) width() float64 { return g.hi - g.lo }

// gapsOf returns the white between the segments of a row, the outer sides too.
func gapsOf(r *row) []gap {
	out := []gap{{math.Inf(-1), r.segs[0].x0}}
	for i := 1; i < len(r.segs); i++ {
		out = append(out, gap{r.segs[i-1].x1, r.segs[i].x0})
	}
	return append(out, gap{r.segs[len(r.segs)-1].x1, math.Inf(1)})
}

// common intersects two lists of gaps and keeps what is at least min wide.
func common(a, b []gap, min float64) []gap {
	var out []gap
	for i, j := 0, 0; i < len(a) && j < len(b); {
		g := gap{math.Max(a[i].lo, b[j].lo), math.Min(a[i].hi, b[j].hi)}
		if g.width() >= min {
			out = append(out, g)
		}
		if a[i].hi < b[j].hi {
			i++
		} else {
			j++
		}
	}
	return out
}

// inner returns the gaps that lie between ink on both sides.
func inner(gs []gap) []gap {
	var out []gap
	for _, g := range gs {
		if !math.IsInf(g.lo, 0) && !math.IsInf(g.hi, 0) {
			out = append(out, g)
		}
	}
	return out
}
