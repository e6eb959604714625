// Package r702 checks tax and non-tax revenue against the total.
package r702

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is R702.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "R702",
		Title:    "税收收入加非税收入等于一般公共预算收入，增长率介于两者之间",
		Severity: budget.Error,
		What: "税收收入 and 非税收入 of one scope, year and stage make up 一般公共预算收入; in one sentence, the growth of the total lies between theirs " +
			"(outside them is a warning).",
		Why:       "One of the three figures or rates is wrong.",
		Authority: "《预算法》第二十七条：一般公共预算收入包括各项税收收入、行政事业性收费收入、国有资源（资产）有偿使用收入、转移性收入和其他收入。",
		Example:   "2023年全县一般公共预算执行数：一般公共预算收入200万元，税收与非税之和190万元（税收收入150＋非税收入40），前者比后者多10万元，超出舍入容差±1.5万元（第12行）。",
		Exclusions: []string{
			"figures that contradict each other in different places (M301)",
			"taxes and fees that make up 总收入 with the shares of higher governments",
			"growth on a comparable basis (同口径, 可比, 剔除)",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for k := range r.Set.Keys() {
		if k.Book == budget.GeneralPublic && k.Side == budget.Revenue && k.Subject == subject.Tax {
			ran = judge(r, k) || ran
		}
	}
	if !ran {
		r.Skip("报告没有同时给出税收收入和非税收入，未核对。")
	}
}

// judge looks at the taxes of one key; the total and the rest have the same key, also
// where all three cover a part of the year.
func judge(r *rule.Run, k budget.Key) bool {
	find := func(name string) (*facts.Fact, bool) {
		k.Subject = name
		return r.Set.Best(k)
	}
	own := subject.Own(budget.GeneralPublic, budget.Revenue)
	total, c := find(own)
	tax, c1 := find(subject.Tax)
	other, c2 := find(subject.NonTax)
	if tax == nil || other == nil || !tax.HasAmount() || !other.HasAmount() {
		return false
	}
	switch {
	case k.Basis != "" && k.Basis != budget.BasisPartYear:
		return false // a comparable basis need not be that of all three
	case total == nil || !total.HasAmount():
		r.Missing(tax, "同口径的一般公共预算收入")
	case c || c1 || c2:
		r.Conflict(total, tax, other)
	case ofWide(r.Set, k, tax, other):
		r.Missing(tax, "地方级的税收收入和非税收入")
	case third(r.Set, total, tax, other):
		r.Missing(total, "税收与非税以外的部分的含义")
	default:
		r.Judge(rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(tax, other)}, Right: "税收与非税之和"})
	}
	bracket(r, k)
	return true
}

// ofWide reports whether the two make up revenue with the shares of higher governments.
func ofWide(s *facts.Set, k budget.Key, tax, other *facts.Fact) bool {
	for _, name := range []string{"一般公共预算总收入", "财政总收入", "财政收入"} {
		k.Subject = name
		for _, wide := range s.Of(k) {
			id := identity.Identity{Left: identity.Add(wide), Right: identity.Add(tax, other)}
			if wide.HasAmount() && !wide.Delta && id.Evaluate() != identity.Broken {
				return true
			}
		}
	}
	return false
}

// third reports whether the sentence splits the total in three, and only with the third
// amount it closes: 其中：区级税收X万元，省级下放税收Y万元，非税收入Z万元.
func third(s *facts.Set, total, tax, other *facts.Fact) bool {
	split := func(more ...*facts.Fact) bool {
		id := identity.Identity{Left: identity.Add(total), Right: identity.Add(append([]*facts.Fact{tax, other}, more...)...)}
		return id.Evaluate() != identity.Broken
	}
	if split() || total.Quote != tax.Quote || total.Quote != other.Quote || total.Table > 0 {
		return false
	}
	for _, f := range s.Facts {
		if f.Quote == total.Quote && f.ID > total.ID && f != tax && f != other && f.HasAmount() && !f.Delta && split(f) {
			return true
		}
	}
	return false
}

// bracket compares the growth rates of one sentence.
func bracket(r *rule.Run, k budget.Key) {
	k.Subject = subject.Own(budget.GeneralPublic, budget.Revenue)
	for _, total := range r.Set.Of(k) {
		tax, other := beside(r.Set, total, subject.Tax), beside(r.Set, total, subject.NonTax)
		if tax == nil || other == nil || !steady(total) {
			continue
		}
		x, y, z := rates(tax), rates(other), rates(total)
		lo, hi := min(x.Lo, y.Lo), max(x.Hi, y.Hi)
		words := rule.Prefix(total) + "一般公共预算收入增长" + total.Growth.Value.String() + "%，税收收入增长" + tax.Growth.Value.String() +
			"%，非税收入增长" + other.Growth.Value.String() + "%，"
		var check *budget.Check
		if z.Hi >= lo && z.Lo <= hi {
			check = r.Say(budget.Pass, budget.Warning, total, words+"总数的增长率介于两者之间。")
		} else {
			check = r.Say(budget.Fail, budget.Warning, total, words+"总数的增长率不在两者之间（"+rule.Place(total)+"）。")
		}
		for _, f := range []*facts.Fact{tax, other} {
			check.Evidence = append(check.Evidence, budget.Evidence{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
		}
	}
}

func rates(f *facts.Fact) interval.Rates {
	return interval.AroundRate(f.Growth.Value, f.Growth.Step, 1)
}

func steady(f *facts.Fact) bool {
	return f.Growth.Known && !facts.OtherBasis(f) && !f.Doubtful()
}

// beside finds a part of the total in the same sentence or table.
func beside(s *facts.Set, total *facts.Fact, name string) *facts.Fact {
	k := total.Key
	k.Subject = name
	for _, f := range s.Of(k) {
		if f.Table == total.Table && (f.Table > 0 && f.Col == total.Col || f.Table == 0 && f.Quote == total.Quote) && steady(f) {
			return f
		}
	}
	return nil
}
