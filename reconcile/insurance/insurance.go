// Package insurance finds the accounts of social insurance: the whole, and each
// fund.
package insurance

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/subject"
)

// Fund is social insurance as a whole (Name empty) or one fund in one year.
// Fields are nil where the report doesn't state them.
type Fund struct {
	Name                      string
	Account                   facts.Account
	In, Out, Surplus, Closing *facts.Fact
	Conflict                  bool
}

// Funds lists every fund of every account that states a surplus or a balance,
// in order of first mention.
func Funds(s *facts.Set) []Fund {
	type at struct {
		account facts.Account
		name    string
	}
	seen := map[at]bool{}
	var out []Fund
	for _, f := range s.Facts {
		if f.Book != budget.SocialInsurance || f.Side != budget.Balance || f.Subject != subject.YearSurplus && f.Subject != subject.ClosingFunds {
			continue
		}
		k := at{f.Account(), name(f)}
		if seen[k] {
			continue
		}
		seen[k] = true
		out = append(out, find(s, k.account, k.name))
	}
	return out
}

// name is the fund of a balance, empty for social insurance as a whole.
func name(f *facts.Fact) string {
	switch f.Parent {
	case subject.InsuranceIn, subject.InsuranceOut, "社会保险基金", "社会保险基金预算":
		return ""
	}
	return f.Parent
}

func find(s *facts.Set, a facts.Account, name string) Fund {
	fund := Fund{Name: name, Account: a}
	in, out := subject.InsuranceIn, subject.InsuranceOut
	if name != "" {
		in, out = name+"收入", name+"支出"
	}
	var c [4]bool
	fund.In, c[0] = flow(s, a, budget.Revenue, in, name)
	fund.Out, c[1] = flow(s, a, budget.Expenditure, out, name)
	fund.Surplus, c[2] = stock(s, a, subject.YearSurplus, name, "")
	fund.Closing, c[3] = stock(s, a, subject.ClosingFunds, name, budget.RoleClosing)
	fund.Conflict = c[0] || c[1] || c[2] || c[3] || twice(s, fund.In) || twice(s, fund.Out)
	return fund
}

// twice reports a figure that its paragraph gives two values of: 收入X，支出Y。其中，保险费收入Z，支出W.
func twice(s *facts.Set, f *facts.Fact) bool {
	if f == nil || f.Ambiguous() {
		return f != nil
	}
	for _, g := range s.Facts {
		if g.Kind == budget.Narrative && f.Kind == budget.Narrative && g.Beside(f.Figure) && g.Subject == f.Subject && g.Side == f.Side && g.Account() == f.Account() && !g.Delta && g.HasAmount() && !g.Wide.Overlaps(f.Wide) {
			return true
		}
	}
	return false
}

// flow finds the revenue or expenditure of a fund, which may be keyed under the
// whole that it is part of, or under its own name.
func flow(s *facts.Set, a facts.Account, side budget.Side, name, fund string) (*facts.Fact, bool) {
	k := a.Key(side, name)
	for _, parent := range [...]string{"", subject.Own(budget.SocialInsurance, side), fund} {
		k.Parent = parent
		if f, conflict := s.Best(k); f != nil {
			return f, conflict
		}
	}
	return nil, false
}

// stock finds a balance of a fund by its key, with or without the role.
func stock(s *facts.Set, a facts.Account, subject, parent string, role budget.Role) (*facts.Fact, bool) {
	k := a.Key(budget.Balance, subject)
	k.Parent, k.Role = parent, role
	if f, conflict := s.Best(k); f != nil || role == "" {
		return f, conflict
	}
	k.Role = ""
	return s.Best(k)
}

// Opening returns the balance at the start of a fund's year: as stated, or the
// closing balance of the year before. It is nil where unknown or contradictory.
func Opening(s *facts.Set, f *Fund) *facts.Fact {
	for _, try := range [...]struct {
		name string
		role budget.Role
		year int
	}{
		{subject.OpeningFunds, budget.RoleOpening, 0},
		{subject.ClosingFunds, budget.RoleOpening, 0},
		{subject.ClosingFunds, budget.RoleClosing, -1},
	} {
		stages := [...]budget.Stage{f.Account.Stage, budget.Execution, budget.Final}
		if try.year < 0 { // a year's budget begins with what the year before came to, not with its budget
			stages = [...]budget.Stage{budget.Execution, budget.Final, f.Account.Stage}
		}
		for _, stage := range stages {
			a := f.Account
			a.Year += try.year
			a.Stage = stage
			o, conflict := stock(s, a, try.name, f.Name, try.role)
			if o != nil && !conflict && o != f.Closing {
				return o
			}
		}
	}
	return nil
}
