// Package t104 checks the derived columns of a table.
package t104

import (
	"yusuan/budget"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is T104.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T104",
		Title:    "表内完成%、增减%、增减额与所依据的两栏相符",
		Severity: budget.Error,
		What: "完成% is execution over the budget or the adjusted budget; 比上年±% is this year over last year less one; 增减额 is this year less last year. " +
			"Which two columns a derived column rests on is taken from the header and confirmed by most of its rows.",
		Why:       "The amount, its base or the rate of the row was changed alone.",
		Authority: "《预算法》第七十五条：决算草案应当与预算相对应，按预算数、调整预算数、决算数分别列出，做到数额准确。",
		Example:   "2023年全县一般公共预算决算数：完成%列印为101.5%，按税收收入269万元与调整预算数260万元计算为103.46%，不相符（表1第2行）。",
		Exclusions: []string{
			"columns whose base isn't in the table, or that fewer than three rows (or most rows) confirm",
			"a row whose change against the year before is left blank",
			"a difference below one last digit of the rate, where a bureau cuts instead of rounding; a warning where the other rows of the column show that it rounds",
			"rates over a base of zero",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, d := range grid.Deriveds(r.Set) {
		if d.Adjustment() {
			continue
		}
		lines := d.Lines()
		rounds := grid.Rounds(lines)
		for _, l := range lines {
			if l.Rate == nil && !l.Identity.Left[0].Fact.HasAmount() {
				continue // a change that the table leaves out for this row
			}
			ran = true
			claim := rule.Claim{Identity: l.Identity, Left: d.Header}
			if rounds && l.Identity.Evaluate() == identity.Rounds {
				claim.Identity.Rate.Wide, claim.Severity = claim.Identity.Rate.Narrow, budget.Warning
			}
			if l.Rate != nil {
				claim.Left = d.Header + "列印为" + l.Rate.Value.String() + "%"
				claim.Right = d.Block.Columns[d.Base].Header
			} else {
				claim.Right = "两栏之差"
			}
			r.Judge(claim)
		}
	}
	if !ran {
		r.Skip("报告中没有能确定所依据两栏的比率栏、增减栏，未核对。")
	}
}
