package table

import "math"

// Cells often stand in the middle of their rows: the numbers of a row beside the middle
// of a label in several lines, and of a second label with another number of lines. Then
// every label is as far above its numbers as below them, and all its lines follow at
// the leading, closer than rows do. Where this explains each line of every column of
// labels, rows are read so; where one line is left over, nothing is concluded.

const (
	offMiddle  = 0.2  // of the type size: how far a label's middle may be from its numbers
	offLeading = 0.08 // of the type size: how far lines of a label may be from the leading
	longLabel  = 6    // lines of one label
)

// middles holds the lines of a body for reading them as centred cells.
type middles struct {
	l    *layout
	rows []int   // that hold a number, from the top down
	of   []int   // for each row of the page from the first one of the body: its place in rows, -1
	from int     // first row of the body
	step float64 // least distance between rows with numbers
}

// centredBands are the rows of a body whose cells stand in the middle of their rows; nil
// where nothing shows that they do.
func (l *layout) centredBands(from int) []band {
	if l.lined() {
		return nil
	}
	m := &middles{l: l, from: from, of: make([]int, l.bottom-from+1)}
	for i := range m.of {
		m.of[i] = -1
	}
	columns := m.labels()
	if len(m.rows) < 3 || len(columns) == 0 {
		return nil
	}
	m.step = math.Inf(1)
	for k := 1; k < len(m.rows); k++ {
		m.step = math.Min(m.step, l.rows[m.rows[k]].base-l.rows[m.rows[k-1]].base)
	}
	for k, i := range m.rows {
		m.of[i-from] = k
	}
	proven := false
	for _, lines := range columns {
		even, ok := m.explain(lines)
		if !ok {
			return nil
		}
		proven = proven || even
	}
	if !proven {
		return nil
	}
	return m.bands()
}

// labelLines are the lines of one column of labels, by row of the page, and the rows
// with a number that must have a label there.
type labelLines struct {
	at    []int
	needs map[int]bool // by place in middles.rows
}

// labels finds the rows with numbers and the columns of labels: those that hold more
// text than numbers. The numbers right of one need a label in it.
func (m *middles) labels() []*labelLines {
	l := m.l
	text, data := make([]int, len(l.gaps)+1), make([]int, len(l.gaps)+1)
	type place struct {
		row, col int
		datum    bool
	}
	var places []place
	for i := m.from; i <= l.bottom; i++ {
		number := false
		for _, s := range l.inside(l.rows[i]) {
			for _, p := range l.parts(i, s) {
				c, _ := l.column(p.x0, p.x1)
				places = append(places, place{i, c, p.datum})
				if p.datum {
					number, data[c] = true, data[c]+1
				} else {
					text[c]++
				}
			}
		}
		if number {
			m.rows = append(m.rows, i)
		}
	}
	var out []*labelLines
	owner := make([]*labelLines, len(text))
	for c := range owner {
		if c > 0 {
			owner[c] = owner[c-1]
		}
		if text[c] > data[c] {
			owner[c] = &labelLines{needs: map[int]bool{}}
			out = append(out, owner[c])
		}
	}
	if text[0] <= data[0] {
		return nil
	}
	k := -1
	for _, p := range places {
		for k+1 < len(m.rows) && m.rows[k+1] <= p.row {
			k++
		}
		o := owner[p.col]
		switch isLabel := text[p.col] > data[p.col]; {
		case !isLabel && p.datum:
			o.needs[k] = true
		case isLabel && !p.datum && (len(o.at) == 0 || o.at[len(o.at)-1] != p.row):
			o.at = append(o.at, p.row)
		}
	}
	return out
}

// explain gives the lines of a column of labels to rows with numbers. even tells that a
// row has no line of its label beside its numbers. Lines that stand alone are rows of
// their own.
func (m *middles) explain(c *labelLines) (even, ok bool) {
	if len(c.at) == 0 {
		return false, true
	}
	base := func(j int) float64 { return m.l.rows[c.at[j]].base }
	size := m.l.rows[c.at[0]].size
	leading := math.Inf(1)
	for j := 1; j < len(c.at); j++ {
		leading = math.Min(leading, base(j)-base(j-1))
	}
	if leading > m.step-0.1*size {
		leading = 0 // no label has two lines
	}
	near := func(j int) bool { return j < len(c.at) && base(j)-base(j-1) < leading+offLeading*size }
	k := 0
	for j := 0; j < len(c.at); {
		end := j + 1
		for near(end) {
			end++
		}
		next, proof, fits := m.fill(c, j, end, k)
		if !fits {
			return false, false
		}
		even = even || proof
		j, k = end, next
	}
	for ; k < len(m.rows); k++ {
		if c.needs[k] {
			return false, false
		}
	}
	return even, true
}

// fill gives lines j…end-1 of a column, which follow at the leading, to one row with
// numbers from k on: the one that they stand in the middle of. A line beside which
// nothing stands may be a row without numbers.
func (m *middles) fill(c *labelLines, j, end, k int) (next int, even, ok bool) {
	first, last := m.l.rows[c.at[j]], m.l.rows[c.at[end-1]]
	middle, size := (first.base+last.base)/2, first.size
	for ; k < len(m.rows); k++ {
		d := m.l.rows[m.rows[k]].base - middle
		if math.Abs(d) <= offMiddle*size {
			break
		}
		if d > 0 {
			k = len(m.rows)
			break
		}
		if c.needs[k] {
			return k, false, false
		}
	}
	if k == len(m.rows) {
		return m.after(middle), false, end-j == 1
	}
	if end-j > longLabel {
		return k, false, false
	}
	for _, i := range c.at[j:end] {
		if of := m.of[i-m.from]; of >= 0 && of != k {
			return k, false, false
		}
		m.of[i-m.from] = k
	}
	return k + 1, (end-j)%2 == 0, true
}

// after is the first row with numbers below y.
func (m *middles) after(y float64) int {
	for k, i := range m.rows {
		if m.l.rows[i].base > y {
			return k
		}
	}
	return len(m.rows)
}

// bands are the rows of text by the row with numbers that they were given to.
func (m *middles) bands() []band {
	var out []band
	last := -1
	for i := m.from; i <= m.l.bottom; i++ {
		if len(m.l.inside(m.l.rows[i])) == 0 {
			continue
		}
		k := m.of[i-m.from]
		if k >= 0 && k == last {
			out[len(out)-1] = append(out[len(out)-1], i)
			continue
		}
		if k >= 0 && k < last {
			return nil
		}
		out = append(out, band{i})
		last = k
	}
	return out
}
