// Package c903 checks the three public expenses.
package c903

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is C903.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "C903",
		Title:      "“三公”经费等于三项之和",
		Severity:   budget.Error,
		What:       "“三公”经费 of one scope, year and stage is 因公出国（境）费, 公务接待费 and 公务用车购置及运行维护费 together; the last may be given as its two halves.",
		Why:        "One of the figures is wrong.",
		Authority:  "《地方预决算公开操作规程》（财预〔2016〕143号）：“三公”经费按因公出国（境）费、公务用车购置及运行费、公务接待费公开；《党政机关厉行节约反对浪费条例》。",
		Example:    "2023年县级一般公共预算执行数：“三公”经费200万元，三项之和210万元（因公出国（境）费20＋公务接待费40＋公务用车购置及运行维护费150），前者比后者少10万元，超出舍入容差±2万元（第60行）。",
		Exclusions: []string{"reports that leave one of the three out"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, a := range r.Set.Accounts() {
		total, conflict := r.Set.Find(a, budget.Expenditure, subject.ThreePublic)
		if total == nil {
			continue
		}
		ran = true
		parts, missing, bad := collect(r.Set, a)
		switch {
		case missing != "":
			r.Missing(total, missing)
		case conflict || bad:
			r.Conflict(append([]*facts.Fact{total}, parts...)...)
		default:
			r.Judge(rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: identity.Add(parts...)}, Right: "三项之和"})
		}
	}
	if !ran {
		r.Skip("报告没有给出“三公”经费，未核对。")
	}
}

func collect(s *facts.Set, a facts.Account) (parts []*facts.Fact, missing string, conflict bool) {
	add := func(name string) bool {
		f, c := s.Find(a, budget.Expenditure, name)
		if f == nil {
			return false
		}
		parts, conflict = append(parts, f), conflict || c
		return true
	}
	for _, name := range [...]string{subject.Abroad, subject.Reception} {
		if !add(name) {
			return nil, name, false
		}
	}
	if add(subject.Vehicles) {
		return parts, "", conflict
	}
	for _, name := range [...]string{subject.VehiclesBuy, subject.VehiclesRun} {
		if !add(name) {
			return nil, subject.Vehicles, false
		}
	}
	return parts, "", conflict
}
