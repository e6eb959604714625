// Package n205 checks a lump (等X万元) against the table of the same account.
package n205

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is N205.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N205",
		Title:    "“等X万元”等于表中所列各项之和",
		Severity: budget.Error,
		What: "One amount for a whole list (加上级补助收入、调入资金、上年结转等X万元) is the sum of the listed subjects in the table of the same key, " +
			"or, where 等 stands for more, the table's 转移性收入 or 转移性支出.",
		Why:       "Sentence and table were not updated together.",
		Authority: "《预算法》第四十六条：报送审查的预算草案应当细化；第四十八条：人民代表大会重点审查预算安排和收支平衡。",
		Example: "2024年全县一般公共预算预算数：上级补助收入等一揽子数280万元，表中所列各项之和270万元（上级补助收入200＋上年结转70），" +
			"前者比后者多10万元，超出舍入容差±1.5万元（第20行、表3第6行、表3第7行）。",
		Exclusions: []string{"a list of which the tables of the same scope lack a subject"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, f := range r.Set.Facts {
		if f.Role == budget.RoleLump && f.Sums() && f.HasAmount() && len(f.Listed) > 0 {
			ran = true
			judge(r, f)
		}
	}
	if !ran {
		r.Skip("文中没有以“等X万元”合并表述的项目，未核对。")
	}
}

func judge(r *rule.Run, lump *facts.Fact) {
	listed, missing := inTables(r.Set, lump)
	section := tableFact(r.Set, lump, subject.Transfers(lump.Side))
	if section != nil {
		id := identity.Identity{Left: identity.Add(lump), Right: identity.Add(section)}
		if missing != "" || !closes(lump, listed) && id.Evaluate() != identity.Broken {
			if missing == "" || id.Evaluate() != identity.Broken {
				r.Judge(rule.Claim{Identity: id, Left: "所列各项合计", Right: "表中" + section.Label()})
				return
			}
		}
	}
	if missing != "" {
		r.Missing(lump, "同口径表中的"+missing)
		return
	}
	id := identity.Identity{Left: identity.Add(lump), Right: identity.Add(listed...)}
	r.Judge(rule.Claim{Identity: id, Left: "所列各项合计", Right: "表中各该项之和"})
}

func closes(lump *facts.Fact, listed []*facts.Fact) bool {
	id := identity.Identity{Left: identity.Add(lump), Right: identity.Add(listed...)}
	return id.Evaluate() != identity.Broken
}

// inTables finds the listed subjects in the tables of the lump's account, and
// names the first that they lack.
func inTables(s *facts.Set, lump *facts.Fact) (found []*facts.Fact, missing string) {
	for _, name := range lump.Listed {
		f := tableFact(s, lump, name)
		if f == nil {
			return nil, name
		}
		found = append(found, f)
	}
	return found, ""
}

func tableFact(s *facts.Set, lump *facts.Fact, name string) *facts.Fact {
	for _, f := range s.Of(lump.Account().Key(lump.Side, name)) {
		if f.Kind == budget.InTable && !f.Doubtful() {
			return f
		}
	}
	return nil
}
