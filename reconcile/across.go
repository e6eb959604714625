package reconcile

import (
	"context"
	"sort"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// Across runs the rules that compare reports of one district with each other:
// each report with those of the year before and with the other kinds of its own
// year. The work grows linearly with the number of reports.
func (e *Engine) Across(ctx context.Context, reports []*budget.Report) []budget.Check {
	out := rule.NewOutcomes(0)
	for _, district := range districts(reports) {
		if ctx.Err() != nil {
			break
		}
		for _, p := range pairs(district) {
			two := strangers(p[0], p[1])
			for i := range e.rules {
				switch {
				case e.rules[i].Across == nil:
				case two:
					apart(&e.rules[i], p[0], p[1], out)
				default:
					runPair(&e.rules[i], p[0], p[1], out)
				}
			}
		}
	}
	return finish(out)
}

// runPair runs one rule on two reports; a rule that crashes becomes one errored
// check.
func runPair(r *rule.Rule, prev, next *facts.Set, out *rule.Outcomes) {
	defer func() {
		if cause := recover(); cause != nil {
			out.Crashed(crashed(r.Doc, next.Report, cause))
		}
	}()
	r.Across(rule.NewPair(r.Doc, prev, next, out))
}

// districts groups the reports by district, in order of names; reports without
// a district are compared with none.
func districts(reports []*budget.Report) [][]*budget.Report {
	groups := map[string][]*budget.Report{}
	var names []string
	for _, r := range reports {
		if r == nil || r.District == "" || r.Year == 0 {
			continue
		}
		if len(groups[r.District]) == 0 {
			names = append(names, r.District)
		}
		groups[r.District] = append(groups[r.District], r)
	}
	sort.Strings(names)
	out := make([][]*budget.Report, 0, len(names))
	for _, n := range names {
		if len(groups[n]) > 1 {
			out = append(out, groups[n])
		}
	}
	return out
}

// slot is the place of a report in the series of a district.
type slot struct {
	year int
	kind budget.ReportKind
}

// pairs lists what is compared within a district: every report with that of the
// same kind one year before, and of its own year the plan with the execution and
// the final accounts. Of several reports in one slot the first by id stands for
// all of them.
func pairs(reports []*budget.Report) [][2]*facts.Set {
	sort.SliceStable(reports, func(i, j int) bool { return reports[i].ID < reports[j].ID })
	series := map[slot]*facts.Set{}
	var order []slot
	for _, r := range reports {
		s := slot{r.Year, r.Kind}
		if series[s] == nil {
			series[s] = facts.Build(r)
			order = append(order, s)
		}
	}
	sort.Slice(order, func(i, j int) bool {
		if order[i].year != order[j].year {
			return order[i].year < order[j].year
		}
		return order[i].kind < order[j].kind
	})
	var out [][2]*facts.Set
	for _, s := range order {
		for _, before := range earlier(s) {
			if prev := series[before]; prev != nil {
				out = append(out, [2]*facts.Set{prev, series[s]})
			}
		}
	}
	return out
}

// earlier lists the slots that a report is compared with. Year of a budget
// report is the executed year, so its own budget is that of the year after.
func earlier(s slot) []slot {
	last := s.year - 1
	switch s.kind {
	case budget.KindBudget:
		return []slot{{last, budget.KindBudget}, {last, budget.KindFinalAccounts}, {s.year, budget.KindAdjustment}}
	case budget.KindFinalAccounts:
		return []slot{{last, budget.KindFinalAccounts}, {last, budget.KindBudget}, {s.year, budget.KindBudget}}
	case budget.KindHalfYear:
		return []slot{{last, budget.KindHalfYear}, {last, budget.KindBudget}}
	case budget.KindAdjustment:
		return []slot{{last, budget.KindBudget}}
	}
	return nil
}
