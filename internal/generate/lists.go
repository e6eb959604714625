package generate

import (
	"slices"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// Item is one member of a list that a template ranges over.
type Item struct {
	Name        string // canonical subject
	Say         string // the style's words for it
	N           int    // from 1
	First, Last bool
}

func (w *writer) has(side, subject string) bool {
	v, ok := w.Acc.Get(w.Cell(sides[side], subject))
	return ok && v > 0
}

func (w *writer) list(names []string) []Item {
	out := make([]Item, len(names))
	for i, n := range names {
		out[i] = Item{Name: n, Say: w.Say(n), N: i + 1, First: i == 0, Last: i == len(names)-1}
	}
	return out
}

// items lists up to n of what a whole consists of, those with an amount.
func (w *writer) items(whole string, n int) []Item {
	side := "r"
	if whole != "税收收入" && whole != "非税收入" && whole != accounts.TotalOf(w.Now().Book, budget.Revenue) {
		side = "e"
	}
	var have []string
	for _, s := range accounts.Items(w.Now().Book, whole) {
		if w.has(side, s) && len(have) < n {
			have = append(have, s)
		}
	}
	return w.list(have)
}

// both joins lists.
func both(lists ...[]Item) []Item { return slices.Concat(lists...) }

// Pair is a row of a two-sided table; a side without an item is nil.
type Pair struct{ Left, Right *Item }

// beside pairs two lists row by row.
func beside(left, right []Item) []Pair {
	out := make([]Pair, max(len(left), len(right)))
	for i := range left {
		out[i].Left = &left[i]
	}
	for i := range right {
		out[i].Right = &right[i]
	}
	return out
}

// flows lists what stands beside a book's own total, those with an amount.
func (w *writer) flows(side string) []Item {
	var have []string
	for _, s := range accounts.Flows(w.Now().Book, sides[side]) {
		if w.has(side, s) {
			have = append(have, s)
		}
	}
	return w.list(have)
}

// joined names the flows of a side, for a lump.
func (w *writer) joined(side string) string {
	out := ""
	for _, it := range w.flows(side) {
		if !it.First {
			out += "、"
		}
		out += it.Say
	}
	return out
}

// Project is one project paid from a quota of bonds.
type Project struct {
	Name, Amount string
	N            int
	Last         bool
}

// projects divides a quota of bonds among n projects; they sum to it.
func (w *writer) projects(subject string, n int) []Project {
	return w.divided(budget.Revenue, subject, n)
}

// works divides an expenditure among n projects; they sum to it.
func (w *writer) works(subject string, n int) []Project {
	return w.divided(budget.Expenditure, subject, n)
}

func (w *writer) divided(side budget.Side, subject string, n int) []Project {
	names := w.words.Projects(w.Pen, n)
	amounts := w.Divide(w.Cell(side, subject), len(names))
	out := make([]Project, len(names))
	for i := range names {
		out[i] = Project{names[i], amounts[i], i + 1, i == len(names)-1}
	}
	return out
}

// Outlay is one line of the expenditure by economic classification.
type Outlay struct {
	Code, Name, Amount string
	Item               bool // 款, under the 类 above it
}

// economic writes the general public expenditure of the context by economic
// classification, with the items of each type where they are wanted.
func (w *writer) economic(items bool) []Outlay {
	lines := w.words.Economic(items)
	amounts := w.Economic(w.Cell(budget.Expenditure, accounts.GPSpending), lines)
	out := make([]Outlay, len(lines))
	for i, l := range lines {
		out[i] = Outlay{l.Code, l.Name, amounts[i], l.IsItem()}
	}
	return out
}
