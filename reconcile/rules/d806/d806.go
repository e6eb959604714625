// Package d806 checks the projects that newly issued bonds pay for.
package d806

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is D806.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "D806",
		Title:    "债券资金安排的项目之和与债券额相符",
		Severity: budget.Warning,
		What: "The projects that a report lists under an amount of bonds, in its sentence or apart from it, stay within it; where the list claims to be whole (安排用于：甲X万元，乙Y万元; 安排项目3个：…) they make it up. " +
			"Either is a warning, since a list of projects may leave out small ones without saying so.",
		Why:       "A project, or the amount of the bonds, is wrong, or a project was left out.",
		Authority: "《预算法》第三十五条：举借的债务应当有偿还计划和稳定的偿还资金来源，只能用于公益性资本支出；《地方政府债务信息公开办法（试行）》（财预〔2018〕209号）：公开新增债券资金安排的项目。",
		Example:   "2024年全县政府债务调整预算数：新增一般债券70万元，所列项目之和52万元（新增一般债券24＋新增一般债券13＋新增一般债券15），前者比后者多18万元，超出舍入容差±2万元（第30行）。",
		Exclusions: []string{
			"lists that call themselves selective (主要, 其中, 重点) or end in 等: only more than the bonds is reported",
			"lists with amounts that could not be read",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, id := range r.Set.Wholes() {
		bonds := r.Set.Fact(id)
		if bonds == nil || bonds.Kind != budget.Narrative || !issued(bonds) || !bonds.HasAmount() || bonds.Hedge != "" {
			continue
		}
		projects := listed(bonds, r.Set.Parts(id))
		if len(projects) < 2 {
			continue
		}
		ran = true
		judge(r, bonds, projects, whole(bonds, projects) && !unread(r.Set, bonds))
	}
	for _, l := range lists(r.Set) {
		ran = true
		judge(r, l.bonds, l.projects, l.whole())
	}
	if !ran {
		r.Skip("文中没有列出债券资金安排的项目，未核对。")
	}
}

// judge holds the projects against their bonds: within them, or making them up.
func judge(r *rule.Run, bonds *facts.Fact, projects []*facts.Fact, whole bool) {
	relation := identity.AtLeast
	if whole {
		relation = identity.Equal
	}
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(bonds), Right: identity.Add(projects...), Relation: relation},
		Right:    "所列项目之和",
	})
}

// issued reports whether a figure is an amount of bonds.
func issued(f *facts.Fact) bool {
	return f.Sums() && f.Side == budget.Revenue && (strings.Contains(f.Subject, "债券") || strings.Contains(f.Subject, "转贷收入"))
}

func listed(bonds *facts.Fact, parts []*facts.Fact) []*facts.Fact {
	var out []*facts.Fact
	for _, p := range parts {
		if p.Role == budget.RoleEarmark && p.Quote == bonds.Quote && p.HasAmount() {
			out = append(out, p)
		}
	}
	return out
}

// whole reports whether the words around a list claim that it is all.
func whole(bonds *facts.Fact, projects []*facts.Fact) bool {
	before, ok := bonds.Until(projects[0].Figure)
	return ok && claims(before) && !hedged(projects) && !strings.Contains(projects[len(projects)-1].Behind(), "等")
}

// unread reports whether the sentence has an amount that no rule of reading attributed.
func unread(s *facts.Set, bonds *facts.Fact) bool {
	for _, f := range s.Facts {
		if f.ID > bonds.ID && f.Quote == bonds.Quote && !f.IsBudget() {
			return true
		}
	}
	return false
}
