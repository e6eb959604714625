// Package e001 reports what was met while reading: 金额无法归属.
package e001

import (
	"yusuan/budget"
	"yusuan/reconcile/rule"
)

// Rule is E001.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "E001",
		Title:     "金额无法归属",
		Severity:  budget.Info,
		What:      "Every amount of money in the text that no rule of reading could attribute to a key is kept and listed.",
		Why:       "The reader decides what it means; nothing is dropped in silence.",
		Authority: "工具自身的要求：凡金额均有去处；《预算法》第七十五条：内容完整。",
		Example:   "“收回存量资金1200万元”未能归入任何一本预算，已列入全部数据（第80行）。",
		Since:     "1.0",
	}, Check: func(r *rule.Run) { r.Notes() }}
}
