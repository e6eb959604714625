// Package x405 checks a stated source of 调入资金 against the book it came from.
package x405

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is X405.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "X405",
		Title:      "从某本预算调入的资金等于该本预算的调出资金",
		Severity:   budget.Warning,
		What:       "Where the general public budget says how much it moved in from the government funds or the state capital budget, that book's 调出资金 of the same scope, year and stage is the same.",
		Why:        "The two books record one transfer differently.",
		Authority:  "《预算法》第五条：政府性基金预算、国有资本经营预算、社会保险基金预算应当与一般公共预算相衔接。",
		Example:    "2023年全县一般公共预算执行数：从政府性基金预算调入一般公共预算60万元，政府性基金预算调出资金50万元，前者比后者多10万元，超出舍入容差±1万元（第12行、第20行）。",
		Exclusions: []string{"books that don't state 调出资金 at the same scope"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, f := range r.Set.Facts {
		if f.Book != budget.GeneralPublic || f.Side != budget.Revenue || !f.HasAmount() || !f.Sums() || f.Basis != "" {
			continue
		}
		book := source(f.Subject)
		if book == "" {
			continue
		}
		a := f.Account()
		a.Book = book
		out, conflict := r.Set.Find(a, budget.Expenditure, subject.MovedOut)
		if out == nil {
			continue
		}
		ran = true
		if conflict {
			r.Conflict(f, out)
			continue
		}
		r.Judge(claim(f, out, book))
	}
	if !ran {
		r.Skip("报告没有分来源列示调入资金，未核对。")
	}
}

func claim(in, out *facts.Fact, book budget.Book) rule.Claim {
	return rule.Claim{
		Identity: identity.Identity{Left: identity.Add(in), Right: identity.Add(out)},
		Right:    book.Name() + "调出资金",
	}
}

// source tells which book a source of 调入资金 names.
func source(name string) budget.Book {
	if !strings.Contains(name, "调入") {
		return ""
	}
	switch {
	case strings.Contains(name, "政府性基金"):
		return budget.GovernmentFunds
	case strings.Contains(name, "国有资本"):
		return budget.StateCapital
	}
	return ""
}
