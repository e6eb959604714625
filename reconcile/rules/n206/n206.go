// Package n206 checks earmarks against the class that they sit in.
package n206

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is N206.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "N206",
		Title:     "类级支出内的专项安排不超过该类支出",
		Severity:  budget.Error,
		What:      "An amount arranged for a purpose (安排X万元，支持…) inside a functional class stays within the class; that all of them together exceed it is a warning.",
		Why:       "The earmark's unit or the class is wrong, or the money comes from another book.",
		Authority: "《预算法》第四十六条：报送审查的预算草案应当细化，本级一般公共预算支出按其功能分类应当编列到项。",
		Example:   "2023年县级一般公共预算执行数：教育支出130万元，其中安排的专项150万元，前者比后者少20万元，超出舍入容差±1万元（第30行）。",
		Exclusions: []string{
			"earmarks whose class isn't stated for the same scope, year and stage",
			"earmarks of other books and of the debt chapter",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	order, groups := byClass(r)
	if len(order) == 0 {
		r.Skip("文中没有类级支出内的专项安排，未核对。")
		return
	}
	for _, class := range order {
		judge(r, class, groups[class])
	}
}

// byClass gives every earmark to the last statement of its class before it.
func byClass(r *rule.Run) ([]*facts.Fact, map[*facts.Fact][]*facts.Fact) {
	var order []*facts.Fact
	groups := map[*facts.Fact][]*facts.Fact{}
	last := map[budget.Key]*facts.Fact{}
	for _, f := range r.Set.Facts {
		if f.Book != budget.GeneralPublic || f.Side != budget.Expenditure || !f.Sums() || !f.HasAmount() {
			continue
		}
		switch f.Role {
		case budget.RoleFunction:
			last[f.Key] = f
		case budget.RoleEarmark:
			k := f.Key
			if f.Parent != "" {
				k.Subject = f.Parent
			}
			class := last[k]
			if class == nil {
				continue
			}
			if len(groups[class]) == 0 {
				order = append(order, class)
			}
			groups[class] = append(groups[class], f)
		}
	}
	return order, groups
}

func judge(r *rule.Run, class *facts.Fact, earmarks []*facts.Fact) {
	broken := false
	for _, f := range earmarks {
		id := identity.Identity{Left: identity.Add(class), Right: identity.Add(f), Relation: identity.AtLeast}
		if id.Evaluate() == identity.Broken {
			broken = true
			r.Judge(rule.Claim{Identity: id, Right: "其中安排的专项"})
		}
	}
	if broken {
		return
	}
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(class), Right: identity.Add(earmarks...), Relation: identity.AtLeast},
		Right:    "其中安排的各专项之和",
		Severity: budget.Warning,
	})
}
