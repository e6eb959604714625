// Package n201 checks the revenue total of a sentence against its components.
package n201

import (
	"yusuan/budget"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/sentence"
)

// Rule is N201.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "N201",
		Title:     "文中收入总计等于所列各项之和",
		Severity:  budget.Error,
		What:      "收入总计 is the book's own revenue plus every component that the sentence lists, lumps (等X万元) included.",
		Why:       "A figure of the sentence is wrong, or a component was changed without its total.",
		Authority: "《预算法》第二十七条、第二十八条：各本预算的收支范围；第三十五条：地方各级预算按照量入为出、收支平衡的原则编制。",
		Example: "2023年全县一般公共预算执行数：收入总计500万元，各项之和480万元（一般公共预算收入200＋上级补助收入280），" +
			"前者比后者多20万元，超出舍入容差±1.5万元（第12行）。",
		Exclusions: []string{
			"figures after 其中 and in brackets, which split another figure",
			"a sentence that closes with a component its own table has: see N207",
			"a sentence with an amount that was not understood, unless it closes",
			"parts below a total that goes by another name and precedes them (支出X万元，其中：…): the list may be open",
			"an adjustment that says what changed (由X调整为Y) and stays below its total: what didn't change may be left out",
			"changes (调增, 增加) and figures of another comparison basis",
		},
		Since: "1.0",
	}, Check: func(r *rule.Run) { sentence.Check(r, budget.Revenue) }}
}
