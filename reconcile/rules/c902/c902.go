// Package c902 checks that a report speaks of every budget.
package c902

import (
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is C902.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "C902",
		Title:    "四本预算、两边总计和表是否齐全",
		Severity: budget.Info,
		What: "Every book that the law requires is present with its revenue and expenditure, or the report says that it is handled elsewhere; " +
			"the general public budget gives both grand totals; each book of a report that has tables has one. Present, said to be elsewhere, and missing are told apart.",
		Why:       "What is missing cannot be checked; a reviewer has to ask for it.",
		Authority: "《预算法》第五条：预算包括一般公共预算、政府性基金预算、国有资本经营预算、社会保险基金预算；第十四条：预算、决算向社会公开；《地方预决算公开操作规程》（财预〔2016〕143号）。",
		Example:   "报告没有社会保险基金预算的收支数据，也没有说明由上级统筹或另行报告。",
		Exclusions: []string{
			"half-year reports and adjustments, which need not cover every book",
			"reports with pages that could not be read, or not whole (E002)",
		},
		Since: "1.0",
	}, Check: check}
}

var books = [...]budget.Book{budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital, budget.SocialInsurance}

func check(r *rule.Run) {
	switch r.Set.Report.Kind {
	case budget.KindBudget, budget.KindFinalAccounts:
	default:
		r.Skip("不是预算报告或决算报告，不要求四本预算齐全。")
		return
	}
	if partlyRead(r.Set.Report) {
		r.Skip("报告有页面未能读取或文字残缺（见E002），不能断定缺少哪本预算，未核对。")
		return
	}
	for _, b := range books {
		verdict, message := present(r, b)
		r.Book(b, verdict, message)
	}
	totals(r)
	tables(r)
}

// partlyRead reports whether pages of a report could not be read, or not whole.
func partlyRead(r *budget.Report) bool {
	return slices.ContainsFunc(r.Notes, func(n budget.Note) bool { return n.Rule == "E002" && n.Severity != budget.Info })
}

// present says what the report gives of a book.
func present(r *rule.Run, b budget.Book) (budget.Verdict, string) {
	in, out := has(r.Set, b, budget.Revenue), has(r.Set, b, budget.Expenditure)
	name := b.Name()
	switch {
	case in && out:
		return budget.Pass, "报告列有" + name + "的收入和支出。"
	case in:
		return budget.Fail, "报告只列有" + name + "的收入，没有支出。"
	case out:
		return budget.Fail, "报告只列有" + name + "的支出，没有收入。"
	}
	if fund(r.Set, b, budget.Revenue) && fund(r.Set, b, budget.Expenditure) {
		return budget.Pass, "报告列有" + name + "部分险种的收入和支出。"
	}
	for _, m := range r.Set.Report.Mentions {
		if m.Book == b {
			return budget.Pass, "报告没有" + name + "的数据，但有说明：" + m.Quote
		}
	}
	return budget.Fail, "报告没有" + name + "的收支数据，也没有说明由上级统筹或另行报告。"
}

func has(s *facts.Set, b budget.Book, side budget.Side) bool {
	own := subject.Own(b, side)
	for _, f := range s.Facts {
		if f.Book == b && f.Side == side && (f.Subject == own || f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal) && f.Sums() {
			return true
		}
	}
	return false
}

// fund reports whether the report gives a side of a single fund of social insurance: the
// others may be pooled above.
func fund(s *facts.Set, b budget.Book, side budget.Side) bool {
	for _, f := range s.Facts {
		if b == budget.SocialInsurance && f.Book == b && f.Side == side && strings.Contains(f.Subject, "保险基金") && f.Sums() && f.HasAmount() {
			return true
		}
	}
	return false
}

func totals(r *rule.Run) {
	missing := ""
	for _, side := range [...]budget.Side{budget.Revenue, budget.Expenditure} {
		if !stated(r.Set, side) {
			missing += "、" + subject.Grand(side)
		}
	}
	if missing == "" {
		r.Book(budget.GeneralPublic, budget.Pass, "报告列有一般公共预算的收入总计和支出总计。")
		return
	}
	r.Book(budget.GeneralPublic, budget.Fail, "报告没有一般公共预算的"+missing[len("、"):]+"，无法核对收支平衡。")
}

func stated(s *facts.Set, side budget.Side) bool {
	for _, f := range s.Facts {
		if f.Book == budget.GeneralPublic && f.Side == side && f.Role == budget.RoleGrandTotal && f.Sums() {
			return true
		}
	}
	return false
}

// tables says which books of a report with tables have none.
func tables(r *rule.Run) {
	if len(r.Set.Report.Tables) == 0 {
		r.Book("", budget.NotRun, "报告正文没有附表，公开表格可能另行公布，未核对。")
		return
	}
	with := map[budget.Book]bool{}
	for i := range r.Set.Report.Tables {
		with[r.Set.Report.Tables[i].Book] = true
	}
	missing := ""
	for _, b := range books {
		if has(r.Set, b, budget.Revenue) && !with[b] {
			missing += "、" + b.Name()
		}
	}
	if missing == "" {
		r.Book("", budget.Pass, "报告所列各本预算都有表。")
		return
	}
	r.Book("", budget.NotRun, "报告没有"+missing[len("、"):]+"的表，可能另行公布。")
}
