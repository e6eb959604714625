// Package y603 checks printed growth rates against the amounts of two years.
package y603

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// Rule is Y603.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "Y603",
		Title:    "增长率与上年数相符",
		Severity: budget.Error,
		What: "A stated growth rate follows from the amount and that of the year before: from the change that the sentence prints (比上年增加X万元), " +
			"from last year's figure in the same report, or in another report of the district.",
		Why: "The amount, the rate or last year's figure is wrong.",
		Authority: "《预算法》第四十八条、第七十九条：人民代表大会重点审查上一年预算执行情况和决算；" +
			"《数值修约规则与极限数值的表示和判定》（GB/T 8170）。",
		Example: "2023年全县一般公共预算执行数：增长率列印为5.5%，按一般公共预算收入120万元与上年数110万元计算为9.09%，不相符（第12行、第40行）。",
		Exclusions: []string{
			"comparable bases (同口径, 可比, 剔除, 扣除, 还原) and averages over years",
			"growth of a budget, whose base (last year's execution or budget) is rarely said: judged only where the sentence or the report's other growth rates show that it is last year's execution, " +
				"where only its direction is other than that gives, where the report gives last year's budget too and neither explains it, or where the amount is half as much again as any base allows",
			"between reports, differences below half a percentage point, since express figures are revised",
			"a base of zero or below",
		},
		Since: "1.0",
	}, Check: check, Across: across}
}

func check(r *rule.Run) {
	ran := false
	convention := map[budget.Side]bool{}
	for _, side := range [...]budget.Side{budget.Revenue, budget.Expenditure} {
		convention[side] = executed(r.Set, side, 2) || executed(r.Set, "", 3)
	}
	owners := grid.Owners(r.Set)
	for i, f := range r.Set.Facts {
		if !grows(f) && !ofOwnBasis(f) {
			continue
		}
		if f.Kind == budget.InTable {
			ran = inTable(r, owners, f) || ran
			continue
		}
		if id, ok := byChange(r.Set.Facts, i); ok {
			ran = true
			say(r, id, "本年数减变动额")
			continue
		}
		if f.Basis != "" {
			continue
		}
		base, conflict := lastYear(r.Set, f)
		if base == nil || conflict {
			continue
		}
		ran = judge(r, f, base, convention[f.Side] || alike(r.Set, f)) || ran
	}
	if !ran {
		r.Skip("报告中没有能与上年数核对的增长率，未核对。")
	}
}

// inTable judges a rate of a table against last year's figure in the text; with
// last year in a column of the table it is T104's.
func inTable(r *rule.Run, owners map[grid.Place]bool, f *facts.Fact) bool {
	if !owners[grid.Place{Table: f.Table, Col: f.Col}] || f.Stage != budget.Execution && f.Stage != budget.Final {
		return false
	}
	base, conflict := lastYear(r.Set, f)
	if base == nil || conflict || base.Kind == budget.InTable {
		return false
	}
	say(r, grid.GrowthOf(f, base), "文中上年数")
	return true
}

// grows reports whether a figure has a growth rate that can be recomputed.
func grows(f *facts.Fact) bool {
	return f.Basis == "" && rated(f)
}

// ofOwnBasis reports the same of a figure of a sentence on a part of the year or on some
// other basis: only a change printed beside the rate shares it.
func ofOwnBasis(f *facts.Fact) bool {
	return f.Basis != "" && f.Kind == budget.Narrative && rated(f)
}

func rated(f *facts.Fact) bool {
	return f.Growth.Known && f.Sums() && f.HasAmount() && f.Hedge == "" && !f.Ambiguous() && !facts.Incomparable(f)
}

func judge(r *rule.Run, f, base *facts.Fact, convention bool) bool {
	id := grid.GrowthOf(f, base)
	if f.Stage == budget.Budgeted || f.Stage == budget.Adjusted {
		if id.Evaluate() == identity.Broken && !convention && !saysExecution(f) && !gross(r.Set, f, &id) && !turned(f, base) && !noBase(r.Set, f) {
			return false
		}
	}
	say(r, id, "上年数")
	return true
}

// saysExecution reports whether the words between a budget and its growth name
// last year's execution as the base: 比上年执行数增长X%.
func saysExecution(f *facts.Fact) bool {
	words, _, _ := strings.Cut(f.Behind(), "%")
	if strings.ContainsAny(words, "。；") || strings.Contains(words, "预算") {
		return false
	}
	return phrase.Holds(words, "执行数", "完成数", "决算数", "实际完成", "预计完成", "预计执行")
}

// far is how many times more or less than last year's execution a budget must be,
// against what its growth says, for no other base to explain it.
const far = 1.5

// gross reports whether a budget's growth is so far from what last year's execution
// gives that no base explains it, and last year's budget doesn't either.
func gross(s *facts.Set, f *facts.Fact, id *identity.Identity) bool {
	base := id.Right[0].Fact
	if base.Value <= 0 || f.Value <= 0 {
		return false
	}
	stated := 1 + f.Growth.Value.InexactFloat64()/100
	if stated <= 0 {
		return false
	}
	off := float64(f.Value) / float64(base.Value) / stated
	if off < far && off > 1/far {
		return false
	}
	k := f.Key
	k.Year--
	for _, stage := range [...]budget.Stage{budget.Budgeted, budget.Adjusted} {
		k.Stage = stage
		if other, _ := s.Best(k); other != nil && other.HasAmount() {
			id := grid.GrowthOf(f, other)
			if id.Evaluate() != identity.Broken {
				return false
			}
		}
	}
	return true
}

func say(r *rule.Run, id identity.Identity, base string) {
	f := id.Left[0].Fact
	claim := rule.Claim{Identity: id, Left: "增长率列印为" + f.Growth.Value.String() + "%", Right: base}
	if f.Stage == budget.Budgeted {
		claim.Severity = budget.Warning
	}
	r.Judge(claim)
}

// byChange uses the change against last year printed beside the rate.
func byChange(all []*facts.Fact, at int) (identity.Identity, bool) {
	f := all[at]
	for i := at + 1; i <= at+2 && i < len(all); i++ {
		d := all[i]
		if !d.Delta || d.Stage != f.Stage || d.Subject != f.Subject || d.Book != f.Book || d.Level != f.Level ||
			d.Year != f.Year || d.Side != f.Side || d.Basis != f.Basis || !d.HasAmount() || d.Quote != f.Quote && !d.Beside(f.Figure) {
			continue
		}
		if f.Stage != budget.Execution && f.Stage != budget.Final || againstReported(f, d) {
			continue
		}
		return identity.Identity{
			Left:  identity.Add(f),
			Right: []identity.Term{{Fact: f, Weight: 1}, {Fact: d, Weight: -1}},
			Rate:  grid.NewRate(identity.Growth, &f.Growth),
		}, true
	}
	return identity.Identity{}, false
}

// againstReported reports whether a change compares with another account of the same
// year, not with the year before: 与报告的执行数相比减少X万元, 比预算减少X万元.
func againstReported(f, d *facts.Fact) bool {
	words, _ := f.Until(d.Figure)
	words = words[strings.LastIndexAny(words, "，,；;")+1:]
	return phrase.Holds(words, "执行数", "快报", "上报", "报告", "预算", "计划", "目标", "预计")
}

// lastYear finds the same key a year before, executed.
func lastYear(s *facts.Set, f *facts.Fact) (*facts.Fact, bool) {
	k := f.Key
	k.Year--
	for _, stage := range [...]budget.Stage{budget.Execution, budget.Final} {
		k.Stage = stage
		if base, conflict := s.Best(k); base != nil && base.HasAmount() {
			return base, conflict
		}
	}
	return nil, false
}

// executed reports whether the report's growth of budgets on one side ("": on both)
// is against last year's execution: so many rates that can be tested say so, and
// most of them.
func executed(s *facts.Set, side budget.Side, least int) bool {
	good, all := 0, 0
	for _, f := range s.Facts {
		if f.Stage != budget.Budgeted || side != "" && f.Side != side || !grows(f) {
			continue
		}
		base, conflict := lastYear(s, f)
		if base == nil || conflict {
			continue
		}
		id := grid.GrowthOf(f, base)
		all++
		if id.Evaluate() != identity.Broken {
			good++
		}
	}
	return good >= least && good*3 >= all*2
}

// turned reports whether a budget's growth is what last year's execution gives, but for
// its direction: so exact that no other base gives it by chance.
func turned(f, base *facts.Fact) bool {
	const least = 1
	if f.Growth.Value.Abs().LessThan(decimal.NewFromInt(least)) {
		return false
	}
	other := f.Growth
	other.Value = other.Value.Neg()
	id := identity.Identity{Left: identity.Add(f), Right: identity.Add(base), Rate: grid.NewRate(identity.Growth, &other)}
	return id.Evaluate() == identity.Holds
}

// noBase reports whether last year's first budget, which the report gives too, doesn't
// explain a growth that last year's execution doesn't explain either, nor does an
// adjusted one.
func noBase(s *facts.Set, f *facts.Fact) bool {
	k := f.Key
	k.Year--
	known := false
	for _, stage := range [...]budget.Stage{budget.Budgeted, budget.Adjusted} {
		k.Stage = stage
		other, conflict := s.Best(k)
		if other == nil || !other.HasAmount() {
			continue
		}
		id := grid.GrowthOf(f, other)
		if conflict || id.Evaluate() != identity.Broken {
			return false
		}
		known = known || stage == budget.Budgeted
	}
	return known
}

// alike reports whether every other growth of the same book's budget that can be tested
// is against last year's execution, so exactly that it is so by no chance.
func alike(s *facts.Set, of *facts.Fact) bool {
	good := 0
	for _, f := range s.Facts {
		if f == of || f.Book != of.Book || f.Key == of.Key || f.Stage != of.Stage || !grows(f) {
			continue
		}
		base, conflict := lastYear(s, f)
		if base == nil || conflict {
			continue
		}
		id := grid.GrowthOf(f, base)
		if id.Evaluate() != identity.Holds {
			return false
		}
		good++
	}
	return good > 0
}

// across compares with the execution of the year before in another report.
func across(p *rule.Pair) {
	half := p.Next.Report.Kind == budget.KindHalfYear
	if half != (p.Prev.Report.Kind == budget.KindHalfYear) {
		return
	}
	for _, f := range p.Next.Facts {
		if !grows(f) || f.Stage != budget.Execution && f.Stage != budget.Final {
			continue
		}
		if own, _ := lastYear(p.Next, f); own != nil {
			continue
		}
		base, conflict := lastYear(p.Prev, f)
		if base == nil || conflict || strings.Contains(base.Quote, "预计") {
			continue
		}
		id := grid.GrowthOf(f, base)
		v := f.Growth.Value.InexactFloat64() / 100
		id.Rate.Wide = interval.Rates{Lo: v - slack, Hi: v + slack}
		p.Judge(rule.Claim{Identity: id, Left: "增长率列印为" + f.Growth.Value.String() + "%", Right: "上一份报告的上年数", Severity: budget.Warning})
	}
}

// slack is what figures are commonly revised by between two reports.
const slack = 0.005
