package sentence

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
)

// Surplus is what an outturn lies above or below its budget, as a sentence prints it
// (超收X万元, 比预算减少X万元).
type Surplus struct {
	Done, Change *facts.Fact
	Budget       *facts.Fact // printed in the sentence; nil where it is not
	Words        string      // between the outturn and its change
}

// reach is how many figures an outturn and its change may lie apart.
const reach = 3

// Surpluses lists the changes against a budget that a report's sentences print. A
// sentence that prints two budgets, or several changes, is left out.
func Surpluses(s *facts.Set) []Surplus {
	return facts.Once(s, "sentence.Surpluses", func(s *facts.Set) []Surplus {
		var out []Surplus
		for i, d := range s.Facts {
			if !d.Delta || d.Kind != budget.Narrative || !d.HasAmount() || !d.IsBudget() || d.Hedge != "" || d.Doubtful() || !done(d) || facts.OtherBasis(plain(d)) {
				continue
			}
			if x, ok := surplus(s.Facts, i); ok {
				out = append(out, x)
			}
		}
		return out
	})
}

// plain is a change without the basis that says that it is one against a budget.
func plain(d *facts.Fact) *facts.Fact {
	if d.Basis != againstBudget {
		return d
	}
	figure := *d.Figure
	figure.Basis = ""
	fact := *d
	fact.Figure = &figure
	return &fact
}

// againstBudget is the basis of changes that the reading knows to be against a budget.
const againstBudget = "较预算"

func done(f *facts.Fact) bool { return f.Stage == budget.Execution || f.Stage == budget.Final }

func surplus(all []*facts.Fact, at int) (Surplus, bool) {
	x := Surplus{Change: all[at]}
	if at+1 < len(all) && all[at+1].Delta && alike(all[at+1], x.Change) {
		return x, false
	}
	for i := at - 1; i >= 0 && i >= at-reach; i-- {
		f := all[i]
		switch {
		case !alike(f, x.Change) || f.Quote != x.Change.Quote:
			return x, x.found()
		case f.Delta || !f.HasAmount() || f.Hedge != "" || f.Ambiguous():
			return x, false
		case f.Stage == budget.Budgeted || f.Stage == budget.Adjusted:
			if x.Budget != nil {
				return x, false
			}
			x.Budget = f
		case x.Done == nil && f.Stage == x.Change.Stage:
			x.Done = f
		default:
			return x, false
		}
	}
	return x, x.found()
}

// alike reports whether two figures are of one subject and year.
func alike(f, d *facts.Fact) bool {
	return f.Subject == d.Subject && f.Book == d.Book && f.Level == d.Level && f.Side == d.Side && f.Year == d.Year && f.Kind == d.Kind
}

// found settles the words before the change, and reports whether they compare with a
// budget and nothing else.
func (x *Surplus) found() bool {
	if x.Done == nil {
		return false
	}
	var ok bool
	x.Words, ok = x.Done.Until(x.Change.Figure)
	if !ok || phrase.Holds(x.Words, "上年", "去年", "同比", "同期", "上半年", "季度", "报告", "调增", "调减", "追加") {
		return false
	}
	return phrase.Holds(x.clause(), "超收", "短收", "欠收", "超支", "预算", "计划", "目标")
}

// clause is what of the words belongs to the change.
func (x *Surplus) clause() string {
	if i := strings.LastIndexAny(x.Words, "，；,;"); i >= 0 {
		return x.Words[i:]
	}
	return x.Words
}

// Whose is the budget that the clause of the change names: the first or the adjusted
// one, or neither.
func (x *Surplus) Whose() budget.Stage {
	clause := x.clause()
	switch {
	case phrase.Holds(clause, "调整", "变动"):
		return budget.Adjusted
	case phrase.Holds(clause, "年初", "当年预算"):
		return budget.Budgeted
	}
	return ""
}
