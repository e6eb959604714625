package table

import "slices"

// Headings over several columns need not stand over their middle. Where the headings
// below repeat (预算 决算 完成% 预算 决算 完成%), each heading above reaches from its own
// column to the next one's, or from the one before it to its own.

// repeated returns the columns, from and to, of the headings of one level where those
// of the level below repeat under them; nil where they do not. Both are given by column.
func repeated(upper, lower []string) [][2]int {
	first := 0
	if lower[0] == "" {
		first = 1 // the labels
	}
	if spans := startsOf(upper[first:], lower[first:]); spans != nil {
		return movedBy(spans, first)
	}
	upper, lower = slices.Clone(upper[first:]), slices.Clone(lower[first:])
	slices.Reverse(upper)
	slices.Reverse(lower)
	spans := startsOf(upper, lower)
	for k := range spans {
		spans[k] = [2]int{len(upper) - 1 - spans[k][1], len(upper) - 1 - spans[k][0]}
	}
	slices.Reverse(spans)
	return movedBy(spans, first)
}

func movedBy(spans [][2]int, by int) [][2]int {
	for k := range spans {
		spans[k][0], spans[k][1] = spans[k][0]+by, spans[k][1]+by
	}
	return spans
}

// startsOf is repeated for headings that stand over the first of their columns.
func startsOf(upper, lower []string) [][2]int {
	var spans [][2]int
	for c, s := range upper {
		if n := len(spans); s != "" {
			spans = append(spans, [2]int{c, c})
		} else if n > 0 {
			spans[n-1][1] = c
		}
	}
	if len(spans) < 2 || spans[0][0] > 0 || !distinct(spans, upper) {
		return nil // they stand over the middle of what they head
	}
	var pattern []string
	groups := 0
	for _, span := range spans {
		width := span[1] - span[0] + 1
		texts := slices.DeleteFunc(slices.Clone(lower[span[0]:span[1]+1]), func(s string) bool { return s == "" })
		switch {
		case len(texts) == 0 && width == 1:
			continue // a heading of one column over both levels
		case len(texts) != width || width < 2:
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
	if groups < 2 {
		return nil
	}
	return spans
}

func distinct(spans [][2]int, texts []string) bool {
	seen := map[string]bool{}
	for _, s := range spans {
		if seen[texts[s[0]]] {
			return false
		}
		seen[texts[s[0]]] = true
	}
	return true
}

// headsRepeating tells whether header row a is a level of its own because the headings
// below it, up to row end, repeat.
func (l *layout) headsRepeating(a, end int) bool {
	n := len(l.gaps) + 1
	starts, ends, lower := make([]string, n), make([]string, n), make([]string, n)
	for i := a; i < end; i++ {
		for _, s := range l.inside(l.rows[i]) {
			for _, p := range l.parts(i, s) {
				from, to := l.column(p.x0, p.x1)
				switch {
				case i == a:
					starts[from], ends[to] = starts[from]+p.text, ends[to]+p.text
				case from != to:
					return false
				default:
					lower[from] += p.text
				}
			}
		}
	}
	return repeated(starts, lower) != nil || repeated(ends, lower) != nil
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
	spans := repeated(upper, lower)
	for _, s := range spans {
		k := at[r][s[0]]
		if k < 0 {
			k = at[r][s[1]]
		}
		take(at, &g.areas[k], k, s[0], s[1])
	}
	return spans != nil
}
