// Package e003 reports what was met while reading: 表格无法还原为行列.
package e003

import (
	"yusuan/budget"
	"yusuan/reconcile/rule"
)

// Rule is E003.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "E003",
		Title:     "表格无法还原为行列",
		Severity:  budget.Info,
		What:      "Tables that could not be read as rows and columns are named; their lines are kept as text.",
		Why:       "Their arithmetic was not checked.",
		Authority: "工具自身的要求：未读部分必须说明。",
		Example:   "第5页的表格无法还原为行列，已保留原文。",
		Since:     "1.0",
	}, Check: func(r *rule.Run) { r.Notes() }}
}
