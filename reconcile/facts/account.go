package facts

import "yusuan/budget"

// Account is what one balance identity speaks of: a book of one level in one
// year at one stage.
type Account struct {
	Book  budget.Book
	Level budget.Level
	Scope string // only for named sub-areas
	Year  int
	Stage budget.Stage
}

// Account returns the account that a figure belongs to.
func (f *Fact) Account() Account {
	return Account{f.Book, f.Level, f.Key.Scope, f.Year, f.Stage}
}

// Key returns the key of a subject of the account.
func (a Account) Key(side budget.Side, subject string) budget.Key {
	return budget.Key{Book: a.Book, Level: a.Level, Scope: a.Scope, Year: a.Year, Stage: a.Stage, Side: side, Subject: subject}
}

// Accounts lists the accounts in order of first mention.
func (s *Set) Accounts() []Account { return s.accounts }

func accounts(keys []*budget.Key) []Account {
	seen := map[Account]bool{}
	var out []Account
	var last Account // of the key before, which is mostly of the same
	for _, k := range keys {
		a := Account{k.Book, k.Level, k.Scope, k.Year, k.Stage}
		if k.Basis != "" || a == last {
			continue
		}
		if last = a; !seen[a] {
			seen[a] = true
			out = append(out, a)
		}
	}
	return out
}

// Find returns the best figure of a subject of the account; see Best.
func (s *Set) Find(a Account, side budget.Side, subject string) (*Fact, bool) {
	return s.Best(a.Key(side, subject))
}
