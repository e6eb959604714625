// Package t108 checks a total column against the columns beside it.
package t108

import (
	"yusuan/budget"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/rule"
)

// Rule is T108.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T108",
		Title:    "合计栏等于各分栏之和",
		Severity: budget.Error,
		What: "Where a column is the sum of the columns beside it in most rows (合计 of 一般债务 and 专项债务, of general and special transfers, of levels), " +
			"it is in every row.",
		Why:       "One cell of the row was changed alone.",
		Authority: "《预算法》第四十六条：报送审查的预算草案应当细化；第七十五条：数额准确。",
		Example:   "2023年全县政府债务：政府债务余额100万元，各分栏之和90万元（一般债务余额40＋专项债务余额50），前者比后者多10万元，超出舍入容差±1.5万元（表3第2行）。",
		Exclusions: []string{
			"columns that fewer than two rows, or less than three fifths of them, confirm",
			"what levels hand to each other, and the totals that hold it, beside a column for each level",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, x := range grid.Totals(r.Set) {
		for _, id := range x.Lines() {
			ran = true
			r.Judge(rule.Claim{Identity: id, Right: "各分栏之和"})
		}
	}
	if !ran {
		r.Skip("报告中没有分栏合计的表，未核对。")
	}
}
