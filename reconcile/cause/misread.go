package cause

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// column is one column of a table.
type column struct{ table, col int }

// Misread takes back what rests on table columns in which most sums are broken:
// the column was read wrongly, not printed wrongly. One note for each such column
// takes the place of its findings.
func Misread(out *rule.Outcomes) {
	type tally struct {
		fails, all int
		first      *facts.Fact
	}
	counts := map[column]*tally{}
	var order []column
	outcomes := out.List()
	for i := range outcomes {
		k, f, ok := columnOf(&outcomes[i])
		if !ok {
			continue
		}
		c := counts[k]
		if c == nil {
			c = &tally{first: f}
			counts[k] = c
			order = append(order, k)
		}
		c.all++
		if outcomes[i].Check.Verdict == budget.Fail {
			c.fails++
		}
	}
	bad := map[column]bool{}
	var notes []budget.Check
	for _, k := range order {
		c := counts[k]
		if c.fails < wrong || c.fails*3 < c.all*2 {
			continue
		}
		bad[k] = true
		notes = append(notes, budget.Check{
			Rule: "E003", Verdict: budget.Fail, Severity: budget.Info, Report: out.Checks[0].Report, Place: c.first.Place,
			Book: c.first.Book, Scope: c.first.Scope, Year: c.first.Year, Stage: c.first.Stage, Side: c.first.Side,
			Message: "表" + strconv.Itoa(k.table) + "中一栏的" + strconv.Itoa(c.all) + "项加总有" + strconv.Itoa(c.fails) + "项不成立，这一栏可能没有读对，未作结论，请对照原件。",
		})
	}
	strange := unlike(outcomes, bad)
	for i := range outcomes {
		c := outcomes[i].Check
		if c.Verdict != budget.Fail {
			continue
		}
		if k, _, ok := columnOf(&outcomes[i]); ok && bad[k] || restsOn(&outcomes[i], strange) {
			c.Verdict = budget.NotRun
			c.Message = "这一栏可能没有读对，不作结论：" + c.Message
		}
	}
	for _, n := range notes {
		out.Add(n)
	}
}

// unlike lists those of the columns that no comparison with another place confirms:
// then what they are compared with says nothing against what is printed either.
func unlike(outcomes []rule.Outcome, bad map[column]bool) map[column]bool {
	out := map[column]bool{}
	for k := range bad {
		out[k] = true
	}
	for i := range outcomes {
		if v := outcomes[i].Check.Verdict; v != budget.Pass && v != budget.Rounding || outcomes[i].Check.Rule != "M301" {
			continue
		}
		for _, t := range outcomes[i].Identity.Terms() {
			delete(out, column{t.Fact.Table, t.Fact.Col})
		}
	}
	return out
}

// restsOn reports whether an outcome compares amounts of one of the columns.
func restsOn(o *rule.Outcome, columns map[column]bool) bool {
	if o.Identity == nil {
		return false
	}
	for _, t := range o.Identity.Terms() {
		if t.Fact.Kind == budget.InTable && columns[column{t.Fact.Table, t.Fact.Col}] {
			return true
		}
	}
	return false
}

// columnOf tells which column an outcome sums.
func columnOf(o *rule.Outcome) (column, *facts.Fact, bool) {
	switch o.Check.Rule {
	case "T101", "T102", "T105":
	default:
		return column{}, nil, false
	}
	if o.Identity == nil {
		return column{}, nil, false
	}
	f := o.Identity.Left[0].Fact
	return column{f.Table, f.Col}, f, true
}
