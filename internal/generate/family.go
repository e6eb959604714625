package generate

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// Family writes reports of one district over two years: the budget report of a
// year, its final accounts, the adjustment and the budget report of the year
// after. What one says of the other's year agrees.
func Family(styles []*Style, seed uint64) ([]*Report, error) {
	first := accounts.Build(accounts.Plan{Seed: seed, Forms: []accounts.Form{accounts.Qu, accounts.Xian, accounts.Shi}, Kind: budget.KindBudget})
	second := first.Next(seed)
	var out []*Report
	for i, m := range []struct {
		kind budget.ReportKind
		acc  *accounts.Accounts
	}{{budget.KindBudget, first}, {budget.KindFinalAccounts, first.Settled()}, {budget.KindAdjustment, second}, {budget.KindBudget, second}} {
		s := pickStyle(styles, m.kind, seed+uint64(i))
		if s == nil {
			return nil, fmt.Errorf("no style for %s", m.kind)
		}
		chosen, err := s.chosen(seed)
		if err != nil {
			return nil, err
		}
		d, err := chosen.draft(seed+uint64(i), m.acc)
		if err != nil {
			return nil, err
		}
		r, err := d.Finish()
		if err != nil {
			return nil, err
		}
		r.Name = fmt.Sprintf("%04d-%d-%s", seed, i+1, r.Name)
		out = append(out, r)
	}
	return out, nil
}

// pickStyle chooses a style of a kind that suits any district.
func pickStyle(styles []*Style, kind budget.ReportKind, n uint64) *Style {
	var fit []*Style
	for _, s := range styles {
		if s.Kind == kind && s.Grain == 10000 && !s.Apart && s.Area == "" && !s.HeldOut && suits(s) {
			fit = append(fit, s)
		}
	}
	if len(fit) == 0 {
		return nil
	}
	return fit[n%uint64(len(fit))]
}

// suits leaves out styles whose words fit only one form of place.
func suits(s *Style) bool {
	var xian, shi bool
	for _, f := range s.Forms {
		xian = xian || f == accounts.Xian
		shi = shi || f == accounts.Shi
	}
	return xian && shi
}
