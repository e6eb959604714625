// Package c904 checks what became of the reserve fund.
package c904

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is C904.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "C904",
		Title:      "预备费：预算数减动用数等于剩余数",
		Severity:   budget.Error,
		What:       "Where a passage gives 预备费, what was used of it and what is left, the first is the sum of the others.",
		Why:        "One of the three is wrong.",
		Authority:  "《预算法》第四十条：各级一般公共预算设置预备费，用于当年预算执行中难以预见的开支；第六十四条：预备费的动用方案由本级政府决定。",
		Example:    "2023年区级一般公共预算预算数：预备费700万元，动用与剩余之和690万元（预备费160＋预备费530），前者比后者多10万元，超出舍入容差±1.5万元（第30行）。",
		Exclusions: []string{"passages that name more than one use"},
		Since:      "1.0",
	}, Check: check}
}

// The words before an amount of the fund that was used, and that is left.
var (
	usedWords = [...]string{"使用", "动用", "动支", "支用", "支出", "用去"}
	leftWords = [...]string{"剩余", "其余", "余下", "未使用", "未动用", "结余", "余额"}
)

func check(r *rule.Run) {
	ran := false
	lines := map[int][]*facts.Fact{}
	var order []int
	for _, f := range r.Set.Facts {
		if f.Subject != subject.Reserve || f.Kind != budget.Narrative || !f.HasAmount() || f.Delta || f.Hedge != "" || f.Book != budget.GeneralPublic {
			continue
		}
		if len(lines[f.Line]) == 0 {
			order = append(order, f.Line)
		}
		lines[f.Line] = append(lines[f.Line], f)
	}
	for _, l := range order {
		ran = judge(r, lines[l]) || ran
	}
	if !ran {
		r.Skip("报告没有同时给出预备费及其动用、剩余的金额，未核对。")
	}
}

func judge(r *rule.Run, fs []*facts.Fact) bool {
	if len(fs) != 3 || fs[0].Level != fs[1].Level || fs[0].Level != fs[2].Level || fs[0].Year != fs[1].Year || fs[0].Year != fs[2].Year {
		return false
	}
	whole, used, left := fs[0], fs[1], fs[2]
	if !says(used, usedWords[:]) || !says(left, leftWords[:]) || says(whole, usedWords[:]) {
		return false
	}
	r.Judge(rule.Claim{Identity: identity.Identity{Left: identity.Add(whole), Right: identity.Add(used, left)}, Right: "动用与剩余之和"})
	return true
}

// says reports whether one of some words stands right before a figure's amount.
func says(f *facts.Fact, words []string) bool {
	before := f.Before()
	before = before[strings.LastIndexAny(before, "0123456789")+1:]
	if i := strings.LastIndexAny(before, "，。；、"); i >= 0 {
		before = before[i:]
	}
	return phrase.Holds(before, words...)
}
