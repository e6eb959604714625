// Package y602 checks the roll of the stabilisation fund.
package y602

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is Y602.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "Y602",
		Title:    "预算稳定调节基金：年初余额－动用＋补充＝年末余额",
		Severity: budget.Error,
		What: "The opening balance of the stabilisation fund (年初余额, or the balance at the end of the year before), less what was used, plus what was added (and less what the next budget uses, where the sentence says so) " +
			"is the closing balance.",
		Why:       "A use or an addition is missing from the account of the fund, or a balance is wrong.",
		Authority: "《预算法》第四十一条：各级一般公共预算可以设置预算稳定调节基金，用于弥补以后年度预算资金的不足；《预算稳定调节基金管理暂行办法》（财预〔2018〕35号）。",
		Example: "2023年县级一般公共预算：预算稳定调节基金年末余额30万元，按年初余额和增减计算40万元（预算稳定调节基金50－动用预算稳定调节基金20＋安排预算稳定调节基金10），" +
			"前者比后者少10万元，超出舍入容差±2万元（第30行）。",
		Exclusions: []string{"balances without an opening balance in the same passage or year"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, closing := range r.Set.Facts {
		if !stock(closing, budget.RoleClosing) {
			continue
		}
		ran = true
		opening := before(r.Set, closing)
		if opening == nil {
			r.Missing(closing, "年初余额")
			continue
		}
		judge(r, opening, closing)
	}
	if !ran {
		r.Skip("报告没有给出预算稳定调节基金余额，未核对。")
	}
}

func stock(f *facts.Fact, role budget.Role) bool {
	return f.Subject == subject.Stabiliser && f.Role == role && f.HasAmount() && f.Sums() && !f.Doubtful()
}

// near is how many figures a passage about the fund may span.
const near = 12

// before finds the opening balance of the same passage, or last year's closing one.
func before(s *facts.Set, closing *facts.Fact) *facts.Fact {
	var best *facts.Fact
	for _, f := range s.Facts {
		if !opens(f, closing) || f.Level != closing.Level || f.ID > closing.ID+near || f.ID < closing.ID-near {
			continue
		}
		if best == nil || f.Beside(closing.Figure) && (!best.Beside(closing.Figure) || f.Role == budget.RoleOpening) {
			best = f
		}
	}
	return best
}

// opens reports whether a stock of the fund is what a period that ends with closing
// begins with. A year's opening balance does not open the year before it.
func opens(f, closing *facts.Fact) bool {
	if stock(f, budget.RoleClosing) {
		return f.Year > 0 && f.Year == closing.Year-1 && f.ID < closing.ID
	}
	return stock(f, budget.RoleOpening) && f.Year <= closing.Year
}

// begins is the first year of the period that an opening balance opens.
func begins(opening *facts.Fact) int {
	if opening.Role == budget.RoleClosing {
		return opening.Year + 1
	}
	return opening.Year
}

func judge(r *rule.Run, opening, closing *facts.Fact) {
	moves := passage(r.Set, opening, closing)
	if both := stated(r.Set, opening, closing); len(moves) == 0 || oneKind(moves) && both != nil {
		moves = both
	}
	if len(moves) == 0 {
		r.Missing(closing, "动用和补充的金额")
		return
	}
	right := append(identity.Add(opening), moves...)
	if oneSided(moves, closing, right) {
		r.Missing(closing, "动用或补充的金额")
		return
	}
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(closing), Right: right},
		Left:     "预算稳定调节基金期末余额",
		Right:    "按期初余额和增减计算",
	})
}

// oneSided reports whether only uses or only additions are known, and the other kind
// would explain the balance: what is not stated is no zero.
func oneSided(moves []identity.Term, closing *facts.Fact, right []identity.Term) bool {
	if !oneKind(moves) {
		return false
	}
	weight := moves[0].Weight
	id := identity.Identity{Left: identity.Add(closing), Right: right}
	if id.Evaluate() != identity.Broken {
		return false
	}
	return (closing.Value > identity.Total(right)) == (weight < 0)
}

// oneKind reports whether only uses or only additions are among some moves.
func oneKind(moves []identity.Term) bool {
	for _, m := range moves {
		if m.Weight != moves[0].Weight {
			return false
		}
	}
	return len(moves) > 0
}

// passage lists uses and additions between the two balances, and before them on
// the same line.
func passage(s *facts.Set, opening, closing *facts.Fact) []identity.Term {
	first, last := opening.ID, closing.ID
	if first > last {
		first, last = last, first
	}
	var out []identity.Term
	for _, f := range s.Facts {
		inside := f.ID > first && f.ID < last || f.Beside(opening.Figure) && f.Beside(closing.Figure)
		if !inside || f.Kind != budget.Narrative || !f.HasAmount() || f.Delta || f.Year < begins(opening) {
			continue
		}
		if t, ok := move(f); ok {
			out = append(out, t)
		}
	}
	return out
}

// stated falls back on the year's use and addition given elsewhere.
func stated(s *facts.Set, opening, closing *facts.Fact) []identity.Term {
	a := opening.Account()
	if opening.Role == budget.RoleClosing {
		a = closing.Account()
	}
	used, c1 := s.Find(a, budget.Revenue, subject.FundUsed)
	added, c2 := s.Find(a, budget.Expenditure, subject.FundAdded)
	if used == nil || added == nil || c1 || c2 {
		return nil
	}
	return []identity.Term{{Fact: used, Weight: -1}, {Fact: added, Weight: 1}}
}

func move(f *facts.Fact) (identity.Term, bool) {
	switch f.Subject {
	case subject.FundUsed:
		return identity.Term{Fact: f, Weight: -1}, true
	case subject.FundAdded:
		return identity.Term{Fact: f, Weight: 1}, true
	}
	return identity.Term{}, false
}
