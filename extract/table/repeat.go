package table

import "slices"

// Headings over several columns need not stand over their middle. Where the headings
// below repeat (预算 决算 完成% 预算 决算 完成%), each heading above reaches from its own
// column to the next one's.

// repeated returns the columns at which the headings of one level begin, where those of
// the level below repeat under them; nil where they do not. Both are given by column.
func repeated(upper, lower []string) []int {
	var starts []int
	for c, s := range upper {
		if s != "" && (c > 0 || lower[0] != "") {
			starts = append(starts, c)
		}
	}
	if len(starts) < 2 || starts[0] > 1 {
		return nil // they stand over the middle of what they head
	}
	var pattern []string
	groups := 0
	for k, from := range starts {
		to := len(upper)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		texts := slices.DeleteFunc(slices.Clone(lower[from:to]), func(s string) bool { return s == "" })
		switch {
		case len(texts) == 0 && to-from == 1:
			continue // a heading of one column over both levels
		case len(texts) != to-from || len(texts) < 2:
			return nil
		}
		n := min(len(pattern), len(texts))
		if !slices.Equal(pattern[:n], texts[:n]) {
			return nil
		}
		if len(texts) > len(pattern) {
			pattern = texts
		}
		groups++
	}
	if groups < 2 || !distinct(starts, upper) {
		return nil
	}
	return starts
}

func distinct(at []int, texts []string) bool {
	seen := map[string]bool{}
	for _, c := range at {
		if seen[texts[c]] {
			return false
		}
		seen[texts[c]] = true
	}
	return true
}

// headsRepeating tells whether header row a is a level of its own because the headings
// below it, up to row end, repeat.
func (l *layout) headsRepeating(a, end int) bool {
	upper, lower := make([]string, len(l.gaps)+1), make([]string, len(l.gaps)+1)
	for i := a; i < end; i++ {
		for _, s := range l.inside(l.rows[i]) {
			for _, p := range l.parts(i, s) {
				from, to := l.column(p.x0, p.x1)
				switch {
				case i == a:
					upper[from] += p.text
				case from != to:
					return false
				default:
					lower[from] += p.text
				}
			}
		}
	}
	return repeated(upper, lower) != nil
}

// spreadRepeating gives the headings of header row r the columns up to the next
// heading's, where those below repeat, and reports whether they do.
func (g *grid) spreadRepeating(at [][]int, r int) bool {
	upper, lower := make([]string, g.cols()), make([]string, g.cols())
	text := func(k int) string {
		s, _ := cellText(g.words[k])
		return s
	}
	for c := range upper {
		if k := at[r][c]; k >= 0 && g.areas[k].c0 == c {
			upper[c] = text(k)
		}
		for below := r + 1; below < g.head; below++ {
			if k := at[below][c]; k >= 0 && g.areas[k].c0 == g.areas[k].c1 {
				lower[c] += text(k)
			}
		}
	}
	starts := repeated(upper, lower)
	for k, from := range starts {
		to := g.cols() - 1
		if k+1 < len(starts) {
			to = starts[k+1] - 1
		}
		take(at, &g.areas[at[r][from]], at[r][from], from, to)
	}
	return starts != nil
}
