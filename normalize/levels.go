package normalize

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// untitled is a table whose level no caption names: it was taken from the chapter, the
// title of the report or a sentence above.
type untitled struct {
	table    int // place in the report's tables
	from, to int // its figures
}

// statement is what a figure says but for whose accounts it is of.
type statement struct {
	book    budget.Book
	year    int
	stage   budget.Stage
	side    budget.Side
	subject string
}

func statementOf(f *budget.Figure) statement {
	return statement{f.Book, f.Year, f.Stage, f.Side, f.Subject}
}

// enoughEchoes is how many figures of a table the text must give for one level, and
// none for the table's own, before it is believed that the table is of that level.
const enoughEchoes = 3

// settleLevels gives a table without a level in its caption that of the sentences
// which give the same amounts: an annex of the whole county in the report on 县级决算
// need not say 全县.
func settleLevels(r *budget.Report, open []untitled) {
	if len(open) == 0 {
		return
	}
	told := map[statement][]*budget.Figure{}
	for _, f := range r.Figures {
		if f.Kind == budget.Narrative && f.IsBudget() && f.HasAmount() && !f.Delta && !f.Amount.IsZero() && (f.Level == budget.Own || f.Level == budget.Consolidated) {
			told[statementOf(f)] = append(told[statementOf(f)], f)
		}
	}
	for _, u := range open {
		t := &r.Tables[u.table]
		if as := echoedLevel(r.Figures[u.from:u.to], t, told); as != nil {
			moveLevel(r.Figures[u.from:u.to], t, as)
		}
	}
}

// echoedLevel is a figure of the level whose sentences repeat the table, nil where the
// table's own level is repeated too, or no other often enough.
func echoedLevel(figures []*budget.Figure, t *budget.Table, told map[statement][]*budget.Figure) *budget.Figure {
	var other *budget.Figure
	n := 0
	for _, f := range figures {
		if f.Level != t.Level || !f.HasAmount() || f.Delta {
			continue
		}
		for _, g := range told[statementOf(f)] {
			if !samePrint(f, g) {
				continue
			}
			if g.Level == t.Level {
				return nil
			}
			other = g
			n++
			if telling(f) {
				n = max(n, enoughEchoes)
			}
			break
		}
	}
	if n < enoughEchoes {
		return nil
	}
	return other
}

// telling reports the total of a book with so many digits that another account has not
// the same by chance: one such figure says whose the table is.
func telling(f *budget.Figure) bool {
	return (f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal) && f.Amount.Div(f.Step).Abs().GreaterThanOrEqual(decimal.NewFromInt(10000))
}

// samePrint reports whether two printed amounts can be one: they differ by no more
// than half of their last digits.
func samePrint(a, b *budget.Figure) bool {
	slack := a.Step.Add(b.Step)
	return a.Amount.Sub(b.Amount).Abs().Mul(decimal.NewFromInt(2)).LessThanOrEqual(slack)
}

// moveLevel gives the table, and those of its figures that are of its level, the level
// of another figure.
func moveLevel(figures []*budget.Figure, t *budget.Table, as *budget.Figure) {
	for _, f := range figures {
		if f.Level == t.Level {
			f.Scope, f.Level = as.Scope, as.Level
		}
	}
	t.Scope, t.Level = as.Scope, as.Level
}
