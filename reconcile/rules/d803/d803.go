// Package d803 checks the roll of debt over a year.
package d803

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is D803.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "D803",
		Title:     "债务年末余额等于年初余额加发行减还本",
		Severity:  budget.Warning,
		What:      "The balance of debt at the end of a year is that of its beginning (stated, or last year's end, also from another report), plus bonds issued, less principal repaid.",
		Why:       "An issue or a repayment is missing, or a balance is wrong.",
		Authority: "《预算法》第三十五条；《地方政府债务信息公开办法（试行）》（财预〔2018〕209号）：公开债务限额、余额以及本地区发行、还本付息情况。",
		Example:   "2023年全县政府债务：政府债务余额100万元，按年初余额加发行减还本计算90万元（政府债务余额80＋地方政府债券发行20－债务还本支出10），前者比后者多10万元，超出舍入容差±2万元（第40行）。",
		Exclusions: []string{
			"years of which the opening balance, the issue or the repayment isn't stated",
			"changes by other causes (核销, 划转), which a reader has to judge",
		},
		Since: "1.0",
	}, Check: check, Across: across}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		if !ends(a) {
			continue
		}
		closing, c := r.Set.Stock(a, subject.Outstanding)
		opening, c1 := r.Set.Opening(a, subject.Outstanding)
		if closing == nil || c || c1 {
			continue
		}
		ran = true
		if opening == nil {
			r.Missing(closing, "年初余额")
			continue
		}
		judge(r, r.Set, a, opening, closing)
	}
	if !ran {
		r.Skip("报告没有给出政府债务余额，未核对。")
	}
}

func ends(a facts.Account) bool {
	return a.Book == budget.Debt && (a.Stage == budget.Execution || a.Stage == budget.Final)
}

func judge(r *rule.Run, s *facts.Set, a facts.Account, opening, closing *facts.Fact) {
	issued, c := s.Find(a, budget.Revenue, subject.Issued)
	repaid, c1 := s.Find(a, budget.Expenditure, subject.Repaid)
	if issued == nil || repaid == nil {
		r.Missing(closing, "当年债券发行额或还本额")
		return
	}
	if c || c1 {
		r.Conflict(closing, issued, repaid)
		return
	}
	right := append(identity.Add(opening, issued), identity.Sub(repaid)...)
	r.Judge(rule.Claim{Identity: identity.Identity{Left: identity.Add(closing), Right: right}, Right: "按年初余额加发行减还本计算"})
}

// across takes the opening balance from the report of the year before.
func across(p *rule.Pair) {
	if p.Prev.Report.Kind == budget.KindHalfYear || p.Next.Report.Kind == budget.KindHalfYear {
		return
	}
	for _, a := range p.Next.Accounts() {
		if !ends(a) {
			continue
		}
		closing, c := p.Next.Stock(a, subject.Outstanding)
		own, _ := p.Next.Opening(a, subject.Outstanding)
		opening, c1 := p.Prev.Opening(a, subject.Outstanding)
		if closing == nil || own != nil || opening == nil || c || c1 {
			continue
		}
		judge(p.Run, p.Next, a, opening, closing)
	}
}
