// Package e002 reports what was met while reading: 页面没有文字层或无法识读.
package e002

import (
	"yusuan/budget"
	"yusuan/reconcile/rule"
)

// Rule is E002.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "E002",
		Title:     "页面没有文字层或无法识读",
		Severity:  budget.Warning,
		What:      "Pages without a readable text layer are named, with what was done: recognised from the picture, or skipped.",
		Why:       "Figures of such a page may be missing or misread.",
		Authority: "工具自身的要求：未读部分必须说明。",
		Example:   "第3页没有文字层，已按图像识别，数字请对照原件核对。",
		Since:     "1.0",
	}, Check: func(r *rule.Run) { r.Notes() }}
}
