// Package n207 names the component that a sentence leaves out.
package n207

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/sentence"
)

// Rule is N207.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "N207",
		Title:     "句中略去了表中有的组成部分",
		Severity:  budget.Info,
		What:      "A sentence whose sum doesn't close, but does with one or two components that the table of the same account has and the sentence doesn't name.",
		Why:       "No wrong figure, but an omission: the reader cannot add up the sentence.",
		Authority: "《预算法》第七十五条：编制决算草案应当做到收支真实、数额准确、内容完整。",
		Example:   "2023年全县一般公共预算执行数：句中支出总计500万元的组成未列安排预算稳定调节基金30万元（表1第5行），加上后与总计相符。",
		Exclusions: []string{
			"three or more omitted components: then the sentence is judged as it stands",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, b := range sentence.Balances(r.Set) {
		omitted := b.Omitted(r.Set)
		ran = true
		if len(omitted) == 0 {
			continue
		}
		names := make([]string, 0, len(omitted))
		for _, f := range omitted {
			names = append(names, f.Label()+f.Value.String()+"万元（"+rule.Place(f)+"）")
		}
		right := identity.Add(append(append([]*facts.Fact{}, b.Addends...), omitted...)...)
		r.Omission(rule.Claim{Identity: identity.Identity{Left: identity.Add(b.Total), Right: right}},
			"句中"+b.Total.Label()+b.Total.Value.String()+"万元的组成未列"+strings.Join(names, "、")+"，加上后与总计相符。")
	}
	if !ran {
		r.Skip("文中没有收支总计的组成表述，未核对。")
	}
}
