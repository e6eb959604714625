package grid

import (
	"math"

	"yusuan/budget"
)

// closure counts the sums that a hierarchy of rows states, over all amount columns.
type closure struct{ closed, broken int }

// better reports whether a hierarchy explains the values better than the one that
// the signs of the page give: a wrong figure breaks a sum under any, so that fewer
// broken ones do not suffice.
func (c closure) better(o closure) bool { return c.broken < o.broken && c.closed > o.closed }

// closing holds the values of a block to the hierarchy of its lines: what a line with
// parts is made of, and the only total of the block.
func (g *reading) closing(b *block, lines []line) closure {
	parts := map[int][]int{}
	grand, grands := -1, 0
	for i := range lines {
		l := &lines[i]
		switch {
		case l.memo, l.among, bareSubtotal(l):
		case l.grand:
			grand = i
			grands++
		default:
			parts[l.parent] = append(parts[l.parent], i)
		}
	}
	if grands == 1 {
		parts[grand] = parts[-1]
	}
	delete(parts, -1)
	var out closure
	for _, c := range b.nums {
		if g.cols[c].spec.Kind != budget.ColAmount {
			continue
		}
		for whole := range parts {
			x := g.number(&lines[whole], c)
			sum := g.sumOf(lines, parts, whole, c)
			switch {
			case !x.printed || !sum.printed:
			case math.Abs(x.v-sum.v) <= x.step/2+sum.step/2+1e-6:
				out.closed++
			default:
				out.broken++
			}
		}
	}
	return out
}

func bareSubtotal(l *line) bool { return squeeze(l.label) == "小计" }

// sumOf adds the parts of a line in one column; a heading without an amount stands
// for its own parts. The step of a sum is that of all its addends together.
func (g *reading) sumOf(lines []line, parts map[int][]int, whole, c int) value {
	var sum value
	for _, i := range parts[whole] {
		x := g.number(&lines[i], c)
		if !x.printed && i != whole && len(parts[i]) > 0 {
			x = g.sumOf(lines, parts, i, c)
		}
		sum = value{sum.v + x.v, sum.step + x.step, sum.printed || x.printed}
	}
	return sum
}

// gather puts the components of the balance that follow 转移性收入 or 转移性支出 under it,
// as the classification does: as many as it is the sum of, or all of them. sure leaves
// those alone which are no such sum.
func (g *reading) gather(b *block, lines []line, sure bool) {
	for i := range lines {
		if !transfers(&lines[i]) || sure && split(lines, i) {
			continue
		}
		end := i + 1
		for end < len(lines) && follows(&lines[end], &lines[i]) {
			end++
		}
		found := false
		for e := end; e > i+2 && !found; e-- {
			if g.exhausts(b, lines, i, e) {
				end, found = e, true
			}
		}
		if sure && !found {
			continue
		}
		for j := i + 1; j < end; j++ {
			if lines[j].parent < i && !lines[j].among {
				lines[j].parent = i
			}
		}
	}
}

// split reports whether a line has parts already.
func split(lines []line, i int) bool {
	for j := i + 1; j < len(lines); j++ {
		if lines[j].parent == i {
			return true
		}
	}
	return false
}

// exhausts reports whether the components between line i and line end are what line i
// is made of, in every column.
func (g *reading) exhausts(b *block, lines []line, i, end int) bool {
	run := append([]line(nil), lines[i:end]...)
	for k := range run {
		if run[k].parent < i {
			run[k].parent = 0
		} else {
			run[k].parent -= i
		}
	}
	run[0].parent = -1
	c := g.closing(b, run)
	return c.broken == 0 && c.closed > 0
}

func transfers(l *line) bool {
	return l.known && l.sub.Role == budget.RoleSubtotal && (l.sub.Code == "110" || l.sub.Code == "230")
}

// follows reports whether a line can be a part of the transfers above it, or a part
// of one: the classification has it on the same side and nowhere else.
func follows(l, above *line) bool {
	if l.grand || l.memo || !l.known || l.rank > 0 && l.rank <= above.rank {
		return false
	}
	return l.sub.Side == above.sub.Side && (l.sub.Role == budget.RoleComponent || l.sub.Role == budget.RolePart)
}
