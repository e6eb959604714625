// Package l501 compares the scopes of a report.
package l501

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is L501.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "L501",
		Title:     "全域口径不小于本级口径",
		Severity:  budget.Warning,
		What:      "For every subject of a book, year and stage, the figure of all levels (全区, 区金库) is at least that of the district's own level.",
		Why:       "A figure stands under the wrong scope, or one of the two is wrong.",
		Authority: "《预算法》第三条：地方各级总预算由本级预算和汇总的下一级总预算组成。",
		Example:   "2023年全县一般公共预算执行数：全县上年结转50万元，县级上年结转55万元，前者比后者少5万元，超出舍入容差±1万元（第12行、第20行）。",
		Exclusions: []string{
			"payments between the levels (下级上解收入, 补助下级支出), grand totals and subtotals, which hold them",
			"the debt chapter and fund balances",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for k := range r.Set.Keys() {
		if k.Level != budget.Own || k.Side == budget.Balance || k.Book == budget.Debt || internal(k.Subject) {
			continue
		}
		own, c1 := r.Set.Best(k)
		if own == nil || !own.HasAmount() || own.Role == budget.RoleGrandTotal || own.Role == budget.RoleSubtotal {
			continue
		}
		for _, level := range [...]budget.Level{budget.Consolidated, budget.Treasury} {
			wide := k
			wide.Level = level
			all, c2 := r.Set.Best(wide)
			if all == nil || !all.HasAmount() {
				continue
			}
			ran = true
			judge(r, all, own, c1 || c2)
		}
	}
	if !ran {
		r.Skip("报告没有同时给出全域与本级两种口径，未核对。")
	}
}

func judge(r *rule.Run, all, own *facts.Fact, conflict bool) {
	if conflict {
		r.Conflict(all, own)
		return
	}
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(all), Right: identity.Add(own), Relation: identity.AtLeast},
		Left:     all.Scope + all.Label(),
		Right:    own.Scope + own.Label(),
	})
}

// internal reports whether a subject is, or holds, a payment between levels.
func internal(name string) bool {
	switch name {
	case subject.FromBelow, subject.ToBelow, subject.RevenueTotal, subject.ExpenditureTotal, subject.TransfersIn, subject.TransfersOut,
		subject.GeneralGive, subject.SpecialGive:
		return true
	}
	return false
}
