package table

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// rule is a drawn line after snapping and joining: at pos on its own axis, from
// lo to hi on the other.
type rule struct {
	pos, lo, hi float64
	dash        bool // a short piece, or several of them joined
}

// rules are the drawn lines of a page by direction.
type rules struct {
	level   []rule // horizontal: pos is y
	upright []rule // vertical: pos is x
}

const (
	thin     = 4.0  // a filled rectangle thinner than this is a line
	snapTol  = 2.5  // lines nearer than this are one
	joinTol  = 3.5  // pieces of a line nearer than this are one piece
	minRule  = 4.0  // shorter lines are marks, or pieces of a dashed rule
	minDash  = 20.0 // a dashed rule is at least this long
	thinDash = 1.6  // and at most this thick
	// maxRules bounds the work on a page: more lines than this are a drawing.
	maxRules = 6000
)

// collectRules reads the lines of a page. The sides of filled rectangles count
// as well: cells are often drawn as coloured boxes with no stroke.
func collectRules(p *Page, lines []*line) rules {
	var r rules
	for _, e := range p.Edges {
		r.add(e.X0, e.Y0, e.X1, e.Y1)
	}
	drawn := rules{joined(slices.Clone(r.level)), joined(slices.Clone(r.upright))}
	for _, b := range p.Bands {
		r.addBand(p, b, drawn)
	}
	r.addStripes(p, lines)
	if len(r.level)+len(r.upright) > 4*maxRules {
		return rules{}
	}
	r.level, r.upright = joined(r.level), joined(r.upright)
	if len(r.level)+len(r.upright) > maxRules {
		return rules{}
	}
	return r
}

func (r *rules) add(x0, y0, x1, y1 float64) {
	x0, x1 = math.Min(x0, x1), math.Max(x0, x1)
	y0, y1 = math.Min(y0, y1), math.Max(y0, y1)
	w, h := x1-x0, y1-y0
	if !onPaper(x0, y0, x1, y1) {
		return
	}
	switch {
	case h <= thin && w > h && w >= minRule:
		r.level = append(r.level, rule{pos: (y0 + y1) / 2, lo: x0, hi: x1})
	case w <= thin && h > w && h >= minRule:
		r.upright = append(r.upright, rule{pos: (x0 + x1) / 2, lo: y0, hi: y1})
	case w <= minRule && h <= minRule:
		r.addDash(x0, y0, x1, y1)
	}
}

// addDash adds a piece of a dashed or dotted line, or what may be one.
func (r *rules) addDash(x0, y0, x1, y1 float64) {
	w, h := x1-x0, y1-y0
	if h <= thinDash && w >= 0.7*h {
		r.level = append(r.level, rule{pos: (y0 + y1) / 2, lo: x0, hi: x1, dash: true})
	}
	if w <= thinDash && h >= 0.7*w {
		r.upright = append(r.upright, rule{pos: (x0 + x1) / 2, lo: y0, hi: y1, dash: true})
	}
}

// onPaper tells whether coordinates are numbers of a size that paper has.
func onPaper(vs ...float64) bool {
	for _, v := range vs {
		if !(v > -1e5 && v < 1e5) {
			return false
		}
	}
	return true
}

// inset is how far inside a drawn cell the shade behind its text may begin.
const inset = 9.0

// addBand adds the sides of a shade that is large enough for a cell and is not
// the ground of the page. A side close to a drawn line is left out: the shade
// fills a drawn cell up to its margins.
func (r *rules) addBand(p *Page, b Band, drawn rules) {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	if !onPaper(b.X0, b.Y0, b.X1, b.Y1) || w < 12 || h < 6 || w*h > 0.6*p.Width*p.Height || b.Gray > 0.995 {
		return
	}
	for _, y := range [...]float64{b.Y0, b.Y1} {
		if !besides(drawn.level, y, b.X0, b.X1) {
			r.level = append(r.level, rule{pos: y, lo: b.X0, hi: b.X1})
		}
	}
	for _, x := range [...]float64{b.X0, b.X1} {
		if !besides(drawn.upright, x, b.Y0, b.Y1) {
			r.upright = append(r.upright, rule{pos: x, lo: b.Y0, hi: b.Y1})
		}
	}
}

// besides tells whether a rule runs along lo…hi close to pos, but not at it.
func besides(rs []rule, pos, lo, hi float64) bool {
	i := sort.Search(len(rs), func(i int) bool { return rs[i].pos >= pos-inset })
	for ; i < len(rs) && rs[i].pos <= pos+inset; i++ {
		if math.Abs(rs[i].pos-pos) > snapTol && rs[i].lo <= lo+inset && rs[i].hi >= hi-inset {
			return true
		}
	}
	return false
}

// typedRules takes lines that are typed with dashes out of the text and adds
// them to the level rules.
func typedRules(lines []*line, r *rules) []*line {
	out := lines[:0:0]
	added := false
	for _, l := range lines {
		kept := l.words[:0:0]
		for _, w := range l.words {
			if w.x1-w.x0 > 4*w.size && strings.Trim(w.text, "-_=─━—") == "" {
				r.level, added = append(r.level, rule{pos: middle(w), lo: w.x0, hi: w.x1}), true
				continue
			}
			kept = append(kept, w)
		}
		if len(kept) == 0 {
			continue
		}
		if len(kept) < len(l.words) {
			l = &line{words: kept}
			l.measure()
		}
		out = append(out, l)
	}
	if added {
		r.level = joined(r.level)
	}
	return out
}

// joined snaps lines of one direction to common positions and joins pieces that
// touch. The result is sorted by position, then by start.
func joined(in []rule) []rule {
	if len(in) == 0 {
		return nil
	}
	sort.Slice(in, func(a, b int) bool {
		if in[a].pos != in[b].pos {
			return in[a].pos < in[b].pos
		}
		return in[a].lo < in[b].lo
	})
	var out []rule
	for at := 0; at < len(in); {
		end, sum := at, 0.0
		for end < len(in) && in[end].pos-in[at].pos <= snapTol {
			sum += in[end].pos
			end++
		}
		out = append(out, joinPieces(in[at:end], sum/float64(end-at))...)
		at = end
	}
	return out
}

func joinPieces(in []rule, pos float64) []rule {
	sort.Slice(in, func(a, b int) bool { return in[a].lo < in[b].lo })
	out := []rule{in[0]}
	for _, r := range in[1:] {
		last := &out[len(out)-1]
		if r.lo <= last.hi+joinTol {
			last.hi = math.Max(last.hi, r.hi)
			last.dash = last.dash && r.dash
			continue
		}
		out = append(out, r)
	}
	kept := out[:0]
	for _, r := range out {
		if r.dash && r.hi-r.lo < minDash {
			continue
		}
		kept = append(kept, rule{pos: pos, lo: r.lo, hi: r.hi})
	}
	return kept
}

// covers tells whether the rules hold a line at pos over most of lo…hi.
func covers(rs []rule, pos, lo, hi float64) bool {
	i := sort.Search(len(rs), func(i int) bool { return rs[i].pos >= pos-snapTol })
	got := 0.0
	for ; i < len(rs) && rs[i].pos <= pos+snapTol; i++ {
		got += math.Max(0, math.Min(hi, rs[i].hi)-math.Max(lo, rs[i].lo))
	}
	return got >= 0.6*(hi-lo)
}
