package u110

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// shifts are the factors of a shifted decimal point and of a wrong unit.
var shifts = [...]float64{10, 0.1, 1e4, 1e-4}

// shifted finds lists after 其中 that stay below their whole, as they may, but would make
// it up to the last digit if one figure had its point, or its unit, elsewhere.
func shifted(r *rule.Run) (ran bool) {
	for _, id := range r.Set.Wholes() {
		whole := r.Set.Fact(id)
		if whole == nil || whole.Kind != budget.Narrative || !comparable(whole) {
			continue
		}
		list := alike(whole, r.Set.Parts(id))
		sum := identity.Identity{Left: identity.Add(whole), Right: identity.Add(list...)}
		if len(list) < 2 || sum.Evaluate() != identity.Broken || !clear(&sum) {
			continue
		}
		ran = true
		if f, now := repair(&sum); f != nil {
			check := r.Say(budget.Fail, budget.Warning, f, rule.Prefix(f)+f.Label()+f.Value.String()+"万元（"+rule.Place(f)+"），改为"+now.String()+"万元后，“其中”各项之和与"+
				whole.Label()+"恰好相等，疑似计量单位或位数有误。")
			check.LikelyCause, check.CauseFigure = rule.Place(f)+"“"+f.Label()+"”列印"+f.Raw+"，疑似计量单位或位数有误。", f.ID
			check.Evidence = append(check.Evidence, budget.Evidence{Figure: whole.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
		}
	}
	return ran
}

// alike lists the parts of a whole that may make it up: of its account, exact, none of
// them below another; a list split twice over makes up nothing.
func alike(whole *facts.Fact, parts []*facts.Fact) []*facts.Fact {
	var out []*facts.Fact
	for _, p := range parts {
		if p.Kind != whole.Kind || !p.HasAmount() || p.Hedge != "" || p.Account() != whole.Account() || p.Side != whole.Side ||
			p.Role == budget.RoleEarmark || p.Group != parts[0].Group || p.Ambiguous() {
			return nil
		}
		out = append(out, p)
	}
	return out
}

// clear reports whether the difference is so much larger than the rounding that no
// shift closes it by chance.
func clear(id *identity.Identity) bool {
	const times = 1000
	return (identity.Total(id.Left) - identity.Total(id.Right)).Abs() > id.Tolerance()*times
}

// repair finds the one figure that a shift of its point closes the sum with.
func repair(sum *identity.Identity) (found *facts.Fact, now interval.Amount) {
	for _, t := range sum.Terms() {
		for _, factor := range shifts {
			v := float64(t.Fact.Value) * factor
			if v > float64(interval.Limit) || v == 0 {
				continue
			}
			if sum.With([]identity.Override{{Fact: t.Fact, Value: interval.Amount(v), Factor: min(factor, 1)}}) == identity.Broken {
				continue
			}
			if found != nil {
				return nil, 0
			}
			found, now = t.Fact, interval.Amount(v)
		}
	}
	return found, now
}
