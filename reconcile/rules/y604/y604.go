// Package y604 compares what two reports say of one year.
package y604

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is Y604.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "Y604",
		Title:    "各年报告对同一年度的预算数、执行数一致",
		Severity: budget.Info,
		What: "The budget of a year in one report is the 年初预算 of that year in the next; the execution reported in spring is compared with the final accounts. " +
			"Inside one report the rule has nothing to compare.",
		Why:       "The base of a comparison was changed, or settlement moved the figure; a reader should know.",
		Authority: "《预算法》第七十五条：决算草案应当与预算相对应，按预算数、调整预算数、决算数分别列出。",
		Example:   "2023年全县一般公共预算预算数：一般公共预算收入200万元，上一份报告所列210万元，前者比后者少10万元，超出舍入容差±1万元（第12行、第40行）。",
		Exclusions: []string{
			"subjects and scopes that only one of the reports states",
		},
		Since: "1.0",
	}, Check: check, Across: across}
}

func check(r *rule.Run) {
	r.Skip("本规则在同一地区的多份报告之间核对。")
}

func across(p *rule.Pair) {
	if p.Prev.Report.Kind == budget.KindHalfYear || p.Next.Report.Kind == budget.KindHalfYear {
		return
	}
	for k := range p.Next.Keys() {
		if k.Basis != "" || k.Book == "" {
			continue
		}
		switch k.Stage {
		case budget.Budgeted:
			compare(p, k, k)
		case budget.Final:
			was := k
			was.Stage = budget.Execution
			compare(p, was, k)
		}
	}
}

func compare(p *rule.Pair, was, is budget.Key) {
	old, c1 := p.Prev.Best(was)
	new, c2 := p.Next.Best(is)
	if old == nil || new == nil || c1 || c2 || !comparable(old) || !comparable(new) {
		return
	}
	p.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(new), Right: identity.Add(old)},
		Right:    "上一份报告（" + p.Prev.Report.ID + "）所列",
	})
}

func comparable(f *facts.Fact) bool {
	switch f.Role {
	case budget.RoleTotal, budget.RoleGrandTotal, budget.RoleComponent:
		return f.HasAmount()
	}
	return false
}
