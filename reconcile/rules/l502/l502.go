// Package l502 checks that the level below, which reports imply, balances too.
package l502

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/sentence"
	"yusuan/reconcile/subject"
)

// Rule is L502.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "L502",
		Title:    "推算的下级收支平衡",
		Severity: budget.Warning,
		What: "All levels less the own level, payments between them put in, is the account of the level below: its revenue with 补助下级支出 received " +
			"is its expenditure with 下级上解收入 paid.",
		Why:        "A component is counted at one level only, or a payment between the levels is missing.",
		Authority:  "《预算法》第三条：地方各级总预算由本级预算和汇总的下一级总预算组成；第三十五条：地方各级预算收支平衡。",
		Example:    "2023年全县一般公共预算执行数：推算的下级收入60万元（…），推算的下级支出50万元（…），前者比后者多10万元，超出舍入容差±6万元（第12行、第14行、第20行、第22行）。",
		Exclusions: []string{"scopes whose components are lumped (等X万元) or don't close with their own totals (N201, N202)"},
		Since:      "1.0",
	}, Check: check}
}

// sides are the balance sentences of one account.
type sides struct{ in, out *sentence.Balance }

func check(r *rule.Run) {
	accounts := map[facts.Account]*sides{}
	balances := sentence.Balances(r.Set)
	for i := range balances {
		b := &balances[i]
		if accounts[b.Account] == nil {
			accounts[b.Account] = &sides{}
		}
		if s := accounts[b.Account]; b.Side == budget.Revenue && s.in == nil {
			s.in = b
		} else if b.Side == budget.Expenditure && s.out == nil {
			s.out = b
		}
	}
	ran := false
	for i := range balances {
		a := balances[i].Account
		if balances[i].Side != budget.Revenue || a.Level != budget.Own || balances[i].Total != first(accounts[a].in) {
			continue
		}
		for _, level := range [...]budget.Level{budget.Consolidated, budget.Treasury} {
			wide := a
			wide.Level = level
			if all := accounts[wide]; all != nil && complete(all) && complete(accounts[a]) && alike(all, accounts[a]) {
				ran = true
				judge(r, all, accounts[a])
			}
		}
	}
	if !ran {
		r.Skip("报告没有同时给出全域与本级两种口径的完整收支，未核对。")
	}
}

func first(b *sentence.Balance) *facts.Fact {
	if b == nil {
		return nil
	}
	return b.Total
}

// complete reports whether both sides name every component and close.
func complete(s *sides) bool { return closes(s.in) && closes(s.out) }

// alike reports whether the expenditure of both levels holds what is carried over, or
// that of neither does.
func alike(all, own *sides) bool {
	return (len(pick(all.out.Addends, subject.CarryOut)) == 0) == (len(pick(own.out.Addends, subject.CarryOut)) == 0)
}

func closes(b *sentence.Balance) bool {
	if b == nil || len(b.Addends) < 2 {
		return false
	}
	for _, f := range b.Addends {
		if f.Role == budget.RoleLump || f.Role == budget.RoleSubtotal {
			return false
		}
	}
	id := b.Identity()
	return id.Evaluate() != identity.Broken
}

func judge(r *rule.Run, all, own *sides) {
	left := less(all.in.Addends, own.in.Addends, subject.FromBelow)
	left = append(left, pick(own.out.Addends, subject.ToBelow)...)
	right := less(all.out.Addends, own.out.Addends, subject.ToBelow)
	right = append(right, pick(own.in.Addends, subject.FromBelow)...)
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: left, Right: right},
		Left:     "推算的下级收入", Right: "推算的下级支出",
	})
}

// less subtracts the own level's addends, payments from or to below aside.
func less(all, own []*facts.Fact, aside string) []identity.Term {
	out := identity.Add(all...)
	for _, f := range own {
		if f.Subject != aside {
			out = append(out, identity.Term{Fact: f, Weight: -1})
		}
	}
	return out
}

func pick(fs []*facts.Fact, name string) []identity.Term {
	for _, f := range fs {
		if f.Subject == name {
			return identity.Add(f)
		}
	}
	return nil
}
