package table

import (
	"math"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// segment is a run of words of one line that belong together: what stands in
// one cell, or a stretch of running text.
type segment struct {
	words  []*word
	x0, x1 float64
	text   string
	datum  bool
}

const (
	clearGap  = 0.9  // of the font size: a gap wider than this parts segments
	numberGap = 0.4  // the same, between two numbers
	tightGap  = 0.12 // the same, where edges agree with the lines around
	edgeTol   = 1.2  // points: edges nearer than this agree
	window    = 8    // lines up and down in which edges are compared
)

// row is a line cut into segments.
type row struct {
	*line
	segs  []segment
	prose []segment // running text that was taken out
}

// cutRows cuts lines to segments. A gap parts segments where it is wide, or
// where the edges beside it agree with those of the lines around: a right-aligned
// number may stand close before the next column.
func cutRows(lines []*line) []*row {
	rows := make([]*row, len(lines))
	tight := tightBreaks(lines)
	for i, l := range lines {
		rows[i] = &row{line: l}
		start := 0
		for k := 1; k <= len(l.words); k++ {
			if k < len(l.words) && !parts(l.words[k-1], l.words[k]) && !tight[l.words[k]] && !leads(l.words[k-1], l.words[k]) {
				continue
			}
			rows[i].segs = append(rows[i].segs, newSegment(l.words[start:k]))
			start = k
		}
		rows[i].segs = tidy(rows[i].segs)
	}
	return rows
}

// parts tells whether the gap between neighbours is clearly one between cells.
func parts(a, b *word) bool {
	gap, size := b.x0-a.x1, math.Max(a.size, b.size)
	switch {
	case gap > clearGap*size:
		return true
	case gap <= numberGap*size:
		return false
	}
	return isAmount(a.text) && isAmount(b.text) || !b.blank && endsWide(a.text) && startsWide(b.text)
}

// endsWide and startsWide tell whether a text ends or starts with a Chinese
// character or a digit: running text has no white there that is not typed.
func endsWide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return wide(r) || unicode.IsDigit(r)
}

func startsWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wide(r) || unicode.IsDigit(r)
}

// leads tells whether dots that lead the eye begin or end between two words.
func leads(a, b *word) bool { return isLeader(a.text) != isLeader(b.text) }

func newSegment(ws []*word) segment {
	s := segment{words: ws[:len(ws):len(ws)], x0: ws[0].x0, x1: ws[0].x1, text: joinWords(ws)}
	for _, w := range ws[1:] {
		s.x1 = math.Max(s.x1, w.x1)
	}
	s.datum = isDatum(s.text)
	return s
}

// tidy joins what a gap parted by mistake: a currency sign and its number, a
// number and its percent sign, the sign of a list item and its text, and drops
// dot leaders.
func tidy(segs []segment) []segment {
	var out []segment
	for i := 0; i < len(segs); i++ {
		s := segs[i]
		if isLeader(s.text) && len(segs) > 1 {
			continue
		}
		if i+1 < len(segs) && joinsNext(s, segs[i+1]) {
			segs[i+1] = newSegment(append(append([]*word(nil), s.words...), segs[i+1].words...))
			continue
		}
		if n := len(out); n > 0 && joinsLast(out[n-1], s) {
			out[n-1] = newSegment(append(append([]*word(nil), out[n-1].words...), s.words...))
			continue
		}
		out = append(out, s)
	}
	return out
}

func joinsNext(s, next segment) bool {
	gap, size := next.x0-s.x1, s.words[0].size
	switch s.text {
	case "$", "¥", "￥", "€", "£", "US$":
		return next.datum && gap < 8*size
	}
	if len(s.words) == 1 && isBullet(s.text) && !next.datum && gap < 4*size {
		return true
	}
	return stretched(s, next) && gap < 4.5*size
}

// stretched tells whether two segments are characters of one word that was set
// wide, as in 合　计 and 项　目.
func stretched(s, next segment) bool {
	last, n := utf8.DecodeLastRuneInString(s.text)
	first, m := utf8.DecodeRuneInString(next.text)
	if len(s.words[len(s.words)-1].text) != n || len(next.words[0].text) != m {
		return false
	}
	return strings.Contains(wideSet, " "+string([]rune{last, first})+" ")
}

// wideSet are the pairs of characters that headers and totals set wide.
const wideSet = " 合计 总计 小计 共计 累计 项目 科目 目名 名称 收入 支出 备注 结余 余额 金额 单位 类别 年份 年度 指标 内容 地区 栏次 编码 序号 "

func joinsLast(last, s segment) bool {
	switch s.text {
	case "%", "％", ")", "）", "*", "**", "***", "†", "‡":
		return last.datum && s.x0-last.x1 < 1.6*s.words[0].size
	}
	return false
}

// isLeader tells whether a text is only the dots that lead the eye.
func isLeader(s string) bool {
	return len(s) >= 4 && strings.Trim(s, ".·…_ ") == "" && s != "……"
}

// edgeAt is an edge of a word on a line.
type edgeAt struct {
	x    float64
	line int
}

// tightBreaks finds words that start a cell although the gap before them is
// small, by the edges of the lines around: numbers that end where others do, and
// what follows them where words start alike or where other such numbers end a
// cell clearly.
func tightBreaks(lines []*line) map[*word]bool {
	e := collectEdges(lines)
	out := map[*word]bool{}
	for i, l := range lines {
		for k, w := range l.words {
			if !isAmount(w.text) || agreeing(e.rights, w.x1, i) < 2 {
				continue
			}
			if k > 0 && w.x0-l.words[k-1].x1 > tightGap*w.size {
				out[w] = true
			}
			if k+1 < len(l.words) && isTight(w, l.words[k+1]) {
				e.starts = append(e.starts, edgeAt{l.words[k+1].x0, i})
				e.tight = append(e.tight, tightPair{l.words[k+1], w.x1, i})
			}
		}
	}
	byX(e.starts)
	for _, p := range e.tight {
		same := agreeing(e.starts, p.next.x0, p.line) + agreeing(e.lefts, p.next.x0, p.line)
		if same >= 2 || agreeing(e.ends, p.right, p.line) >= 2 {
			out[p.next] = true
		}
	}
	return out
}

// edges are the places where cells clearly begin and end, and where they may.
type edges struct {
	lefts  []edgeAt // words behind a clear gap, or first on their line
	rights []edgeAt // numbers behind a clear gap
	ends   []edgeAt // the same, with a clear gap after them too
	starts []edgeAt // words close behind an aligned number
	tight  []tightPair
}

// tightPair is a word close behind a number that ends at right.
type tightPair struct {
	next  *word
	right float64
	line  int
}

func byX(e []edgeAt) { sort.Slice(e, func(a, b int) bool { return e[a].x < e[b].x }) }

func collectEdges(lines []*line) *edges {
	e := &edges{}
	for i, l := range lines {
		for k, w := range l.words {
			if k > 0 && !parts(l.words[k-1], w) {
				continue
			}
			e.lefts = append(e.lefts, edgeAt{w.x0, i})
			if k == 0 || !isAmount(w.text) {
				continue
			}
			e.rights = append(e.rights, edgeAt{w.x1, i})
			if k+1 == len(l.words) || parts(w, l.words[k+1]) {
				e.ends = append(e.ends, edgeAt{w.x1, i})
			}
		}
	}
	byX(e.lefts)
	byX(e.rights)
	byX(e.ends)
	return e
}

// isTight tells whether the small gap behind a number may part cells: none that
// parts it from its unit, and no space of running text.
func isTight(a, b *word) bool {
	gap, size := b.x0-a.x1, math.Max(a.size, b.size)
	if first, _ := utf8.DecodeRuneInString(b.text); !wide(first) {
		return gap > numberGap*size && b.pad != 1 // one space is a space between words, however wide
	}
	return gap > tightGap*size && !unit.MatchString(b.text)
}

var unit = regexp.MustCompile(`^(?:[年月日时个人户项次元亩处家所座条件名位％]|[万亿]元?)[，。、；）)]?$`)

// agreeing counts the other lines near line i with an edge at x.
func agreeing(edges []edgeAt, x float64, i int) int {
	n := 0
	from := sort.Search(len(edges), func(k int) bool { return edges[k].x >= x-edgeTol })
	for k := from; k < len(edges) && edges[k].x <= x+edgeTol; k++ {
		d := edges[k].line - i
		if d != 0 && d >= -window && d <= window {
			n++
		}
	}
	return n
}
