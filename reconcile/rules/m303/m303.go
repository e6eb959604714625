// Package m303 checks that a rate stated twice is stated alike.
package m303

import (
	"maps"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// Rule is M303.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "M303",
		Title:    "同一数据的增长率、完成率在各处一致",
		Severity: budget.Error,
		What: "The growth rates given for one key in a sentence and in a table meet in their rounding; so do completion rates of one base. " +
			"A column that prints this year's amount as a percentage of last year's (为上年%) is growth plus a hundred.",
		Why:       "One of the places was not updated, or the two compare with different bases without saying so.",
		Authority: "《预算法》第七十五条：编制决算草案应当做到收支真实、数额准确、内容完整。",
		Example:   "2023年全县一般公共预算执行数：税收收入增长率在第12行为5.2%，在表1第3行为2.5%，相差2.7个百分点。",
		Exclusions: []string{
			"sentences that speak of a comparable basis (同口径, 可比口径, 剔除, 扣除)",
			"averages over years and rates of another base year",
			"figures whose amounts already contradict each other (M301), in one sentence too",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	owners, indexes := confirmed(r.Set), grid.Indexes(r.Set)
	for _, fs := range r.Set.Groups() {
		if len(fs) < 2 || fs[0].Doubtful() {
			continue
		}
		ran = compare(r, fs, "增长率", func(f *facts.Fact) (comparable, bool) { return growth(owners, indexes, f) }) || ran
		ran = compare(r, fs, "完成率", completion) || ran
	}
	if !ran {
		r.Skip("报告中没有在两处给出的增长率、完成率，未核对。")
	}
}

// confirmed are the columns of amounts whose growth is known to be theirs: by the table
// itself, or because sentences give the same rates for so many of their amounts, and
// hardly another one, that it is so by no chance; none that sentences contradict again
// and again.
func confirmed(s *facts.Set) map[grid.Place]bool {
	const least = 2
	alike, other := map[grid.Place]int{}, map[grid.Place]int{}
	for _, fs := range s.Groups() {
		told := stated(fs)
		if told == nil {
			continue
		}
		for _, f := range fs {
			if f.Kind != budget.InTable || !f.Growth.Known || f.Growth.OtherBase || !f.Wide.Overlaps(told.Wide) {
				continue
			}
			at := grid.Place{Table: f.Table, Col: f.Col}
			if meet(&f.Growth, &told.Growth) {
				alike[at]++
			} else {
				other[at]++
			}
		}
	}
	out := maps.Clone(grid.Owners(s))
	for at, n := range alike {
		if n >= least && n > 2*other[at] {
			out[at] = true
		}
	}
	for at, n := range other {
		if n >= misread && n > alike[at] {
			delete(out, at) // rather a column that was misread than so many misprints
		}
	}
	return out
}

// misread is how many rates of a column must be other than the sentences say.
const misread = 3

// stated is the figure of a sentence among those of a key that gives a growth rate.
func stated(fs []*facts.Fact) *facts.Fact {
	for _, f := range fs {
		if f.Kind == budget.Narrative && f.Growth.Known && !f.Growth.OtherBase && !facts.OtherBasis(f) {
			return f
		}
	}
	return nil
}

// meet reports whether two printed rates can be one.
func meet(a, b *budget.Rate) bool {
	x, y := interval.AroundRate(a.Value, a.Step, 0.5), interval.AroundRate(b.Value, b.Step, 0.5)
	return x.Overlaps(y)
}

// comparable is a rate with the base that it must share.
type comparable struct {
	rate *budget.Rate
	of   budget.Stage
}

// growth returns a growth rate; one of a table counts only where its column is
// known to belong to the figure's, or where it is an index of the year before.
func growth(owners map[grid.Place]bool, indexes map[*facts.Fact]*budget.Rate, f *facts.Fact) (comparable, bool) {
	if rate := indexes[f]; rate != nil && !f.Growth.Known {
		return comparable{rate: rate}, true
	}
	sure := f.Kind != budget.InTable || owners[grid.Place{Table: f.Table, Col: f.Col}]
	return comparable{rate: &f.Growth}, sure && f.Growth.Known && !f.Growth.OtherBase
}

func completion(f *facts.Fact) (comparable, bool) {
	return comparable{rate: &f.Completion, of: f.CompletionOf}, f.Completion.Known && f.CompletionOf != ""
}

func compare(r *rule.Run, fs []*facts.Fact, name string, get func(*facts.Fact) (comparable, bool)) bool {
	var first *facts.Fact
	var ref comparable
	ran := false
	for _, f := range fs {
		c, ok := get(f)
		if !ok || f.Doubtful() || f.Ambiguous() || facts.OtherBasis(f) {
			continue
		}
		if first == nil {
			first, ref = f, c
			continue
		}
		if c.of != ref.of || !f.Wide.Overlaps(first.Wide) {
			continue
		}
		ran = true
		judge(r, f, first, c.rate, ref.rate, name)
	}
	return ran
}

func judge(r *rule.Run, f, g *facts.Fact, a, b *budget.Rate, name string) {
	words := rule.Prefix(f) + f.Label() + name + "在" + rule.Place(g) + "为" + b.Value.String() + "%，在" + rule.Place(f) + "为" + a.Value.String() + "%"
	var check *budget.Check
	if meet(a, b) {
		check = r.Say(budget.Pass, budget.Error, f, words+"，相符。")
	} else {
		check = r.Say(budget.Fail, budget.Error, f, words+"，相差"+a.Value.Sub(b.Value).Abs().String()+"个百分点。")
	}
	check.Evidence = append(check.Evidence, budget.Evidence{Figure: g.Figure, Report: r.Set.Report.ID, Weight: -1, Role: "对照"})
}
