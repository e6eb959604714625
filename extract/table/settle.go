package table

import (
	"regexp"
	"sort"
	"strings"
)

// dropHead leaves the first members out that are header: those without a number
// where others have some, and those that make columns which no other fills,
// unless amounts stand in them: then the columns are blank in the rows below.
func (g *region) dropHead(rows []*row) {
	k := 0
	for g.numbers >= 2 && k < len(g.members) && !hasDatum(rows[g.members[k]]) {
		k++
	}
	g.without(rows, k)
	for k := 1; k <= 2 && k < len(g.members) && !figures(rows[g.members[k-1]].segs); k++ {
		rest := *g
		rest.without(rows, k)
		n := len(inner(rest.gaps))
		if len(rest.members) >= 4 && n > 0 && n < len(inner(g.gaps)) {
			*g = rest
			return
		}
	}
}

// dropTail leaves the last members out that hold no number and stand in white which all
// others leave: headings below the table that have numbers of their own.
func (g *region) dropTail(rows []*row) {
	n := len(g.members)
	for n > 3 && !hasDatum(rows[g.members[n-1]]) {
		n--
	}
	if n == len(g.members) || n < 3 {
		return
	}
	rest := *g
	rest.gaps = gapsOf(rows[g.members[0]])
	for _, i := range g.members[1:n] {
		rest.gaps = common(rest.gaps, gapsOf(rows[i]), minGap*rows[i].size)
	}
	if k := len(inner(rest.gaps)); k > 0 && k < len(inner(g.gaps)) {
		rest.members, rest.last = g.members[:n], g.members[n-1]
		*g = rest
	}
}

// figures tells whether the segments of a row are no header: behind the first
// one stands a number that names no column, as a year and the number of a
// column do.
func figures(segs []segment) bool {
	for _, s := range segs[1:] {
		if figure.MatchString(s.text) && !columnName.MatchString(s.text) {
			return true
		}
	}
	return false
}

// figure is one number and nothing else, in full or half width.
var figure = regexp.MustCompile(`^[-−–－△▲(（]{0,2}[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?[%％)）]{0,2}$`)

// columnName is a number that heads a column: a year, or a small number.
var columnName = regexp.MustCompile(`^(?:[（(]?[0-9]{1,2}[）)]?|(?:19|20)[0-9]{2})$`)

// without leaves out the first k members.
func (g *region) without(rows []*row, k int) {
	if k == 0 || k >= len(g.members) {
		return
	}
	g.members = g.members[k:]
	g.first = g.members[0]
	g.gaps = gapsOf(rows[g.first])
	for _, i := range g.members[1:] {
		g.gaps = common(g.gaps, gapsOf(rows[i]), minGap*rows[i].size)
	}
}

// settle finds the gaps again with the few members left out that cover white
// which all others leave: a header with numbers, a remark across columns.
func (g *region) settle(rows []*row) {
	n := len(g.members)
	if n < 4 {
		return
	}
	order := append([]int(nil), g.members...)
	sort.SliceStable(order, func(a, b int) bool { return len(rows[order[a]].segs) > len(rows[order[b]].segs) })
	gaps := gapsOf(rows[order[0]])
	bad := map[int]bool{}
	for _, i := range order[1:] {
		left := common(gaps, gapsOf(rows[i]), minGap*rows[i].size)
		if len(inner(left)) < len(inner(gaps)) {
			bad[i] = true
			continue
		}
		gaps = left
	}
	if len(bad) == 0 || len(bad) > max(1, n/7) || len(inner(gaps)) <= len(inner(g.gaps)) {
		return
	}
	var kept []int
	for _, i := range g.members {
		if !bad[i] {
			kept = append(kept, i)
		}
	}
	g.members, g.gaps = kept, gaps
	g.first, g.last = kept[0], kept[len(kept)-1]
}

// isContents tells whether the rows are a table of contents: leaders or page
// numbers that only grow, beside headings.
func isContents(rows []*row, g *region) bool {
	leaders := 0
	for _, i := range g.members {
		for _, w := range rows[i].words {
			if strings.Contains(w.text, "......") || strings.Contains(w.text, "……") || isLeader(w.text) && len(w.text) > 4 {
				leaders++
				break
			}
		}
	}
	return 2*leaders > len(g.members) && len(inner(g.gaps)) == 1
}
