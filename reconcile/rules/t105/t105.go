// Package t105 checks the rows of a table under 其中.
package t105

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is T105.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "T105",
		Title:     "表内“其中”各项不超过所属大项",
		Severity:  budget.Error,
		What:      "The rows under 其中 stay within the row they belong to, together.",
		Why:       "A row under 其中 or its parent is wrong, or a row stands under the wrong parent.",
		Authority: "《预算法》第四十六条：报送审查的预算草案应当细化，收支按规定的科目编列。",
		Example:   "2023年全县一般公共预算执行数：税收收入150万元，“其中”各项之和170万元（增值税100＋企业所得税70），前者比后者少20万元，超出舍入容差±1.5万元（表1第2行、表1第3行、表1第4行）。",
		Exclusions: []string{
			"rows with a negative amount beside them, which let the others exceed their parent",
			"doubtful tables",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	judgeRow := func(c *grid.Column, item int) bool { return judge(r, c, item) }
	if !grid.Items(r.Set, judgeRow) {
		r.Skip("报告中没有带“其中”行的表，未核对。")
	}
}

func judge(r *rule.Run, c *grid.Column, item int) bool {
	whole := c.Fact(item)
	if whole == nil || !whole.HasAmount() {
		return false
	}
	var parts []*facts.Fact
	for _, i := range c.Among(item) {
		f := c.Fact(i)
		if f == nil {
			continue
		}
		if f.Value < 0 {
			return false
		}
		parts = append(parts, f)
	}
	if len(parts) == 0 {
		return false
	}
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts...), Relation: identity.AtLeast},
		Right:    "“其中”各项之和",
	})
	return true
}
