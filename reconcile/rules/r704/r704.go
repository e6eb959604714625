// Package r704 checks the growth and completion of taxes and fees against those of
// the revenue that they make up.
package r704

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is R704.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "R704",
		Title:    "税收、非税的增长率、完成率与一般公共预算收入的相称",
		Severity: budget.Warning,
		What: "An amount and its growth say what it was the year before; an amount and its completion, what was budgeted. What this gives for 税收收入 and 非税收入 together " +
			"is what it gives for 一般公共预算收入, within the rounding of amounts and rates, where one sentence or table prints all three.",
		Why:       "One of the three rates, or its sign, or one of the amounts is wrong. R702 sees only rates that leave the total outside.",
		Authority: "《预算法》第二十七条：一般公共预算收入包括各项税收收入、非税收入；《数值修约规则与极限数值的表示和判定》（GB/T 8170）。",
		Example:   "2023年全县一般公共预算执行数：按增长率推算，税收收入、非税收入上年合计124.47万元，一般公共预算收入上年117.16万元，不相符（增长率列印为-4.6%、7.1%、5.5%，第12行）。",
		Exclusions: []string{
			"growth on a comparable basis (同口径, 可比, 剔除), hedged amounts, decreases by all",
			"completion of different budgets (年初预算, 调整预算)",
			"amounts that don't add up (R702)",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.GeneralPublic || a.Stage != budget.Execution && a.Stage != budget.Final {
			continue
		}
		for _, total := range r.Set.Of(a.Key(budget.Revenue, subject.Own(a.Book, budget.Revenue))) {
			tax, other := beside(r.Set, a, total, subject.Tax), beside(r.Set, a, total, subject.NonTax)
			if tax == nil || other == nil || !usable(total) || !total.Wide.Overlaps(tax.Wide.Plus(other.Wide)) {
				continue
			}
			for _, k := range kinds {
				ran = judge(r, k, total, tax, other) || ran
			}
		}
	}
	if !ran {
		r.Skip("报告没有在一处同时给出一般公共预算收入、税收收入、非税收入及其增长率或完成率，未核对。")
	}
}

// kind is a rate that an amount is printed with, and what the two together give.
type kind struct {
	name, base string
	rate       func(f *facts.Fact) (budget.Rate, bool)
	factor     func(r interval.Rates) interval.Rates
}

var kinds = [...]kind{
	{"增长率", "上年", growth, func(r interval.Rates) interval.Rates { return r.Minus(-1) }},
	{"完成率", "预算", completion, func(r interval.Rates) interval.Rates { return r }},
}

func growth(f *facts.Fact) (budget.Rate, bool) {
	return f.Growth, f.Growth.Known && !f.Growth.OtherBase && !facts.OtherBasis(f)
}

func completion(f *facts.Fact) (budget.Rate, bool) {
	return f.Completion, f.Completion.Known && !f.Completion.OtherBase
}

func judge(r *rule.Run, k kind, total, tax, other *facts.Fact) bool {
	var sums [3]interval.Rates
	printed := ""
	for i, f := range [...]*facts.Fact{tax, other, total} {
		rate, ok := k.rate(f)
		if !ok || k.base == "预算" && f.CompletionOf != total.CompletionOf {
			return false
		}
		base, ok := implied(f, k.factor(interval.Cut(rate.Value, rate.Step)))
		if !ok {
			return false
		}
		sums[i] = base
		if i > 0 {
			printed += "、"
		}
		printed += rate.Value.String() + "%"
	}
	parts := interval.Rates{Lo: sums[0].Lo + sums[1].Lo, Hi: sums[0].Hi + sums[1].Hi}
	words := rule.Prefix(total) + "按" + k.name + "推算，税收收入、非税收入" + k.base + "合计" + middle(parts) + "万元，一般公共预算收入" + k.base + middle(sums[2]) + "万元，"
	places := "（税收、非税、合计的" + k.name + "列印为" + printed + "，" + rule.Place(total) + "）。"
	var check *budget.Check
	if parts.Overlaps(sums[2]) {
		check = r.Say(budget.Pass, budget.Warning, total, words+"相符"+places)
	} else {
		check = r.Say(budget.Fail, budget.Warning, total, words+"不相符"+places)
	}
	for _, f := range [...]*facts.Fact{tax, other} {
		check.Evidence = append(check.Evidence, budget.Evidence{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
	}
	return true
}

// implied is what an amount over a rate gives, in 万元.
func implied(f *facts.Fact, rate interval.Rates) (interval.Rates, bool) {
	const least = 0.05 // what fell by nearly all says little of what it was
	if rate.Lo < least || f.Wide.Lo <= 0 {
		return interval.Rates{}, false
	}
	one := float64(interval.One)
	return interval.Rates{Lo: float64(f.Wide.Lo) / one / rate.Hi, Hi: float64(f.Wide.Hi) / one / rate.Lo}, true
}

func middle(r interval.Rates) string {
	return strconv.FormatFloat((r.Lo+r.Hi)/2, 'f', 2, 64)
}

func usable(f *facts.Fact) bool {
	return f.HasAmount() && f.Hedge == "" && !f.Doubtful() && !f.Ambiguous()
}

// beside finds a part of the total in the same sentence or column.
func beside(s *facts.Set, a facts.Account, total *facts.Fact, name string) *facts.Fact {
	for _, f := range s.Of(a.Key(budget.Revenue, name)) {
		near := f.Beside(total.Figure) || f.Statement > 0 && f.Statement == total.Statement
		if f.Table == total.Table && (f.Table > 0 && f.Col == total.Col || f.Table == 0 && near) && usable(f) {
			return f
		}
	}
	return nil
}
