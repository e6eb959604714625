// Package t107 checks columns of scopes in one table.
package t107

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is T107.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "T107",
		Title:     "同一行内全域等于本级与下级之和",
		Severity:  budget.Error,
		What:      "Where a row gives a subject for all levels, for the own level and for the lower level, the first is the sum of the other two.",
		Why:       "One of the columns of the row was changed alone.",
		Authority: "《预算法》第三条：全国预算由中央预算和地方预算组成，地方各级总预算由本级预算和汇总的下一级总预算组成。",
		Example:   "2023年全县一般公共预算执行数：税收收入150万元，本级与下级之和140万元（税收收入100＋税收收入40），前者比后者多10万元，超出舍入容差±1.5万元（表1第2行）。",
		Exclusions: []string{
			"transfers, carry-over and grand totals, in which the levels pay each other",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for ti := range r.Set.Report.Tables {
		t := &r.Set.Report.Tables[ti]
		if t.Doubt != "" {
			continue
		}
		for bi := range t.Blocks {
			for ii := range t.Blocks[bi].Items {
				ran = judge(r, &t.Blocks[bi].Items[ii]) || ran
			}
		}
	}
	if !ran {
		r.Skip("报告中没有分级次列示的表，未核对。")
	}
}

func judge(r *rule.Run, it *budget.Item) bool {
	ran := false
	for i := range it.Cells {
		all := r.Set.Cell(it, i)
		if all == nil || all.Level != budget.Consolidated || !all.HasAmount() || !addsUp(all) {
			continue
		}
		own, lower := at(r.Set, it, all, budget.Own), at(r.Set, it, all, budget.Lower)
		if own == nil || lower == nil {
			continue
		}
		ran = true
		r.Judge(rule.Claim{Identity: identity.Identity{Left: identity.Add(all), Right: identity.Add(own, lower)}, Right: "本级与下级之和"})
	}
	return ran
}

// addsUp reports whether the levels of a subject can be added.
func addsUp(f *facts.Fact) bool {
	switch f.Role {
	case budget.RoleFunction, budget.RoleItem, budget.RoleTotal:
		return f.Sums()
	}
	return f.Sums() && (f.Subject == subject.Tax || f.Subject == subject.NonTax)
}

func at(s *facts.Set, it *budget.Item, like *facts.Fact, level budget.Level) *facts.Fact {
	for i := range it.Cells {
		f := s.Cell(it, i)
		if f != nil && f.Level == level && f.Year == like.Year && f.Stage == like.Stage && f.Delta == like.Delta {
			return f
		}
	}
	return nil
}
