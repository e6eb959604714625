package workbook

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// values answers which figure is shown where a key occurs several times.
//
// The order of preference: a whole before a mere part, a number before a blank,
// certain before hedged or doubtful, then the finest last digit, a table before
// a sentence, text before a picture, and the place nearer the beginning.
type values struct {
	byKey   map[budget.Key][]*budget.Figure
	figures []*budget.Figure
	known   []surroundings // of figures, once they were asked for
}

type surroundings struct {
	chosen
	looked bool
}

// chosen is the figure shown for a key, and the others of the key beside it.
type chosen struct {
	Figure   *budget.Figure
	Same     []*budget.Figure // agree with it within their rounding
	Conflict []*budget.Figure // of the same standing, and cannot both be right
}

func newValues(figures []*budget.Figure) *values {
	v := &values{byKey: make(map[budget.Key][]*budget.Figure, len(figures)), figures: figures, known: make([]surroundings, len(figures))}
	for _, f := range figures {
		if !comparable(f) {
			continue
		}
		v.byKey[f.Key()] = append(v.byKey[f.Key()], f)
	}
	for _, list := range v.byKey {
		slices.SortStableFunc(list, preference)
	}
	return v
}

// comparable reports whether a figure stands for its key. An earmark carries the
// key of the functional class it sits in, a change that of what changes; neither
// is that figure.
func comparable(f *budget.Figure) bool {
	return f.IsBudget() && !f.Delta && f.Role != budget.RoleEarmark && f.Role != budget.RolePolicy
}

func standing(f *budget.Figure) int {
	switch f.Role {
	case budget.RolePart:
		return 2
	case budget.RoleLump:
		return 1
	}
	return 0
}

func preference(a, b *budget.Figure) int {
	flag := func(bad bool) int {
		if bad {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(flag(!a.HasAmount()), flag(!b.HasAmount())),
		cmp.Compare(standing(a), standing(b)),
		cmp.Compare(flag(a.Hedge != ""), flag(b.Hedge != "")),
		cmp.Compare(flag(a.Doubt != ""), flag(b.Doubt != "")),
		a.Step.Cmp(b.Step),
		cmp.Compare(flag(a.Kind != budget.InTable), flag(b.Kind != budget.InTable)),
		cmp.Compare(flag(a.OCR), flag(b.OCR)),
		cmp.Compare(a.ID, b.ID),
	)
}

// get returns the figure for a key; Figure is nil where there is none.
func (v *values) get(k budget.Key) chosen {
	list := v.byKey[k]
	if len(list) == 0 {
		return chosen{}
	}
	return v.around(list[0])
}

// around is the key of a figure seen from that figure: for a table shown as the
// report prints it, where the place decides and not the preference.
func (v *values) around(f *budget.Figure) chosen {
	if f == nil || f.ID < 1 || f.ID > len(v.figures) || v.figures[f.ID-1] != f {
		return v.look(f)
	}
	at := &v.known[f.ID-1]
	if !at.looked {
		*at = surroundings{v.look(f), true}
	}
	return at.chosen
}

func (v *values) look(f *budget.Figure) chosen {
	c := chosen{Figure: f}
	if f == nil || !f.HasAmount() || !comparable(f) {
		return c
	}
	for _, other := range v.byKey[f.Key()] {
		switch {
		case other == f || !other.HasAmount():
		case agree(f, other):
			c.Same = append(c.Same, other)
		case standing(other) == 0 && standing(f) == 0:
			c.Conflict = append(c.Conflict, other)
		}
	}
	return c
}

var half = decimal.New(5, -1)

// agree reports whether two printed figures can be one number: their rounding
// intervals meet. A hedged figure (约, 超过) contradicts nothing here.
func agree(a, b *budget.Figure) bool {
	if a.Hedge != "" || b.Hedge != "" || a.Amount.Equal(b.Amount) {
		return true
	}
	return a.Amount.Sub(b.Amount).Abs().LessThanOrEqual(a.Step.Add(b.Step).Mul(half))
}
