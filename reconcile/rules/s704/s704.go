// Package s704 checks the kinds of revenue and expenditure of a fund of social insurance.
package s704

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is S704.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "S704",
		Title:    "单项社会保险基金的收入（支出）与其构成相符",
		Severity: budget.Error,
		What: "What a sentence or a column of a table lists of a fund's revenue (保险费收入, 财政补贴收入, 利息收入 …) or expenditure stays within it; " +
			"a list that ends in 其他收入, 其他支出 makes it up (less is a warning).",
		Why:       "A kind of revenue or expenditure, or the fund's total, is wrong.",
		Authority: "《预算法》第十一条：社会保险基金预算应当按照统筹层次和社会保险项目分别编制；《社会保险基金财务制度》（财社〔2017〕144号）：基金收入按来源分项核算。",
		Example: "2023年全县社会保险基金预算执行数：城乡居民基本养老保险基金收入243万元，所列构成之和225万元（保险费收入61＋财政补贴收入135＋利息收入18＋其他收入11），" +
			"前者比后者多18万元，超出舍入容差±2.5万元（第46行）。",
		Exclusions: []string{"lists without 其他: less than the fund's total is no finding"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, whole := range r.Set.Facts {
		if whole.Book != budget.SocialInsurance || whole.Side == budget.Balance || !whole.Sums() || !whole.HasAmount() || whole.Hedge != "" || fund(whole) == "" {
			continue
		}
		if parts := kinds(r.Set, whole); len(parts) > 1 {
			ran = true
			judge(r, whole, parts)
		}
	}
	if !ran {
		r.Skip("报告没有列出社会保险基金收入、支出的构成，未核对。")
	}
}

// fund is what a flow is of: a single fund, or social insurance as a whole.
func fund(f *facts.Fact) string {
	if f.Subject == subject.InsuranceIn || f.Subject == subject.InsuranceOut {
		return f.Subject
	}
	name := strings.TrimSuffix(strings.TrimSuffix(f.Subject, "收入"), "支出")
	if name == f.Subject || !strings.HasSuffix(name, "保险基金") {
		return ""
	}
	return name
}

// kinds lists what stands behind a flow in its sentence or column, and is of its fund:
// up to the next flow of a fund.
func kinds(s *facts.Set, whole *facts.Fact) []*facts.Fact {
	name := fund(whole)
	var out []*facts.Fact
	for id := whole.ID + 1; ; id++ {
		f := s.Fact(id)
		if f == nil || f.Table != whole.Table || f.Kind != whole.Kind || whole.Table == 0 && f.Quote != whole.Quote {
			return out
		}
		if whole.Table > 0 && f.Col != whole.Col {
			continue
		}
		switch {
		case f.Side != whole.Side || f.Account() != whole.Account() || fund(f) != "":
			return out
		case f.Parent != name || f.Delta:
			return nil // something else among them
		}
		out = append(out, f)
	}
}

func judge(r *rule.Run, whole *facts.Fact, parts []*facts.Fact) {
	claim := rule.Claim{
		Identity: identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts...), Relation: identity.AtLeast},
		Right:    "所列构成之和",
	}
	last := parts[len(parts)-1]
	if claim.Identity.Evaluate() != identity.Broken && strings.HasPrefix(last.SubjectRaw, "其他") && last.Hedge == "" {
		claim.Identity.Relation, claim.Severity = identity.Equal, budget.Warning
	}
	r.Judge(claim)
}
