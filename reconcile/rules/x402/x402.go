// Package x402 checks bonds issued against what the books received of them.
package x402

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is X402.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "X402",
		Title:     "两本预算的债务转贷收入之和等于当年债券发行额",
		Severity:  budget.Warning,
		What:      "债务转贷收入 of the general public and the government funds budgets together is the amount of bonds issued that year (新增 and 再融资), across units.",
		Why:       "Bonds were booked in the wrong book or year, or one of the amounts is wrong.",
		Authority: "《预算法》第三十五条：地方政府只能以发行地方政府债券方式举借债务，举借的债务列入本级预算；《国务院关于加强地方政府性债务管理的意见》（国发〔2014〕43号）：一般债务纳入一般公共预算管理，专项债务纳入政府性基金预算管理。",
		Example:   "2023年全县一般公共预算执行数：两本预算债务转贷收入之和160万元（债务转贷收入44＋债务转贷收入116），债券发行额170万元，前者比后者少10万元，超出舍入容差±1.5万元（第12行、第20行、第40行）。",
		Exclusions: []string{
			"years for which one of the three amounts isn't stated",
			"adjustments, in which only part of the year's bonds is spoken of",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.Debt || a.Stage == budget.Adjusted {
			continue
		}
		issued := issue(r.Set, a)
		if len(issued) == 0 {
			continue
		}
		ran = true
		judge(r, a, issued)
	}
	if !ran {
		r.Skip("报告没有给出债券发行额，未核对。")
	}
}

// issue returns the total of bonds issued, or its two parts.
func issue(s *facts.Set, a facts.Account) []*facts.Fact {
	if f, conflict := s.Find(a, budget.Revenue, subject.Issued); f != nil && !conflict {
		return []*facts.Fact{f}
	}
	fresh, c1 := s.Find(a, budget.Revenue, subject.NewBonds)
	again, c2 := s.Find(a, budget.Revenue, subject.Refinancing)
	if fresh == nil || again == nil || c1 || c2 {
		return nil
	}
	return []*facts.Fact{fresh, again}
}

var levels = [...]budget.Level{budget.Consolidated, budget.Treasury, budget.Own}

// judge accepts the levels at which the sum closes: a district's bonds are all
// lent to its own treasury, so both levels give the same amount.
func judge(r *rule.Run, a facts.Account, issued []*facts.Fact) {
	var plain *identity.Identity
	for _, general := range lent(r.Set, a, budget.GeneralPublic) {
		for _, funds := range lent(r.Set, a, budget.GovernmentFunds) {
			id := identity.Identity{Left: identity.Add(general, funds), Right: identity.Add(issued...)}
			if id.Evaluate() != identity.Broken {
				say(r, id)
				return
			}
			if plain == nil && general.Level == funds.Level {
				plain = &id
			}
		}
	}
	if plain == nil {
		r.Missing(issued[0], "两本预算的债务转贷收入")
		return
	}
	say(r, *plain)
}

func say(r *rule.Run, id identity.Identity) {
	r.Judge(rule.Claim{Identity: id, Left: "两本预算债务转贷收入之和", Right: "债券发行额"})
}

func lent(s *facts.Set, a facts.Account, book budget.Book) []*facts.Fact {
	var out []*facts.Fact
	for _, l := range levels {
		a.Book, a.Level, a.Scope = book, l, ""
		if f, conflict := s.Find(a, budget.Revenue, subject.BondsLent); f != nil && !conflict && f.HasAmount() {
			out = append(out, f)
		}
	}
	return out
}
