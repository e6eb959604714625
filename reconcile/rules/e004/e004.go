// Package e004 reports what was met while reading: 科目不在词表中.
package e004

import (
	"yusuan/budget"
	"yusuan/reconcile/rule"
)

// Rule is E004.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "E004",
		Title:     "科目不在词表中",
		Severity:  budget.Info,
		What:      "Subjects that the vocabulary does not know are kept as worded.",
		Why:       "They take part in the sums of their table, but in no comparison by subject.",
		Authority: "《预算法》第三十二条：按照政府收支分类科目编制。",
		Example:   "科目“园区运转经费”不在词表中，按原文保留（表2第7行）。",
		Since:     "1.0",
	}, Check: func(r *rule.Run) { r.Notes() }}
}
