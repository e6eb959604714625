// Package n209 checks changes against last year that sentences print.
package n209

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is N209.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N209",
		Title:    "文中比上年增减额等于本年数减上年数",
		Severity: budget.Error,
		What: "Where a sentence gives this year's outturn of a subject and its change against last year (增加X万元, 减收X万元), " +
			"the change is this year's amount less last year's, as the sentence or another place gives it. The change of a budget is judged where " +
			"the sentence names last year's execution as its base, or the growth rate beside it shows that it is.",
		Why:       "One of the three figures is wrong. A change against the printed growth rate is Y603's.",
		Authority: "《预算法》第四十八条、第七十九条：人民代表大会重点审查上一年预算执行情况和决算。",
		Example:   "2023年县级一般公共预算执行数：一般公共预算收入120万元，按上年数和增减额计算125万元（一般公共预算收入100＋一般公共预算收入25），前者比后者少5万元，超出舍入容差±1.5万元（第12行）。",
		Exclusions: []string{
			"comparable bases (同口径, 可比, 剔除, 扣除, 还原)",
			"changes against a budget or a plan, and several changes of one subject in a sentence",
		},
		Since: "1.0",
	}, Check: check}
}

// near is how many figures the amount and its change may lie apart.
const near = 3

func check(r *rule.Run) {
	ran := false
	for i, d := range r.Set.Facts {
		if !changes(d) {
			continue
		}
		now := current(r.Set.Facts, i)
		if now == nil || !againstLastYear(now, d) {
			continue
		}
		before, conflict := lastYear(r.Set, d)
		if before == nil || conflict {
			continue
		}
		claim := rule.Claim{
			Identity: identity.Identity{Left: identity.Add(now), Right: identity.Add(before, d)},
			Right:    "按上年数和增减额计算",
		}
		if d.Stage == budget.Budgeted {
			if !againstExecution(now, before, d) {
				continue
			}
			claim.Severity = budget.Warning
		}
		ran = true
		r.Judge(claim)
	}
	if !ran {
		r.Skip("文中没有本年数、上年数、增减额齐全的表述，未核对。")
	}
}

// againstExecution reports whether the change of a budget is against last year's
// execution, as the words before it say or the growth rate beside it shows.
func againstExecution(now, before, d *facts.Fact) bool {
	words, _ := now.Until(d.Figure)
	if phrase.Holds(words, "执行", "完成", "决算", "实绩") {
		return true
	}
	if facts.Incomparable(now) || !now.Growth.Known || now.Growth.Value.Abs().LessThan(decimal.NewFromInt(telling)) {
		return false
	}
	growth := grid.GrowthOf(now, before)
	return growth.Evaluate() == identity.Holds
}

// telling is the growth, in per cent, from which on no other base gives it by chance.
const telling = 1

// changes reports whether a figure is a change of an outturn or of a budget.
func changes(d *facts.Fact) bool {
	return d.Delta && d.Kind == budget.Narrative && d.HasAmount() && d.IsBudget() && d.Hedge == "" && !d.Doubtful() &&
		(d.Stage == budget.Execution || d.Stage == budget.Final || d.Stage == budget.Budgeted) && !facts.OtherBasis(d)
}

// current finds the amount that a change belongs to, just before it; nil where
// another change of the subject stands between or behind.
func current(all []*facts.Fact, at int) *facts.Fact {
	d := all[at]
	if at+1 < len(all) && all[at+1].Delta && same(d, all[at+1]) && all[at+1].Year == d.Year {
		return nil
	}
	for i := at - 1; i >= 0 && i >= at-near; i-- {
		f := all[i]
		if !same(f, d) || f.Year != d.Year || f.Stage != d.Stage {
			continue
		}
		if f.Delta || !f.HasAmount() || f.Hedge != "" {
			return nil
		}
		return f
	}
	return nil
}

// same reports whether two figures of one sentence are of one subject.
func same(f, d *facts.Fact) bool {
	return f.Subject == d.Subject && f.Book == d.Book && f.Level == d.Level && f.Side == d.Side && f.Basis == d.Basis &&
		f.Kind == budget.Narrative && (f.Quote == d.Quote || f.Beside(d.Figure))
}

// againstLastYear reports whether the words between an amount and its change
// compare it with the year before, and with no budget.
func againstLastYear(now, d *facts.Fact) bool {
	words, ok := now.Until(d.Figure)
	if !ok {
		return false
	}
	if phrase.Holds(words, "预算", "年初", "调整", "计划", "目标", "上半年", "季度", "月") {
		return false
	}
	return phrase.Holds(words, "上年", "去年", "同比", "增收", "减收", "增支", "减支")
}

// lastYear finds last year's amount: in the sentence, else anywhere.
func lastYear(s *facts.Set, d *facts.Fact) (*facts.Fact, bool) {
	k := d.Key
	k.Year--
	for _, stage := range [...]budget.Stage{budget.Execution, budget.Final} {
		k.Stage = stage
		for _, f := range s.Of(k) {
			if same(f, d) && f.HasAmount() && !f.Ambiguous() && f.Hedge == "" {
				return f, false
			}
		}
		if f, conflict := s.Best(k); f != nil && f.HasAmount() {
			return f, conflict
		}
	}
	return nil, false
}
