package reconcile

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Districts of several provinces share a name, and a title rarely says whose it is.
// Their figures do: reports of one place have figures in common, or at least sizes.

// enoughApart is how many figures must differ, with none agreeing, for two reports of
// one name to be of two places.
const enoughApart = 2

// strangers reports whether two reports are of two places of one name: nothing that
// both give, or that follows from both, agrees, and several things are far apart.
func strangers(prev, next *facts.Set) bool {
	agree, apart := 0, 0
	count := func(same, differ bool) {
		if same {
			agree++
		} else if differ {
			apart++
		}
	}
	for k := range next.Keys() {
		g, conflict := next.Best(k)
		if g == nil || conflict || !telling(g) {
			continue
		}
		if f, conflict := prev.Best(k); f != nil && !conflict && telling(f) {
			count(f.Wide.Overlaps(g.Wide), far(f, g, closeBy))
		}
		if g.Subject == subject.CarriedIn {
			if f := carried(prev, k); f != nil {
				count(f.Wide.Overlaps(g.Wide), far(f, g, closeBy))
			}
		}
		if g.Role == budget.RoleTotal && g.Subject == subject.Own(g.Book, g.Side) && (g.Book == budget.GeneralPublic || g.Book == budget.SocialInsurance) {
			k.Year--
			if f, conflict := prev.Best(k); f != nil && !conflict && telling(f) {
				count(false, far(f, g, yearApart))
			}
		}
	}
	return agree == 0 && apart >= enoughApart
}

// The ratios beyond which two statements of one figure, and a total of two years, are of
// different places: express figures and their final ones are closer than the first, a
// district's accounts from one year to the next than the second.
const (
	closeBy   = 1.3
	yearApart = 2.0
)

func far(f, g *facts.Fact, times float64) bool {
	ratio := float64(f.Value) / float64(g.Value)
	return ratio > times || ratio < 1/times
}

// carried is what the year before carried over to the figure of a key.
func carried(prev *facts.Set, k budget.Key) *facts.Fact {
	k.Year--
	k.Side, k.Subject = budget.Expenditure, subject.CarryOut
	for _, stage := range [...]budget.Stage{budget.Final, budget.Execution} {
		k.Stage = stage
		if f, conflict := prev.Best(k); f != nil && !conflict && telling(f) {
			return f
		}
	}
	return nil
}

// telling reports whether a figure has digits enough to agree by no chance.
func telling(f *facts.Fact) bool {
	const digits = 100
	return f.HasAmount() && f.Value > 0 && f.Step() > 0 && f.Value >= f.Step()*digits && f.Hedge == "" && !f.Doubtful()
}

// apart records that a rule does not compare the two.
func apart(r *rule.Rule, prev, next *facts.Set, out *rule.Outcomes) {
	pair := rule.NewPair(r.Doc, prev, next, out)
	pair.Skip("与报告“" + prev.Report.ID + "”的地区同名，但两份报告没有一个数相符，且多个数相差悬殊，疑为不同地方的报告，未作比较。")
}
