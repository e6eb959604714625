package grid

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
)

// Derived is a column that is computed from two others: 完成%, 比上年±%, 调整数.
type Derived struct {
	Set    *facts.Set
	Table  *budget.Table
	Block  *budget.Block
	Index  int // the derived column
	Of     int // numerator, minuend
	Base   int // denominator, subtrahend
	Header string
}

// Line is one row's identity in a derived column.
type Line struct {
	Item     *budget.Item
	Identity identity.Identity
	Rate     *budget.Rate // nil for amounts
}

// rows that must agree before a pair of columns counts as what a derived column
// is computed from: most of them, and where the header doesn't name the base, at
// least this many.
const (
	enough = 3
	share  = 0.6
)

// Deriveds finds, for every rate and change column, the two columns that it is
// computed from: those that most rows confirm. A column that no pair explains is
// left out, so nothing is claimed about a base that isn't known.
func Deriveds(s *facts.Set) []Derived { return facts.Once(s, "grid.Deriveds", deriveds) }

func deriveds(s *facts.Set) []Derived {
	var out []Derived
	for ti := range s.Report.Tables {
		t := &s.Report.Tables[ti]
		if t.Doubt != "" {
			continue
		}
		for bi := range t.Blocks {
			b := &t.Blocks[bi]
			for ci, col := range b.Columns {
				if col.Kind != budget.ColCompletion && col.Kind != budget.ColGrowth && col.Kind != budget.ColIndex && col.Kind != budget.ColDelta {
					continue
				}
				d := Derived{Set: s, Table: t, Block: b, Index: ci, Header: col.Header}
				if d.resolve() {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// resolve picks the pair of columns that most rows confirm.
func (d *Derived) resolve() bool {
	best := 0
	for of := range d.Block.Columns {
		for base := range d.Block.Columns {
			if !d.possible(of, base) {
				continue
			}
			trial := *d
			trial.Of, trial.Base = of, base
			good, all := trial.votes()
			if all == 0 || float64(good) < share*float64(all) || !d.named(base) && good < enough {
				continue
			}
			if good > best {
				best, d.Of, d.Base = good, of, base
			}
		}
	}
	return best > 0
}

// named reports whether the header says that base is the base.
func (d *Derived) named(base int) bool {
	col := d.Block.Columns[d.Index]
	return col.Of != "" && col.Of == d.Block.Columns[base].Stage
}

// possible reports whether a column can be computed from two others.
func (d *Derived) possible(of, base int) bool {
	if of == base || of == d.Index || base == d.Index {
		return false
	}
	x, y, col := d.Block.Columns[of], d.Block.Columns[base], d.Block.Columns[d.Index]
	if x.Kind != budget.ColAmount || y.Kind != budget.ColAmount {
		return false
	}
	switch col.Kind {
	case budget.ColGrowth, budget.ColIndex:
		return x.Year == y.Year+1
	case budget.ColCompletion:
		if col.Of != "" && y.Stage != col.Of {
			return false
		}
		return x.Stage != budget.Budgeted || y.Year < x.Year
	}
	return true
}

// votes counts the rows that the pair explains.
func (d *Derived) votes() (good, all int) {
	for _, l := range d.Lines() {
		if l.Identity.Evaluate() == identity.Unusable {
			continue
		}
		all++
		if l.Identity.Evaluate() != identity.Broken {
			good++
		}
	}
	return good, all
}

// Adjustment reports whether the column is 调整数: adjusted less first budget.
func (d *Derived) Adjustment() bool {
	x, y := d.Block.Columns[d.Of], d.Block.Columns[d.Base]
	return d.Block.Columns[d.Index].Kind == budget.ColDelta && x.Stage == budget.Adjusted && y.Stage == budget.Budgeted
}

// Lines lists the rows that give the derived value and both of its sources.
func (d *Derived) Lines() []Line {
	var out []Line
	for i := range d.Block.Items {
		it := &d.Block.Items[i]
		if l, ok := d.line(it); ok {
			out = append(out, l)
		}
	}
	return out
}

func (d *Derived) line(it *budget.Item) (Line, bool) {
	of, base := d.Set.Cell(it, d.Of), d.Set.Cell(it, d.Base)
	if of == nil || base == nil || it.Memo {
		return Line{}, false
	}
	if d.Block.Columns[d.Index].Kind == budget.ColDelta {
		delta := d.Set.Cell(it, d.Index)
		if delta == nil {
			return Line{}, false
		}
		terms := []identity.Term{{Fact: of, Weight: 1}, {Fact: base, Weight: -1}}
		return Line{Item: it, Identity: identity.Identity{Left: identity.Add(delta), Right: terms}}, true
	}
	if d.Index >= len(it.Rates) || !it.Rates[d.Index].Known || it.Rates[d.Index].OtherBase || !of.HasAmount() || !base.HasAmount() {
		return Line{}, false
	}
	rate := &it.Rates[d.Index]
	kind := identity.Share
	if d.Block.Columns[d.Index].Kind == budget.ColGrowth {
		kind = identity.Growth
	}
	return Line{Item: it, Rate: rate, Identity: identity.Identity{
		Left: identity.Add(of), Right: identity.Add(base), Rate: NewRate(kind, rate)}}, true
}

// Rounds reports whether the column rounds its rates: several rows show it, and one
// at most could have been cut instead. The row that could is then no better than one
// that is off by more.
func Rounds(lines []Line) bool {
	rounded, cut := 0, 0
	for _, l := range lines {
		if l.Rate == nil {
			return false
		}
		switch up, state := l.Identity.RoundedUp(), l.Identity.Evaluate(); {
		case up:
			rounded++
		case state == identity.Rounds:
			cut++
		}
	}
	return rounded >= 2 && cut <= 1
}

// NewRate makes the intervals of a printed rate: half its last digit for
// rounding, a whole one where a bureau cuts instead; whole per cents are rounded up too.
func NewRate(kind identity.RateKind, r *budget.Rate) *identity.Rate {
	wide := interval.Cut(r.Value, r.Step)
	if r.Step.Equal(wholePercent) {
		wide = interval.AroundRate(r.Value, r.Step, 1)
	}
	return &identity.Rate{
		Kind:   kind,
		Narrow: interval.AroundRate(r.Value, r.Step, 0.5),
		Wide:   wide,
	}
}

// GrowthOf holds the growth rate of a figure against its amount and that of a base.
func GrowthOf(f, base *facts.Fact) identity.Identity {
	return identity.Identity{Left: identity.Add(f), Right: identity.Add(base), Rate: NewRate(identity.Growth, &f.Growth)}
}

var wholePercent = decimal.NewFromInt(1)
