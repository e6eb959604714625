// Package y601 checks that what one year carries over arrives in the next.
package y601

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is Y601.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "Y601",
		Title:    "上年结转等于上一年的结转下年",
		Severity: budget.Warning,
		What:     "结转下年 of one year is 上年结转 of the next, for the same book and scope, inside one report and between two reports of one district.",
		Why:      "Carried-over money was lost, counted twice, or the account was closed differently than reported.",
		Authority: "《预算法》第四十二条：各级政府上一年预算的结转资金，应当在下一年用于结转项目的支出；" +
			"连续两年未用完的结转资金，应当作为结余资金管理。",
		Example: "2024年全县一般公共预算预算数：上年结转70万元，上一年结转下年80万元，前者比后者少10万元，超出舍入容差±1万元（第20行、第14行）。",
		Exclusions: []string{
			"years whose carry-over is part of a lump (等X万元) and in no table",
			"half-year reports",
		},
		Since: "1.0",
	}, Check: check, Across: across}
}

// stages of the earlier year from the most final on; of the later one from the
// first on.
var (
	earlier = [...]budget.Stage{budget.Final, budget.Execution}
	later   = [...]budget.Stage{budget.Budgeted, budget.Execution, budget.Final, budget.Adjusted}
	// settled is the order for what final accounts carried over: the budget of the
	// next year was drawn up before them.
	settled = [...]budget.Stage{budget.Adjusted, budget.Execution, budget.Final, budget.Budgeted}
)

// orderFor is the order in which stages of the later year are looked for.
func orderFor(stage budget.Stage) []budget.Stage {
	if stage == budget.Final {
		return settled[:]
	}
	return later[:]
}

func check(r *rule.Run) {
	if r.Set.Report.Kind == budget.KindHalfYear {
		r.Skip("上半年报告没有年度结转，未核对。")
		return
	}
	ran := false
	for _, a := range r.Set.Accounts() {
		if a.Stage != budget.Final && a.Stage != budget.Execution {
			continue
		}
		out, conflict := r.Set.Find(a, budget.Expenditure, subject.CarryOut)
		if out == nil {
			continue
		}
		ran = true
		if conflict {
			r.Conflict(out)
			continue
		}
		in, conflict := find(r.Set, a, orderFor(a.Stage))
		switch {
		case conflict:
			r.Conflict(in)
		case in == nil:
			r.Missing(out, "下一年的上年结转")
		default:
			judge(r, in, out)
		}
	}
	if !ran {
		r.Skip("报告没有给出结转下年，未核对。")
	}
}

// find returns 上年结转 of the year after the account's.
func find(s *facts.Set, a facts.Account, stages []budget.Stage) (*facts.Fact, bool) {
	a.Year++
	for _, stage := range stages {
		a.Stage = stage
		if f, conflict := s.Find(a, budget.Revenue, subject.CarriedIn); f != nil {
			return f, conflict
		}
	}
	return nil, false
}

func judge(r *rule.Run, in, out *facts.Fact) {
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(in), Right: identity.Add(out)},
		Right:    "上一年结转下年",
	})
}

// across compares the execution or final accounts of the earlier report with
// the first statement of the later one, unless the later one states both.
func across(p *rule.Pair) {
	if p.Prev.Report.Kind == budget.KindHalfYear || p.Next.Report.Kind == budget.KindHalfYear {
		return
	}
	for _, a := range p.Prev.Accounts() {
		out, conflict := p.Prev.Find(a, budget.Expenditure, subject.CarryOut)
		if out == nil || conflict || a.Stage != earlier[0] && a.Stage != earlier[1] {
			continue
		}
		if statedAgain(p.Next, a) {
			continue
		}
		in, conflict := find(p.Next, a, orderFor(a.Stage))
		if in == nil || conflict {
			continue
		}
		judge(p.Run, in, out)
	}
}

// statedAgain reports whether the later report gives the earlier year's
// carry-over itself.
func statedAgain(next *facts.Set, a facts.Account) bool {
	for _, stage := range earlier {
		a.Stage = stage
		if f, _ := next.Find(a, budget.Expenditure, subject.CarryOut); f != nil {
			return true
		}
	}
	return false
}
