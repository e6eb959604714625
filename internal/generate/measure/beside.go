package measure

import (
	"context"

	"yusuan/budget"
	"yusuan/internal/generate"
)

// takeBeside scores a report on paper. What it loses otherwise too, and the alarms
// that it raises otherwise too, are left out.
func (out *StyleResult) takeBeside(ctx context.Context, rd *reader, r *generate.Report, reference *sight) {
	out.Reports++
	one, err := rd.see(ctx, r)
	if err != nil {
		out.Failed++
	}
	one.Forgive(reference.Result)
	for _, c := range newAlarms(one.alarms, reference.alarms) {
		out.Alarms = append(out.Alarms, Alarm{r.Name, c})
	}
	out.take(r.Name, &one.Result, one.text)
}

// newAlarms are those that a reading raises more often, rule by rule, than the other
// one of the same report: places and numbers of tables differ between the two.
func newAlarms(cs, others []budget.Check) []budget.Check {
	known := map[string]int{}
	for _, c := range others {
		known[c.Rule]++
	}
	var out []budget.Check
	for _, c := range cs {
		if known[c.Rule] > 0 {
			known[c.Rule]--
			continue
		}
		out = append(out, c)
	}
	return out
}
