// Package x401 checks transfers between the books.
package x401

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is X401.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "X401",
		Title:    "调入资金等于其他各本预算的调出资金",
		Severity: budget.Warning,
		What: "调入资金 of the general public budget is the sum of 调出资金 of the other books of the same scope, year and stage, plus other sources that the text states. " +
			"More moved out than in is a warning; more in than out, with no other source stated, a note, or a warning where at the other level the books make up the whole.",
		Why:       "Money that leaves one book must arrive in another; what arrives from nowhere needs a source.",
		Authority: "《预算法》第五条：四本预算保持完整、独立，政府性基金预算、国有资本经营预算、社会保险基金预算与一般公共预算相衔接；第十条：国有资本经营预算安排资金调入一般公共预算。",
		Example: "2023年全县一般公共预算执行数：调入资金80万元，其他各本预算调出资金之和90万元（调出资金70＋调出资金20），" +
			"前者比后者少10万元，超出舍入容差±1.5万元（第12行、第18行、第22行）。",
		Exclusions: []string{
			"a scope whose other books are not reported",
			"books of another scope than the general budget's, unless they agree",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.GeneralPublic || a.Level == budget.Lower || a.Level == budget.Part {
			continue
		}
		in, conflict := r.Set.Find(a, budget.Revenue, subject.MovedIn)
		if in == nil || !in.HasAmount() {
			continue
		}
		ran = true
		if conflict {
			r.Conflict(in)
			continue
		}
		judge(r, a, in)
	}
	if !ran {
		r.Skip("报告没有给出一般公共预算调入资金，未核对。")
	}
}

// out is what was found of one other book.
type out struct {
	figure   *facts.Fact
	silent   bool // the book's expenditure is complete without 调出资金
	conflict bool
}

func judge(r *rule.Run, a facts.Account, in *facts.Fact) {
	same, exact := moved(r.Set, a, a.Level)
	if !exact && a.Level != budget.Consolidated {
		same, _ = moved(r.Set, a, budget.Consolidated)
	}
	var terms []*facts.Fact
	missing := ""
	for i, book := range []budget.Book{budget.GovernmentFunds, budget.StateCapital} {
		o := same[i]
		if o.conflict {
			r.Conflict(in, o.figure)
			return
		}
		if o.figure != nil {
			terms = append(terms, o.figure)
		} else if !o.silent && missing == "" {
			missing = book.Name() + "的调出资金"
		}
	}
	if len(terms) == 0 {
		r.Missing(in, "同口径"+budget.GovernmentFunds.Name()+"、"+budget.StateCapital.Name()+"的调出资金")
		return
	}
	conclude(r, in, terms, others(r.Set, in), missing, exact)
}

// conclude judges the sum, being careful where something is not comparable.
func conclude(r *rule.Run, in *facts.Fact, terms, other []*facts.Fact, missing string, exact bool) {
	claim := rule.Claim{Right: "其他各本预算调出资金之和"}
	claim.Identity = identity.Identity{Left: identity.Add(in), Right: identity.Add(append(terms, other...)...)}
	plain := identity.Identity{Left: identity.Add(in), Right: identity.Add(terms...)}
	if len(other) > 0 && plain.Evaluate() != identity.Broken {
		claim.Identity = plain
	} else if len(other) > 0 {
		claim.Right = "其他各本预算调出资金与其他来源之和"
	}
	if claim.Identity.Evaluate() != identity.Broken {
		r.Judge(claim)
		return
	}
	if missing != "" {
		r.Missing(in, missing)
		return
	}
	if !exact {
		r.Missing(in, "同口径的其他各本预算")
		return
	}
	if identity.Total(claim.Identity.Left) > identity.Total(claim.Identity.Right) && !elsewhere(r.Set, in) {
		claim.Severity = budget.Info
		claim.Note = "差额可能从其他资金调入，报告没有说明"
	}
	r.Judge(claim)
}

// elsewhere reports whether at the other level, in the same year and stage, the other
// books make up the whole: then this level has no further source either.
func elsewhere(s *facts.Set, of *facts.Fact) bool {
	for _, a := range s.Accounts() {
		if a.Book != of.Book || a.Year != of.Year || a.Stage != of.Stage || a.Level == of.Level || a.Level != budget.Own && a.Level != budget.Consolidated {
			continue
		}
		in, conflict := s.Find(a, budget.Revenue, subject.MovedIn)
		if in == nil || conflict || !in.HasAmount() {
			continue
		}
		var terms []*facts.Fact
		found, _ := moved(s, a, a.Level)
		for _, o := range found {
			if o.figure != nil {
				terms = append(terms, o.figure)
			}
		}
		id := identity.Identity{Left: identity.Add(in), Right: identity.Add(terms...)}
		if len(terms) == 2 && id.Evaluate() == identity.Holds {
			return true
		}
	}
	return false
}

// moved finds 调出资金 of the other books at a level. exact is false where none
// of them is reported at that level.
func moved(s *facts.Set, a facts.Account, level budget.Level) (found [2]out, exact bool) {
	for i, book := range []budget.Book{budget.GovernmentFunds, budget.StateCapital} {
		b := a
		b.Book, b.Level = book, level
		f, conflict := s.Find(b, budget.Expenditure, subject.MovedOut)
		grand, _ := s.Find(b, budget.Expenditure, subject.ExpenditureTotal)
		found[i] = out{figure: f, silent: f == nil && grand != nil, conflict: conflict}
		exact = exact || f != nil
	}
	return found, exact
}

// others lists stated sources of 调入资金 that are no other book. Its share of the own
// level is no source.
func others(s *facts.Set, in *facts.Fact) []*facts.Fact {
	var out []*facts.Fact
	for _, f := range s.Of(in.Key) {
		for _, p := range s.Parts(f.ID) {
			if p.Subject == in.Subject && p.Level == budget.Own {
				continue
			}
			if !subject.FromOtherBooks(p.Subject) && !subject.FromOtherBooks(p.SubjectRaw) && p.HasAmount() {
				out = append(out, p)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
