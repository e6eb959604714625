// Package m306 checks taxes and non-tax items against tax and non-tax revenue.
package m306

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/slip"
)

// Rule is M306.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "M306",
		Title:    "文中各税种、各项非税收入之和不超过税收收入、非税收入",
		Severity: budget.Error,
		What: "The taxes that a sentence lists do not exceed the tax revenue of the same scope, year and stage, wherever that stands, and the non-tax items not the non-tax revenue. " +
			"A list of 主要税种 is a subset and stays below; where one wrong digit or unit is all that keeps the list from making it up, that is a warning. " +
			"Lists that 其中 or a bracket ties to their whole are N204's.",
		Why:       "A tax or its whole has a wrong digit or unit, or is of another scope or year.",
		Authority: "《预算法》第二十七条：一般公共预算收入包括各项税收收入、行政事业性收费收入、国有资源（资产）有偿使用收入、转移性收入和其他收入；第四十六条：收入按其来源应当列到目。",
		Example:   "2025年全区一般公共预算执行数：税收收入90万元，所列各项之和130万元（增值税100＋企业所得税30），前者比后者少40万元，超出舍入容差±1.5万元（第11行、第12行）。",
		Exclusions: []string{
			"items whose whole is not stated",
			"changes; amounts on another basis than their whole",
		},
		Since: "1.0",
	}, Check: check}
}

// list is what one paragraph lists of one whole.
type list struct {
	whole     budget.Key
	paragraph int
}

func listOf(f *facts.Fact) list {
	l := list{whole: f.Key, paragraph: f.Paragraph}
	l.whole.Subject, l.whole.Parent = f.Parent, ""
	return l
}

// item is one subject of a list.
type item struct {
	list
	subject string
}

func check(r *rule.Run) {
	ran := false
	for _, parts := range listed(r.Set) {
		whole, conflict := r.Set.Best(listOf(parts[0]).whole)
		if whole == nil || conflict || !whole.HasAmount() || len(parts) < 2 && parts[0].Beside(whole.Figure) {
			continue
		}
		ran = true
		r.Judge(slip.Claim(whole, parts, "所列各项之和", "所列各项占"))
	}
	if !ran {
		r.Skip("文中没有可与税收收入、非税收入相比的分项，未核对。")
	}
}

// listed collects the items of tax and non-tax revenue by paragraph, each once; those tied
// to a whole are N204's.
func listed(s *facts.Set) [][]*facts.Fact {
	seen := map[item]bool{}
	return facts.GroupBy(s.Facts, func(f *facts.Fact) (list, bool) {
		if f.Kind != budget.Narrative || f.Parent != "税收收入" && f.Parent != "非税收入" || f.Book != budget.GeneralPublic || f.Side != budget.Revenue ||
			!f.Sums() || !f.HasAmount() || f.Whole != 0 || f.Hedge != "" || f.Doubtful() || f.Role == budget.RoleLump || f.Role == budget.RoleEarmark || f.Ambiguous() {
			return list{}, false
		}
		it := item{listOf(f), f.Subject}
		again := seen[it]
		seen[it] = true
		return it.list, !again
	})
}
