// Package e005 reports what was met while reading: 文件无法读取.
package e005

import (
	"yusuan/budget"
	"yusuan/reconcile/rule"
)

// Rule is E005.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "E005",
		Title:     "文件无法读取",
		Severity:  budget.Error,
		What:      "A file that could not be read at all is named with the cause; the run goes on.",
		Why:       "Nothing of the file was checked.",
		Authority: "工具自身的要求：未读部分必须说明。",
		Example:   "文件已加密，需要口令，未能读取。",
		Since:     "1.0",
	}, Check: func(r *rule.Run) { r.Notes() }}
}
