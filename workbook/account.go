package workbook

import (
	"cmp"
	"slices"

	"yusuan/budget"
)

// account is one book of one scope at one stage of one year: what a balance
// table speaks of, and what a column of the subject sheets stands for.
type account struct {
	Book  budget.Book
	Level budget.Level
	Part  string // the words of a named sub-area, where Level is Part
	Year  int
	Stage budget.Stage
}

func accountOf(f *budget.Figure) account {
	a := account{Book: f.Book, Level: f.Level, Year: f.Year, Stage: f.Stage}
	if f.Level == budget.Part {
		a.Part = f.Scope
	}
	return a
}

func (a account) key(side budget.Side, subject string) budget.Key {
	return budget.Key{Book: a.Book, Level: a.Level, Scope: a.Part, Year: a.Year, Stage: a.Stage, Side: side, Subject: subject}
}

// at is the same place in another book.
func (a account) at(b budget.Book) account {
	a.Book = b
	return a
}

func compareAccounts(a, b account) int {
	return cmp.Or(
		cmp.Compare(bookRank(a.Book), bookRank(b.Book)),
		cmp.Compare(a.Year, b.Year),
		cmp.Compare(stageRank(a.Stage), stageRank(b.Stage)),
		cmp.Compare(levelRank(a.Level), levelRank(b.Level)),
		cmp.Compare(a.Part, b.Part),
	)
}

// accounts lists the accounts of the figures that pass a filter, in order.
func accounts(figures []*budget.Figure, keep func(*budget.Figure) bool) []account {
	seen := map[account]bool{}
	var out []account
	for _, f := range figures {
		if !f.IsBudget() || f.Year == 0 || !keep(f) {
			continue
		}
		if a := accountOf(f); !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	slices.SortFunc(out, compareAccounts)
	return out
}

// scopeWords finds how the report itself words the scope of each account: the
// wording of the most figures, the earlier one in a tie.
func scopeWords(figures []*budget.Figure) map[account]string {
	counts := map[account]map[string]int{}
	order := map[account][]string{}
	for _, f := range figures {
		if f.Scope == "" {
			continue
		}
		a := accountOf(f)
		if counts[a] == nil {
			counts[a] = map[string]int{}
		}
		if counts[a][f.Scope] == 0 {
			order[a] = append(order[a], f.Scope)
		}
		counts[a][f.Scope]++
	}
	out := map[account]string{}
	for a, words := range order {
		best := words[0]
		for _, w := range words {
			if counts[a][w] > counts[a][best] {
				best = w
			}
		}
		out[a] = best
	}
	return out
}
