package cause

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// far is how far the two sides of a broken identity must be apart, as a share of the
// larger, before it is doubted that they speak of the same.
const far = 0.5

// Unlike turns findings that nothing explains into notes, where one side is less than
// half of the other: no misprint of any figure closes them, no row that was lost or
// exchanged, no wrong caption. Figures so far apart are more often of two accounts that
// the reading does not tell apart, or a list that it did not read whole, than a mistake
// of the report.
func Unlike(outcomes []rule.Outcome, groups []Group) {
	var beside neighbours
	for _, g := range groups {
		all := append([]int{g.Leader}, g.Members...)
		if !apart(outcomes, all) {
			continue
		}
		if beside == nil {
			beside = neighboursOf(outcomes)
		}
		if !unexplained(outcomes, all, beside) {
			continue
		}
		for _, i := range all {
			c := outcomes[i].Check
			if c.Verdict == budget.Fail && c.Severity != budget.Info {
				c.Severity = budget.Info
				c.Message += "（两边相差悬殊，且任何一处笔误都不能解释，可能口径不同或原文未读全，请先对照原文。）"
			}
		}
	}
}

// apart reports whether all findings of a group are sums far apart that have no likely
// cause.
func apart(outcomes []rule.Outcome, all []int) bool {
	for _, i := range all {
		o := &outcomes[i]
		if o.Check.Verdict != budget.Fail {
			continue
		}
		if o.Check.LikelyCause != "" || o.Identity == nil || o.Identity.Rate != nil || !farApart(o.Identity) || rowMayLack(o) {
			return false
		}
	}
	return true
}

// rowMayLack reports a sum of a table that stays below its whole, as it does where a
// large row was lost.
func rowMayLack(o *rule.Outcome) bool {
	return o.Check.Rule[0] == 'T' && identity.Total(o.Identity.Left) > identity.Total(o.Identity.Right)
}

// unexplained reports whether no single repair closes any finding of a group.
func unexplained(outcomes []rule.Outcome, all []int, beside neighbours) bool {
	for _, i := range all {
		if o := &outcomes[i]; o.Check.Verdict == budget.Fail && (repairable(o.Identity) || beside.exchanged(o.Identity)) {
			return false
		}
	}
	return true
}

func farApart(id *identity.Identity) bool {
	l, r := float64(identity.Total(id.Left)), float64(identity.Total(id.Right))
	larger := max(l, r)
	return larger > 0 && max(larger-l, larger-r) > far*larger
}

// repairable reports whether one misprint of one figure closes an identity, be it one of
// several that do.
func repairable(id *identity.Identity) bool {
	for _, t := range id.Terms() {
		for _, e := range edits(t.Fact) {
			state := id.With([]identity.Override{{Fact: t.Fact, Value: e.value, Factor: e.factor}})
			if state == identity.Holds || state == identity.Rounds {
				return true
			}
		}
	}
	return false
}

// neighbours are the figures of each column of each table: a figure may have been
// printed in the row of one of them.
type neighbours map[column][]*facts.Fact

func neighboursOf(outcomes []rule.Outcome) neighbours {
	out, seen := neighbours{}, map[*facts.Fact]bool{}
	s := &search{outcomes: outcomes}
	s.each(func(_ int, f *facts.Fact) {
		if f.Kind == budget.InTable && f.HasAmount() && !seen[f] {
			seen[f] = true
			k := column{f.Table, f.Col}
			out[k] = append(out[k], f)
		}
	})
	return out
}

// exchanged reports whether the amount of another row, in place of a figure, closes an
// identity.
func (n neighbours) exchanged(id *identity.Identity) bool {
	for _, t := range id.Terms() {
		if t.Fact.Kind != budget.InTable {
			continue
		}
		for _, g := range n[column{t.Fact.Table, t.Fact.Col}] {
			if g == t.Fact {
				continue
			}
			state := id.With([]identity.Override{{Fact: t.Fact, Value: g.Value, Factor: 1}})
			if state == identity.Holds || state == identity.Rounds {
				return true
			}
		}
	}
	return false
}
