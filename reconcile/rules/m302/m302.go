// Package m302 checks the functional classes against total expenditure.
package m302

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/slip"
	"yusuan/reconcile/subject"
)

// Rule is M302.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "M302",
		Title:     "各类支出之和不超过一般公共预算支出",
		Severity:  budget.Error,
		What:      "The functional classes of one scope, year and stage do not exceed total expenditure; the message gives their share. Lists of 主要支出 are subsets and stay below it; where one wrong digit is all that keeps the classes from making it up, that is a warning.",
		Why:       "A class has a figure of another year, scope or unit.",
		Authority: "《预算法》第二十七条：一般公共预算支出按照其功能分类的范围；第四十六条：本级一般公共预算支出按其功能分类应当编列到项。",
		Example:   "2023年县级一般公共预算执行数：一般公共预算支出600万元，各类支出之和650万元（教育支出400＋卫生健康支出250），前者比后者少50万元，超出舍入容差±1.5万元（第30行、第32行）。",
		Exclusions: []string{
			"items below a class, transfers (230) and repayment (231)",
			"scopes whose total expenditure isn't stated",
			"预备费 stated apart, where the classes make up the total without it",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	order, lists := byAccount(r.Set)
	for _, a := range order {
		classes := lists[a]
		ran = true
		total, conflict := r.Set.Find(a, budget.Expenditure, subject.Own(a.Book, budget.Expenditure))
		switch {
		case conflict:
			r.Conflict(total)
		case total == nil:
			r.Missing(classes[0], "同口径的一般公共预算支出")
		default:
			r.Judge(slip.Claim(total, apartFromReserve(total, classes), "各类支出之和", "所列各类占"))
		}
	}
	if !ran {
		r.Skip("报告没有按功能分类列示支出，未核对。")
	}
}

// apartFromReserve leaves out a reserve (预备费) that stands elsewhere than the other
// classes, where these make up the total without it: some bureaus keep it beside the
// total.
func apartFromReserve(total *facts.Fact, classes []*facts.Fact) []*facts.Fact {
	var reserve *facts.Fact
	var others []*facts.Fact
	for _, f := range classes {
		if f.Subject == subject.Reserve {
			reserve = f
			continue
		}
		others = append(others, f)
	}
	if reserve == nil || len(others) < 2 || reserve.Table != 0 && reserve.Table == others[0].Table {
		return classes
	}
	id := identity.Identity{Left: identity.Add(total), Right: identity.Add(others...)}
	if state := id.Evaluate(); state == identity.Holds || state == identity.Rounds {
		return others
	}
	return classes
}

// byAccount lists the classes of every account, one figure a class, the best
// stated.
func byAccount(s *facts.Set) ([]facts.Account, map[facts.Account][]*facts.Fact) {
	type of struct {
		account facts.Account
		class   string
	}
	seen := map[of]bool{}
	lists := map[facts.Account][]*facts.Fact{}
	var order []facts.Account
	for _, f := range s.Facts {
		if f.Role != budget.RoleFunction || f.Book != budget.GeneralPublic || f.Side != budget.Expenditure || f.Basis != "" || !class(f) {
			continue
		}
		k := of{f.Account(), f.Subject}
		if seen[k] {
			continue
		}
		best, conflict := s.Best(f.Key)
		if best == nil || conflict {
			continue
		}
		seen[k] = true
		if len(lists[k.account]) == 0 {
			order = append(order, k.account)
		}
		lists[k.account] = append(lists[k.account], best)
	}
	return order, lists
}

func class(f *facts.Fact) bool {
	return f.Code == "" || len(f.Code) == 3 && !strings.HasPrefix(f.Code, "230") && !strings.HasPrefix(f.Code, "231")
}
