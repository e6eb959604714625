// Package m306 checks taxes and non-tax items against tax and non-tax revenue.
package m306

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
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

func check(r *rule.Run) {
	order, lists := listed(r.Set)
	ran := false
	for _, l := range order {
		parts := lists[l]
		whole, conflict := r.Set.Best(l.whole)
		if whole == nil || conflict || !whole.HasAmount() || len(parts) < 2 && parts[0].Beside(whole.Figure) {
			continue
		}
		ran = true
		judge(r, whole, parts)
	}
	if !ran {
		r.Skip("文中没有可与税收收入、非税收入相比的分项，未核对。")
	}
}

// listed collects the items of tax and non-tax revenue by paragraph; those tied to a whole are
// N204's.
func listed(s *facts.Set) ([]list, map[list][]*facts.Fact) {
	lists := map[list][]*facts.Fact{}
	seen := map[list]map[string]bool{}
	var order []list
	for _, f := range s.Facts {
		if f.Kind != budget.Narrative || f.Parent != "税收收入" && f.Parent != "非税收入" || f.Book != budget.GeneralPublic || f.Side != budget.Revenue ||
			!f.Sums() || !f.HasAmount() || f.Whole != 0 || f.Hedge != "" || f.Doubtful() || f.Role == budget.RoleLump || f.Role == budget.RoleEarmark || f.Ambiguous() {
			continue
		}
		l := list{whole: f.Key, paragraph: f.Paragraph}
		l.whole.Subject, l.whole.Parent = f.Parent, ""
		if seen[l] == nil {
			seen[l] = map[string]bool{}
			order = append(order, l)
		}
		if seen[l][f.Subject] {
			continue
		}
		seen[l][f.Subject] = true
		lists[l] = append(lists[l], f)
	}
	return order, lists
}

func judge(r *rule.Run, whole *facts.Fact, parts []*facts.Fact) {
	id := identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts...), Relation: identity.AtLeast}
	severity := budget.Severity("")
	if slip.Explains(whole, parts) {
		id.Relation, severity = identity.Equal, budget.Warning
	}
	note := ""
	if whole.Value > 0 {
		note = "所列各项占" + strconv.FormatFloat(float64(identity.Total(id.Right))/float64(whole.Value)*100, 'f', 1, 64) + "%"
	}
	r.Judge(rule.Claim{Identity: id, Right: "所列各项之和", Note: note, Severity: severity})
}
