// Package t106 checks the adjustment column of a table.
package t106

import (
	"yusuan/budget"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/rule"
)

// Rule is T106.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "T106",
		Title:      "表内年初预算数加调整数等于调整后预算数",
		Severity:   budget.Error,
		What:       "In every row of an adjustment table, 调整数 is 调整后预算数 less 年初预算数.",
		Why:        "One of the three columns of the row was changed alone.",
		Authority:  "《预算法》第六十七条、第六十九条：预算调整方案应当说明预算调整的理由、项目和数额，报本级人民代表大会常务委员会审查和批准。",
		Example:    "2024年县本级一般公共预算调整预算数：调整数12万元，两栏之差10万元（教育支出98－教育支出88），前者比后者多2万元，超出舍入容差±1.5万元（表1第4行）。",
		Exclusions: []string{"tables in which most rows don't follow the pattern: then the columns are something else"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, d := range grid.Deriveds(r.Set) {
		if !d.Adjustment() {
			continue
		}
		for _, l := range d.Lines() {
			ran = true
			r.Judge(rule.Claim{Identity: l.Identity, Left: "调整数", Right: "调整后预算数与年初预算数之差"})
		}
	}
	if !ran {
		r.Skip("报告中没有年初预算数、调整数、调整后预算数齐全的表，未核对。")
	}
}
