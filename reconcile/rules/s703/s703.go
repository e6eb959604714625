// Package s703 checks the funds of social insurance against the total.
package s703

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is S703.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "S703",
		Title:    "各项社会保险基金之和不超过社会保险基金预算总数",
		Severity: budget.Error,
		What: "The revenue of the single funds together stays within 社会保险基金预算收入, and so do their expenditure and balances; equal where a table adds them up (合计), " +
			"and a warning below it where the same funds make up the whole of another side.",
		Why:        "A fund or the total is wrong.",
		Authority:  "《预算法》第十一条：社会保险基金预算应当按照统筹层次和社会保险项目分别编制。",
		Example:    "2023年全县社会保险基金预算执行数：社会保险基金预算收入70万元，各项基金之和75万元（城乡居民基本养老保险基金收入25＋机关事业单位基本养老保险基金收入50），前者比后者少5万元，超出舍入容差±1.5万元（第50行）。",
		Exclusions: []string{"parts of a fund (保险费收入, 财政补贴收入)"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Book != budget.SocialInsurance {
			continue
		}
		in, out := names(r.Set, a, budget.Revenue), names(r.Set, a, budget.Expenditure)
		ran = judge(r, a, budget.Revenue, makesUp(r.Set, a, budget.Expenditure) && in == out) || ran
		ran = judge(r, a, budget.Expenditure, makesUp(r.Set, a, budget.Revenue) && in == out) || ran
		if makesUp(r.Set, a, budget.Revenue) || makesUp(r.Set, a, budget.Expenditure) {
			ran = balances(r, a, max(strings.Count(in, "、"), strings.Count(out, "、"))) || ran
		}
	}
	if !ran {
		r.Skip("报告没有同时给出社会保险基金总数和各项基金，未核对。")
	}
}

func judge(r *rule.Run, a facts.Account, side budget.Side, whole bool) bool {
	total, conflict := r.Set.Find(a, side, subject.Own(a.Book, side))
	funds := single(r.Set, a, side)
	if total == nil || len(funds) == 0 {
		return false
	}
	if conflict {
		r.Conflict(total)
		return true
	}
	id := identity.Identity{Left: identity.Add(total), Right: identity.Add(funds...), Relation: identity.AtLeast}
	if sum := addedUp(r.Set, total, funds); sum != nil {
		id.Left, id.Relation = identity.Add(sum), identity.Equal
	}
	claim := rule.Claim{Identity: id, Right: "各项基金之和"}
	if whole && id.Relation == identity.AtLeast && id.Evaluate() != identity.Broken {
		claim.Identity.Relation, claim.Severity = identity.Equal, budget.Warning
	}
	r.Judge(claim)
	return true
}

// addedUp returns the statement of the total that a table adds up from the funds
// (合计), where its column holds all of them and nothing else: then they make up
// the whole.
func addedUp(s *facts.Set, total *facts.Fact, funds []*facts.Fact) *facts.Fact {
	if len(funds) < 2 || funds[0].Kind != budget.InTable {
		return nil
	}
	listed := map[*facts.Fact]bool{}
	for _, f := range funds {
		listed[f] = true
	}
	var sum *facts.Fact
	for _, f := range s.Facts {
		if f.Table != funds[0].Table || f.Col != funds[0].Col || f.Side != total.Side {
			continue
		}
		switch {
		case listed[f]:
			delete(listed, f)
		case f.Key == total.Key && sum == nil && strings.HasSuffix(f.SubjectRaw, "计"):
			sum = f
		default:
			return nil
		}
	}
	if len(listed) > 0 {
		return nil
	}
	return sum
}

// single lists one figure a fund, by its official name.
func single(s *facts.Set, a facts.Account, side budget.Side) []*facts.Fact {
	seen := map[string]bool{}
	var out []*facts.Fact
	for _, f := range s.Facts {
		if f.Account() != a || f.Side != side || f.Basis != "" || !f.Sums() || seen[f.Subject] || !strings.Contains(f.Subject, "保险基金") ||
			f.Subject == subject.Own(a.Book, side) {
			continue
		}
		best, conflict := s.Best(f.Key)
		if best == nil || conflict {
			continue
		}
		seen[f.Subject] = true
		out = append(out, rows(s, best)...)
	}
	return out
}

// rows lists a fund's rows in the table of its figure: a row printed twice counts
// twice.
func rows(s *facts.Set, best *facts.Fact) []*facts.Fact {
	if best.Kind != budget.InTable {
		return []*facts.Fact{best}
	}
	var out []*facts.Fact
	for _, f := range s.Of(best.Key) {
		if f.Table == best.Table && f.Col == best.Col {
			out = append(out, f)
		}
	}
	return out
}
