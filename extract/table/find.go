package table

import "sort"

// Find returns the tables of a page in reading order: from the top down, then
// from the left.
//
// A character belongs to one table at most. Text that is in no table, captions
// and notes among it, is left to the caller. Find does not fail: a page without
// tables, or one whose drawing is beyond reason, has none.
func Find(p *Page) []Found { return find(p).tables }

// Beyond these a page is no page of a document; looking for alignment would take
// time that grows with their square.
const (
	maxChars = 60_000
	maxLines = 2_000
)

type result struct {
	tables []Found
	lines  []*line // of the characters that are in no ruled table
	rules  rules
	small  []*grid // lattices too small for a table of their own
}

func find(p *Page) result {
	if p.seen == nil {
		r := look(p)
		p.seen = &r
	}
	return *p.seen
}

func look(p *Page) result {
	if len(p.Chars) > maxChars {
		return result{}
	}
	lines := textLines(p, nil)
	if len(lines) == 0 || len(lines) > maxLines {
		return result{}
	}
	all := collectRules(p, lines)
	lines = typedRules(lines, &all)
	taken := make([]bool, len(p.Chars))
	var out []Found
	var small []*grid
	for _, l := range lattices(all) {
		g := ruledGrid(p, l, lines)
		if g == nil || g.anyTaken(taken) {
			continue
		}
		if !g.isTable() {
			if g.cols() >= 2 && g.filled() > 0 {
				small = append(small, g)
			}
			continue
		}
		if whole := g.completed(l, all); whole != nil {
			g = whole
		} else {
			g.refine(all)
		}
		f := g.found(p, ruled)
		for _, i := range f.Chars {
			taken[i] = true
		}
		out = append(out, f)
	}
	rest := lines
	if len(out) > 0 {
		rest = typedRules(textLines(p, taken), &rules{})
	}
	for _, g := range alignedGrids(p, rest, all.outside(out)) {
		out = append(out, g.found(p, aligned))
	}
	inOrder(out)
	for i := range out {
		grade(&out[i])
		for _, k := range out[i].Chars {
			taken[k] = true
		}
	}
	gradeLeft(p, out, taken)
	gradeBeside(p, out, taken)
	return result{out, rest, all, small}
}

// outside leaves out the lines of tables that were found: they say nothing of what
// stands above or below these.
func (r rules) outside(fs []Found) rules {
	if len(fs) == 0 {
		return r
	}
	keep := func(x0, y0, x1, y1 float64) bool {
		for i := range fs {
			b := &fs[i].Box
			if y0 > b[1]-snapTol && y1 < b[3]+snapTol && x0 > b[0]-frameTol && x1 < b[2]+frameTol {
				return false
			}
		}
		return true
	}
	var out rules
	for _, h := range r.level {
		if keep(h.lo, h.pos, h.hi, h.pos) {
			out.level = append(out.level, h)
		}
	}
	for _, v := range r.upright {
		if keep(v.pos, v.lo, v.pos, v.hi) {
			out.upright = append(out.upright, v)
		}
	}
	return out
}

// inOrder sorts tables from the top down, then from the left.
func inOrder(fs []Found) {
	sort.SliceStable(fs, func(a, b int) bool {
		if fs[a].Box[1] != fs[b].Box[1] {
			return fs[a].Box[1] < fs[b].Box[1]
		}
		return fs[a].Box[0] < fs[b].Box[0]
	})
}

// anyTaken tells whether a table found before holds a word of this one: a
// lattice around another one, or inside it.
func (g *grid) anyTaken(taken []bool) bool {
	for _, ws := range g.words {
		for _, w := range ws {
			if len(w.chars) > 0 && taken[w.chars[0]] {
				return true
			}
		}
	}
	return false
}
