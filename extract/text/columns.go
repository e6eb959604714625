package text

import (
	"sort"
)

// column is where the cells of one column are printed.
type column struct {
	left, right       int // of all its cells
	medLeft, medRight int
	number            bool // most of its cells are numbers
	spread            int  // how far its cells are from being aligned on one side
}

// columnsOf measures n columns from the rows that have all n cells; data rows
// before headers, which may be set otherwise.
func columnsOf(rows []entry, n int) []column {
	full := fullRows(rows, n, true)
	if len(full) == 0 {
		full = fullRows(rows, n, false)
	}
	if len(full) == 0 {
		return nil
	}
	cols := make([]column, n)
	for c := range cols {
		lefts, rights := make([]int, 0, len(full)), make([]int, 0, len(full))
		numbers := 0
		for _, e := range full {
			lefts, rights = append(lefts, e.segs[c].x0), append(rights, e.segs[c].x1)
			if e.segs[c].number {
				numbers++
			}
		}
		sort.Ints(lefts)
		sort.Ints(rights)
		m := len(full) / 2
		cols[c] = column{left: lefts[0], right: rights[len(rights)-1], medLeft: lefts[m], medRight: rights[m],
			number: numbers*2 > len(full), spread: min(lefts[len(lefts)-1]-lefts[0], rights[len(rights)-1]-rights[0])}
	}
	return cols
}

func fullRows(rows []entry, n int, data bool) []entry {
	var out []entry
	for _, e := range rows {
		if len(e.segs) == n && (!data || hasNumber(e.segs)) {
			out = append(out, e)
		}
	}
	return out
}

// inCharacters gives rows with their places counted in characters.
func inCharacters(rows []entry) []entry {
	out := make([]entry, len(rows))
	for i, e := range rows {
		out[i] = e
		out[i].segs = append([]segment(nil), e.segs...)
		for k := range out[i].segs {
			g := &out[i].segs[k]
			g.x0, g.x1 = g.c0, g.c1
		}
	}
	return out
}

// looseness is how far a grid's columns are from being aligned.
func looseness(cols []column) int {
	n := 0
	for c, col := range cols {
		if c > 0 {
			n += col.spread
		}
	}
	return n
}

// aligned tells whether places can be trusted: most columns stand under each other.
func aligned(cols []column) bool {
	loose := 0
	for c, col := range cols {
		if c > 0 && col.spread > 4 {
			loose++
		}
	}
	return loose*2 <= len(cols)-1
}

// distance is how far a segment stands from a column, by its nearer edge or its middle.
func (c column) distance(g segment) int {
	d := min(abs(g.x0-c.medLeft), abs(g.x1-c.medRight), abs(g.x0+g.x1-c.medLeft-c.medRight)/2)
	if !g.number && g.x0 >= c.left && g.x0 <= c.right {
		d = min(d, 2)
	}
	return d
}

// mismatch is the price of a number among labels or a label among numbers.
const mismatch = 40

func (c column) cost(g segment) int {
	d := c.distance(g)
	if c.number != g.number {
		d += mismatch
	}
	return d
}

// ways are the costs of the best and the second best way to place some segments.
type ways struct{ best, second int }

// add counts in one more way and its own second.
func (w ways) add(o ways, cost int) ways {
	for _, c := range []int{o.best + cost, o.second + cost} {
		switch {
		case c < w.best:
			w.best, w.second = c, w.best
		case c < w.second:
			w.second = c
		}
	}
	return w
}

// assign places the segments of a row in columns, in order, at the least cost. It
// returns the column of each, the cost, and how much worse the next best way is.
// There must be as many columns as segments.
func assign(segs []segment, cols []column) (place []int, cost, margin int) {
	// table[i][c]: the ways to place segs[i:] in cols[c:]
	table := make([][]ways, len(segs)+1)
	for i := len(segs); i >= 0; i-- {
		table[i] = make([]ways, len(cols)+1)
		for c := len(cols); c >= 0; c-- {
			w := ways{far, far}
			switch {
			case i == len(segs):
				w.best = 0
			case c < len(cols):
				w = table[i][c+1].add(table[i+1][c+1], cols[c].cost(segs[i]))
			}
			table[i][c] = w
		}
	}
	c := 0
	for i := range segs {
		for c < len(cols)-1 && table[i][c].best == table[i][c+1].best {
			c++
		}
		place = append(place, c)
		c++
	}
	return place, table[0][0].best, table[0][0].second - table[0][0].best
}

// far is more than any placing costs.
const far = 1 << 30

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
