// Package d804 checks bonds issued against their kinds.
package d804

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is D804.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "D804",
		Title:    "债券发行额等于新增债券与再融资债券之和",
		Severity: budget.Error,
		What: "地方政府债券发行 is 新增债券 plus 再融资债券, and 新增债券 is 新增一般债券 plus 新增专项债券, of one scope, year and stage. " +
			"Parts that stay below their total are a warning: 置换债券 and others may be left unsaid.",
		Why:       "One of the figures is wrong or of another year.",
		Authority: "《地方政府债券发行管理办法》（财库〔2020〕43号）：地方政府债券包括一般债券和专项债券；《地方政府债务信息公开办法（试行）》（财预〔2018〕209号）。",
		Example:   "2023年全县政府债务：地方政府债券发行16万元，各类债券之和18万元（新增债券10＋再融资债券8），前者比后者少2万元，超出舍入容差±1.5万元（第42行）。",
		Exclusions: []string{
			"totals of which only one kind is stated",
			"sums that special treasury bonds (特别国债) are counted into",
		},
		Since: "1.0",
	}, Check: check}
}

var sums = [...][3]string{
	{subject.Issued, subject.NewBonds, subject.Refinancing},
	{subject.NewBonds, subject.NewGeneral, subject.NewSpecial},
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt {
			continue
		}
		for _, names := range sums {
			find := func(name string) (*facts.Fact, bool) {
				f, conflict := r.Set.Find(a, budget.Revenue, name)
				if f != nil && strings.Contains(f.Quote, "特别国债") {
					return nil, false // counted in by some, and none of the kinds
				}
				return f, conflict
			}
			ran = r.Kinds(find, names, "各类债券之和", moreThanNamed) || ran
		}
	}
	if !ran {
		r.Skip("报告没有同时给出债券发行额及其种类，未核对。")
	}
}

// moreThanNamed makes a whole above its kinds a warning: a kind may be unnamed.
func moreThanNamed(c *rule.Claim) {
	if identity.Total(c.Identity.Left) > identity.Total(c.Identity.Right) {
		c.Severity = budget.Warning
	}
}
