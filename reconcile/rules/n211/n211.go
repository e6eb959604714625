// Package n211 checks own amounts against what they are spent on, where a sentence
// gives no grand total to check.
package n211

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is N211.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N211",
		Title:    "没有列收入总计的，本级收入不超过支出一方",
		Severity: budget.Error,
		What: "A book for which the text gives no 收入总计 balances too: its own revenue is not more than the 支出总计, " +
			"or, where that isn't given either, than expenditure, 调出资金 and 结转下年 that one sentence lists.",
		Why:       "What comes in is spent, moved or carried over; a revenue above all of them, or one of them, is wrong.",
		Authority: "《预算法》第三十五条：地方各级预算按照量入为出、收支平衡的原则编制，除本法另有规定外，不列赤字。",
		Example:   "2023年全县国有资本经营预算执行数：国有资本经营预算收入96400万元，支出、调出与结转之和9640万元（国有资本经营预算支出7420＋调出资金2000＋结转下年220），前者比后者多86760万元，超出舍入容差±2万元（第12行）。",
		Exclusions: []string{
			"sentences that don't say what is carried over: less may be spent than comes in",
			"more on the side of expenditure: what came from the year before may be unsaid",
			"social insurance, whose surplus is kept",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book == budget.SocialInsurance || a.Book == budget.Debt || a.Level == budget.Part {
			continue
		}
		in, conflict := r.Set.Find(a, budget.Revenue, subject.Own(a.Book, budget.Revenue))
		if total, _ := r.Set.Find(a, budget.Revenue, subject.RevenueTotal); in == nil || conflict || total != nil || !in.HasAmount() || in.Kind != budget.Narrative {
			continue
		}
		id, name, ok := outlay(r.Set, a, in)
		if !ok {
			continue
		}
		ran = true
		r.Judge(rule.Claim{Identity: id, Right: name})
	}
	if !ran {
		r.Skip("各本预算都给出了收入总计，或没有给出支出一方的各项，未核对。")
	}
}

// outlay is the other side of a book without a total of revenue.
func outlay(s *facts.Set, a facts.Account, in *facts.Fact) (identity.Identity, string, bool) {
	id := identity.Identity{Left: identity.Add(in), Relation: identity.AtMost}
	if total, conflict := s.Find(a, budget.Expenditure, subject.ExpenditureTotal); total != nil {
		id.Right = identity.Add(total)
		return id, subject.ExpenditureTotal, !conflict && total.HasAmount()
	}
	for _, name := range [...]string{subject.Own(a.Book, budget.Expenditure), subject.MovedOut, subject.CarryOut} {
		f, conflict := s.Find(a, budget.Expenditure, name)
		if f == nil || conflict || !f.HasAmount() || !f.Beside(in.Figure) || f.Kind != in.Kind {
			return id, "", false
		}
		id.Right = append(id.Right, identity.Add(f)...)
	}
	for _, f := range s.Facts { // anything else that is spent is part of the sum
		if f.Account() == a && f.Side == budget.Expenditure && f.Beside(in.Figure) && f.Role == budget.RoleComponent && f.Sums() && f.HasAmount() &&
			f.Subject != subject.MovedOut && f.Subject != subject.CarryOut {
			id.Right = append(id.Right, identity.Add(f)...)
		}
	}
	return id, "支出、调出与结转之和", true
}
